package layerbook.notebook.format;

import java.util.regex.Pattern;

/**
 * What a line of a cell looks like in a {@code .jsh}: magics stand behind a comment sign, so that the file stays Java, and so does a line that
 * would be taken for the beginning of a cell.
 */
public final class Magics {
    private static final Pattern FLAG = Pattern.compile("//\\s*(no)?escape");

    private Magics() {}

    /** The line of a code cell as it is written outside comments and text blocks. */
    static String cover(String line) {
        return isMagic(line) ? comment(line) : coverMarker(line);
    }

    /** The line of a code cell as it was meant; the reverse of {@link #cover}. */
    static String uncover(String line) {
        if (line.indexOf('%') < 0) {
            return uncoverMarker(line);
        }
        return isMagic(line) ? uncomment(line) : uncoverMarker(line);
    }

    /** A line that would begin a cell gets one more comment sign. */
    static String coverMarker(String line) {
        return markerSigns(line) >= 1 ? comment(line) : line;
    }

    static String uncoverMarker(String line) {
        return markerSigns(line) >= 2 ? uncomment(line) : line;
    }

    /** How many comment signs stand before what would mark a cell; 0 if the line is nothing like it. */
    private static int markerSigns(String line) {
        int signs = 0;
        int i = indent(line, 0);
        while (line.startsWith("//", i)) {
            signs++;
            i = indent(line, i + 2);
        }
        return signs > 0 && Marker.begins("// " + line.substring(i)) ? signs : 0;
    }

    /** Whether the line is a Jupyter magic such as {@code %time x}, behind any number of comment signs. */
    public static boolean isMagic(String line) {
        int i = indent(line, 0);
        while (line.startsWith("//", i)) {
            i += line.startsWith("// ", i) ? 3 : 2;
        }
        int percents = i;
        while (i < line.length() && line.charAt(i) == '%') {
            i++;
        }
        if (i == percents || i - percents > 3 || i == line.length() || !isLetter(line.charAt(i))) {
            return false;
        }
        var flag = FLAG.matcher(line);
        return !flag.find(i) || flag.group(1) == null; // "// noescape" at its end spares a line
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static String comment(String line) {
        int indent = indent(line, 0);
        return line.substring(0, indent) + "// " + line.substring(indent);
    }

    /** Takes the first comment sign away, with its blank if it has one. */
    static String uncomment(String line) {
        int indent = indent(line, 0);
        if (!line.startsWith("//", indent)) {
            return line;
        }
        return line.substring(0, indent) + line.substring(indent + (line.startsWith("// ", indent) ? 3 : 2));
    }

    private static int indent(String line, int i) {
        while (i < line.length() && Character.isWhitespace(line.charAt(i))) {
            i++;
        }
        return i;
    }
}
