package layerbook.notebook.format;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import layerbook.io.BadFile;
import layerbook.io.Json;
import layerbook.io.TextFile;

/**
 * Reads the cells of an {@code .ipynb}, nbformat 4. The file is gone through twice, since its metadata stand behind its cells: once for them,
 * checking the whole, and once for the cells.
 */
public final class IpynbSource implements CellSource {
    /** Opens the file anew. */
    public interface Opener {
        InputStream open() throws IOException;
    }

    private final String name;
    private final Header header;
    private final IpynbCell cells;
    private final JsonParser parser;
    private int number;

    private IpynbSource(Opener file, String name) throws IOException {
        this.name = name;
        this.header = readHeader(file);
        this.cells = new IpynbCell(name, header);
        this.parser = Json.FACTORY.createParser(file.open());
        toCells(parser);
    }

    public static IpynbSource of(Opener file, String name) throws IOException {
        return new IpynbSource(file, name);
    }

    @Override public Header header() {
        return header;
    }

    private Header readHeader(Opener file) throws IOException {
        try (JsonParser whole = Json.FACTORY.createParser(file.open())) {
            return header(top(whole));
        } catch (JsonProcessingException e) {
            throw malformed(e);
        }
    }

    /** Everything of the top object but its cells; of these only that they are a list. */
    private Map<String, Object> top(JsonParser whole) throws IOException {
        if (whole.nextToken() != JsonToken.START_OBJECT) {
            throw new BadFile(name + ": is not a notebook: no JSON object");
        }
        Map<String, Object> top = new LinkedHashMap<>();
        while (whole.nextToken() == JsonToken.FIELD_NAME) {
            String key = whole.currentName();
            JsonToken value = whole.nextToken();
            if (key.equals("cells") && value == JsonToken.START_ARRAY) {
                whole.skipChildren();
                top.put(key, true);
            } else {
                top.put(key, Json.value(whole));
            }
        }
        if (whole.nextToken() != null) {
            throw new BadFile(name + ": is not a notebook: text behind the JSON object");
        }
        return top;
    }

    private Header header(Map<String, Object> top) throws IOException {
        if (!(top.get("nbformat") instanceof Json.Num major)) {
            throw new BadFile(name + ": is not a notebook: nbformat is missing");
        }
        if (!major.text().equals("4")) {
            throw new BadFile(name + ": is written in nbformat " + major + "; open it in Jupyter and save it as nbformat 4");
        }
        if (!Boolean.TRUE.equals(top.get("cells"))) {
            throw new BadFile(name + ": is not a notebook: cells are missing");
        }
        int minor = top.get("nbformat_minor") instanceof Json.Num n && n.text().matches("[0-9]") ? Integer.parseInt(n.text()) : Header.MINOR;
        return IpynbHead.read(Json.map(top.get("metadata")), Math.min(minor, Header.MINOR));
    }

    private static void toCells(JsonParser parser) throws IOException {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean cells = parser.currentName().equals("cells");
            parser.nextToken();
            if (cells) {
                return;
            }
            parser.skipChildren();
        }
    }

    @Override public Cell next() throws IOException {
        try {
            JsonToken token = parser.nextToken();
            if (token != JsonToken.START_OBJECT) {
                if (token != null && token != JsonToken.END_ARRAY) {
                    throw new BadFile(name + ": cell " + (number + 1) + " is not an object");
                }
                return null;
            }
            int line = parser.currentTokenLocation().getLineNr();
            number++;
            return cells.read(Json.map(Json.value(parser)), number, line);
        } catch (JsonProcessingException e) {
            throw malformed(e);
        }
    }

    private BadFile malformed(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return BadFile.at(name, at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr(), what(e.getOriginalMessage()));
    }

    private static String what(String parser) {
        return parser.startsWith("Unexpected end-of-input") ? "the file ends in the middle of its JSON (is it cut off?); take a whole copy"
            : parser.startsWith("Invalid UTF-8") ? TextFile.NOT_UTF_8
            : "not valid JSON: " + parser + "; mend it there, or save it anew in Jupyter";
    }

    @Override public void close() throws IOException {
        parser.close();
    }
}
