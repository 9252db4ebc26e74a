package layerbook.repl;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import layerbook.io.WellFormedText;
import layerbook.session.output.View;

/** What is known from outside: whether we are at a terminal, its language, and what the environment asks for. */
final class Surroundings {
    private Surroundings() {}

    /** Whether a person sits at both ends. The launcher has looked; without it the JVM's console says. */
    static boolean atTerminal() {
        String tty = System.getProperty("layerbook.tty");
        return tty == null ? System.console() != null : tty.equals("inout");
    }

    static boolean outputIsTerminal() {
        String tty = System.getProperty("layerbook.tty");
        return tty == null ? System.console() != null : tty.endsWith("out");
    }

    /** Whether the locale can show signs outside ASCII: the first of LC_ALL, LC_CTYPE, LANG that is set decides, as POSIX has it. */
    static boolean unicode(Map<String, String> environment) {
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String locale = environment.get(name);
            if (locale != null && !locale.isEmpty()) {
                String upper = locale.toUpperCase(Locale.ROOT);
                return upper.contains("UTF-8") || upper.contains("UTF8");
            }
        }
        return false;
    }

    static Charset charset() {
        return unicode(System.getenv()) ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
    }

    /** Standard output in the locale's characters; not flushed line by line. */
    static PrintStream out() {
        return new PrintStream(Outlet.standard(), outputIsTerminal(), written());
    }

    static PrintStream err() {
        return new PrintStream(new FileOutputStream(FileDescriptor.err), true, written());
    }

    private static Charset written() {
        return unicode(System.getenv()) ? WellFormedText.UTF_8 : StandardCharsets.US_ASCII;
    }

    /** Whether colour is wanted: not with NO_COLOR (no-color.org), not on a dumb terminal. */
    static boolean colour(Map<String, String> environment) {
        String none = environment.get("NO_COLOR");
        String type = environment.get("TERM");
        return (none == null || none.isEmpty()) && type != null && !type.startsWith("dumb");
    }

    /** Whether the ground is dark: COLORFGBG says so in some terminals ({@code 0;15} is black on white); most are. */
    static boolean dark(Map<String, String> environment) {
        String colours = environment.getOrDefault("COLORFGBG", "");
        String ground = colours.substring(colours.lastIndexOf(';') + 1);
        return !(ground.equals("7") || ground.equals("15"));
    }

    /** The view of output that goes to a pipe, a file, or a terminal without a prompt; the launcher has looked how wide that is. */
    static View plainView() {
        String looked = System.getProperty("layerbook.columns", "");
        boolean colour = outputIsTerminal() && colour(System.getenv());
        return new View(columns(looked.isEmpty() ? System.getenv("COLUMNS") : looked), colour, unicode(System.getenv()), dark(System.getenv()));
    }

    private static int columns(String text) {
        try {
            return text == null ? 80 : Math.max(40, Integer.parseInt(text.trim()));
        } catch (NumberFormatException e) {
            return 80;
        }
    }
}
