package layerbook.session;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The documentation of what stands at a cursor: a layer, option, convention or command; a variable; a method of Java. */
final class Inspecting {
    private final Engine engine;
    private final BiFunction<String, Boolean, Optional<Showable>> topics;

    /** @param topics what there is to say about a word of ours; true if a command is meant */
    Inspecting(Engine engine, BiFunction<String, Boolean, Optional<Showable>> topics) {
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
        if (place.receiver() == null && declared(word).isPresent()) {
            return declared(word).map(this::variable);
        }
        Optional<Showable> ours = optionHere(place, word).or(() -> topics.apply(word, false));
        return ours.isPresent() ? ours.map(topic -> detail > 0 ? topic : firstLine(topic)) : java(text.substring(place.statement(), end), place.word().isEmpty());
    }

    /** In the brackets of a layer, the option of that layer is meant. */
    private Optional<Showable> optionHere(Place place, String word) {
        return place.receiver() != null ? Optional.empty()
            : Hints.layer(place).filter(layer -> !layer.factory().equals(word) && layer.parameter(word).isPresent()).flatMap(layer -> topics.apply(layer.factory() + "." + word, false));
    }

    private static Showable firstLine(Showable topic) {
        return view -> topic.plain(view).lines().limit(2).collect(Collectors.joining("\n"));
    }

    private Optional<Declared> declared(String name) {
        return engine.declared().stream().filter(d -> d.isVariable() && d.name().equals(name)).findFirst();
    }

    private Showable variable(Declared variable) {
        String shown = Values.text(engine.valueOf(variable.name()));
        return view -> variable.type() + " " + variable.name() + " = " + shown;
    }

    private Optional<Showable> java(String code, boolean inBrackets) {
        String asked = inBrackets ? code : code + "(";
        List<String> signatures = engine.shell().sourceCodeAnalysis().documentation(asked, asked.length(), false).stream()
            .map(d -> d.signature()).distinct().limit(12).toList();
        return signatures.isEmpty() ? Optional.empty() : Optional.of(view -> String.join("\n", signatures));
    }
}
