package layerbook.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The headings of a page: each gets an address of its own, and together they are the table of contents. */
public final class TableOfContents {
    /** With fewer headings a page is seen at a glance. */
    private static final int WORTHWHILE = 3;
    private static final Pattern HEADING = Pattern.compile("<h([1-6])>(.*?)</h\\1>", Pattern.DOTALL);

    private record Heading(int level, String id, String html) {}

    private final List<Heading> headings = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    /** The words with an {@code id} at each heading; only Markdown makes headings there, since HTML in it is escaped. */
    public String anchored(String html) {
        Matcher heading = HEADING.matcher(html);
        var out = new StringBuilder();
        while (heading.find()) {
            String id = id(heading.group(2));
            headings.add(new Heading(Integer.parseInt(heading.group(1)), id, heading.group(2).replaceAll("</?a\\b[^>]*>", "")));
            heading.appendReplacement(out, Matcher.quoteReplacement("<h" + heading.group(1) + " id=\"" + id + "\">" + heading.group(2) + "</h" + heading.group(1) + ">"));
        }
        return heading.appendTail(out).toString();
    }

    private String id(String html) {
        String bare = html.replaceAll("<[^>]*>|&[a-z#0-9]+;", " ").toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        String base = bare.isEmpty() ? "part" : bare;
        String id = base;
        for (int n = 2; !taken.add(id); n++) {
            id = base + "-" + n;
        }
        return id;
    }

    /** The table of contents under this name, or an empty text where there is little to find; the page's title is not in it. */
    public String html(String name) {
        int top = headings.stream().mapToInt(Heading::level).min().orElse(0);
        boolean titled = headings.stream().filter(h -> h.level == top).count() == 1;
        List<Heading> listed = headings.stream().filter(h -> h.level <= top + (titled ? 2 : 1) && !(titled && h.level == top)).toList();
        if (listed.size() < WORTHWHILE) {
            return "";
        }
        var out = new StringBuilder("<nav aria-label=\"" + name + "\"><details open><summary>" + name + "</summary>\n<ul>\n");
        for (Heading h : listed) {
            out.append("<li class=\"level").append(h.level - top - (titled ? 1 : 0)).append("\"><a href=\"#").append(h.id).append("\">").append(h.html).append("</a></li>\n");
        }
        return out.append("</ul></details></nav>\n").toString();
    }
}
