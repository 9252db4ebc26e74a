package layerbook.session;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import layerbook.count.Convention;
import layerbook.count.Conventions;
import layerbook.count.NetworkView;
import layerbook.net.Call;
import layerbook.net.Graph;
import layerbook.session.jshell.History;
import layerbook.session.jshell.UndoStack;
import layerbook.session.output.Output;
import layerbook.session.text.SimilarWords;
import layerbook.session.words.Selectors;
import layerbook.session.words.ValueDisplay;
import layerbook.shape.Refusal;
import layerbook.table.BlockTable;
import layerbook.table.EchoTable;
import layerbook.table.Grid;

/** The commands that every face of the program has. */
final class CoreCommands {
    private static final Pattern DEPTH = Pattern.compile("(.*?)\\s*\\bdepth ([1-9]\\d{0,3})");

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
        commands.add(new Command("help", "[word]", "this list, or all about a layer, option, convention or command", c -> new Help(commands, echo).show(c), Help.words(commands)));
        commands.add(new Command("net", "[row or name] [depth n]", "the whole network as a table, or its blocks as rows", core::net));
        commands.add(new Command("undo", "[how many]", "takes the last statement back", core::undo));
        commands.add(new Command("redo", "", "does again what was undone", core::redo));
        commands.add(new Command("echo", "brief|table|teach", "what is shown after a statement", core::echo, t -> List.of("brief", "table", "teach")));
        commands.add(new Command("flops", "[convention|all]", "in whose numbers tables speak", core::flops,
            t -> java.util.stream.Stream.concat(Conventions.all(echo.book()).stream().map(Convention::name), java.util.stream.Stream.of("all")).toList()));
        commands.add(new Command("batch", "[examples]", "how many examples the work in tables is that of", core::batch));
        commands.add(new Command("explain", "row|name", "how the numbers of a row came about", core::explain));
        commands.add(new Command("whatif", "row|name argument values", "the network with other values of one argument", core::whatIf));
        commands.add(new Command("reset", "", "an empty network; variables stay", core::reset));
        commands.add(new Command("imports", "", "what is imported", c -> c.say(session.imports())));
        commands.add(new Command("vars", "", "the variables and their values", c -> c.say(session.variables())));
        commands.add(new Command("why", "", "all of Java's words on the last error", core::why));
        FaceCommands.register(commands, echo);
        RevisionCommands.register(commands, session, echo, history);
        TableCommands.register(commands, session, echo, history);
        return core;
    }

    private void net(Invocation c) {
        Graph g = echo.book().graph();
        if (g.isEmpty()) {
            throw new Command.Refused("there is no network yet", "input(3, 32, 32)");
        }
        Matcher deep = DEPTH.matcher(c.arguments());
        String which = deep.matches() ? deep.group(1) : c.arguments();
        int network = which.isEmpty() ? g.networkOf(g.last()) : network(g, meant("net", c, which));
        Grid grid = deep.matches() ? BlockTable.of(new NetworkView(g, network), Integer.parseInt(deep.group(2)), echo.convention())
            : EchoTable.of(g, network, g.size(), echo.convention(), true, echo.batch());
        c.show(new Output.Shown(ValueDisplay.showable(grid)));
    }

    private static int network(Graph g, Object meant) {
        return meant instanceof Call call ? g.networkOf(call) : Selectors.view(meant).number();
    }

    /** What the first of a command's arguments means: a variable's value, else a row by its number or name. */
    private Object meant(String command, Invocation c, String text) {
        Object value = session.valueOf(text);
        if (value != null && !(value instanceof Number) && !(value instanceof String)) {
            return value;
        }
        try {
            return Selectors.call(row(text));
        } catch (Refusal refusal) {
            String near = Selectors.nearestName(text);
            throw near == null ? refusal : refusal.fix("/" + command + " " + near + c.arguments().substring(text.length()));
        }
    }

    private static Object row(String text) {
        return text.matches("\\d{1,9}") ? (Object) Integer.valueOf(text) : text;
    }

    private void undo(Invocation c) {
        int times = c.arguments().matches("\\d+") ? Integer.parseInt(c.arguments()) : 1;
        for (int i = 0; i < times; i++) {
            String undone = history.undo().orElseThrow(() -> new Command.Refused(history.isForgetful()
                ? String.format(Locale.ROOT, "there is nothing more to take back: undo keeps the last %,d changes, fewer if they hold large values", UndoStack.FARTHEST)
                : "there is nothing to take back", "/list"));
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
            c.show(new Output.Shown(ValueDisplay.showable(echo.table(g, g.size()))));
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

    private void batch(Invocation c) {
        if (!c.arguments().isEmpty()) {
            if (!c.arguments().matches("[1-9]\\d{0,17}")) {
                throw new Command.Refused("/batch is a number of examples from 1 on, not " + c.arguments(), "/batch 32");
            }
            echo.batch(new BigInteger(c.arguments()));
        }
        c.say(echo.batch().equals(BigInteger.ONE) ? "tables are per example" : "tables are for a batch of " + echo.batch());
        Graph g = echo.book().graph();
        if (!c.arguments().isEmpty() && !g.isEmpty()) {
            c.show(new Output.Shown(ValueDisplay.showable(echo.table(g, g.size()))));
        }
    }

    private void flops(Invocation c) {
        if (c.arguments().equalsIgnoreCase("all")) {
            c.show(new Output.Shown(ValueDisplay.showable(Selectors.all(null))));
            return;
        }
        if (!c.arguments().isEmpty()) {
            echo.convention(convention(c.arguments()));
        }
        Convention now = echo.convention();
        Graph g = echo.book().graph();
        if (g.isEmpty()) {
            c.say("tables speak " + now.name() + ": " + now.sentence());
            return;
        }
        c.say("tables speak " + now.name());
        c.show(new Output.Shown(ValueDisplay.showable(Selectors.reasoned(echo.table(g, g.size()), NetworkView.last(g), now))));
    }

    private Convention convention(String name) {
        List<String> names = Conventions.all(echo.book()).stream().map(Convention::name).toList();
        List<String> near = SimilarWords.nearest(name.toUpperCase(Locale.ROOT), names);
        return Conventions.find(name, echo.book()).orElseThrow(() -> new Command.Refused("there is no convention " + name + "; there are " + String.join(", ", names),
            "/flops " + (near.isEmpty() ? "FLOPS" : near.get(0))));
    }

    private void whatIf(Invocation c) {
        String[] words = c.arguments().isEmpty() ? new String[0] : c.arguments().split("[ ,]+");
        if (words.length < 3) {
            throw new Command.Refused("/whatif wants a row or a name, an argument, and values", "/whatif 1 kernelSize 1 3 5 7");
        }
        Object[] values = java.util.Arrays.stream(words).skip(2).map(CoreCommands::value).toArray();
        c.show(new Output.Shown(ValueDisplay.showable(Selectors.whatIf(meant("whatif", c, words[0]), words[1], values))));
    }

    private static Object value(String word) {
        return word.matches("-?\\d{1,18}") ? (Object) Long.valueOf(word) : word.matches("-?\\d*\\.\\d+") ? (Object) Double.valueOf(word)
            : word.matches("true|false") ? (Object) Boolean.valueOf(word) : word.replace("\"", "");
    }

    private void explain(Invocation c) {
        if (c.arguments().isEmpty()) {
            throw new Command.Refused("/explain wants a row number or a name", "/explain 1");
        }
        c.show(new Output.Shown(ValueDisplay.showable(Selectors.explain(meant("explain", c, c.arguments())))));
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
