package layerbook.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import layerbook.notebook.format.Cell;
import layerbook.notebook.format.CellKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        return letters.chars().mapToObj(c -> Cell.of(CellKind.CODE, String.valueOf((char) c), Map.of())).toList();
    }

    @TempDir
    Path folder;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    /** Waits until the last that was said is this. */
    private void until(String text) throws InterruptedException {
        for (long end = System.nanoTime() + 60_000_000_000L; !said.toString(StandardCharsets.UTF_8).contains(text); Thread.sleep(20)) {
            assertTrue(System.nanoTime() < end, () -> "not said: " + text + "\n" + said.toString(StandardCharsets.UTF_8));
        }
    }

    @Tag("slow")
    @Test
    void eachChangeIsShownFromItsCellOnAsAFreshRunWouldShowIt() throws Exception {
        Path file = folder.resolve("my.jsh");
        String lesson = "// %%\nvar all = new ArrayList<String>(List.of(\"first\"));\nSystem.out.println(\"beginning\");\n\n// %%\nall.add(\"second\");\n\n// %%\nSystem.out.println(all);\n";
        Files.writeString(file, lesson);
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        var watcher = new Thread(() -> new Watch(RunOptions.of(file), out, out).run());
        watcher.start();
        until("[first, second]");
        change(file, lesson.replace("println(all)", "println(\"now \" + all)"), "now [first, second]");
        change(file, lesson.replace("println(all)", "println(\"then \" + all)"), "then [first, second]");
        assertTrue(!said.toString(StandardCharsets.UTF_8).contains("beginning"), "the cells before are not shown again");
        change(file, lesson.replace("\"second\"", "\"other\""), "[first, other]");
        change(file, lesson.replace("println(all)", "println(all"), "opened here, never closed");
        change(file, lesson.replace("var all", "var none"), "cannot find symbol");
        said.reset();
        Files.delete(file);
        until("no such file");
        change(file, lesson, "beginning");
        until("watching");
        watcher.interrupt();
        watcher.join();
    }

    private void change(Path file, String text, String shown) throws Exception {
        until("watching");
        said.reset();
        Path beside = Files.writeString(folder.resolve("my.jsh.new"), text);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        until(shown);
    }
}
