package layerbook.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which words mean what on the command line. */
class CommandLineTest {
    @Test void notebooksNeedNoCommand() {
        assertTrue(CommandLine.isNotebook("lesson.jsh"));
        assertTrue(CommandLine.isNotebook("dir/lesson"));
        assertFalse(CommandLine.isNotebook("doctor"));
        assertFalse(CommandLine.isNotebook("--check"));
    }

    @Test void whatIsNotUnderstoodIsTwo() {
        assertEquals(2, CommandLine.execute(List.of("nonsense")));
        assertEquals(2, CommandLine.execute(List.of("run")));
        assertEquals(2, CommandLine.execute(List.of("run", "--nonsense", "x.jsh")));
        assertEquals(2, CommandLine.execute(List.of("run", "no-such-file.jsh")));
    }

    @Test void helpIsZero() {
        assertEquals(0, CommandLine.execute(List.of("--help")));
        assertEquals(0, CommandLine.execute(List.of("run", "--help")));
        assertEquals(0, CommandLine.execute(List.of("--version")));
    }
}
