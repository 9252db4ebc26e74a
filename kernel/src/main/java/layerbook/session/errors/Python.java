package layerbook.session.errors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import layerbook.layers.Catalogue;
import layerbook.session.text.JavaPieces;
import layerbook.session.text.JavaText;

/**
 * Reads a statement in PyTorch's language as one of ours, for those who have it in their fingers: {@code nn.Conv2d(3, 16, kernel_size=3)} is
 * {@code conv2d(3, 16, kernelSize(3))}, {@code F.relu(self.conv1(x))} is {@code x.then(conv1).relu()}. What may be Java stays as it is.
 */
public final class Python {
    /** What names mean in the session. */
    interface Names {
        /** Whether a tensor can go through what the variable holds. */
        boolean isPart(String variable);

        boolean isModel(String variable);

        boolean isClass(String name);

        boolean isMethod(String name);

        boolean isVariable(String name);

        boolean isTensor(String variable);
    }

    /** Something that is not Java's, and where in the statement. */
    private record Note(int at, String what) {}

    /**
     * A statement in Java.
     *
     * @param why what was not Java's in it, in the order of the statement
     * @param from where the first of that begins in the statement as it was typed
     */
    public record Said(String java, List<String> why, int from) {}

    private static final Set<String> MODULES = Set.of("torch", "nn", "F", "functional");
    /** What has indented lines behind it, or no like in Java: nothing of it stays as it is. */
    private static final Pattern STATEMENT = Pattern.compile("\\s*(?:(?:def|import|from|elif|with|lambda|del|pass)\\b.*|.*:\\s*)", Pattern.DOTALL);
    private static final Pattern BEGINS = Pattern.compile("(def\\b|import torch|from\\b|elif\\b|with\\b|lambda\\b|pip\\b|conda\\b|class \\w+(?:\\(.*\\))?\\s*:"
        + "|for \\(?\\w+(?:, *\\w+)* in\\b|%%|!(?=[a-z])|(?:if|while|else|try)\\b[^{]*:\\s*$)");
    private static final Pattern FIELDS = Pattern.compile("\\b(?:Unit|Model|Sequential|Layer)\\s+(\\w+)\\s*=");
    private static final Pattern PARAMETERS = Pattern.compile("(?:sum\\(p\\.numel\\(\\) for p in )?(\\w+)\\.(parameters|named_parameters|summary)\\(\\).*");
    private static final Pattern SUMMARY = Pattern.compile("(?:torchsummary\\.|torchinfo\\.)?summary\\((\\w+)(?:, *(?:input_size *= *)?\\((.*)\\))?\\)");

    private final String source;
    private final Names names;
    private final JavaPieces pieces;
    private final PythonCalls calls;
    private final List<Note> notes = new ArrayList<>();

    private Python(String source, Names names) {
        this.source = source;
        this.names = names;
        this.pieces = JavaPieces.of(source);
        this.calls = new PythonCalls(pieces, names, FIELDS.matcher(source).results().map(m -> m.group(1)).collect(Collectors.toSet()), this::note);
    }

    /** The statement in Java; empty if nothing in it is Python. */
    public static Optional<Said> read(String source, Names names) {
        if (STATEMENT.matcher(source).matches()) {
            return Optional.empty();
        }
        Optional<Said> whole = whole(source.strip(), names);
        if (whole.isPresent()) {
            return whole;
        }
        var python = new Python(source, names);
        String java = python.statement();
        List<Note> notes = python.notes.stream().sorted(Comparator.comparingInt(Note::at)).toList();
        return notes.isEmpty() ? Optional.empty() : Optional.of(new Said(java, notes.stream().map(Note::what).distinct().toList(), notes.get(0).at()));
    }

    /** What is asked of a network in PyTorch, or of the tools for it. */
    private static Optional<Said> whole(String source, Names names) {
        Matcher asked = PARAMETERS.matcher(source);
        if (asked.matches()) {
            boolean known = names.isVariable(asked.group(1));
            String word = asked.group(2).equals("summary") ? "summary" : "params";
            boolean traced = word.equals("summary") && names.isModel(asked.group(1));
            String of = known ? traced ? "trace(" + asked.group(1) + ", 3, 32, 32)" : asked.group(1) : "";
            return Optional.of(new Said(word + "(" + of + ")", List.of(word + "(..) is asked of a network" + (known ? "" : ", without one of that of the last statement")), 0));
        }
        Matcher summary = SUMMARY.matcher(source);
        if (summary.matches() && (summary.group(2) != null || !names.isVariable(summary.group(1)))) {
            String of = names.isModel(summary.group(1)) ? "trace(" + summary.group(1) + ", " + summary.group(2) + ")" : "";
            return Optional.of(new Said("summary(" + of + ")", List.of("a model is traced with the sizes of its input; without one, summary() is of the network of the last statement"), 0));
        }
        return Optional.empty();
    }

    /** What has no like here that could be put in its place: what is done instead. */
    static Optional<DiagnosticTranslator.Said> habit(String source) {
        Matcher begins = BEGINS.matcher(source.strip());
        if (!begins.lookingAt()) {
            return Optional.empty();
        }
        String instead = switch (begins.group(1).replaceFirst("\\b\\W.*", "")) {
            case "def" -> "a method is Tensor f(Tensor x) { ... }";
            case "class" -> "a network is class Net extends Model { ... }";
            case "elif" -> "it is else if (..) here";
            case "for" -> "a loop is for (int i = 0; i < 10; i++) { add(relu()); }";
            case "if", "while" -> "what is asked stands in round brackets, what depends on it in braces: if (x > 3) { ... }";
            case "else", "try" -> "what belongs to it stands in braces: else { ... }";
            case "with" -> "nothing is trained here, so nothing has to be switched off";
            case "lambda" -> "a function is x -> x + 1";
            case "pip", "conda" -> "all that is needed is there";
            case "!" -> "commands of the system are not run here; /help has those of Layerbook";
            case "%%" -> "a command stands in front of one statement: /time relu()";
            default -> "all layers are there without an import";
        };
        String what = begins.group(1).matches("\\W.*") ? "this is IPython's; Layerbook is Java" : "this is Python; Layerbook is Java";
        return Optional.of(DiagnosticTranslator.Said.of(what, null, "why    " + instead));
    }

    // ---- reading

    private String statement() {
        int start = pieces.skip(0);
        boolean self = pieces.is(start, "self") && pieces.is(start + 1, ".");
        int name = self ? start + 2 : start;
        int equals = pieces.skip(name + 1);
        boolean assigns = pieces.is(name, JavaText.Kind.WORD) && pieces.is(equals, "=") && !pieces.is(equals + 1, "=");
        if (!assigns || !self && names.isVariable(pieces.text(name))) {
            return read(0, pieces.size());
        }
        String value = read(equals + 1, pieces.size()).strip();
        if (value.matches("(?s).*\\b" + Pattern.quote(pieces.text(name)) + "\\b.*")) {
            notes.clear(); // made from itself, which is another mistake
            return source;
        }
        String body = value.replaceFirst(";\\s*$", "");
        boolean layer = Catalogue.find(body.replaceFirst("(?s)\\W.*", "")).isPresent() && body.endsWith(")") || body.startsWith("sequential(");
        note(self ? "a class names its own fields without self" : "nothing is called " + pieces.text(name) + " yet: var declares it", start);
        if (layer) {
            note("own(..) gives a layer weights of its own", equals + 1);
        }
        return "var " + pieces.text(name) + " = " + (layer ? "own(" + body + ")" : body);
    }

    private String read(int from, int to) {
        var out = new StringBuilder();
        int operand = -1;
        for (int i = from; i < to;) {
            String said = pieces.text(i);
            int began = out.length();
            if (pieces.is(i, JavaText.Kind.WORD)) {
                i = chain(i, to, out);
            } else if (said.equals("(") || said.equals("[") && "(,=".contains(pieces.before(i))) {
                i = bracket(i, out);
            } else if (said.equals("*") && pieces.is(i + 1, "*") && operand >= 0) {
                i = power(i, to, out, operand);
                began = operand;
            } else if (said.equals("#")) {
                int line = source.indexOf('\n', pieces.from(i));
                int end = line < 0 ? source.length() : line;
                out.append("//").append(source, pieces.from(i) + 1, end);
                note("a comment begins with //", i);
                while (i < to && pieces.from(i) < end) {
                    i++;
                }
            } else {
                out.append(pieces.is(i, JavaText.Kind.TEXT) ? quoted(i) : said);
                i++;
            }
            operand = said.isBlank() ? operand : said.matches("[\\w(].*") ? began : -1;
        }
        return out.toString();
    }

    private String quoted(int i) {
        String said = pieces.text(i);
        if (!said.matches("'[^'\\\\\"]*'") || said.length() == 3) {
            return said;
        }
        note("a text stands in double quotes", i);
        return '"' + said.substring(1, said.length() - 1) + '"';
    }

    private int power(int i, int to, StringBuilder out, int operand) {
        String base = out.substring(operand).strip();
        out.setLength(operand);
        int at = pieces.skip(i + 2);
        var exponent = new StringBuilder();
        int next = pieces.is(at, JavaText.Kind.WORD) ? chain(at, to, exponent) : pieces.is(at, "(") ? bracket(at, exponent) : at + 1;
        String by = exponent.length() == 0 ? pieces.text(at) : exponent.toString();
        out.append(names.isTensor(base) ? base + ".pow(" + by + ")" : "Math.pow(" + base + ", " + by + ")");
        note("Java has no **", i);
        return next;
    }

    /** Brackets that belong to no call: with a comma in them they are one of Python's lists of sizes. */
    private int bracket(int i, StringBuilder out) {
        int close = pieces.close(i);
        List<PythonCalls.Argument> inside = arguments(i, close);
        if (close < pieces.size() && (pieces.text(i).equals("[") || inside.size() > 1) && !pieces.is(pieces.skip(close + 1), "-")) {
            note("several sizes are size(3, 3)", i);
            out.append("size(").append(inside.stream().map(PythonCalls.Argument::text).collect(Collectors.joining(", "))).append(")");
        } else {
            out.append(pieces.text(i)).append(read(i + 1, close)).append(pieces.text(close));
        }
        return close + 1;
    }

    /** Names with dots between them, what is called, and what is asked of that. */
    private int chain(int i, int to, StringBuilder out) {
        int noted = notes.size();
        int begin = i;
        String module = null;
        boolean self = false;
        while (pieces.is(i + 1, ".") && pieces.is(i + 2, JavaText.Kind.WORD) && !names.isVariable(pieces.text(i)) && (MODULES.contains(pieces.text(i)) || pieces.text(i).equals("self"))) {
            self |= pieces.text(i).equals("self");
            module = self ? null : pieces.text(i);
            i += 2;
        }
        String receiver = null;
        String name = pieces.text(i++);
        String done = null;
        while (true) {
            if (pieces.is(i, "(")) {
                int close = pieces.close(i);
                List<PythonCalls.Argument> arguments = arguments(i, close);
                boolean declared = pieces.is(pieces.skip(close + 1), "{");
                done = done != null ? calls.through(begin, done, arguments) : declared ? null : calls.called(begin, module, self, receiver, name, arguments);
                if (done == null) { // nothing of Python's in it that could be said in Java
                    done = (receiver == null ? "" : receiver + ".") + name + pieces.source(i, i + 1) + read(i + 1, close) + pieces.text(close);
                }
                i = close + 1;
            } else if (pieces.is(i, ".") && pieces.is(i + 1, JavaText.Kind.WORD)) {
                receiver = done != null ? done : asked(begin, receiver, name);
                done = null;
                module = null;
                name = pieces.text(i + 1);
                i += 2;
            } else if (pieces.is(i, "[") && done == null && name.equals("shape") && calls.isTensor(receiver)) {
                int close = pieces.close(i);
                done = receiver + ".size(" + read(i + 1, close) + ")";
                note("one size of a shape is x.size(0)", begin);
                i = close + 1;
            } else {
                break;
            }
        }
        String java = done != null ? done : asked(begin, receiver, name);
        if (self && notes.size() == noted) {
            note("a class names its own fields without self", begin);
        }
        out.append(notes.size() == noted ? pieces.source(begin, i) : java);
        return i;
    }

    /** A name that is not called. */
    private String asked(int begin, String receiver, String name) {
        if (receiver != null && name.equals("shape") && calls.isTensor(receiver)) {
            note("a shape is asked for: x.shape()", begin);
            return receiver + ".shape()";
        }
        if (receiver == null && name.matches("True|False|None") && !names.isVariable(name)) {
            note("Java writes true, false and null", begin);
            return name.equals("None") ? "null" : name.toLowerCase(java.util.Locale.ROOT);
        }
        return receiver == null ? name : receiver + "." + name;
    }

    private List<PythonCalls.Argument> arguments(int open, int close) {
        var found = new ArrayList<PythonCalls.Argument>();
        for (int from = pieces.skip(open + 1); from < close;) {
            int comma = from;
            while (comma < close && !pieces.is(comma, ",")) {
                comma = "([{".contains(pieces.text(comma)) ? pieces.close(comma) + 1 : comma + 1;
            }
            int equals = pieces.skip(from + 1);
            boolean named = pieces.is(from, JavaText.Kind.WORD) && equals < comma && pieces.is(equals, "=") && !pieces.is(equals + 1, "=");
            int value = pieces.skip(named ? equals + 1 : from);
            boolean tuple = (pieces.is(value, "(") || pieces.is(value, "[")) && pieces.skip(pieces.close(value) + 1) >= Math.min(comma, close);
            List<PythonCalls.Argument> parts = tuple ? arguments(value, pieces.close(value)) : List.of();
            tuple &= parts.size() > 1 || pieces.is(value, "[") || pieces.is(pieces.skip(pieces.close(value) - 1), ",");
            List<String> texts = tuple ? parts.stream().map(PythonCalls.Argument::text).toList() : List.of(read(value, Math.min(comma, close)).strip());
            found.add(new PythonCalls.Argument(from, named ? pieces.text(from) : null, texts, tuple));
            from = pieces.skip(comma + 1);
        }
        return found;
    }

    private void note(String what, int piece) {
        notes.add(new Note(pieces.from(piece), what));
    }
}
