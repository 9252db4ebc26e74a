package layerbook.session;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import layerbook.session.errors.ArgumentHints;
import layerbook.session.jshell.Declaration;
import layerbook.session.output.Showable;
import layerbook.session.output.ValueText;
import layerbook.session.text.CursorContext;

/** The documentation of what stands at a cursor: a layer, option, convention or command; a variable; a method of Java. */
final class Inspector {
    private final Engine engine;
    private final BiFunction<String, Boolean, Optional<Showable>> topics;

    /** @param topics what there is to say about a word of ours; true if a command is meant */
    Inspector(Engine engine, BiFunction<String, Boolean, Optional<Showable>> topics) {
        this.engine = engine;
        this.topics = topics;
    }

    Optional<Showable> inspect(String text, int cursor, int detail) {
        try {
            return found(text, cursor, detail);
        } catch (Command.Refused unknown) {
            return Optional.empty();
        }
    }

    private Optional<Showable> found(String text, int cursor, int detail) {
        int lineStart = text.lastIndexOf('\n', Math.max(0, cursor - 1)) + 1;
        String line = text.substring(lineStart).lines().findFirst().orElse("").strip();
        if (line.matches("(?s)[/%][a-zA-Z].*")) {
            return topics.apply("/" + line.substring(1).split("\\s")[0], true);
        }
        if (line.startsWith("?")) {
            return topics.apply(line.substring(1).strip(), false);
        }
        int end = beforeBrackets(text, cursor);
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        CursorContext place = CursorContext.of(text, end);
        return place.inText() ? Optional.empty() : word(place, text, end, detail);
    }

    /** Behind a call's closing bracket it is the call that is meant: back to where its brackets open. */
    private static int beforeBrackets(String text, int cursor) {
        int at = text.substring(0, cursor).stripTrailing().length() - 1;
        if (at < 0 || text.charAt(at) != ')') {
            return cursor;
        }
        for (int open = 0; at >= 0; at--) {
            open += text.charAt(at) == ')' ? 1 : text.charAt(at) == '(' ? -1 : 0;
            if (open == 0) {
                return at;
            }
        }
        return cursor;
    }

    private Optional<Showable> word(CursorContext place, String text, int end, int detail) {
        String word = place.word().isEmpty() ? place.calls().stream().map(CursorContext.Call::word).filter(w -> !w.isEmpty()).findFirst().orElse("") : place.word();
        if (word.isEmpty()) {
            return Optional.empty();
        }
        if (place.receiver() == null && declared(word).isPresent()) {
            return declared(word).map(this::variable);
        }
        if (isType(place.receiver())) {
            Optional<Showable> method = java(text.substring(place.statement(), end), place.word().isEmpty());
            if (method.isPresent()) {
                return method;
            }
        }
        Optional<Showable> ours = optionHere(place, word).or(() -> topics.apply(word, false));
        return ours.isPresent() ? ours.map(topic -> detail > 0 ? topic : beginning(topic)) : java(text.substring(place.statement(), end), place.word().isEmpty());
    }

    /** Whether a name in front of a dot is that of a class: {@code Math.sqrt} is Java's, not the operation on tensors. */
    private boolean isType(String receiver) {
        return receiver != null && !receiver.isEmpty() && Character.isUpperCase(receiver.charAt(0)) && declared(receiver).isEmpty();
    }

    /** In the brackets of a layer, the option of that layer is meant. */
    private Optional<Showable> optionHere(CursorContext place, String word) {
        return place.receiver() != null ? Optional.empty()
            : ArgumentHints.layer(place).filter(layer -> !layer.factory().equals(word) && layer.parameter(word).isPresent()).flatMap(layer -> topics.apply(layer.factory() + "." + word, false));
    }

    /** How it is written and what it does: all that stands above the first empty line. */
    private static Showable beginning(Showable topic) {
        return view -> topic.plain(view).lines().takeWhile(line -> !line.isBlank()).limit(6).collect(Collectors.joining("\n"));
    }

    private Optional<Declaration> declared(String name) {
        return engine.declared().stream().filter(d -> d.isVariable() && d.name().equals(name)).findFirst();
    }

    private Showable variable(Declaration variable) {
        String shown = ValueText.text(engine.valueOf(variable.name()));
        return view -> variable.type() + " " + variable.name() + " = " + shown;
    }

    private Optional<Showable> java(String code, boolean inBrackets) {
        List<String> signatures = signatures(inBrackets ? code : code + "(");
        signatures = signatures.isEmpty() ? signatures(code) : signatures;
        String all = String.join("\n", signatures);
        return signatures.isEmpty() ? Optional.empty() : Optional.of(view -> all);
    }

    private List<String> signatures(String asked) {
        return engine.signatures(asked).stream().limit(12).toList();
    }
}
