package layerbook.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import layerbook.count.Convention;
import layerbook.count.Conventions;
import layerbook.session.text.ElapsedTime;
import layerbook.session.text.SimilarWords;

/** Commands that a front end may have more of: a terminal keeps what is set and has keys to tell of; a pipe, a file and a notebook have these. */
final class FaceCommands {
    private final Map<String, Supplier<String>> settings = new LinkedHashMap<>();

    private FaceCommands(Echo echo) {
        settings.put("echo", () -> echo.mode().name().toLowerCase(Locale.ROOT));
        settings.put("convention", () -> echo.convention().name());
        settings.put("batch", () -> echo.batch().toString());
    }

    static void register(Commands commands, Echo echo) {
        var here = new FaceCommands(echo);
        commands.addStandard(new Command("set", "[name [value]]", "the echo, the convention or the batch from now on", here::set, typed -> here.arguments(echo, typed)));
        commands.addStandard(new Command("keys", "", "what the keys do", c -> c.say("The keys are those of the terminal: start layerbook there and type /keys.")));
        commands.addStandard(new Command("exit", "[code]", "leaves", FaceCommands::exit));
        commands.addStandard(new Command("time", "statement", "runs a statement and says how long it took", FaceCommands::time));
    }

    private void set(Invocation c) {
        List<String> words = c.words();
        if (words.isEmpty()) {
            settings.forEach((name, value) -> c.say(String.format("  %-11s %s", name, value.get())));
            return;
        }
        String name = words.get(0);
        if (!settings.containsKey(name)) {
            List<String> near = SimilarWords.nearest(name, settings.keySet());
            throw new Command.Refused("/set has " + String.join(", ", settings.keySet()) + " here, not " + name + "; what concerns keys and colours is set at the terminal",
                near.isEmpty() ? "/set" : "/set " + near.get(0));
        }
        if (words.size() == 1) {
            c.say(String.format("  %-11s %s", name, settings.get(name).get()));
        } else {
            c.runInstead((name.equals("convention") ? "/flops " : "/" + name + " ") + words.get(1));
        }
    }

    private List<String> arguments(Echo echo, String typed) {
        if (typed.indexOf(' ') < 0) {
            return List.copyOf(settings.keySet());
        }
        return typed.startsWith("convention ") ? Conventions.all(echo.book()).stream().map(Convention::name).toList()
            : typed.startsWith("echo ") ? List.of("brief", "table", "teach") : List.of();
    }

    private static void exit(Invocation c) {
        String code = c.arguments();
        if (!code.isEmpty() && !code.matches("\\d{1,3}")) {
            throw new Command.Refused("/exit takes a number from 0 to 255, not " + code, "/exit");
        }
        c.exit(code.isEmpty() ? 0 : Math.min(255, Integer.parseInt(code)));
    }

    private static void time(Invocation c) {
        if (c.arguments().isEmpty()) {
            throw new Command.Refused("/time wants a statement", "/time relu()");
        }
        long began = System.nanoTime();
        c.runInstead(c.arguments());
        c.say("  " + ElapsedTime.text(System.nanoTime() - began));
    }
}
