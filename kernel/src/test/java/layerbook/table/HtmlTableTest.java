package layerbook.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HtmlTableTest {
    private static Grid grid(List<String> numbers, List<String> words, List<String> marks) {
        return new Grid("rows", List.of(new Grid.Column("#", true, 0, numbers), new Grid.Column("layer", false, 0, words)), marks, List.of("a < b"));
    }

    @Test void everyTextFromOutsideIsEscaped() {
        String html = grid(List.of("1"), List.of("<b onclick=\"x()\">"), List.of("")).html();
        assertTrue(html.contains("&lt;b onclick=&quot;x()&quot;&gt;"), html);
        assertTrue(html.contains("a &lt; b"), html);
        assertFalse(html.contains("<b "), html);
    }

    @Test void newRowsAreMarkedInWordsTooAndNotByColourAlone() {
        String html = grid(List.of("0", "1"), List.of("input", "relu"), List.of("", "◂ new")).html();
        assertTrue(html.contains("<tr class=\"new\"><td>1</td><td class=\"w\">relu</td><td class=\"w\">◂ new</td></tr>"), html);
        assertTrue(html.contains("<tr><td>0</td><td class=\"w\">input</td><td class=\"w\"></td></tr>"), html);
    }

    @Test void aTotalIsNotSortedWithTheRows() {
        String html = grid(List.of("0", "1", ""), List.of("input", "relu", "total"), List.of("", "", "")).html();
        assertTrue(html.contains("<tfoot>\n<tr><td></td><td class=\"w\">total</td></tr>\n</tfoot>"), html);
        assertFalse(grid(List.of("0", "1"), List.of("input", "relu"), List.of("", "")).html().contains("<tfoot>"));
    }

    @Test void longTablesGetAScrollBar() {
        List<String> many = IntStream.range(0, 41).mapToObj(String::valueOf).toList();
        assertTrue(grid(many, many, Collections.nCopies(41, "")).html().contains("<div class=\"layerbook-long\">"));
        assertFalse(grid(many.subList(0, 40), many.subList(0, 40), Collections.nCopies(40, "")).html().contains("<div class=\"layerbook-long\">"));
    }

    @Test void aTableOfTablesawIsShownAsOneOfOurs() {
        Grid again = Grid.of(grid(List.of("0", "1"), List.of("input", "relu"), List.of("", "")).table());
        assertEquals(List.of("#", "layer"), again.columns().stream().map(Grid.Column::head).toList());
        assertEquals(List.of("0", "1"), again.columns().get(0).cells());
        assertEquals(List.of(true, false), Stream.of(0, 1).map(i -> again.columns().get(i).right()).toList());
    }
}
