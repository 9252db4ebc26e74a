package layerbook.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stored outputs against those of now; each letter is a line. */
class ExcerptTest {
    @ParameterizedTest(name = "{0} against {1}: {2}")
    @CsvSource({"ab,ab,true", "ab,abc,false", "ab,a,false", "ab,ba,false", "a.,abc,true", ".c,abc,true", "a.c,abbc,true", "a.c,ac,true", "a.c,acb,false",
        ".,abc,true", "a.b.c,axbyc,true", "a.b.c,axcyb,false", ".b,bab,true", "a.a,a,false"})
    void aDotStandsForAnyLines(String stored, String now, boolean matches) {
        assertEquals(matches, OutputComparison.matches(lines(stored), lines(now)));
    }

    private static List<String> lines(String letters) {
        return letters.chars().mapToObj(c -> c == '.' ? "..." : String.valueOf((char) c)).toList();
    }

    @Test
    void theDiffShowsWhatChangedAndTheLineBefore() {
        assertEquals(List.of("  b", "- c", "+ x", "  d", "+ e"), Diff.lines(List.of("a", "b", "c", "d"), List.of("a", "b", "x", "d", "e")));
    }
}
