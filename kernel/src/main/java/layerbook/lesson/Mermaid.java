package layerbook.lesson;

import java.util.Map;
import layerbook.table.Laid;

/** Text that Mermaid draws: to be pasted into a page or a Markdown file as it is. */
public record Mermaid(String text) implements Laid {
    @Override public String text(int width, boolean unicode, boolean colour) {
        return text;
    }

    @Override public Map<String, Object> mime() {
        return Map.of("text/vnd.mermaid", text);
    }

    @Override public String toString() {
        return text;
    }
}
