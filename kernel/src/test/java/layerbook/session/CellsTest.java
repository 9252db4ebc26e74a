package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import layerbook.session.output.Result;
import layerbook.session.output.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CellsTest {
    private final Session session = Session.open(Settings.standard());

    @AfterEach void close() {
        session.close();
    }

    private void cell(String id, String text) {
        Result result = session.run(text, id, out -> { });
        assertTrue(result.ok(), () -> text + ": " + result.problem());
    }

    private List<String> rows() {
        return session.book().graph().calls().stream().map(c -> c.layer().factoryName()).toList();
    }

    @Test void runningTheLastCellAgainReplacesWhatItAdded() {
        cell("a", "input(3, 32, 32)");
        cell("b", "conv2d(16, 3)");
        cell("b", "conv2d(8, 3)\nrelu()");
        assertEquals(List.of("input", "conv2d", "relu"), rows());
        assertEquals(List.of(), session.takeStale());
    }

    @Test void aChangedCellTakesWithItWhatWasBuiltOnIt() {
        cell("a", "input(3, 32, 32)");
        cell("b", "conv2d(16, 3)");
        cell("c", "relu()");
        cell("look", "params()");
        cell("b", "conv2d(8, 3)");
        assertEquals(List.of("input", "conv2d"), rows());
        assertEquals(List.of("c"), session.takeStale());
        assertEquals(List.of(), session.takeStale());
        cell("c", "relu()");
        assertEquals(List.of("input", "conv2d", "relu"), rows());
    }

    @Test void anUnchangedCellChangesNothing() {
        cell("a", "var x = tensor(3, 32, 32)");
        cell("b", "x = x.then(conv2d(3, 16, 3))");
        cell("c", "x = x.then(relu())");
        cell("b", "x = x.then(conv2d(3, 16, 3))");
        assertEquals(List.of("input", "conv2d", "relu"), rows());
        assertEquals(List.of(), session.takeStale());
        cell("d", "x = x.then(relu())");
        assertEquals(List.of("input", "conv2d", "relu", "relu"), rows());
    }

    @Test void tensorsGoBackWithTheGraphAndOtherVariablesDoNot() {
        cell("a", "var x = tensor(3, 32, 32)\nint runs = 0");
        cell("b", "x = x.then(conv2d(3, 16, 3)); runs++");
        cell("b", "x = x.then(conv2d(3, 8, 3)); runs++");
        assertEquals(List.of("input", "conv2d"), rows());
        assertEquals(2, session.run("runs", out -> { }).value());
    }

    @Test void runningAllAgainGivesTheSame() {
        for (int i = 0; i < 2; i++) {
            cell("a", "input(3, 32, 32)");
            cell("b", "conv2d(16, 3)");
            cell("c", "relu()");
        }
        assertEquals(List.of("input", "conv2d", "relu"), rows());
    }

    @Test void whatWasUndoneIsNotReplaced() {
        cell("a", "input(3, 32, 32)");
        cell("b", "conv2d(16, 3)");
        cell("u", "/undo");
        cell("b", "conv2d(16, 3)");
        assertEquals(List.of("input", "conv2d"), rows());
    }

    @Test void whatADeletedCellAddedGoes() {
        cell("a", "input(3, 32, 32)");
        cell("b", "conv2d(16, 3)");
        cell("c", "relu()");
        session.delete(List.of("c"));
        assertEquals(List.of("input", "conv2d"), rows());
        assertEquals(List.of(), session.takeStale());
        cell("c", "relu()");
        session.delete(List.of("b", "never there"));
        assertEquals(List.of("input"), rows());
        assertEquals(List.of("c"), session.takeStale());
        cell("undo", "/undo");
        assertEquals(List.of("input", "conv2d", "relu"), rows());
    }

    @Test void aDeletedCellIsNotSaidToBeStale() {
        cell("a", "input(3, 32, 32)");
        cell("b", "conv2d(16, 3)");
        cell("c", "relu()");
        session.delete(List.of("b", "c"));
        assertEquals(List.of("input"), rows());
        assertEquals(List.of(), session.takeStale());
    }

    @Test void cellsThatMentionWhatAnEarlierCellHasChangedAreOutdated() {
        cell("width", "int hidden = 64\nint twice(int n) { return 2 * n; }");
        cell("in", "input(10)");
        cell("layer", "linear(hidden)");
        cell("other", "int own = 3");
        cell("method", "twice(4)");
        cell("self", "int hidden = 7");
        cell("width", "int hidden = 64\nint twice(int n) { return 2 * n; }");
        assertEquals(Map.of(), session.takeOutdated(), "hidden is what the layer was made with, though it was 7 for a while");
        cell("width", "int hidden = 128\nint twice(int n) { return n + n; }");
        assertEquals(Map.of("layer", Set.of("hidden"), "method", Set.of("twice")), session.takeOutdated());
        assertEquals(List.of("input", "linear"), rows());
        cell("new", "int hidden = 256");
        assertEquals(Map.of(), session.takeOutdated(), "a cell that runs for the first time comes after all others");
    }

    @Test void aCellThatAddsSomethingOnlyLaterStandsBehindWhatIsThere() {
        cell("a", "int hidden = 3");
        cell("b", "input(3, 8, 8)");
        cell("c", "conv2d(4, 3)");
        cell("a", "relu()");
        cell("c", "conv2d(8, 3)");
        assertEquals(List.of("input", "conv2d"), rows());
        assertEquals(List.of("a"), session.takeStale());
    }
}
