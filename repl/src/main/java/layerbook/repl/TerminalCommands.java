package layerbook.repl;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import layerbook.session.Command;
import layerbook.session.Invocation;
import layerbook.session.Session;
import layerbook.session.output.Output;
import layerbook.table.Widths;

/** The commands that only make sense at a terminal; the session has the others. */
final class TerminalCommands {
    private final Preferences preferences;
    private final Consumer<String> nextLine;

    private TerminalCommands(Preferences preferences, Consumer<String> nextLine) {
        this.preferences = preferences;
        this.nextLine = nextLine;
    }

    /** Adds them; {@code nextLine} puts text on the next prompt. */
    static void register(Session session, Preferences preferences, Consumer<String> nextLine) {
        var here = new TerminalCommands(preferences, nextLine);
        session.commands()
            .add(new Command("set", "[name [value]]", "what you prefer, kept for the next time", here::set, TerminalCommands::settings))
            .add(new Command("edit", "[number]", "puts a statement of /list on the line, to be changed and replaced", here::edit))
            .add(new Command("keys", "", "what the keys do", here::keys));
    }

    private void set(Invocation c) throws IOException {
        List<String> words = c.words();
        if (words.isEmpty()) {
            Preferences.SETTINGS.forEach(setting -> line(c, setting));
            c.say("  kept in " + preferences.file());
            return;
        }
        Preferences.Setting setting = known(words.get(0));
        if (words.size() == 1) {
            line(c, setting);
            return;
        }
        String value = unquoted(c.arguments().substring(words.get(0).length()).strip());
        if (!setting.accepts(value)) {
            throw new Command.Refused("/set " + setting.name() + " is " + String.join(", ", setting.values()) + "; not " + value,
                "/set " + setting.name() + " " + setting.standard());
        }
        if (setting.command() == null || c.runInstead(setting.command() + " " + value).ok()) {
            preferences.set(setting.name(), value);
            line(c, setting);
        }
    }

    private void line(Invocation c, Preferences.Setting setting) {
        String choice = setting.values().isEmpty() ? "" : " (" + String.join(", ", setting.values()) + ")";
        row(c, String.format("%-11s %-12s", setting.name(), preferences.get(setting.name())), setting.meaning() + choice);
    }

    /** Two columns; the second goes on below itself where the window is narrow. */
    private static void row(Invocation c, String name, String meaning) {
        String indent = " ".repeat(name.length() + 3);
        c.show(new Output.Shown(view -> "  " + name + " "
            + String.join("\n" + indent, Widths.wrap(meaning, Math.max(16, view.width() - indent.length())))));
    }

    private static Preferences.Setting known(String name) {
        return Preferences.SETTINGS.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow(() -> {
            String near = layerbook.io.NearestWord.nearest(name, Preferences.SETTINGS.stream().map(Preferences.Setting::name).toList());
            return new Command.Refused("there is no setting " + name, near == null ? "/set" : "/set " + near);
        });
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"") ? text.substring(1, text.length() - 1) : text;
    }

    /** What may stand behind {@code /set}: names, then the values of the name. */
    private static List<String> settings(String typed) {
        int space = typed.indexOf(' ');
        if (typed.startsWith("convention ")) {
            return layerbook.count.Conventions.all().stream().map(layerbook.count.Convention::name).toList();
        }
        return space < 0 ? Preferences.SETTINGS.stream().map(Preferences.Setting::name).toList() : Preferences.setting(typed.substring(0, space)).values();
    }

    /** The statement stands behind {@code /replace}, so that Enter puts the changed one in its place. */
    private void edit(Invocation c) {
        List<String> statements = c.session().statements();
        String number = c.arguments().isEmpty() ? String.valueOf(statements.size()) : c.arguments();
        if (!number.matches("\\d{1,6}") || Integer.parseInt(number) < 1 || Integer.parseInt(number) > statements.size()) {
            throw new Command.Refused("there is no statement " + number, "/list");
        }
        nextLine.accept("/replace " + number + " " + statements.get(Integer.parseInt(number) - 1).replaceFirst(";\\s*$", ""));
    }

    private void keys(Invocation c) {
        Keys.ALL.forEach(key -> row(c, String.format("%-15s", key.name()), key.meaning()));
    }
}
