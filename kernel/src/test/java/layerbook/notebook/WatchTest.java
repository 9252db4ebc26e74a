package layerbook.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which cell a watched notebook is shown again from; each letter is a cell. */
class WatchTest {
    @ParameterizedTest(name = "{0} became {1}, {2} ran: from {3}")
    @CsvSource({"abc,abc,3,3", "abc,axc,3,1", "abc,abcd,3,3", "abc,ab,3,2", "abc,abc,1,1", "'',abc,0,0", "abc,xabc,3,0"})
    void theFirstCellThatChangedOrHasNotRun(String before, String now, int ran, int from) {
        assertEquals(from, Watch.changed(cells(before), cells(now), ran));
    }

    private static List<Cell> cells(String letters) {
        return letters.chars().mapToObj(c -> Cell.of(Kind.CODE, String.valueOf((char) c), Map.of())).toList();
    }
}
