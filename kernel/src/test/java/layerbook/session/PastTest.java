package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import layerbook.net.Graph;
import layerbook.session.jshell.History;
import layerbook.session.jshell.UndoStack;
import org.junit.jupiter.api.Test;

/** How far undo goes back, and what it keeps for that. */
class PastTest extends Typed {
    private static History.Change holding(String what, Object value) {
        return new History.Change(what, Graph.empty(), new HashMap<>(Map.of("a", value)), null);
    }

    private static String all(UndoStack past) {
        var names = new ArrayList<String>();
        while (!past.isEmpty()) {
            names.add(past.pop().what());
        }
        return String.join(" ", names);
    }

    @Test void whatHoldsTooMuchIsLetGoTheOldestFirst() {
        for (Object[] large : new Object[][] {{new long[125_000], new long[125_000], new long[125_000]}, {"a".repeat(1_000_000), "b".repeat(1_000_000), "c".repeat(1_000_000)},
                {new byte[10][100_000], new byte[10][100_000], new byte[10][100_000]}, {filled(31_250), filled(31_250), filled(31_250)}}) {
            var past = new UndoStack(2_100_000);
            History.Change first = holding("first", large[0]);
            past.push(first);
            past.push(holding("small", 1));
            past.push(holding("second", large[1]));
            assertFalse(past.isForgetful());
            past.push(holding("third", large[2]));
            assertTrue(past.isForgetful());
            assertTrue(first.variables().isEmpty(), "its value is still held");
            assertEquals("third second small", all(past));
        }
    }

    private static List<Integer> filled(int size) {
        return new ArrayList<>(Collections.nCopies(size, 1));
    }

    @Test void theSameValueIsCountedOnceAndTheLastChangeStays() {
        var past = new UndoStack(2_100_000);
        var shared = new long[125_000];
        for (int i = 0; i < 5; i++) {
            past.push(holding("shared" + i, shared));
        }
        assertFalse(past.isForgetful());
        past.push(holding("enormous", new long[500_000]));
        assertEquals("enormous", all(past));
        past.push(holding("one", new long[125_000]));
        past.push(holding("two", new long[125_000]));
        assertEquals("two one", all(past), "what was popped still counts");
    }

    @Test void aThousandSmallOnesAreKept() {
        var past = new UndoStack(1);
        for (int i = 0; i <= UndoStack.FARTHEST; i++) {
            past.push(holding("change" + i, i));
        }
        String[] kept = all(past).split(" ");
        assertEquals(UndoStack.FARTHEST, kept.length);
        assertEquals("change1", kept[kept.length - 1]);
    }

    /** Each value is a quarter of what undo may hold, so a few can be taken back, and memory does not fill up with the others. */
    @Test void largeValuesDoNotPileUp() {
        int longs = (int) (Runtime.getRuntime().maxMemory() / 8 / 4 / Long.BYTES);
        type("long[] a = new long[1]");
        for (int i = 0; i < 9; i++) {
            assertTrue(type("a = new long[" + longs + " + " + i + "]").ok(), this::shown);
        }
        int back = 0;
        while (type("/undo").ok()) {
            back++;
        }
        assertTrue(back > 1 && back < 6, "undone: " + back);
        assertTrue(shown().replaceAll("\\s+", " ").contains("there is nothing more to take back: undo keeps the last 1,000 changes, fewer if they hold large values"), shown());
        assertEquals(longs + 8L - back, ((long[]) session.valueOf("a")).length);
    }
}
