package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import layerbook.session.output.Result;
import org.junit.jupiter.api.Test;

/** Sizes with letters in them: a view that comes out even is accepted, and what is suggested for one that does not is Java. */
class SymbolicViewTest extends Typed {
    @Test void aViewWhoseSizeFollowsFromAnotherOne() {
        assertTrue(type("var T = symbol(\"T\"); var x = tensor(shape(N, T, 8)); var y = x.view(-1, 16)").ok(), this::shown);
        assertEquals("N·T/2×16", type("y.shape().text()").value());
        assertTrue(type("var z = y.view(-1, 4, 4)").ok(), this::shown);
        assertEquals("N·T/2×4×4", type("z.shape().text()").value());
        assertTrue(type("var w = z.view(N, T, 8)").ok(), this::shown);
        assertTrue(type("var v = z.view(-1, 32).view(N.times(T), 8)").ok(), this::shown);
    }

    @Test void whatIsSuggestedRunsOrIsLeftOut() {
        type("var T = symbol(\"T\"); var x = tensor(shape(N, T, 8)).flatten(0, 1)");
        Result refused = type("x.view(5, 8)");
        assertFalse(refused.ok());
        assertEquals("x.view(N.times(T), -1)", refused.problem().orElseThrow().fix(), this::shown);
        assertTrue(type("x.view(N.times(T), -1)").ok(), this::shown);
        type("var y = tensor(shape(N, T, 8)).view(-1, 16)");
        Result other = type("y.view(5, 8)");
        assertFalse(other.ok());
        assertNull(other.problem().orElseThrow().fix(), this::shown);
    }
}
