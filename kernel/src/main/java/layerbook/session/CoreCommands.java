package layerbook.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import layerbook.count.Convention;
import layerbook.count.Conventions;
import layerbook.layer.Layer;
import layerbook.layer.Parameter;
import layerbook.layer.Signature;
import layerbook.layers.Catalogue;
import layerbook.lesson.Explanation;
import layerbook.net.Call;
import layerbook.net.Graph;
import layerbook.table.EchoTable;
import layerbook.table.Grid;

/** The commands that every face of the program has. */
final class CoreCommands {
    private final Session session;
    private final Echo echo;
    private final History history;

    private CoreCommands(Session session, Echo echo, History history) {
        this.session = session;
        this.echo = echo;
        this.history = history;
    }

    static CoreCommands register(Commands commands, Session session, Echo echo, History history) {
        var core = new CoreCommands(session, echo, history);
        commands.add(new Command("help", "[word]", "this list, or all about a layer, option, convention or command", c -> core.help(commands, c)));
        commands.add(new Command("net", "[row or name]", "the whole network as a table", core::net));
        commands.add(new Command("undo", "[how many]", "takes the last statement back", core::undo));
        commands.add(new Command("redo", "", "does again what was undone", core::redo));
        commands.add(new Command("echo", "brief|table|teach", "what is shown after a statement", core::echo, t -> List.of("brief", "table", "teach")));
        commands.add(new Command("flops", "[convention|all]", "in whose numbers tables speak", core::flops,
            t -> java.util.stream.Stream.concat(Conventions.all().stream().map(Convention::name), java.util.stream.Stream.of("all")).toList()));
        commands.add(new Command("explain", "row|name", "how the numbers of a row came about", core::explain));
        commands.add(new Command("whatif", "row|name argument values", "the network with other values of one argument", core::whatIf));
        commands.add(new Command("reset", "", "an empty network; variables stay", core::reset));
        commands.add(new Command("imports", "", "what is imported", c -> c.say(session.imports())));
        commands.add(new Command("vars", "", "the variables and their values", c -> c.say(session.variables())));
        commands.add(new Command("why", "", "all of Java's words on the last error", core::why));
        Revising.register(commands, session, echo, history);
        return core;
    }

    private void help(Commands commands, Invocation c) {
        String word = c.arguments().replaceAll("\\(.*", "").strip();
        if (word.isEmpty()) {
            var lines = new ArrayList<String>();
            lines.add("Java, statement by statement; a bare layer is added to the network of the last input(..).");
            lines.add("  input(3, 32, 32)    conv2d(16, 3, padding(1))    relu()    explain(1)    params()");
            commands.all().forEach(each -> lines.add(String.format("  %-28s %s", "/" + each.name() + " " + each.usage(), each.summary())));
            lines.add("  ?conv2d                      all about a layer; ?padding, ?FLOPS and ?/undo too");
            lines.add("A ; at the end of the line mutes the table.");
            c.say(String.join("\n", lines));
            return;
        }
        c.show(new Output.Shown(topic(commands, word).orElseThrow(() -> unknown(commands, word))));
    }

    /** All there is to say about a word. */
    Optional<Showable> topic(Commands commands, String word) {
        Optional<Signature> layer = Catalogue.find(word);
        if (layer.isPresent()) {
            return Optional.of(layer(layer.get()));
        }
        Optional<Convention> convention = Conventions.find(word);
        if (convention.isPresent()) {
            return Optional.of(v -> convention.get().name() + ": " + convention.get().sentence());
        }
        if (word.startsWith("/")) {
            Command command = commands.find(word.substring(1));
            return Optional.of(v -> "/" + command.name() + " " + command.usage() + "\n  " + command.summary());
        }
        List<String> having = Catalogue.all().stream().filter(s -> s.parameter(word).isPresent()).map(Signature::factory).toList();
        if (having.isEmpty()) {
            return Optional.empty();
        }
        Parameter p = Catalogue.find(having.get(0)).orElseThrow().parameter(word).orElseThrow();
        return Optional.of(v -> word + "(..): " + p.meaning() + "\n" + String.join("\n", layerbook.table.Widths.wrap("of " + String.join(", ", having), v.width())));
    }

    private Command.Refused unknown(Commands commands, String word) {
        var known = new ArrayList<String>();
        Catalogue.all().forEach(s -> known.add(s.factory()));
        Catalogue.all().forEach(s -> s.parameters().forEach(p -> known.add(p.name())));
        Conventions.all().forEach(x -> known.add(x.name()));
        commands.all().forEach(x -> known.add("/" + x.name()));
        List<String> near = Likeness.nearest(word, known);
        return new Command.Refused("there is no help on " + word, near.isEmpty() ? "/help" : "?" + near.get(0));
    }

    private Showable layer(Signature s) {
        var lines = new ArrayList<String>();
        lines.add(s.usage());
        lines.add("  " + s.doc());
        lines.add("");
        for (Parameter p : s.parameters()) {
            String need = p.need() == Parameter.Need.OPTIONAL ? p.standard() == null ? "not given" : "standard " + layerbook.layer.Arguments.briefValue(p.standard())
                : p.need() == Parameter.Need.INFERRED ? "taken from the input if left out" : "needed";
            lines.add(String.format("  %-18s %s (%s)", p.name(), p.meaning(), need));
        }
        return view -> lines.stream().flatMap(l -> layerbook.table.Widths.wrap(l, view.width()).stream()).collect(Collectors.joining("\n")) + example(s, view);
    }

    /** The layer worked with the current tensor where it can be made without more than its channels. */
    private String example(Signature s, View view) {
        Graph g = echo.book().graph();
        if (g.lastInput() == null) {
            return "";
        }
        Call tip = g.tip(g.networkOf(g.lastInput()));
        for (Object[] arguments : new Object[][] {{}, {16}, {2}, {16, 3}}) {
            try {
                Layer layer = s.read(arguments);
                var applied = layerbook.layer.Applied.of(layer, layerbook.layer.Inputs.of(tip.outputs().get(0)));
                var cost = new layerbook.count.Site(applied, true, null, null).cost(echo.convention());
                return "\n\nHere, for example:\n" + Explanation.of(s.factory(), "", applied, echo.convention(), cost).text(view.width(), view.unicode(), view.colour());
            } catch (layerbook.shape.Refusal wrongArguments) {
                continue;
            }
        }
        return "";
    }

    private void net(Invocation c) {
        Graph g = echo.book().graph();
        if (g.isEmpty()) {
            throw new Command.Refused("there is no network yet", "input(3, 32, 32)");
        }
        int network = c.arguments().isEmpty() ? g.networkOf(g.last()) : network(g, meant(c.arguments()));
        Grid grid = EchoTable.of(g, network, g.size(), echo.convention(), true);
        c.show(new Output.Shown(Echo.showable(grid)));
    }

    private static int network(Graph g, Object meant) {
        return meant instanceof Call call ? g.networkOf(call) : Asking.view(meant).number();
    }

    /** A variable's value, else a row by its number or name. */
    private Object meant(String text) {
        Object value = session.valueOf(text);
        return value != null && !(value instanceof Number) && !(value instanceof String) ? value : Asking.call(row(text));
    }

    private static Object row(String text) {
        return text.matches("\\d{1,9}") ? (Object) Integer.valueOf(text) : text;
    }

    private void undo(Invocation c) {
        int times = c.arguments().matches("\\d+") ? Integer.parseInt(c.arguments()) : 1;
        for (int i = 0; i < times; i++) {
            String undone = history.undo().orElseThrow(() -> new Command.Refused("there is nothing to take back", "/list"));
            c.say("undone: " + undone.strip());
        }
        now(c);
    }

    private void redo(Invocation c) {
        String again = history.redo().orElseThrow(() -> new Command.Refused("there is nothing to do again", "/list"));
        c.say("done again: " + again.strip());
        now(c);
    }

    private void now(Invocation c) {
        Graph g = echo.book().graph();
        if (g.isEmpty()) {
            c.say("The network is empty.");
        } else {
            c.show(new Output.Shown(Echo.showable(EchoTable.of(g, g.size(), echo.convention(), false))));
        }
    }

    private void echo(Invocation c) {
        try {
            if (!c.arguments().isEmpty()) {
                echo.mode(Echo.Mode.valueOf(c.arguments().toUpperCase(Locale.ROOT)));
            }
            c.say("echo " + echo.mode().name().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Command.Refused("/echo is brief, table or teach, not " + c.arguments(), "/echo table");
        }
    }

    private void flops(Invocation c) {
        if (c.arguments().equals("all")) {
            c.show(new Output.Shown(Echo.showable(Asking.all(null))));
            return;
        }
        if (!c.arguments().isEmpty()) {
            echo.convention(Conventions.find(c.arguments()).orElseThrow(() -> new Command.Refused("there is no convention " + c.arguments()
                + "; there are " + Conventions.all().stream().map(Convention::name).collect(Collectors.joining(", ")), "/flops FLOPS")));
        }
        c.say(echo.convention().name() + ": " + echo.convention().sentence());
        if (!echo.book().graph().isEmpty()) {
            now(c);
        }
    }

    private void whatIf(Invocation c) {
        String[] words = c.arguments().isEmpty() ? new String[0] : c.arguments().split("[ ,]+");
        if (words.length < 3) {
            throw new Command.Refused("/whatif wants a row or a name, an argument, and values", "/whatif 1 kernelSize 1 3 5 7");
        }
        Object[] values = java.util.Arrays.stream(words).skip(2).map(CoreCommands::value).toArray();
        c.show(new Output.Shown(Echo.showable(Asking.whatIf(meant(words[0]), words[1], values))));
    }

    private static Object value(String word) {
        return word.matches("-?\\d{1,18}") ? (Object) Long.valueOf(word) : word.matches("-?\\d*\\.\\d+") ? (Object) Double.valueOf(word)
            : word.matches("true|false") ? (Object) Boolean.valueOf(word) : word.replace("\"", "");
    }

    private void explain(Invocation c) {
        if (c.arguments().isEmpty()) {
            throw new Command.Refused("/explain wants a row number or a name", "/explain 1");
        }
        c.show(new Output.Shown(Echo.showable(Asking.explain(meant(c.arguments())))));
    }

    private void reset(Invocation c) {
        history.mark("/reset");
        echo.book().go(Graph.empty());
        c.say("The network is empty; /undo brings it back.");
    }

    private void why(Invocation c) {
        String words = session.why();
        if (words.isEmpty()) {
            throw new Command.Refused("nothing went wrong so far", "/help");
        }
        c.say(words);
    }
}
