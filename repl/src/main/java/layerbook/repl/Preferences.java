package layerbook.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import layerbook.io.AtomicFile;
import layerbook.io.BadFile;
import layerbook.io.TextFile;

/**
 * What a user prefers: {@code /set} changes it, a small file keeps it ({@code name = value} lines; unknown names are kept as they are, so that an
 * older Layerbook does not lose what a newer one wrote).
 */
final class Preferences {
    /**
     * One thing that can be set.
     *
     * @param values what it may be; none listed: any text
     * @param standard what it is if nobody sets it
     * @param meaning what it is about
     * @param command the session's command that carries it out, or null if the terminal does
     */
    record Setting(String name, List<String> values, String standard, String meaning, String command) {
        Setting(String name, List<String> values, String standard, String meaning) {
            this(name, values, standard, meaning, null);
        }

        boolean accepts(String value) {
            return values.isEmpty() || values.contains(value);
        }
    }

    static final List<Setting> SETTINGS = List.of(
        new Setting("echo", List.of("table", "brief", "teach"), "table", "what is shown after a statement", "/echo"),
        new Setting("convention", List.of(), "FLOPS", "how work is counted", "/flops"),
        new Setting("batch", List.of(), "1", "how many examples the work in tables is that of", "/batch"),
        new Setting("theme", List.of("auto", "dark", "light", "plain"), "auto", "colours for a dark or a light ground"),
        new Setting("prompt", List.of(), "layerbook> ", "what stands before what you type"),
        new Setting("keys", List.of("emacs", "vi"), "emacs", "which editor's keys"),
        new Setting("hints", List.of("on", "off"), "on", "arguments shown below the line while typing"),
        new Setting("suggest", List.of("on", "off"), "off", "the rest of a line from history, taken with Right"),
        new Setting("pager", List.of("on", "off"), "on", "long output page by page"),
        new Setting("time", List.of(), "1", "seconds from which on a statement's time is told; off for never"));

    private final Path file;
    private final Map<String, String> chosen = new LinkedHashMap<>();
    private String trouble;

    private Preferences(Path file) {
        this.file = file;
    }

    /** Reads the user's file; one that cannot be read counts as empty, since a prompt matters more than a preference, and is left alone. */
    static Preferences load() {
        return load(Places.config());
    }

    static Preferences load(Path file) {
        var preferences = new Preferences(file);
        try {
            preferences.read();
        } catch (IOException e) {
            preferences.trouble = "Your settings are not used, and /set keeps none: " + e.getMessage();
        }
        return preferences;
    }

    private void read() throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !(Files.isSymbolicLink(file) && Files.notExists(file))) {
            TextFile.read(file).lines().forEach(this::line);
        }
    }

    /** Why the user's file is not used, if it is not. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    private void line(String line) {
        int equals = line.indexOf('=');
        if (equals > 0 && !line.startsWith("#")) {
            String value = line.substring(equals + 1).strip();
            boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
            chosen.put(line.substring(0, equals).strip(), quoted ? value.substring(1, value.length() - 1) : value);
        }
    }

    synchronized String get(String name) {
        return chosen.getOrDefault(name, setting(name).standard());
    }

    boolean isOn(String name) {
        return get(name).equals("on");
    }

    /** Whether the user has chosen something other than what stands there from the start. */
    synchronized boolean isChosen(String name) {
        return chosen.containsKey(name);
    }

    static Setting setting(String name) {
        return SETTINGS.stream().filter(s -> s.name().equals(name)).findFirst().orElse(new Setting(name, List.of(), "", ""));
    }

    /** Sets and keeps a value, beside what other sessions have set meanwhile; a crash or a full disk leaves the old file or the new one. */
    synchronized void set(String name, String value) throws IOException {
        chosen.put(name, value);
        if (trouble != null) {
            throw new BadFile(name + " is set for this session only; " + trouble.substring(trouble.indexOf(": ") + 2));
        }
        read();
        chosen.put(name, value);
        var lines = new ArrayList<String>();
        lines.add("# Layerbook's settings; /set changes them.");
        chosen.forEach((key, text) -> lines.add(key + " = " + (text.equals(text.strip()) ? text : '"' + text + '"')));
        Files.createDirectories(file.toAbsolutePath().getParent());
        AtomicFile.write(file, out -> out.write(String.join("\n", lines) + "\n"));
    }

    Path file() {
        return file;
    }
}
