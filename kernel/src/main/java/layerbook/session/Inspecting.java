package layerbook.session;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import jdk.jshell.JShell;

/** The documentation of what stands at a cursor: a layer, option, convention or command; a variable; a method of Java. */
final class Inspecting {
    private final JShell shell;
    private final BiFunction<String, Boolean, Optional<Showable>> topics;
    private final java.util.function.Function<String, Object> values;

    /** @param topics what there is to say about a word of ours; true if a command is meant */
    Inspecting(JShell shell, BiFunction<String, Boolean, Optional<Showable>> topics, java.util.function.Function<String, Object> values) {
        this.shell = shell;
        this.topics = topics;
        this.values = values;
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
        int end = cursor;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        Place place = Place.of(text, end);
        return place.inText() ? Optional.empty() : word(place, text, end, detail);
    }

    private Optional<Showable> word(Place place, String text, int end, int detail) {
        String word = place.word().isEmpty() ? place.calls().stream().map(Place.Call::word).filter(w -> !w.isEmpty()).findFirst().orElse("") : place.word();
        if (word.isEmpty()) {
            return Optional.empty();
        }
        if (place.receiver() == null && shell.variables().anyMatch(v -> v.name().equals(word))) {
            return variable(word);
        }
        Optional<Showable> ours = topics.apply(word, false);
        return ours.isPresent() ? ours.map(topic -> detail > 0 ? topic : firstLine(topic)) : java(text.substring(place.statement(), end), place.word().isEmpty());
    }

    private static Showable firstLine(Showable topic) {
        return view -> topic.plain(view).lines().limit(2).collect(Collectors.joining("\n"));
    }

    private Optional<Showable> variable(String name) {
        String type = shell.variables().filter(v -> v.name().equals(name)).map(v -> v.typeName()).findFirst().orElse("");
        String shown = Values.text(values.apply(name));
        return Optional.of(view -> type + " " + name + " = " + shown);
    }

    private Optional<Showable> java(String code, boolean inBrackets) {
        String asked = inBrackets ? code : code + "(";
        List<String> signatures = shell.sourceCodeAnalysis().documentation(asked, asked.length(), false).stream()
            .map(d -> d.signature()).distinct().limit(12).toList();
        return signatures.isEmpty() ? Optional.empty() : Optional.of(view -> String.join("\n", signatures));
    }
}
