package layerbook.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The drawings of a Markdown file, in a folder beside it as nbconvert lays them: viewers show images from files, not what stands drawn in the text. */
final class Pictures {
    private static final Pattern SVG = Pattern.compile("(?s)<svg[ >].*?</svg>");
    private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");
    /** Drawings take the colour of the text around them; an image has none around it. */
    private static final String COLOURS = "<style>svg{color:#1f2328}@media(prefers-color-scheme:dark){svg{color:#e6edf3}}</style>";

    private final Path folder;
    private final List<String> drawn = new ArrayList<>();

    /** @param markdown the Markdown file */
    Pictures(Path markdown) {
        folder = markdown.resolveSibling(Lesson.name(markdown) + "_files");
    }

    /** The Markdown of each drawing in some HTML; the drawings are kept to be written. */
    List<String> in(String html) {
        var images = new ArrayList<String>();
        for (Matcher svg = SVG.matcher(html); svg.find();) {
            Matcher title = TITLE.matcher(svg.group());
            drawn.add(svg.group().replaceFirst(">", ">" + COLOURS));
            images.add("![" + (title.find() ? title.group(1) : "drawing") + "](<" + folder.getFileName() + "/" + drawn.size() + ".svg>)");
        }
        return images;
    }

    void write() throws IOException {
        if (!drawn.isEmpty()) {
            Files.createDirectories(folder);
        }
        for (int i = 0; i < drawn.size(); i++) {
            String svg = drawn.get(i);
            AtomicFile.write(folder.resolve(i + 1 + ".svg"), writer -> writer.write(svg + "\n"));
        }
    }
}
