package layerbook.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import layerbook.net.Graph;
import layerbook.session.jshell.History;
import layerbook.session.output.Output;
import layerbook.session.output.Problem;
import layerbook.session.output.Result;
import layerbook.session.words.ValueDisplay;
import layerbook.table.Difference;

/** The commands that change an earlier statement: what came behind it is run again, and what that changed is shown. */
final class RevisionCommands {
    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,6})\\s*(.*)", Pattern.DOTALL);
    private static final Pattern RANGE = Pattern.compile("(\\d{1,6})(?:\\s*-\\s*(\\d{1,6}))?");

    private final Session session;
    private final Echo echo;
    private final History history;

    private RevisionCommands(Session session, Echo echo, History history) {
        this.session = session;
        this.echo = echo;
        this.history = history;
    }

    static void register(Commands commands, Session session, Echo echo, History history) {
        var revising = new RevisionCommands(session, echo, history);
        commands.add(new Command("list", "", "the statements that worked, with their numbers", revising::list));
        commands.add(new Command("replace", "number statement", "puts another in the place of a statement and runs what follows again", revising::replace));
        commands.addStandard(new Command("edit", "number", "a statement, to be changed and replaced", revising::edit));
        commands.add(new Command("drop", "number", "takes a statement out and runs what follows again", revising::drop));
        commands.add(new Command("rerun", "[number[-number]]", "runs statements once more, at the end", revising::rerun));
    }

    private void list(Invocation c) {
        List<History.Entry> entries = history.entries();
        int digits = String.valueOf(entries.size()).length();
        var lines = new ArrayList<String>();
        for (int i = 0; i < entries.size(); i++) {
            String number = String.format("%" + (digits + 2) + "d  ", i + 1);
            lines.add(number + entries.get(i).source().replace("\n", "\n" + " ".repeat(number.length())));
        }
        c.say(lines.isEmpty() ? "  no statements so far" : String.join("\n", lines));
    }

    private void replace(Invocation c) {
        Matcher given = NUMBERED.matcher(c.arguments());
        if (!given.matches() || given.group(2).isEmpty()) {
            throw new Command.Refused("/replace wants a number of /list and a statement", "/list");
        }
        revise(c, number(given.group(1), "/replace"), given.group(2));
    }

    private void edit(Invocation c) {
        int number = c.arguments().isEmpty() ? history.entries().size() : number(c.arguments(), "/edit");
        if (number == 0) {
            throw new Command.Refused("there is no statement to edit yet", "input(3, 32, 32)");
        }
        c.say("/replace " + number + " " + history.entries().get(number - 1).source());
    }

    private void drop(Invocation c) {
        if (c.arguments().isEmpty()) {
            throw new Command.Refused("/drop wants a number of /list", "/list");
        }
        revise(c, number(c.arguments(), "/drop"), null);
    }

    private int number(String text, String command) {
        int size = history.entries().size();
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > size) {
            throw new Command.Refused(size == 0 ? "there are no statements yet" : "there is no statement " + text + "; " + command + " takes 1 to " + size, "/list");
        }
        return Integer.parseInt(text);
    }

    private void rerun(Invocation c) {
        List<History.Entry> entries = history.entries();
        Matcher range = RANGE.matcher(c.arguments().isEmpty() ? String.valueOf(entries.size()) : c.arguments());
        if (!range.matches()) {
            throw new Command.Refused("/rerun wants a number of /list, or two: /rerun 2-4", "/list");
        }
        int from = number(range.group(1), "/rerun");
        int to = range.group(2) == null ? from : number(range.group(2), "/rerun");
        for (History.Entry entry : entries.subList(from - 1, Math.max(from - 1, to))) {
            c.say("  " + entry.source());
            if (!c.runInstead(entry.source()).ok()) {
                return;
            }
        }
    }

    /** Puts the statement (none: nothing) in the place of the one of this number. */
    private void revise(Invocation c, int number, String statement) {
        List<History.Entry> entries = history.entries();
        Graph before = echo.book().graph();
        var unfit = new TreeMap<Integer, Problem>();
        String what = statement == null ? "/drop " + number : "/replace " + number + " " + statement;
        history.asOne(what, () -> {
            history.rewind(entries.get(number - 1));
            if (statement != null) {
                again(statement).ifPresent(problem -> {
                    throw new NotReplaced(problem);
                });
            }
            for (int i = number; i < entries.size(); i++) {
                int at = i + 1;
                again(entries.get(i).source()).ifPresent(problem -> unfit.put(at, problem));
            }
        });
        c.show(new Output.Shown(ValueDisplay.showable(Difference.of(before, echo.book().graph(), echo.convention()))));
        unfit.forEach((at, problem) -> c.show(new Output.Warning(word(at, entries.get(at - 1).source(), problem))));
        if (!unfit.isEmpty()) {
            c.say("  " + (unfit.size() == 1 ? "It was" : "They were") + " left out; /undo brings everything back.");
        }
    }

    private Optional<Problem> again(String source) {
        Result result = session.runQuietly(source);
        if (result.problem().map(p -> p.kind().equals("stopped")).orElse(false)) {
            throw new NotReplaced(result.problem().get());
        }
        return result.problem();
    }

    private static String word(int number, String source, Problem problem) {
        String first = source.lines().findFirst().orElse("").replaceFirst(";$", "");
        String why = problem.details().stream().filter(d -> d.startsWith("why")).findFirst().map(d -> ": " + d.substring(3).strip()).orElse("");
        String says = problem.message().startsWith(first) ? problem.message() : first + (source.contains("\n") ? " ..." : "") + ": " + problem.message();
        return "statement " + number + " does not fit any more: " + says + why + (problem.fix() == null ? "" : "; try " + problem.fix());
    }

    /** The new statement itself does not work; nothing has changed. */
    static final class NotReplaced extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Problem problem;

        NotReplaced(Problem problem) {
            super(problem.message());
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }
}
