package layerbook.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is killed while it writes notebooks leaves the old file or the new one, whole. */
@Tag("slow")
class KilledWhileWritingTest {
    private static final int KILLS = 200;
    private static final int CELLS = 2000;

    @TempDir
    Path folder;

    /** Writes two notebooks in turn over one file, until it is killed. */
    public static final class Writer {
        public static void main(String[] args) throws IOException {
            for (int i = 0; ; i++) {
                Notebook.parse(text(i % 2), "written").write(Path.of(args[0]));
                System.out.write('.');
                System.out.flush();
            }
        }
    }

    private static String text(int which) {
        return ("// %% [markdown]\n// version " + which + "\n\n").repeat(CELLS);
    }

    @Test
    void theFileIsWholeAfterEveryKill() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("lesson.jsh"), text(0));
        var random = new Random(7);
        int changed = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            String before = Files.readString(file);
            Process writer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto", "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), Writer.class.getName(), file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            for (int dots = random.nextInt(4); dots >= 0; dots--) {
                assertEquals('.', writer.getInputStream().read(), "the writer writes");
            }
            for (int spin = random.nextInt(200_000); spin > 0; spin--) {
                Thread.onSpinWait(); // a moment that is different each time
            }
            writer.destroyForcibly();
            assertTrue(writer.waitFor(20, TimeUnit.SECONDS));
            String after = Files.readString(file);
            assertTrue(after.equals(text(0)) || after.equals(text(1)), "after kill " + kill + " the file has " + after.length() + " signs");
            changed += after.equals(before) ? 0 : 1;
        }
        assertTrue(changed > KILLS / 10, "the writer was killed in the middle of its work");
    }
}
