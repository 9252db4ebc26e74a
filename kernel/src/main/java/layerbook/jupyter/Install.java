package layerbook.jupyter;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import layerbook.session.output.ControlCharacters;

/** {@code layerbook jupyter install} and {@code uninstall}: tells Jupyter that the kernel is there, or takes that back. */
public final class Install {
    /** The name that notebooks ask for, unless another was given with {@code --name}. */
    public static final String NAME = "layerbook";
    private static final List<String> BESIDE = List.of("logo-32x32.png", "logo-64x64.png", "logo-svg.svg", "kernel.js");
    private static final String USAGE = """
        layerbook jupyter install   [--user | --prefix DIR] [--name NAME]   makes Jupyter know this kernel
        layerbook jupyter uninstall [--user | --prefix DIR] [--name NAME]   takes that back
          --user         for yourself: in Jupyter's own directory in your home (the default)
          --prefix DIR   for all who use the Jupyter that is installed in DIR, e.g. /usr/local
          --name NAME    under another name than layerbook""";

    private Install() {}

    /**
     * Carries out the words behind {@code layerbook jupyter}.
     *
     * @return the exit code: 0, or 1 if it could not be done, or 2 if the words were not understood
     */
    public static int main(List<String> words, PrintStream out, PrintStream err) {
        try {
            String name = NAME;
            Path data = userData();
            for (int i = 1; i < words.size(); i++) {
                switch (words.get(i)) {
                    case "--user" -> data = userData();
                    case "--prefix" -> data = Path.of(behind(words, i++)).toAbsolutePath().resolve("share").resolve("jupyter");
                    case "--name" -> name = behind(words, i++);
                    default -> throw new IllegalArgumentException("what is " + words.get(i) + "?");
                }
            }
            return carryOut(words.isEmpty() ? "" : words.get(0), data.resolve("kernels").resolve(checked(name)), out);
        } catch (IllegalArgumentException e) {
            err.println("layerbook jupyter: " + ControlCharacters.text(String.valueOf(e.getMessage())) + "\n" + USAGE);
            return 2;
        } catch (IOException e) {
            err.println("layerbook jupyter: " + ControlCharacters.text(what(e)));
            return 1;
        }
    }

    private static int carryOut(String verb, Path folder, PrintStream out) throws IOException {
        switch (verb) {
            case "install" -> {
                install(folder, launcher());
                out.println("Installed as " + ControlCharacters.text(folder.toString()) + "\nTry it:  jupyter console --kernel " + folder.getFileName());
            }
            case "uninstall" -> out.println(uninstall(folder) ? "Removed " + ControlCharacters.text(folder.toString()) : "There was nothing to remove at " + ControlCharacters.text(folder.toString()));
            default -> throw new IllegalArgumentException("install or uninstall?");
        }
        return 0;
    }

    private static String behind(List<String> words, int option) {
        if (option + 1 >= words.size()) {
            throw new IllegalArgumentException(words.get(option) + " needs a word behind it");
        }
        return words.get(option + 1);
    }

    private static String checked(String name) {
        if (!name.matches("[A-Za-z0-9._-]+") || name.matches("\\.+")) {
            throw new IllegalArgumentException("a kernel's name is made of letters, digits, dots, dashes and underscores: not " + name);
        }
        return name;
    }

    private static String what(IOException e) {
        return switch (e.getClass().getSimpleName()) {
            case "AccessDeniedException" -> "no permission to write to " + e.getMessage() + "; --prefix names another place, and --user is your own";
            case "FileAlreadyExistsException" -> e.getMessage() + " is in the way; move it, or name another place with --prefix";
            case "FileSystemException" -> "cannot write to " + e.getMessage() + "; make room there, or name another place with --prefix";
            default -> String.valueOf(e.getMessage());
        };
    }

    /** Writes the kernel's folder beside its place, then moves it there: Jupyter never sees half of it. */
    static void install(Path folder, Path launcher) throws IOException {
        if (Files.exists(folder) && launcherOf(folder) == null) {
            throw new IOException(folder + " is there already and is not ours; --name gives another name");
        }
        Files.createDirectories(folder.getParent());
        Path beside = Files.createTempDirectory(folder.getParent(), "." + folder.getFileName());
        try {
            Files.write(beside.resolve("kernel.json"), Json.bytes(spec(launcher)));
            for (String file : BESIDE) {
                try (InputStream in = Install.class.getResourceAsStream(file)) {
                    Files.copy(in, beside.resolve(file));
                }
            }
            open(beside);
            remove(folder);
            Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) { // the write itself, which does not say where
            throw new FileSystemException(folder.toString(), null, e.getMessage());
        } finally {
            remove(beside);
        }
    }

    /** A temporary folder is its owner's alone, and so is a file where the owner is careful; what is installed for all must be readable by all. */
    private static void open(Path folder) throws IOException {
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
                }
            }
        }
    }

    private static Map<String, Object> spec(Path launcher) {
        var spec = new LinkedHashMap<String, Object>();
        spec.put("argv", List.of(launcher.toString(), "jupyter", "start", "{connection_file}"));
        spec.put("display_name", "Layerbook");
        spec.put("language", "java");
        spec.put("interrupt_mode", "message");
        spec.put("metadata", Map.of("debugger", false));
        return spec;
    }

    /** Removes a kernel's folder, but only one that we made. */
    static boolean uninstall(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        if (launcherOf(folder) == null) {
            throw new IOException(folder + " is not a kernel of ours; nothing was removed");
        }
        remove(folder);
        return true;
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        var files = new ArrayList<Path>();
        try (DirectoryStream<Path> in = Files.newDirectoryStream(folder)) {
            in.forEach(files::add);
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(folder);
    }

    /** The program that an installed kernel starts, or null if the folder is none of ours. */
    static Path launcherOf(Path folder) {
        try {
            Map<String, Object> spec = Json.object(Files.readAllBytes(folder.resolve("kernel.json")));
            boolean ours = spec.get("argv") instanceof List<?> argv && argv.size() == 4 && List.of("jupyter", "start").equals(argv.subList(1, 3));
            return ours ? Path.of((String) ((List<?>) spec.get("argv")).get(0)) : null;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /**
     * What {@code layerbook doctor} says of Jupyter.
     *
     * @param ok whether it is as it should be
     * @param what one line on what was found
     * @param mend the command that mends it, or empty
     */
    public record Finding(boolean ok, String what, String mend) {}

    /** Looks whether Jupyter knows the kernel, and whether that kernel can be started. */
    public static Finding doctor() {
        List<Path> places = data().map(d -> d.resolve("kernels").resolve(NAME)).toList();
        Path folder = places.stream().filter(place -> launcherOf(place) != null).findFirst().orElse(places.get(0));
        Path launcher = launcherOf(folder);
        if (launcher == null) {
            return new Finding(false, "not installed", "layerbook jupyter install");
        }
        return Files.isExecutable(launcher) ? new Finding(true, "installed: " + folder, "")
            : new Finding(false, folder + " starts " + launcher + ", which is not there", "layerbook jupyter install");
    }

    /** Where Jupyter looks for kernels, its first place first: what it is told, the user's home, then the machine's. */
    private static Stream<Path> data() {
        String told = System.getenv().getOrDefault("JUPYTER_PATH", "");
        Stream<Path> machine = Stream.of("/usr/local/share/jupyter", "/usr/share/jupyter").map(Path::of);
        Stream<Path> first = java.util.Arrays.stream(told.split(java.io.File.pathSeparator)).filter(p -> !p.isEmpty()).map(Path::of);
        return Stream.concat(Stream.concat(Stream.of(userData()), first), machine);
    }

    /** Jupyter's directory in this user's home, by the rules that Jupyter itself goes by. */
    static Path userData() {
        Map<String, String> env = System.getenv();
        Path home = Path.of(System.getProperty("user.home"));
        String system = System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT);
        if (set(env, "JUPYTER_DATA_DIR")) {
            return Path.of(env.get("JUPYTER_DATA_DIR"));
        }
        if (system.contains("mac")) {
            return home.resolve("Library").resolve("Jupyter");
        }
        if (system.contains("windows") && set(env, "APPDATA")) {
            return Path.of(env.get("APPDATA"), "jupyter");
        }
        return set(env, "XDG_DATA_HOME") ? Path.of(env.get("XDG_DATA_HOME"), "jupyter") : home.resolve(".local").resolve("share").resolve("jupyter");
    }

    private static boolean set(Map<String, String> env, String name) {
        return env.get(name) != null && !env.get(name).isEmpty();
    }

    /** Our own program, which has told us where it lives. */
    private static Path launcher() throws IOException {
        String home = System.getProperty("layerbook.home");
        Path launcher = home == null ? null : Path.of(home, "repl", "bin", "layerbook").toAbsolutePath();
        if (launcher == null || !Files.isExecutable(launcher)) {
            throw new IOException("cannot tell where the program is: start this as repl/bin/layerbook jupyter install");
        }
        return launcher;
    }
}
