package layerbook.repl;

import java.nio.file.Path;

/** Where a user's files are kept: as the XDG base directories have it, or all in {@code LAYERBOOK_HOME} if that is set. */
final class Places {
    private Places() {}

    static Path config() {
        return place("XDG_CONFIG_HOME", ".config").resolve("settings");
    }

    static Path history() {
        return place("XDG_STATE_HOME", ".local/state").resolve("history");
    }

    /** Where sessions that run keep what was typed. */
    static Path state() {
        return place("XDG_STATE_HOME", ".local/state");
    }

    /** How far the reader has come in each lesson. */
    static Path lessons() {
        return place("XDG_STATE_HOME", ".local/state").resolve("lessons");
    }

    /** Statements run at the start of each session at the terminal, if the file is there. */
    static Path startup() {
        return place("XDG_CONFIG_HOME", ".config").resolve("startup.jsh");
    }

    private static Path place(String variable, String otherwise) {
        String own = System.getProperty("layerbook.places", System.getenv("LAYERBOOK_HOME"));
        if (own != null && !own.isEmpty()) {
            return Path.of(own);
        }
        String base = System.getenv(variable);
        Path parent = base != null && base.startsWith("/") ? Path.of(base) : Path.of(System.getProperty("user.home"), otherwise);
        return parent.resolve("layerbook");
    }
}
