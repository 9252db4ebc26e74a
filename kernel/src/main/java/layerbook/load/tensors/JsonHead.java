package layerbook.load.tensors;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import layerbook.load.file.Source;

/** The keys at the top of a JSON file, which say what it is. */
public final class JsonHead {
    private static final int MOST = 1000;
    /** An index of 100,000 tensors has 10 MB; what is much longer is no text that somebody would read. */
    private static final long LONGEST = 200_000_000;

    private JsonHead() {}

    /** The keys of the object that the file is; none if it is no JSON object. */
    public static Set<String> keys(Source source) throws IOException {
        var keys = new LinkedHashSet<String>();
        String start = new String(source.bytes(0, 64).array(), java.nio.charset.StandardCharsets.ISO_8859_1).replace("\u00ef\u00bb\u00bf", "").stripLeading();
        if (!start.startsWith("{") || source.size() > LONGEST) {
            return keys;
        }
        try (JsonParser json = Json.FACTORY.createParser(source.stream(0))) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME && keys.size() < MOST) {
                keys.add(json.currentName());
                json.nextToken();
                json.skipChildren();
            }
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            return keys; // what stood before the fault says what it was meant to be
        }
        return keys;
    }
}
