package layerbook.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import layerbook.session.errors.LoneWord;
import layerbook.session.output.Completion;
import layerbook.session.text.SimilarWords;

/** The commands of a session. Every package may add its own; a command of the same name is replaced. */
public final class Commands {
    private static final Pattern FORM = Pattern.compile("[/%]([\\w?!-]*)(?:\\s+(.*))?|\\?\\s*(.*)", Pattern.DOTALL);

    private final Map<String, Command> byName = new TreeMap<>();

    /** Adds a command. */
    public synchronized Commands add(Command command) {
        byName.put(command.name(), command);
        return this;
    }

    /** Adds a command unless a front end has one of its own. */
    synchronized void addStandard(Command command) {
        byName.putIfAbsent(command.name(), command);
    }

    /** All commands, by name. */
    public synchronized Collection<Command> all() {
        return List.copyOf(byName.values());
    }

    /** A command typed: its name and what stands behind it. {@code ?name} asks for help. */
    record Typed(String name, String arguments) {
        static Typed of(String line) {
            Matcher matcher = FORM.matcher(line.strip());
            if (!matcher.matches()) {
                return new Typed(line, "");
            }
            if (matcher.group(1) == null || matcher.group(1).equals("?")) {
                return new Typed("help", matcher.group(1) == null ? matcher.group(3).strip() : rest(matcher));
            }
            return new Typed(matcher.group(1), rest(matcher));
        }

        private static String rest(Matcher matcher) {
            return matcher.group(2) == null ? "" : matcher.group(2).strip();
        }
    }

    /** The command of this name, or the only one that begins so; {@code /q} begins {@code /quiz} and leaves other shells, so it may mean either. */
    synchronized Command find(String name) {
        if (byName.containsKey(name)) {
            return byName.get(name);
        }
        String ours = LoneWord.ours(name);
        boolean isBegun = byName.keySet().stream().anyMatch(each -> each.startsWith(name));
        var begun = byName.values().stream().filter(c -> c.name().startsWith(name) || isBegun && c.name().equals(ours)).toList();
        if (begun.size() == 1 && !name.isEmpty()) {
            return begun.get(0);
        }
        if (begun.size() > 1) {
            var names = begun.stream().map(c -> "/" + c.name()).toList();
            throw new Command.Refused("/" + name + " may mean " + String.join(", ", names), names.get(0));
        }
        var near = byName.containsKey(ours) ? List.of(ours) : SimilarWords.nearest(name, byName.keySet());
        boolean screen = name.equals("clear") || name.equals("cls");
        throw new Command.Refused("there is no command /" + name + (screen ? ": Ctrl-L clears the screen, /reset empties the network" : ""), near.isEmpty() ? "/help" : "/" + near.get(0));
    }

    /** What could stand at the end of this command line. */
    List<Completion> complete(String line) {
        int space = line.indexOf(' ');
        var found = new ArrayList<Completion>();
        if (space < 0) {
            String typed = line.substring(1);
            all().stream().filter(c -> c.name().startsWith(typed))
                .forEach(c -> found.add(new Completion(line.charAt(0) + c.name(), 0, "command", "/" + c.name() + " " + c.usage(), c.summary())));
            return found;
        }
        int from = line.lastIndexOf(' ') + 1;
        String typed = line.substring(from);
        try {
            find(line.substring(1, space)).arguments().apply(line.substring(space + 1)).stream()
                .filter(a -> a.startsWith(typed))
                .forEach(a -> found.add(new Completion(a, from, "text", "", "")));
        } catch (Command.Refused e) {
            return List.of();   // no such command, so nothing to complete
        }
        return found;
    }
}
