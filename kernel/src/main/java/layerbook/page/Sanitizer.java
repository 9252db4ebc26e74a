package layerbook.page;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTML and SVG that was written by others, reduced to what cannot do anything: known elements, known attributes, no scripts, no event handlers,
 * no addresses but links to the web. What is not known is left out; text stays.
 */
public final class Sanitizer {
    private static final Set<String> ELEMENTS = words("a abbr b blockquote br caption code col colgroup dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6"
        + " hr i ins kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td tfoot th thead tr u ul var wbr"
        + " svg g path rect circle ellipse line polyline polygon text tspan defs marker title desc lineargradient radialgradient stop clippath");
    private static final Set<String> EMPTY = words("br col hr wbr");
    /** Elements whose content goes with them. */
    private static final Set<String> SILENT = words("script style iframe object embed noscript template title-x foreignobject textarea select math head xmp plaintext");
    private static final Set<String> ATTRIBUTES = words("class id title lang dir colspan rowspan span scope align valign width height open start"
        + " aria-label aria-hidden aria-describedby role viewbox xmlns d x y x1 x2 y1 y2 cx cy r rx ry dx dy points transform fill fill-opacity fill-rule stroke"
        + " stroke-width stroke-opacity stroke-dasharray stroke-linecap stroke-linejoin opacity text-anchor dominant-baseline alignment-baseline font-size"
        + " font-family font-weight font-style offset stop-color stop-opacity gradientunits gradienttransform markerwidth markerheight markerunits refx refy"
        + " orient marker-end marker-start preserveaspectratio version vector-effect color letter-spacing");
    /** Names in SVG whose capitals matter. */
    private static final String[] CAPITALS = {"viewBox", "linearGradient", "radialGradient", "clipPath", "gradientUnits", "gradientTransform", "markerWidth",
        "markerHeight", "markerUnits", "refX", "refY", "preserveAspectRatio"};
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9:-]*)((?:[^<>\"']|\"[^\"]*+\"|'[^']*+')*+)>|<!--.*?(?:-->|\\z)|<[!?][^>]*+>?", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z][a-zA-Z0-9:-]*)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'=<>`]+))");
    private static final Pattern STYLE = Pattern.compile("[a-zA-Z0-9 :;.,%#()\\-'\"]*");
    private static final Pattern LOCAL = Pattern.compile("url\\(#[\\w-]+\\)");

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private String silent;

    private Sanitizer() {}

    public static String html(String html) {
        var sanitised = new Sanitizer();
        sanitised.read(html);
        return sanitised.out.toString();
    }

    private static Set<String> words(String list) {
        return new HashSet<>(Arrays.asList(list.split(" ")));
    }

    private void read(String html) {
        Matcher tag = TAG.matcher(html);
        int from = 0;
        while (tag.find()) {
            text(html.substring(from, tag.start()));
            from = tag.end();
            if (tag.group(2) != null) {
                tag(tag.group(2).toLowerCase(Locale.ROOT), !tag.group(1).isEmpty(), tag.group(3));
            }
        }
        text(html.substring(from));
        while (!open.isEmpty()) {
            out.append("</").append(spelled(open.pop())).append('>');
        }
    }

    /** Text with its entities; a sign that begins a tag means itself here. */
    private void text(String text) {
        if (silent == null) {
            out.append(text.replace("<", "&lt;").replace(">", "&gt;"));
        }
    }

    private void tag(String name, boolean closing, String attributes) {
        if (silent != null) {
            silent = closing && name.equals(silent) ? null : silent;
        } else if (SILENT.contains(name)) {
            silent = closing || attributes.endsWith("/") ? null : name;
        } else if (!ELEMENTS.contains(name)) {
            return;
        } else if (!closing) {
            out.append('<').append(spelled(name));
            attributes(name, attributes);
            out.append('>');
            if (!EMPTY.contains(name)) {
                open.push(name);
                if (attributes.endsWith("/")) {
                    close(name);
                }
            }
        } else {
            close(name);
        }
    }

    /** Closes what stands open up to this element; a closing tag without an opening one is nothing. */
    private void close(String name) {
        while (open.contains(name)) {
            String inner = open.pop();
            out.append("</").append(spelled(inner)).append('>');
            if (inner.equals(name)) {
                return;
            }
        }
    }

    private void attributes(String element, String text) {
        Matcher attribute = ATTRIBUTE.matcher(text);
        while (attribute.find()) {
            String name = attribute.group(1).toLowerCase(Locale.ROOT);
            String value = attribute.group(2) != null ? attribute.group(2) : attribute.group(3) != null ? attribute.group(3) : attribute.group(4);
            if (harmless(element, name, value)) {
                out.append(' ').append(spelled(name)).append("=\"").append(value.replace("\"", "&quot;").replace("<", "&lt;")).append('"');
            }
        }
    }

    private static boolean harmless(String element, String name, String value) {
        if (name.equals("href")) {
            return element.equals("a") && value.matches("(?i)(https?://|#).*");
        }
        if (name.equals("style")) {
            return STYLE.matcher(value).matches() && !value.toLowerCase(Locale.ROOT).matches(".*(url|expression|position|import|\\\\).*");
        }
        boolean refers = value.toLowerCase(Locale.ROOT).contains("url(") || value.contains("&#") || value.toLowerCase(Locale.ROOT).contains("script:");
        return ATTRIBUTES.contains(name) && (!refers || LOCAL.matcher(value).matches());
    }

    private static String spelled(String lower) {
        for (String name : CAPITALS) {
            if (name.equalsIgnoreCase(lower)) {
                return name;
            }
        }
        return lower;
    }
}
