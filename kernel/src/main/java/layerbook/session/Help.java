package layerbook.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import layerbook.count.Conventions;
import layerbook.layer.Parameter;
import layerbook.layer.Signature;
import layerbook.layers.Catalogue;
import layerbook.session.output.Output;
import layerbook.session.output.Showable;
import layerbook.session.output.View;
import layerbook.session.text.SimilarWords;
import layerbook.session.words.WordList;
import layerbook.table.Figures;
import layerbook.table.Widths;

/** Help: one screen of what there is, and a page for each layer, option, convention and command. */
final class Help {
    /** Which commands belong together; those that others add stand under the last. */
    private static final Map<String, List<String>> GROUPS = groups();

    private final Commands commands;
    private final Echo echo;

    Help(Commands commands, Echo echo) {
        this.commands = commands;
        this.echo = echo;
    }

    private static Map<String, List<String>> groups() {
        var groups = new LinkedHashMap<String, List<String>>();
        groups.put("look", List.of("net", "explain", "flops", "echo", "batch", "summary", "tree", "chart", "memory", "backward", "list", "vars", "imports"));
        groups.put("learn", List.of("predict", "quiz", "compare", "whatif"));
        groups.put("change", List.of("undo", "redo", "diff", "edit", "replace", "drop", "rerun", "reset"));
        groups.put("keep", List.of("save", "open", "run"));
        groups.put("more", List.of("help", "why", "time", "set", "keys", "exit"));
        return groups;
    }

    void show(Invocation c) {
        String word = c.arguments().replaceAll("\\(.*", "").strip();
        c.show(new Output.Shown(word.isEmpty() ? ascii(this::overview) : topic(word).orElseThrow(() -> unknown(word))));
    }

    private static Showable ascii(Showable page) {
        return view -> view.unicode() ? page.plain(view) : Figures.ascii(page.plain(view));
    }

    // ---- the overview

    private String overview(View view) {
        var lines = new ArrayList<String>();
        lines.addAll(Widths.wrap("Java, statement by statement. A bare layer is added to the network of the last input(..):", view.width()));
        lines.add("  input(3, 32, 32)    conv2d(16, 3, padding(1))    relu()    params()");
        lines.add("");
        grouped().forEach((group, members) -> row(lines, group, members, view.width()));
        lines.add("");
        lines.addAll(Widths.wrap("?conv2d all about a layer; ?padding, ?FLOPS, ?/undo too. /undo is undo() in a notebook, and so are the others.", view.width()));
        lines.addAll(Widths.wrap("A ; at the end of the line mutes the table.", view.width()));
        return String.join("\n", lines);
    }

    private Map<String, List<Command>> grouped() {
        var grouped = new LinkedHashMap<String, List<Command>>();
        var others = new ArrayList<>(commands.all());
        GROUPS.forEach((group, names) -> {
            var members = new ArrayList<Command>();
            names.forEach(name -> commands.all().stream().filter(c -> c.name().equals(name)).forEach(members::add));
            others.removeAll(members);
            grouped.put(group, members);
        });
        grouped.get("more").addAll(others);
        return grouped;
    }

    /** Commands with what may stand behind them, none of them broken over two lines. */
    private static void row(List<String> lines, String group, List<Command> members, int width) {
        String indent = "          ";
        var line = new StringBuilder(String.format("  %-8s", group));
        for (Command each : members) {
            String said = ("/" + each.name() + " " + each.usage()).strip();
            if (line.length() > indent.length() && line.length() + 3 + said.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
            }
            line.append(line.length() > indent.length() ? "   " : "").append(said);
        }
        if (!members.isEmpty()) {
            lines.add(line.toString());
        }
    }

    // ---- pages

    /** All there is to say about a word; {@code conv2d.padding} is an option of a certain layer. */
    Optional<Showable> topic(String word) {
        Optional<Signature> layer = Catalogue.find(word);
        if (layer.isPresent()) {
            return Optional.of(ascii(new LayerPage(layer.get(), echo)::plain));
        }
        if (Conventions.find(word).isPresent()) {
            return Optional.of(ascii(v -> convention(word, v)));
        }
        if (word.startsWith("/")) {
            Command command = commands.find(word.substring(1));
            return Optional.of(ascii(v -> command(command, v)));
        }
        int dot = word.indexOf('.');
        return dot > 0 ? optionOf(word.substring(0, dot), word.substring(dot + 1)) : WordList.help(word).or(() -> option(word)).or(() -> commandNamed(word)).or(() -> facade(word));
    }

    private static String convention(String name, View view) {
        var convention = Conventions.find(name).orElseThrow();
        return String.join("\n", Widths.wrap(convention.name() + ": " + convention.sentence(), view.width()))
            + "\n  /flops " + convention.name() + "          tables speak in it\n  flops(" + convention.name() + ")          the number\n  /flops all"
            + " ".repeat(Math.max(1, convention.name().length() + 6)) + "every convention side by side";
    }

    private static String command(Command command, View view) {
        var lines = new ArrayList<String>();
        lines.add(("/" + command.name() + " " + command.usage()).strip());
        Widths.wrap(command.summary(), view.width() - 2).forEach(l -> lines.add("  " + l));
        List<String> ways = WordList.signatures(command.name());
        if (!ways.isEmpty()) {
            lines.add("  in Java: " + String.join("  ", ways));
        }
        return String.join("\n", lines);
    }

    private Optional<Showable> commandNamed(String word) {
        return commands.all().stream().filter(c -> c.name().equals(word)).findFirst().map(c -> ascii(v -> command(c, v)));
    }

    private static Optional<Showable> optionOf(String layer, String name) {
        return Catalogue.find(layer).flatMap(s -> s.parameter(name)).map(p -> ascii(v -> String.join("\n", Widths.wrap(layer + "'s " + name + ": " + p.meaning(), v.width())) + "\n  " + LayerPage.need(p)));
    }

    private static Optional<Showable> option(String word) {
        List<Signature> having = Catalogue.all().stream().filter(s -> s.parameter(word).isPresent()).toList();
        if (having.isEmpty()) {
            return Optional.empty();
        }
        var meanings = new LinkedHashMap<String, List<String>>();
        for (Signature s : having) {
            Parameter p = s.parameter(word).orElseThrow();
            meanings.computeIfAbsent(p.meaning() + " (" + LayerPage.need(p) + ")", m -> new ArrayList<>()).add(s.factory());
        }
        return Optional.of(ascii(v -> {
            var lines = new ArrayList<String>();
            lines.add(word + "(..)");
            meanings.forEach((meaning, layers) -> {
                Widths.wrap(meaning, v.width() - 2).forEach(l -> lines.add("  " + l));
                Widths.wrap("of " + String.join(", ", layers), v.width() - 4).forEach(l -> lines.add("    " + l));
            });
            return String.join("\n", lines);
        }));
    }

    private static Optional<Showable> facade(String word) {
        List<String> ways = WordList.signatures(word);
        return ways.isEmpty() ? Optional.empty() : Optional.of(v -> String.join("\n", ways));
    }

    private Command.Refused unknown(String word) {
        List<String> near = SimilarWords.nearest(word, words(commands).apply(""));
        return new Command.Refused("there is no help on " + word, near.isEmpty() ? "/help" : "?" + near.get(0));
    }

    /** Everything that there is a page on. */
    static Function<String, List<String>> words(Commands commands) {
        return typed -> {
            var known = new ArrayList<String>();
            Catalogue.all().forEach(s -> known.add(s.factory()));
            Catalogue.all().forEach(s -> s.parameters().forEach(p -> known.add(p.name())));
            Conventions.all().forEach(x -> known.add(x.name()));
            commands.all().forEach(x -> known.add("/" + x.name()));
            return known.stream().distinct().sorted().toList();
        };
    }
}
