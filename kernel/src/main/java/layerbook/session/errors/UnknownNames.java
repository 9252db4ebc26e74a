package layerbook.session.errors;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import layerbook.layer.Signature;
import layerbook.layers.Catalogue;
import layerbook.net.Tensor;
import layerbook.session.jshell.Declaration;
import layerbook.session.jshell.DeclaredNames;
import layerbook.session.text.CursorContext;
import layerbook.session.words.Nn;
import layerbook.session.words.WordList;

/** What may be meant by a name that the compiler does not know: an option misspelled, a layer in PyTorch's spelling, a class without its import. */
final class UnknownNames {
    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+(\\w+) (\\w+)");
    private static final Pattern LOCATION = Pattern.compile("location:\\s+(?:variable (\\w+) of type|class|interface) ?(\\S*)");
    private static final Pattern MODULE = Pattern.compile("(?:torch\\.)?(?:nn|F)\\.(\\w+)\\(");
    private static final Pattern ELEMENT = Pattern.compile("\\.get\\((\\d+)\\)");
    private static final List<String> PYTHON = List.of("nn", "torch", "self", "None", "True", "False", "print", "len");

    private final DeclaredNames session;

    UnknownNames(DeclaredNames session) {
        this.session = session;
    }

    DiagnosticTranslator.Said said(String[] lines, String source, int start, int end) {
        String all = String.join("\n", lines);
        Matcher symbol = SYMBOL.matcher(all);
        if (!symbol.find()) {
            return null;
        }
        String kind = symbol.group(1);
        String name = symbol.group(2);
        Matcher location = LOCATION.matcher(all);
        String owner = location.find() ? DiagnosticTranslator.plain(location.group(2)).replaceAll("<.*", "").strip() : "";
        int at = Math.max(start, source.indexOf(name, start));
        Optional<DiagnosticTranslator.Said> unfinished = unfinished(kind, name, source);
        if (unfinished.isPresent()) {
            return unfinished.get();
        }
        Optional<DiagnosticTranslator.Said> alone = kind.equals("class") || !owner.isEmpty() ? Optional.empty() : LoneWord.said(name, source);
        if (alone.isPresent()) {
            return alone.get();
        }
        return spelled(kind, name, owner, source).or(() -> pytorch(kind, name, source, at)).or(() -> python(name)).orElseGet(() -> kind.equals("class") ? type(name, source, at) : other(kind, name, owner, source, at));
    }

    /** What stands for it here: a tensor's method for a function, a list for PyTorch's lists, a tie for an assignment of weights, another name of a type. */
    private Optional<DiagnosticTranslator.Said> spelled(String kind, String name, String owner, String source) {
        if (kind.equals("variable") && ForeignNames.type(name) != null) {
            return Optional.of(DiagnosticTranslator.Said.of("the type " + name + " is " + ForeignNames.type(name) + " here",
                source.replaceAll("\\b" + Pattern.quote(name) + "\\b", ForeignNames.type(name))));
        }
        Optional<CallForms> forms = CallForms.of(source, session);
        if (kind.equals("variable")) {
            return forms.flatMap(CallForms::tie).map(fix -> DiagnosticTranslator.Said.of("a weight of a unit is not assigned", fix,
                "why    tie(..) makes two weights one and the same; weight() is the tensor"));
        }
        if (name.matches("(?i)(module|parameter)_?list")) {
            return forms.flatMap(f -> f.called(name, "List.of")).map(fix -> DiagnosticTranslator.Said.of("a list of Java's holds modules and parameters: there is no " + name, fix,
                "why    what stands in a list is named by its place: layers.0, layers.1"));
        }
        Matcher element = ELEMENT.matcher(source);
        if (name.equals("get") && owner.equals("Tensor") && element.find()) { // Python's max(dim)[0]
            return Optional.of(DiagnosticTranslator.Said.of("an output of several is asked for by output", element.replaceFirst(".output($1)"),
                "why    output(0) is the first of what the operation or layer gives; select(0, 0) is the first along an axis"));
        }
        return forms.flatMap(f -> f.method(name)).map(fix -> DiagnosticTranslator.Said.of(name + " is a method of the tensor, which comes first", fix));
    }

    /** The compiler does not see a class or method that waits for another: what it waits for is the thing to say. */
    private Optional<DiagnosticTranslator.Said> unfinished(String kind, String name, String source) {
        var waiting = new UnfinishedDeclarations(session);
        return kind.equals("variable") ? Optional.empty() : session.unresolved(kind.equals("method") ? Declaration.Kind.METHOD : Declaration.Kind.TYPE, name)
            .map(declared -> waiting.said(declared, source));
    }

    /** {@code Conv2d(..)}, {@code new Conv2d(..)}, {@code nn.Conv2d(..)}: the layer's word is meant. */
    private static Optional<DiagnosticTranslator.Said> pytorch(String kind, String name, String source, int at) {
        Matcher module = MODULE.matcher(source);
        if ((name.equals("nn") || name.equals("torch") || name.equals("F")) && module.find()) {
            String their = module.group(1);
            String word = factory(their).orElse(their);
            return Optional.of(DiagnosticTranslator.Said.of("layers need no " + name + " in front: they are words of their own", module.replaceAll(word + "("), "why    " + their + " is " + word + " here"));
        }
        return factory(name).filter(word -> !word.equals(name) && !kind.equals("variable")).map(word -> DiagnosticTranslator.Said.of("the layer " + name + " is made by the word " + word,
            source.substring(0, at).replaceFirst("new\\s+$", "") + word + source.substring(at + name.length())));
    }

    private static Optional<String> factory(String className) {
        return Catalogue.all().stream().filter(s -> s.className().equals(className) || s.factory().equalsIgnoreCase(className)).map(Signature::factory).findFirst();
    }

    private static Optional<DiagnosticTranslator.Said> python(String name) {
        if (!PYTHON.contains(name)) {
            return Optional.empty();
        }
        String instead = switch (name) {
            case "self" -> "a class names its own fields without self";
            case "None" -> "null, or KEEP in a list of sizes";
            case "True", "False" -> name.toLowerCase(java.util.Locale.ROOT);
            case "print" -> "System.out.println(..), or just the value on a line of its own";
            case "len" -> ".size() of a list, .length of an array";
            default -> "all layers are words here: conv2d(..), relu()";
        };
        return Optional.of(DiagnosticTranslator.Said.of("there is no " + name + " in Java", null, "why    say " + instead));
    }

    /** A class that nobody declared: the import that would bring it, if Java has one of this name. */
    private DiagnosticTranslator.Said type(String name, String source, int at) {
        List<String> qualified = session.qualified(source.substring(0, Math.min(source.length(), at + name.length())));
        Optional<String> found = qualified.stream().filter(q -> q.startsWith("java")).findFirst().or(() -> qualified.stream().findFirst());
        if (found.isPresent()) {
            return DiagnosticTranslator.Said.of("the class " + name + " is not imported", "import " + found.get());
        }
        return meant("cannot find symbol: there is no class " + name, name, session.declared(Declaration.Kind.TYPE), source, at);
    }

    private DiagnosticTranslator.Said other(String kind, String name, String owner, String source, int at) {
        boolean method = kind.equals("method");
        Optional<DiagnosticTranslator.Said> hidden = hidden(owner, source, at);
        if (hidden.isPresent()) {
            return hidden.get();
        }
        if (!owner.isEmpty()) {
            return meant(owner + " has no " + (method ? "method " : "field ") + name, name, members(owner, method), source, at);
        }
        Optional<Signature> layer = ArgumentHints.layer(CursorContext.of(source, at));
        if (method && layer.isPresent() && !CursorContext.of(source, at).calls().isEmpty()) {
            List<String> options = layer.get().parameters().stream().map(p -> p.name()).toList();
            if (!WordList.words().contains(name)) {
                return new DiagnosticTranslator.Said(layer.get().factory() + " has no option " + name, List.of("why    " + layer.get().factory() + " has " + String.join(", ", options)),
                    RefusalTranslator.respelled(source, at, name, layer.get()));
            }
        }
        var known = new TreeSet<String>();
        if (method) {
            known.addAll(WordList.words());
            known.addAll(session.declared(Declaration.Kind.METHOD));
        } else {
            session.declared(Declaration.Kind.VARIABLE).stream().filter(v -> !v.startsWith("$")).forEach(known::add);
            Arrays.stream(Nn.class.getFields()).map(Field::getName).forEach(known::add);
        }
        return meant("cannot find symbol: there is no " + kind + " " + name, name, known, source, at);
    }

    /** A class of the user's that is called like a word for a size: where a value can stand, Java takes the word. */
    private Optional<DiagnosticTranslator.Said> hidden(String owner, String source, int at) {
        Matcher before = Pattern.compile("(\\w+)\\s*\\.\\s*$").matcher(source.substring(0, at));
        if (!owner.endsWith("Sym") || !before.find()) {
            return Optional.empty();
        }
        String name = before.group(1);
        return session.declared().stream().filter(d -> d.kind() == Declaration.Kind.TYPE && d.name().equals(name)).findFirst()
            .map(d -> DiagnosticTranslator.Said.of(name + " is the symbol " + name + " here, not your class " + name,
                d.source().strip().replaceAll("\\b" + name + "\\b", name + "Kind"), "why    where a value can stand, Java takes a variable before a class, and " + name + " is a word for a size;",
                "       under a longer name the class is seen"));
    }

    private static Collection<String> members(String owner, boolean method) {
        if (!owner.equals("Tensor")) {
            return List.of();
        }
        return (method ? Arrays.stream(Tensor.class.getMethods()).map(Method::getName) : Stream.<String>empty()).collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    /** The nearest of the known names in its place. */
    private static DiagnosticTranslator.Said meant(String message, String name, Collection<String> known, String source, int at) {
        List<String> near = ForeignNames.near(name, known);
        if (near.isEmpty() || name.length() < 2 || !source.startsWith(name, at)) {
            return DiagnosticTranslator.Said.of(message, null);
        }
        return DiagnosticTranslator.Said.of(message, source.substring(0, at) + near.get(0) + source.substring(at + name.length()), "why    nothing of this name is known; near it: " + String.join(", ", near));
    }
}
