package layerbook.notebook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import layerbook.io.BadFile;
import layerbook.io.JsonText;
import layerbook.notebook.format.Cell;
import layerbook.notebook.format.CellKind;
import layerbook.notebook.format.Notebook;
import layerbook.session.text.SimilarWords;

/**
 * Puts other values into the declarations of the cell tagged {@code parameters}: {@code int hidden = 64;} becomes {@code int hidden = 128;}, so what
 * is computed from it in the same cell follows.
 */
final class Parameters {
    static final String TAG = "parameters";

    private Parameters() {}

    /** The notebook with these values; a name that is declared in no such cell is an error. */
    static Notebook put(Notebook notebook, Map<String, String> values, String file) throws BadFile {
        if (values.isEmpty()) {
            return notebook;
        }
        Set<String> missing = new LinkedHashSet<>(values.keySet());
        List<Cell> cells = new ArrayList<>();
        boolean tagged = false;
        for (Cell cell : notebook.cells()) {
            boolean here = are(cell);
            tagged |= here;
            if (here) {
                check(cell, values, file);
            }
            cells.add(here ? put(cell, values, missing) : cell);
        }
        if (!tagged) {
            throw new BadFile(file + ": no cell is tagged parameters, so there is nothing to set (// %% tags=[\"parameters\"])");
        }
        if (!missing.isEmpty()) {
            throw new BadFile(file + ": the cell tagged parameters declares no " + String.join(", ", missing) + hint(missing, declared(notebook)));
        }
        return new Notebook(notebook.header(), cells);
    }

    /** A value that is surely none of the declared type is refused before anything runs. */
    private static void check(Cell cell, Map<String, String> values, String file) throws BadFile {
        for (Map.Entry<String, String> value : values.entrySet()) {
            Matcher found = declaration(Pattern.quote(value.getKey())).matcher(cell.source());
            if (!found.find()) {
                continue;
            }
            var type = new ParameterType(found.group(1).strip());
            if (!type.mayTake(value.getValue(), declared(cell))) {
                String old = cell.source().substring(found.end(), end(cell.source(), found.end())).strip();
                long line = cell.line() + cell.source().substring(0, found.start(2)).lines().count() - 1;
                throw new BadFile(file + ":" + line + ": " + value.getKey() + " is declared " + type.name() + ", which " + value.getValue() + " is not; it takes " + type.wants()
                    + (old.isEmpty() ? "" : ", as in --set " + value.getKey() + "=" + old));
            }
        }
    }

    /** The names that may be set, in the order of the notebook. */
    private static List<String> declared(Notebook notebook) {
        return notebook.cells().stream().filter(Parameters::are).flatMap(cell -> declared(cell).stream()).distinct().toList();
    }

    /** Whether a cell declares what may be set. */
    static boolean are(Cell cell) {
        return cell.kind() == CellKind.CODE && cell.tagged(TAG);
    }

    /** The names that a cell declares at its left edge. */
    static List<String> declared(Cell cell) {
        return declaration("\\w+").matcher(cell.source()).results().filter(found -> !Character.isWhitespace(cell.source().charAt(found.start())))
            .map(found -> found.group(2)).distinct().toList();
    }

    /** The cell with these values. */
    static Cell put(Cell cell, Map<String, String> values) {
        return put(cell, values, new LinkedHashSet<>());
    }

    private static String hint(Set<String> missing, List<String> declared) {
        List<String> near = missing.stream().flatMap(name -> SimilarWords.nearest(name, declared).stream().limit(1)).distinct().toList();
        String meant = near.isEmpty() ? "" : "; did you mean " + String.join(", ", near) + "?";
        return meant + (declared.isEmpty() ? "" : " (it declares " + String.join(", ", declared) + ")");
    }

    private static Cell put(Cell cell, Map<String, String> values, Set<String> missing) {
        String source = cell.source();
        for (Map.Entry<String, String> value : values.entrySet()) {
            Matcher found = declaration(Pattern.quote(value.getKey())).matcher(source);
            if (found.find()) {
                missing.remove(value.getKey());
                int end = end(source, found.end());
                String old = source.substring(found.end(), end).strip();
                source = source.substring(0, found.end()) + spelled(value.getValue(), found.group(1), old) + source.substring(end);
            }
        }
        return cell.withSource(source);
    }

    private static Pattern declaration(String name) {
        return Pattern.compile("(?m)^[ \\t]*(?:final[ \\t]+)?([A-Za-z][\\w.<>\\[\\], ]*?)[ \\t]+(" + name + ")[ \\t]*=[ \\t]*(?!=)");
    }

    /** Where the initial value ends: at the semicolon, or at the end of its line, outside strings and brackets. */
    private static int end(String source, int from) {
        int depth = 0;
        char quote = 0;
        for (int i = from; i < source.length(); i++) {
            char c = source.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
                i += c == '\\' ? 1 : 0;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0) {
                depth--;
            } else if (depth <= 0 && (c == ';' || c == '\n' || c == ',' || source.startsWith("//", i))) {
                return i;
            }
        }
        return source.length();
    }

    /** Text for a variable of text may be given without quotes. */
    private static String spelled(String value, String type, String old) {
        boolean text = type.strip().equals("String") || old.startsWith("\"");
        return text && !value.startsWith("\"") ? JsonText.text(value, JsonText.Style.COMPACT) : value;
    }
}
