package layerbook.notebook.format;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import layerbook.io.Json;

/** The metadata of an {@code .ipynb} and the head of a {@code .jsh}: what the one cannot say is kept under {@code layerbook} in the other. */
final class IpynbHead {
    static final String OURS = "layerbook";

    private IpynbHead() {}

    /** The head that these metadata stand for; the exact text of a {@code .jsh} it came from counts while it still says the same. */
    static Header read(Map<String, Object> metadata, int minor) {
        Map<String, Object> ours = Json.map(metadata.get(OURS));
        Object text = ours.remove("header");
        String eol = "\r\n".equals(ours.remove("eol")) ? "\r\n" : "\n";
        Map<String, Object> rest = new LinkedHashMap<>(metadata);
        if (ours.isEmpty()) {
            rest.remove(OURS);
        } else {
            rest.put(OURS, ours);
        }
        if (text instanceof String exact) {
            Header head = HeaderText.parse(exact, eol);
            if (tells(head, rest)) {
                return head;
            }
        }
        return new Header(null, rest, true, minor, eol);
    }

    /** Whether the text says these metadata. What the running kernel notes of its language is none of the author's. */
    private static boolean tells(Header head, Map<String, Object> metadata) {
        Map<String, Object> told = head.forJupyter();
        Map<String, Object> wanted = new LinkedHashMap<>(metadata);
        if (!head.metadata().containsKey("language_info")) {
            told.remove("language_info");
            wanted.remove("language_info");
        }
        return told.equals(wanted);
    }

    /** The metadata for an {@code .ipynb}. */
    static Map<String, Object> write(Header header) {
        Map<String, Object> metadata = header.forJupyter();
        if (header.text() == null) {
            return metadata;
        }
        Map<String, Object> ours = Json.map(metadata.get(OURS));
        boolean told = Stream.of(".jsh", ".java").anyMatch(ending ->
            HeaderText.composed(metadata, header.minor(), ending).replace("\n", header.eol()).equals(header.text()));
        if (!told) {
            ours.put("header", header.text());
        }
        if (!header.eol().equals("\n")) {
            ours.put("eol", header.eol());
        }
        if (!ours.isEmpty()) {
            metadata.put(OURS, ours);
        }
        return metadata;
    }
}
