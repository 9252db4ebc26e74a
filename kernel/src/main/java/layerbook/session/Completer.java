package layerbook.session;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import layerbook.layer.Option;
import layerbook.layer.Parameter;
import layerbook.layer.Signature;
import layerbook.layers.Catalogue;
import layerbook.session.errors.ArgumentHints;
import layerbook.session.jshell.Declaration;
import layerbook.session.jshell.Shells;
import layerbook.session.output.Completion;
import layerbook.session.python.PythonSession;
import layerbook.session.text.CursorContext;
import layerbook.session.text.JavaText;
import layerbook.session.words.FileFolders;
import layerbook.session.words.Nn;

/**
 * What could stand at a cursor. Layers, their options, variables and words are looked up directly, which takes a millisecond; the compiler is asked
 * only for what only it knows.
 */
final class Completer {
    private static final Pattern FILE = Pattern.compile("\\bload\\(\"([^\"\\n ]*)$");
    private static final Pattern DOTTED = Pattern.compile("(?<![\\w.])([A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*)\\.(\\w*)$");
    private static final Map<String, Completion> WORDS = new TreeMap<>();

    private final Engine engine;
    private final Commands commands;
    private final ArgumentHints hints;

    Completer(Engine engine, Commands commands, ArgumentHints hints) {
        this.engine = engine;
        this.commands = commands;
        this.hints = hints;
    }

    List<Completion> complete(String text, int cursor) {
        Optional<Replacement> replacement = Replacement.at(text, cursor);
        if (replacement.isPresent()) {
            return replacing(replacement.get(), text, cursor);
        }
        String before = text.substring(0, Math.min(cursor, text.length()));
        String line = before.substring(before.lastIndexOf('\n') + 1);
        if (line.matches("(?s)[/%][a-zA-Z?!-]*(\\s.*)?")) {
            return shifted(commands.complete(line), before.length() - line.length());
        }
        if (line.matches("\\?\\s*[\\w/]*")) {
            return topics(before);
        }
        CursorContext place = CursorContext.of(text, cursor);
        if (place.inText()) {
            return files(before);
        }
        List<Completion> found = place.receiver() == null ? words(place, before) : python(before);
        found = place.receiver() != null && found.isEmpty() ? members(place, before) : found;
        return found.stream().distinct().toList();
    }

    /** Inside of the text that {@code load("..} begins: names of files. */
    private List<Completion> files(String before) {
        Matcher begun = FILE.matcher(before);
        if (!begun.find()) {
            return List.of();
        }
        return FileNames.complete(begun.group(1), FileFolders.folders(engine.echo().book())).stream()
            .map(name -> new Completion(name, begun.start(1), "file", "", "")).toList();
    }

    private List<Completion> replacing(Replacement replacement, String text, int cursor) {
        var there = new Completer(engine, commands, new ArgumentHints(() -> replacement.graph(engine)));
        return shifted(there.complete(text.substring(replacement.from()), cursor - replacement.from()), replacement.from());
    }

    private static List<Completion> shifted(List<Completion> found, int by) {
        return by == 0 ? found : found.stream().map(c -> new Completion(c.text(), c.from() + by, c.kind(), c.signature(), c.doc())).toList();
    }

    /** Behind a question mark: everything there is help on. */
    private List<Completion> topics(String before) {
        int from = before.lastIndexOf('?') + 1;
        while (from < before.length() && before.charAt(from) == ' ') {
            from++;
        }
        String typed = before.substring(from);
        int at = from;
        var found = new ArrayList<Completion>();
        Catalogue.all().stream().filter(s -> begins(s.factory(), typed))
            .forEach(s -> found.add(new Completion(s.factory(), at, "layer", s.usage(), s.firstSentence())));
        commands.all().stream().filter(c -> ("/" + c.name()).startsWith(typed))
            .forEach(c -> found.add(new Completion("/" + c.name(), at, "command", "", c.summary())));
        return found;
    }

    private List<Completion> words(CursorContext place, String before) {
        var found = new ArrayList<Completion>();
        ArgumentHints.layer(place).ifPresent(layer -> found.addAll(options(layer, place)));
        boolean argument = !found.isEmpty();
        if (!argument || !place.word().isEmpty()) {
            variables(place, found);
        }
        if (argument) {
            return found;
        }
        layers(place, found);
        facade().values().stream().filter(w -> begins(w.text(), place.word()))
            .forEach(w -> found.add(new Completion(w.text(), place.from(), w.kind(), w.signature(), w.doc())));
        if (!place.word().isEmpty()) {
            JavaText.KEYWORDS.stream().filter(k -> k.startsWith(place.word())).sorted()
                .forEach(k -> found.add(new Completion(k, place.from(), "keyword", "", "")));
            if (found.isEmpty() || Character.isUpperCase(place.word().charAt(0))) {
                compiler(before, place, found);
            }
        }
        return found;
    }

    /** The options of this layer that have not been given yet; what is required comes by position. */
    private List<Completion> options(Signature layer, CursorContext place) {
        CursorContext.Call inner = place.calls().get(0);
        if (!inner.word().equals(layer.factory())) {
            return List.of();
        }
        Set<String> given = Set.copyOf(inner.inside());
        return layer.parameters().stream()
            .filter(p -> begins(p.name(), place.word()) && !given.contains(p.name()) && (p.need() == Parameter.Need.OPTIONAL || !place.word().isEmpty()))
            .map(p -> new Completion(p.name() + "(", place.from(), "option", p.name() + "(" + ArgumentHints.standard(p.standard()) + ")", p.meaning()))
            .toList();
    }

    private void variables(CursorContext place, List<Completion> found) {
        for (Declaration each : engine.declared()) {
            if (begins(each.name(), place.word())) {
                switch (each.kind()) {
                    case VARIABLE -> variable(each, place, found);
                    case METHOD -> found.add(new Completion(each.name() + "(", place.from(), "method", each.name() + "(" + each.parameters() + ")", ""));
                    default -> found.add(new Completion(each.name(), place.from(), "class", "", ""));
                }
            }
        }
    }

    private static void variable(Declaration variable, CursorContext place, List<Completion> found) {
        if (!variable.name().startsWith("$") || place.word().startsWith("$")) {
            found.add(new Completion(variable.name(), place.from(), "variable", variable.type() + " " + variable.name(), ""));
        }
    }

    private void layers(CursorContext place, List<Completion> found) {
        Catalogue.all().stream().filter(s -> begins(s.factory(), place.word())).sorted(Comparator.comparing(Signature::factory))
            .forEach(s -> found.add(new Completion(s.factory() + (s.parameters().isEmpty() ? "()" : "("), place.from(), "layer", hints.brief(s), s.firstSentence())));
    }

    /** The other words of the facade, options included; made once. */
    private static synchronized Map<String, Completion> facade() {
        if (WORDS.isEmpty()) {
            for (Method method : Nn.class.getMethods()) {
                if (Modifier.isStatic(method.getModifiers()) && Catalogue.find(method.getName()).isEmpty()) {
                    String kind = method.getReturnType() == Option.class ? "option" : "method";
                    WORDS.merge(method.getName(), new Completion(method.getName() + "(", 0, kind, signature(method), ""),
                        (a, b) -> a.signature().length() <= b.signature().length() ? a : b);
                }
            }
        }
        return WORDS;
    }

    /** Behind {@code nn.}, {@code F.}, {@code torch.} and names that only Python knows: what Python has there. */
    private List<Completion> python(String before) {
        Matcher dotted = DOTTED.matcher(before);
        return !dotted.find() ? List.of() : engine.python().members(dotted.group(1), dotted.group(2)).stream()
            .map(m -> python(m, dotted.start(2))).toList();
    }

    private static Completion python(PythonSession.Member member, int from) {
        boolean called = member.kind().equals("class") || member.kind().equals("function");
        Optional<Signature> layer = Catalogue.all().stream().filter(s -> s.className().equals(member.name())).findFirst();
        String doc = member.kind().equals("class") ? layer.map(Signature::firstSentence).orElse("") : "";
        return new Completion(member.name() + (called ? "(" : ""), from, member.kind(), "", doc);
    }

    /** Behind a dot: the methods of the value if the variable has one, for no compiler has to be asked then. */
    private List<Completion> members(CursorContext place, String before) {
        var found = new ArrayList<Completion>();
        Object value = place.receiver().isEmpty() ? null : engine.valueOf(place.receiver());
        if (value == null || !Modifier.isPublic(value.getClass().getModifiers())) {
            compiler(before, place, found);
            return found;
        }
        Map<String, Completion> methods = new LinkedHashMap<>();
        Arrays.stream(value.getClass().getMethods())
            .filter(m -> begins(m.getName(), place.word()) && m.getDeclaringClass() != Object.class && !Modifier.isStatic(m.getModifiers()) && !m.isSynthetic())
            .sorted(Comparator.comparing(Method::getName).thenComparing(Method::getParameterCount))
            .forEach(m -> methods.putIfAbsent(m.getName(), new Completion(m.getName() + (m.getParameterCount() == 0 ? "()" : "("), place.from(), "method",
                signature(m), Catalogue.find(m.getName()).map(Signature::firstSentence).orElse(""))));
        return List.copyOf(methods.values());
    }

    private static String signature(Method method) {
        return method.getName() + Arrays.stream(method.getParameters())
            .map(p -> p.isVarArgs() ? p.getType().getComponentType().getSimpleName() + "... " + p.getName() : p.getType().getSimpleName() + " " + p.getName())
            .collect(Collectors.joining(", ", "(", ")"));
    }

    private void compiler(String before, CursorContext place, List<Completion> found) {
        String statement = before.substring(place.statement());
        if (statement.stripLeading().startsWith("import ")) {
            engine.qualified("Object"); // packages are known when all classes are
        } else {
            engine.index();
        }
        Set<String> known = found.stream().map(c -> c.text().replaceAll("\\(.*", "")).collect(Collectors.toSet());
        Shells.Suggestions suggestions = engine.suggestions(statement);
        suggestions.continuations().stream().filter(text -> known.add(text.replaceAll("\\(.*", "")))
            .forEach(text -> found.add(new Completion(text, place.statement() + suggestions.from(), text.contains("(") ? "method" : "class", "", "")));
    }

    private static boolean begins(String name, String typed) {
        return name.length() >= typed.length() && name.toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT));
    }
}
