package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** solve asks the current network, as every word without a network does, and leaves it as it is. */
class SolvingTest extends Typed {
    @Test void theCurrentNetworkGivesTheAnswerOfTheSameOneNamed() {
        var random = new Random(5);
        for (int i = 0; i < 4; i++) {
            int channels = 1 + random.nextInt(5);
            int size = 8 + random.nextInt(25);
            long budget = 1_000_000L * (5 + random.nextInt(200));
            type("input(" + channels + ", " + size + ", " + size + "); conv2d(" + (1 + random.nextInt(9)) + ", 3); var y" + i + " = add(relu());");
            Object named = type("solve(b -> memory(y" + i + ", batch(b)).total(), " + budget + "L)").value();
            int rows = session.book().graph().size();
            assertEquals(named, type("solve(b -> memory(batch(b)).total(), " + budget + "L)").value(), this::shown);
            assertEquals(rows, session.book().graph().size());
        }
    }

    @Test void aNetworkMadeForTheQuestionIsTheCurrentOneInIt() {
        type("input(3, 8, 8); conv2d(4, 3);");
        int rows = session.book().graph().size();
        assertEquals(10, type("solve(w -> params(tensor(4).then(linear(4, w))), 54)").value(), this::shown);
        assertEquals(rows, session.book().graph().size());
        assertTrue(type("params()").value().equals(112L), this::shown);
    }
}
