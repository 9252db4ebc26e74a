package layerbook.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The drawings of a Markdown file, as images that are in it: viewers do not show what stands drawn in the text, and the file is to need no other. */
public final class InlineImages {
    private static final Pattern SVG = Pattern.compile("(?s)<svg[ >].*?</svg>");
    private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");
    /** Drawings take the colour of the text around them; an image has none around it. */
    private static final String COLOURS = "<style>svg{color:#1f2328}@media(prefers-color-scheme:dark){svg{color:#e6edf3}}</style>";

    private InlineImages() {}

    /** The Markdown of each drawing in some HTML. */
    public static List<String> in(String html) {
        var images = new ArrayList<String>();
        for (Matcher svg = SVG.matcher(html); svg.find();) {
            Matcher title = TITLE.matcher(svg.group());
            byte[] drawing = svg.group().replaceFirst(">", ">" + COLOURS).getBytes(StandardCharsets.UTF_8);
            images.add("![" + (title.find() ? title.group(1) : "drawing") + "](data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(drawing) + ")");
        }
        return images;
    }
}
