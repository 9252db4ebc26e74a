package layerbook.page;

import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown as HTML, with tables and formulas between dollar signs. HTML in the text is shown, not obeyed: notebooks come from anywhere. */
public final class MarkdownHtml {
    private final Parser parser = Parser.builder().extensions(List.of(TablesExtension.create()))
        .customInlineContentParserFactory(new Dollars()).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder().extensions(List.of(TablesExtension.create())).escapeHtml(true)
        .sanitizeUrls(true).urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto"))).nodeRendererFactory(Formulas::new).build();

    public String html(String markdown) {
        return renderer.render(parser.parse(markdown));
    }

    /** A formula in TeX, in the line or on a line of its own. */
    public static String formula(String tex, boolean display) {
        return "<span class=\"math" + (display ? " display" : "") + "\">" + JavaHighlight.escaped(tex) + "</span>";
    }

    private static final class Formula extends CustomNode {
        private final String tex;
        private final boolean display;

        Formula(String tex, boolean display) {
            this.tex = tex;
            this.display = display;
        }
    }

    private static final class Dollars implements InlineContentParserFactory {
        @Override public Set<Character> getTriggerCharacters() {
            return Set.of('$');
        }

        @Override public InlineContentParser create() {
            return Dollars::parse;
        }

        /** A formula begins at a dollar without a blank behind it and ends at one without a blank before it: prices are no formulas. */
        private static ParsedInline parse(InlineParserState state) {
            Scanner scanner = state.scanner();
            boolean display = scanner.matchMultiple('$') == 2;
            Position start = scanner.position();
            if (!display && Character.isWhitespace(scanner.peek())) {
                return ParsedInline.none();
            }
            while (scanner.find('$') >= 0) {
                Position end = scanner.position();
                String tex = scanner.getSource(start, end).getContent();
                int signs = scanner.matchMultiple('$');
                boolean closes = display ? signs == 2 : signs == 1 && !tex.isEmpty() && !tex.endsWith(" ") && !Character.isDigit(scanner.peek());
                if (closes && !tex.endsWith("\\")) {
                    return ParsedInline.of(new Formula(tex, display), scanner.position());
                }
            }
            return ParsedInline.none();
        }
    }

    private record Formulas(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Formula.class);
        }

        @Override public void render(Node node) {
            Formula formula = (Formula) node;
            context.getWriter().raw(formula(formula.tex, formula.display));
        }
    }
}
