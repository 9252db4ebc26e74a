package layerbook.notebook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import layerbook.io.JsonText;
import layerbook.notebook.format.CellSource;
import layerbook.notebook.format.IpynbSink;
import layerbook.notebook.format.IpynbSource;
import layerbook.notebook.format.Notebook;

/** Both formats in memory, for tests. */
final class Formats {
    private Formats() {}

    static Notebook fromText(String text) throws IOException {
        return Notebook.parse(text, "test.jsh");
    }

    static Notebook fromJson(String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        try (CellSource source = IpynbSource.of(() -> new ByteArrayInputStream(bytes), "test.ipynb")) {
            return Notebook.read(source);
        }
    }

    static String json(Notebook notebook) throws IOException {
        var out = new StringWriter();
        notebook.writeTo(new IpynbSink(out));
        return out.toString();
    }

    /** A text on one line, so that a failure shows each sign. */
    static String visible(String text) {
        return JsonText.inline(text).replace("\\n", "\\n\n");
    }
}
