package layerbook.session.errors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import layerbook.session.jshell.Declaration;
import layerbook.session.jshell.DeclaredNames;
import layerbook.session.jshell.Diagnostic;
import layerbook.session.output.Problem;
import layerbook.session.output.ValueText;
import layerbook.session.text.CursorContext;
import layerbook.session.text.Declarators;
import layerbook.session.text.Statement;
import layerbook.session.words.WordList;

/**
 * Puts what the compiler says of a statement into words for somebody who thinks of networks: one sentence, one reason, and a statement that
 * would work where one can be told. What it knows nothing better for is said as the compiler says it.
 */
public final class DiagnosticTranslator {
    private static final Pattern QUALIFIED = Pattern.compile("\\b(?:[a-z]\\w*\\.)+([A-Z]\\w*)");
    private static final Pattern CONVERTED = Pattern.compile("incompatible types: (?:possible lossy conversion from )?(.+?) (?:cannot be converted )?to (.+)");
    private static final Pattern APPLIED = Pattern.compile("(?:method|constructor) (\\S+) in \\S+ \\S+ cannot be applied to given types;");
    private static final Pattern OWNED = Pattern.compile("\\bUnit\\s+\\w+\\s*=\\s*(?<own>own\\s*\\()\\s*");
    private static final Pattern SUITABLE = Pattern.compile("no suitable (?:method|constructor) found for (\\w+)\\((.*)\\)");
    /** The codes of what is no Java to the parser. */
    private static final Pattern SYNTAX = Pattern.compile("compiler\\.err\\.(?:expected|illegal\\.start)");

    private final DeclaredNames session;
    private final UnknownNames unknown;

    public DiagnosticTranslator(DeclaredNames session) {
        this.session = session;
        this.unknown = new UnknownNames(session);
    }

    /** What is said about a place: a message, lines of details, a fix or null. */
    public record Said(String message, List<String> details, String fix) {
        static Said of(String message, String fix, String... details) {
            return new Said(message, List.of(details), fix);
        }
    }

    public Problem problem(Statement statement, Declarators.Apart taken, Diagnostic diag) {
        String source = statement.source();
        int start = Math.min(Math.max(0, taken.typed(diag.start())), source.length());
        int end = Math.max(wordEnd(source, start), taken.typed(diag.end()));
        Optional<Python.Said> python = Python.read(source, new PythonNames(session)).filter(p -> isStatement(p.java()));
        if (python.isPresent()) {
            return inJava(statement, python.get());
        }
        Optional<Said> habit = SYNTAX.matcher(diag.code()).lookingAt() ? Python.habit(source) : Optional.empty();
        if (habit.isPresent()) { // marked where it begins: Java reads on as far as it can, often to the end
            return Problems.at("compile", habit.get().message(), statement, 0, Math.max(1, wordEnd(source, 0)), "", habit.get().details(), null, null);
        }
        Said said = said(diag, source, start, end);
        String fix = said.fix() != null && isStatement(said.fix()) ? said.fix() : null;
        return Problems.at("compile", said.message(), statement, start, end, "", said.details(), fix, null);
    }

    /** What is Python's in a statement, the first of it marked, and the statement in Java. */
    private static Problem inJava(Statement statement, Python.Said said) {
        var details = new ArrayList<String>();
        said.why().stream().skip(1).forEach(why -> details.add((details.isEmpty() ? "why    " : "       ") + why));
        return Problems.at("compile", said.why().get(0), statement, said.from(), wordEnd(statement.source(), said.from()), "", details, said.java(), null);
    }

    /** A mark on the first letter of a word is meant for the word. */
    private static int wordEnd(String source, int start) {
        int end = start;
        while (end < source.length() && Character.isJavaIdentifierPart(source.charAt(end))) {
            end++;
        }
        return Math.max(end, start + 1);
    }

    private boolean isStatement(String fix) {
        if (fix.startsWith("import ") || fix.startsWith("?") || fix.startsWith("/")) {
            return true;
        }
        return session.isStatement(fix);
    }

    private Said said(Diagnostic diag, String source, int start, int end) {
        String[] lines = diag.message().split("\\R");
        String message = plain(lines[0]);
        String code = diag.code().replaceFirst("^compiler\\.err\\.", "");
        List<String> rest = java.util.Arrays.stream(lines).skip(1).map(String::strip).filter(s -> !s.isEmpty()).map(DiagnosticTranslator::plain).toList();
        Said said = switch (code.replaceFirst("\\..*", "")) {
            case "cant" -> code.startsWith("cant.resolve") ? unknown.said(lines, source, start, end) : cannot(code, message, rest, source, start, end);
            case "unclosed" -> unclosed(message, source, start);
            case "expected", "expected2", "expected3", "expected4" -> expected(message, source, start);
            case "prob" -> wrongType(message, rest, source, start, end);
            case "method" -> code.startsWith("method.does.not.override") ? overrides(source, start, end) : null;
            case "operator" -> operator(message, rest, source);
            case "array" -> code.startsWith("array.req") && rest.isEmpty() && message.contains("Tensor") ? operators("[ ]", source) : null;
            case "not" -> code.equals("not.stmt") ? Said.of("this is not a statement of its own", null, "why    only calls, assignments and declarations are") : null;
            case "int" -> code.equals("int.number.too.large") ? tooLarge(source, start, end) : null;
            case "illegal" -> code.startsWith("illegal.start") ? Said.of("Java cannot read on from here", null) : null;
            default -> null;
        };
        return said != null ? said : new Said(message, rest.stream().filter(r -> !r.startsWith("location:")).limit(4).toList(), null);
    }

    /** A whole number that no int holds is written as a long, with an L; one that no long holds is made of its digits. */
    private static Said tooLarge(String source, int start, int end) {
        String digits = source.substring(start, end).replace("_", "");
        boolean plain = digits.matches("\\d{1,200}[lL]?");
        java.math.BigInteger number = plain ? new java.math.BigInteger(digits.replaceAll("[lL]", "")) : java.math.BigInteger.ZERO;
        String written = number.bitLength() < 64 ? digits + "L" : "new java.math.BigInteger(\"" + number + "\")";
        String why = number.bitLength() < 64 ? "an int ends at 2,147,483,647; a long is written with an L behind it" : "a long ends at 9,223,372,036,854,775,807; sizes may be a BigInteger";
        return Said.of("this number is too large for Java's " + (number.bitLength() < 64 ? "int" : "long"), plain ? source.substring(0, start) + written + source.substring(end) : null, "why    " + why);
    }

    /** Java's words without the packages that nobody types. */
    static String plain(String text) {
        return ValueText.withoutWrappers(QUALIFIED.matcher(text).replaceAll("$1"));
    }

    private Said cannot(String code, String message, List<String> rest, String source, int start, int end) {
        String name = source.substring(start, Math.min(end, source.length()));
        String all = String.join(" ", rest);
        if (code.startsWith("cant.infer.local.var.type") && all.contains("self-referencing")) {
            boolean known = session.declared(Declaration.Kind.VARIABLE).contains(name);
            String assignment = source.substring(start);
            return known ? Said.of("var declares a new " + name + ", which cannot be made from itself", assignment, "why    " + name + " is there already: without var it gets the new value")
                : Said.of(name + " is used before it has a value", null, "why    var " + name + " = .. declares " + name + "; what it is made from must have another name");
        }
        if (code.startsWith("cant.infer.local.var.type") && all.contains("null")) {
            return Said.of("var needs a value to take its type from, and null has none", source.replaceFirst("\\bvar\\b", "Object"));
        }
        if (code.startsWith("cant.inherit.from.final") && message.contains("Module")) {
            return Said.of("a network extends Model here; Module is a class of Java's own", source.replaceAll("\\bModule\\b", "Model"));
        }
        if (code.startsWith("cant.apply")) {
            return notApplied(message, rest, source);
        }
        return null;
    }

    /** A call with arguments that it does not take: what it is, not what the compiler tried. */
    private Said notApplied(String message, List<String> rest, String source) {
        Matcher one = APPLIED.matcher(message);
        Matcher several = SUITABLE.matcher(message);
        String word = one.find() ? one.group(1) : several.find() ? several.group(1) : null;
        if (word == null) {
            return null;
        }
        var details = new ArrayList<String>();
        List<String> ways = WordList.signatures(word);
        ways.stream().limit(4).forEach(way -> details.add((details.isEmpty() ? "why    it is called as " : "       or ") + way));
        if (details.isEmpty()) {
            rest.stream().filter(r -> r.startsWith("required:") || r.startsWith("found:")).forEach(details::add);
        }
        Optional<String> fix = CallForms.of(source, session).flatMap(f -> word.equals("own") ? f.withoutOwn() : f.method(word));
        return new Said(word + " does not take these arguments", details, fix.orElse(null));
    }

    /** A forward is found by its name, with as many inputs as it says: there is none above it to override. */
    private static Said overrides(String source, int start, int end) {
        String annotation = source.substring(start, Math.min(end, source.length()));
        return annotation.equals("@Override") ? Said.of("this method overrides nothing", source.substring(0, start) + source.substring(end).stripLeading(),
            "why    forward of a Model is found by its name, whatever its inputs: it goes without @Override") : null;
    }

    /** Formulas are no numbers of Java's: they are reckoned and compared by methods. */
    private Said operator(String message, List<String> rest, String source) {
        Matcher operator = Pattern.compile("operator '(\\S+)'").matcher(message);
        if (!operator.find()) {
            return null;
        } else if (rest.stream().noneMatch(r -> r.matches(".*\\b(Expr|Sym|Num)"))) {
            return rest.stream().anyMatch(r -> r.endsWith("Tensor")) || message.contains("Tensor") ? operators(operator.group(1), source) : null;
        }
        Optional<String> methods = operator.group(1).matches("[-+*/%]=?|\\+\\+|--") ? OperatorForms.rewritten(source, session) : Optional.empty();
        if (methods.isPresent()) {
            return Said.of("a size is a formula, and formulas have no " + operator.group(1), methods.get(), "why    formulas have plus, minus, times, over, floorOver and mod");
        }
        String numbers = source.replaceAll("(\\w+\\.size\\(-?\\w+\\))(?!\\.)", "$1.intValue()");
        return Said.of("a size is a formula, and formulas have no " + operator.group(1), numbers.equals(source) ? null : numbers,
            "why    formulas have plus, minus and times; intValue() is the number, where there is one");
    }

    /** Tensors have methods where Python has operators. */
    private Said operators(String operator, String source) {
        return Said.of("a tensor has no " + operator + " in Java", OperatorForms.rewritten(source, session).orElse(null), "why    add, sub, mul and div stand for + - * /, select for [ ]");
    }

    private Said unclosed(String message, String source, int start) {
        if (!message.contains("string") && !message.contains("character")) {
            return null;
        }
        char quote = message.contains("string") ? '"' : '\'';
        int line = source.indexOf('\n', start);
        int end = line < 0 ? source.length() : line;
        int closing = end;
        while (closing > start + 1 && (source.charAt(closing - 1) == ')' || source.charAt(closing - 1) == ';')) {
            closing--;
        }
        String fix = source.substring(0, closing) + quote + source.substring(closing);
        return Said.of("the text that begins here has no closing " + quote, fix, "why    a text ends on the line that it begins on");
    }

    private Said expected(String message, String source, int start) {
        if (message.contains("')'")) {
            Optional<Said> comma = comma(source, start);
            if (comma.isPresent()) {
                return comma.get();
            }
        }
        Matcher missing = Pattern.compile("^'(\\S+)' expected$").matcher(message);
        if (!missing.matches()) {
            return Said.of("Java expects something else here: " + message.replaceFirst(" expected$", "").replace("<identifier>", "a name"), null);
        }
        int at = Math.min(start, source.length());
        while (at > 0 && Character.isWhitespace(source.charAt(at - 1))) {
            at--;
        }
        String fix = source.substring(0, at) + missing.group(1) + source.substring(at);
        boolean semicolon = missing.group(1).equals(";");
        if (semicolon && source.lastIndexOf('{', at) < 0 && at < source.length()) {
            return Said.of("the statement could end here, and what stands behind is no part of it", null, "why    each statement stands on a line of its own, or ends with ;");
        }
        return Said.of("a " + missing.group(1) + " is missing here", fix, semicolon ? new String[] {"why    inside braces each statement ends with ;"} : new String[0]);
    }

    /** A value behind a value in the brackets of a call: a comma is missing between them, or the brackets of an option. */
    private static Optional<Said> comma(String source, int start) {
        int end = start;
        while (end > 0 && Character.isWhitespace(source.charAt(end - 1))) {
            end--;
        }
        int next = Math.max(start, end);
        while (next < source.length() && Character.isWhitespace(source.charAt(next))) {
            next++;
        }
        Matcher value = Pattern.compile("[\\w\"][\\w.\"]*").matcher(source).region(next, source.length());
        if (next == end || CursorContext.of(source, end).calls().isEmpty() || !value.lookingAt()) {
            return Optional.empty();
        }
        String before = CursorContext.of(source, end).word();
        if (ArgumentHints.layer(CursorContext.of(source, end)).flatMap(layer -> layer.parameter(before)).isPresent()) {
            return Optional.of(Said.of("the value of " + before + " stands in brackets", source.substring(0, end) + "(" + value.group() + ")" + source.substring(value.end())));
        }
        return Optional.of(Said.of("a , is missing here", source.substring(0, end) + "," + source.substring(end)));
    }

    private Said wrongType(String message, List<String> rest, String source, int start, int end) {
        if (message.contains("inference variable M has incompatible bounds")) {
            return ownedModel(source, start);
        }
        Matcher converted = CONVERTED.matcher(message);
        if (!converted.matches()) {
            return null;
        }
        String given = converted.group(1);
        String wanted = converted.group(2);
        if (wanted.equals("Tensor") && given.equals("Layer")) {
            Said function = new FunctionalForms(source, start, end).said();
            if (function != null) {
                return function;
            }
        }
        if (wanted.equals("Tensor")) {
            Matcher functional = Pattern.compile("(\\w+)\\.(\\w+)\\(").matcher(source);
            Predicate<String> isLayer = w -> layerbook.layers.Catalogue.find(w).isPresent();
            if (functional.find() && isLayer.test(functional.group(2)) && start > functional.start()) {
                String fix = source.substring(0, functional.start(2)) + "then(" + source.substring(functional.start(2)).replaceFirst(";?\\s*$", "") + ")";
                return Said.of("x." + functional.group(2) + "(..) is the function, which takes its weights as tensors", fix, "why    a layer with weights of its own goes in with then");
            }
        }
        boolean narrows = wanted.matches("int|short|byte|float") && given.matches("long|double|int|float");
        String fix = narrows ? source.substring(0, start) + "(" + wanted + ") (" + source.substring(start, Math.min(end, source.length())) + ")"
            + source.substring(Math.min(end, source.length())) : null;
        if (given.equals("Expr") && wanted.matches("int|long")) {
            fix = source.substring(0, end) + ".intValue()" + source.substring(end);
        }
        return Said.of("incompatible types: this is " + article(given) + ", and " + article(wanted) + " is wanted", fix);
    }

    /** {@code own(..)} of a model is that model, no unit. */
    private static Said ownedModel(String source, int start) {
        Matcher owned = OWNED.matcher(source);
        while (owned.find()) {
            if (owned.start("own") == start) {
                boolean sequential = source.startsWith("sequential", owned.end());
                String what = sequential ? "own(sequential(..)) is a model: declare it Model, Sequential or var" : "own(..) of a model is a model: declare it Model or var";
                return Said.of(what, source.substring(0, owned.start()) + (sequential ? "Sequential" : "Model") + source.substring(owned.start() + "Unit".length()),
                    "why    a Unit owns the weights of one layer; a model holds units");
            }
        }
        return null;
    }

    private static String article(String type) {
        boolean vowel = "aeioAEIO".indexOf(type.charAt(0)) >= 0 || type.matches("(?i)un(?!i).*");
        return (vowel ? "an " : "a ") + type;
    }
}
