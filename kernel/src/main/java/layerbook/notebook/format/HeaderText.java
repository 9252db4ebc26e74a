package layerbook.notebook.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.io.Json;

/** The head of a {@code .jsh}: YAML between two lines {@code // ---}, what belongs to Jupyter under {@code jupyter:}. */
final class HeaderText {
    static final String FENCE = "---";
    private static final String OURS = "layerbook";
    private static final String BOM = "\uFEFF";

    private HeaderText() {}

    /** Reads the head from its exact text; YAML that we do not understand is kept as text only. */
    static Header parse(String text, String eol) {
        List<String> yaml = new ArrayList<>();
        boolean inside = false;
        for (String line : text.replace(BOM, "").split("\r?\n")) {
            String bare = bare(line);
            if (bare.stripTrailing().equals(FENCE)) {
                inside = !inside;
            } else if (inside) {
                yaml.add(bare);
            }
        }
        try {
            return header(text, Json.map(Yaml.read(yaml).get("jupyter")), eol);
        } catch (IOException e) {
            return new Header(text, Map.of(), false, Header.MINOR, eol);
        }
    }

    private static Header header(String text, Map<String, Object> metadata, String eol) {
        boolean exact = false;
        Map<String, Object> jupytext = Json.map(metadata.get("jupytext"));
        Map<String, Object> representation = Json.map(jupytext.get("text_representation"));
        if ("percent".equals(representation.get("format_name")) && !representation.containsKey("jupytext_version")) {
            exact = true; // a head that we wrote from an .ipynb
            jupytext.remove("text_representation");
            put(metadata, "jupytext", jupytext);
        }
        Map<String, Object> ours = Json.map(metadata.get(OURS));
        int minor = ours.remove("nbformat_minor") instanceof Json.Num n ? minor(n.text()) : Header.MINOR;
        put(metadata, OURS, ours);
        return new Header(text, metadata, exact, minor, eol);
    }

    private static int minor(String text) {
        return text.matches("[0-4]") ? text.charAt(0) - '0' : Header.MINOR;
    }

    /** The text of a head: its own exact one, or one that holds all metadata. {@code ending} is that of the file. */
    static String text(Header header, String ending) {
        if (header.text() != null) {
            return header.text();
        }
        return composed(header.metadata(), header.minor(), ending).replace("\n", header.eol());
    }

    /** The text that we give to a head which was no text before. */
    static String composed(Map<String, Object> known, int minor, String ending) {
        Map<String, Object> metadata = new LinkedHashMap<>(known);
        Map<String, Object> jupytext = Json.map(metadata.get("jupytext"));
        jupytext.putIfAbsent("text_representation", Map.of("extension", ending, "format_name", "percent", "format_version", "1.3"));
        metadata.put("jupytext", jupytext);
        if (minor != Header.MINOR) {
            Map<String, Object> ours = Json.map(metadata.get(OURS));
            ours.put("nbformat_minor", new Json.Num(Integer.toString(minor)));
            metadata.put(OURS, ours);
        }
        var text = new StringBuilder("// " + FENCE + "\n");
        for (String line : Yaml.write(Map.of("jupyter", metadata))) {
            text.append("// ").append(line).append('\n');
        }
        return text.append("// " + FENCE + "\n\n").toString();
    }

    /** What a line of the head says behind its comment sign. */
    static String bare(String line) {
        return line.startsWith("// ") ? line.substring(3) : line.startsWith("//") ? line.substring(2) : line;
    }

    private static void put(Map<String, Object> map, String key, Map<String, Object> value) {
        if (value.isEmpty()) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }
}
