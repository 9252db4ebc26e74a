package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import layerbook.session.output.Output;
import layerbook.session.output.Problem;
import layerbook.session.output.Result;
import layerbook.session.output.Settings;
import layerbook.session.output.View;
import org.junit.jupiter.api.AfterEach;

/** A tiny language for tests of a session: type something, say what is shown. */
abstract class Typed {
    final Session session = Session.open(Settings.standard());
    final List<Output> outputs = new ArrayList<>();

    @AfterEach void close() {
        session.close();
    }

    Result type(String text) {
        synchronized (outputs) {
            outputs.clear();
        }
        return session.run(text, o -> {
            synchronized (outputs) {
                outputs.add(o);
            }
        });
    }

    /** Everything that the last text showed: what was printed as it is, all else as lines. */
    String shown() {
        var text = new StringBuilder();
        synchronized (outputs) {
            outputs.forEach(o -> text.append(o.plain(View.PLAIN)).append(o instanceof Output.Printed ? "" : "\n"));
        }
        return text.toString().stripTrailing();
    }

    void assertShows(String text, String... lines) {
        Result result = type(text);
        assertEquals(String.join("\n", lines), shown());
        assertTrue(result.ok(), () -> "failed: " + text);
    }

    /** What is offered behind {@code try} runs as it stands; what it did is taken back. */
    void assertFixRuns(Problem problem) {
        if (problem.fix() == null) {
            return;
        }
        var before = session.book().graph();
        Result result = session.run(problem.fix(), o -> { });
        assertTrue(result.ok(), () -> "the fix of\n" + problem.source() + "\nfails: " + problem.fix() + "\n" + result.problem().map(Problem::message).orElse(""));
        if (session.book().graph() != before) {
            session.run("/undo", o -> { });
        }
    }

    Problem assertFails(String text, String kind, String part) {
        Result result = type(text);
        assertFalse(result.ok(), () -> "went through: " + text);
        Problem problem = result.problem().orElseThrow();
        assertEquals(kind, problem.kind(), problem::message);
        assertTrue(shown().contains(part), () -> "expected \"" + part + "\" in\n" + shown());
        return problem;
    }
}
