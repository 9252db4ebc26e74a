package layerbook.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import layerbook.page.MarkdownHtml;
import layerbook.page.TableOfContents;
import org.junit.jupiter.api.Test;

/** The table of contents of a page. */
class ContentsTest {
    private final TableOfContents contents = new TableOfContents();

    private String page(String markdown) {
        return contents.anchored(new MarkdownHtml().html(markdown));
    }

    @Test
    void eachHeadingHasAnAddressOfItsOwn() {
        assertEquals("<h2 id=\"the-rule\">The <em>rule</em></h2>\n<h2 id=\"the-rule-2\">The rule!</h2>\n<h2 id=\"卷积\">卷积</h2>\n",
            page("## The *rule*\n\n## The rule!\n\n## 卷积\n"));
    }

    @Test
    void theTitleIsNotListedAndLinksInHeadingsAreNotNested() {
        page("# Title\n\n## One\n\n### Of one\n\n## [Two](https://example.org)\n");
        assertEquals("<nav aria-label=\"Contents\"><details open><summary>Contents</summary>\n<ul>\n<li class=\"level0\"><a href=\"#one\">One</a></li>\n"
            + "<li class=\"level1\"><a href=\"#of-one\">Of one</a></li>\n<li class=\"level0\"><a href=\"#two\">Two</a></li>\n</ul></details></nav>\n", contents.html("Contents"));
    }

    @Test
    void aShortPageHasNone() {
        page("# Title\n\n## One\n\n## Two\n");
        assertEquals("", contents.html("Contents"));
    }

    @Test
    void headingsInHtmlAreWords() {
        String html = page("<h2>no</h2>\n");
        assertTrue(html.contains("&lt;h2&gt;no"), html);
    }
}
