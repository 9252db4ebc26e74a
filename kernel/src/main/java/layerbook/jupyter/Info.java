package layerbook.jupyter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the kernel says of itself. */
final class Info {
    private static final String MIME = "text/x-java";

    private Info() {}

    static Map<String, Object> reply() {
        var reply = new LinkedHashMap<String, Object>();
        reply.put("status", "ok");
        reply.put("protocol_version", Message.VERSION);
        reply.put("implementation", "layerbook");
        reply.put("implementation_version", version());
        reply.put("language_info", language());
        reply.put("banner", "Layerbook " + version() + ": shapes, parameters and FLOPs of neural networks, statement by statement.");
        reply.put("help_links", List.of(
            Map.of("text", "PyTorch's layers", "url", "https://pytorch.org/docs/stable/nn.html"),
            Map.of("text", "Java's library", "url", "https://docs.oracle.com/en/java/javase/17/docs/api/")));
        reply.put("debugger", false);
        reply.put("supported_features", List.of());
        return reply;
    }

    /**
     * The file extension is Java's: the tools that turn notebooks into text know that one. Lines without a semicolon are whole statements
     * here, so an editor is not to indent what follows them.
     */
    private static Map<String, Object> language() {
        var editor = Map.of("name", MIME, "mime", MIME, "indentStatements", false);
        return Map.of("name", "java", "version", Runtime.version().feature() + "", "mimetype", MIME,
            "file_extension", ".java", "pygments_lexer", "java", "codemirror_mode", editor);
    }

    private static String version() {
        String version = Info.class.getPackage().getImplementationVersion();
        return version == null ? "0.1.0" : version;
    }
}
