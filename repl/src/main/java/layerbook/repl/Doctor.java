package layerbook.repl;

import java.io.File;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import layerbook.jupyter.Install;
import layerbook.session.Session;
import layerbook.session.output.Output;
import layerbook.session.output.Settings;
import layerbook.session.output.View;

/** {@code layerbook doctor}: what is here, what is missing, and how to mend it. */
final class Doctor {
    /** How a finding is: as it should be, as it may be, or in the way of something. */
    enum Mark { WELL, MINDED, ILL }

    /** One thing looked at, and what to do about it (empty if nothing). */
    record Finding(Mark mark, String what, String found, String mend) {}

    private final List<Finding> findings = new ArrayList<>();

    static int start() {
        var doctor = new Doctor();
        doctor.look();
        doctor.write(Surroundings.out(), Surroundings.plainView());
        return doctor.findings.stream().anyMatch(f -> f.mark() == Mark.ILL) ? 1 : 0;
    }

    private void look() {
        java();
        archive();
        session();
        maven();
        terminal();
        files();
        jupyter();
    }

    private void java() {
        String found = Runtime.version() + ", " + System.getProperty("java.home");
        add(Mark.WELL, "Java", found, Runtime.version().feature() < 25 ? "Java 25 starts sooner (it keeps more in its start-up archive)" : "");
    }

    private void archive() {
        boolean none = "none".equals(System.getProperty("layerbook.archive"));
        add(none ? Mark.MINDED : Mark.WELL, "Start-up archive", none ? "not used in this start" : "used",
            none ? "made in the background after a build; if it stays away, remove " + home().resolve("repl/target/program") + " and start again" : "");
    }

    /** Counts a small network, as any statement would. */
    private void session() {
        var shown = new StringBuilder();
        try (Session session = Session.open(Settings.standard())) {
            boolean ok = session.run("input(3, 32, 32)\nconv2d(16, 3, padding(1))", (Output out) -> shown.append(out.plain(View.PLAIN)).append('\n')).ok();
            add(ok ? Mark.WELL : Mark.ILL, "A session", ok ? "runs" : shown.toString(), ok ? "" : "please report this, with what it says here");
        } catch (RuntimeException | LinkageError e) {
            add(Mark.ILL, "A session", e.toString(), "does the JDK have jdk.jshell?  java --list-modules");
        }
    }

    private void maven() {
        Path mvn = onPath("mvn");
        add(mvn == null ? Mark.MINDED : Mark.WELL, "Maven", mvn == null ? "not on the PATH" : mvn.toString(),
            mvn == null ? "needed only to build: apt install maven, or brew install maven" : "");
    }

    private void terminal() {
        String type = System.getenv("TERM");
        boolean dumb = type == null || type.startsWith("dumb");
        add(dumb ? Mark.MINDED : Mark.WELL, "Terminal", (type == null ? "TERM is not set" : type) + (Surroundings.colour(System.getenv()) ? ", colour" : ", no colour"),
            dumb ? "set TERM, e.g. xterm-256color, for colours, keys and menus" : "");
        boolean unicode = Surroundings.unicode(System.getenv());
        add(unicode ? Mark.WELL : Mark.MINDED, "Characters", unicode ? "UTF-8" : "ASCII only", unicode ? "" : "export LANG=C.UTF-8 for lines, × and formulas as they are printed");
    }

    private void files() {
        for (Path file : List.of(Places.config(), Places.history())) {
            Path there = file.getParent();
            while (there != null && !Files.exists(there)) {
                there = there.getParent();
            }
            boolean writable = there != null && Files.isWritable(there) && (!Files.exists(file) || Files.isWritable(file));
            add(writable ? Mark.WELL : Mark.MINDED, file.equals(Places.config()) ? "Settings" : "History", file.toString(),
                writable ? "" : "cannot be written; set LAYERBOOK_HOME to a directory that can");
        }
    }

    private void jupyter() {
        Path program = onPath("jupyter");
        Install.Finding kernel = Install.doctor();
        add(program == null ? Mark.MINDED : Mark.WELL, "Jupyter", program == null ? "not on the PATH" : program.toString(),
            program == null ? "only for notebooks in a browser: pip install jupyterlab" : "");
        add(kernel.ok() ? Mark.WELL : Mark.MINDED, "Jupyter kernel", kernel.what(), kernel.mend());
    }

    private static Path home() {
        return Path.of(System.getProperty("layerbook.home", "."));
    }

    static Path onPath(String program) {
        for (String directory : String.valueOf(System.getenv("PATH")).split(File.pathSeparator)) {
            Path candidate = Path.of(directory, program);
            if (Files.isExecutable(candidate) && !Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    private void add(Mark mark, String what, String found, String mend) {
        findings.add(new Finding(mark, what, found, mend));
    }

    private void write(PrintStream out, View view) {
        for (Finding f : findings) {
            String mark = switch (f.mark()) {
                case WELL -> view.unicode() ? "✓" : "ok";
                case MINDED -> "!";
                case ILL -> view.unicode() ? "✗" : "x";
            };
            out.printf("%-2s %-17s %s%n", mark, f.what(), f.found().strip());
            if (!f.mend().isEmpty()) {
                out.printf("%-2s %-17s %s %s%n", "", "", view.unicode() ? "→" : "->", f.mend());
            }
        }
        out.flush();
    }
}
