package layerbook.notebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import layerbook.notebook.format.Cell;
import layerbook.notebook.format.CellKind;
import layerbook.notebook.format.Notebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lessons as files: whole through both formats, with a goal, an exercise and its answer. (That they run is checked by {@code layerbook run --check}.) */
class LessonsTest {
    private static final Path FOLDER = Path.of("..", "notebooks");

    @TempDir
    Path folder;

    static List<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".jsh")).sorted().toList();
        }
    }

    /** Those with exercises: all but the models. */
    static List<Path> lessons() throws IOException {
        return notebooks().stream().filter(file -> !file.getParent().endsWith("models")).toList();
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void goesThroughAnIpynbByteForByte(Path lesson) throws IOException {
        Path notebook = folder.resolve("lesson.ipynb");
        Path again = folder.resolve("again.jsh");
        Convert.convert(lesson, notebook);
        Convert.convert(notebook, again);
        assertArrayEquals(Files.readAllBytes(lesson), Files.readAllBytes(again));
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void needsNoExactTextInItsIpynb(Path lesson) throws IOException {
        Path notebook = folder.resolve("lesson.ipynb");
        Convert.convert(lesson, notebook);
        assertTrue(!Files.readString(notebook).contains("\"text\": \"// %%"), "spelled as jupytext spells it");
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void hasAGoalAnExerciseAndAnAnswer(Path lesson) throws IOException {
        List<Cell> cells = Notebook.read(lesson).cells();
        assertTrue(cells.get(0).source().startsWith("# ") && cells.get(0).source().matches("(?s).*\\*\\*(Goal\\.|目标。)\\*\\*.*"), "begins with a title and a goal");
        assertEquals(1, cells.stream().filter(cell -> cell.title().matches("your answer|你的答案")).count(), "one exercise");
        assertTrue(cells.stream().anyMatch(cell -> cell.title().matches("the answer|答案")), "and its answer");
    }

    static List<Path> chinese() throws IOException {
        return lessons().stream().filter(file -> file.getParent().endsWith("zh")).toList();
    }

    /** A translation has the cells of its original: the same code, but for what it prints and says. */
    @ParameterizedTest
    @MethodSource("chinese")
    void theChineseLessonHasTheSameCells(Path lesson) throws IOException {
        assertEquals(skeleton(FOLDER.resolve(lesson.getFileName())), skeleton(lesson));
    }

    private static List<String> skeleton(Path lesson) throws IOException {
        return Notebook.read(lesson).cells().stream().map(cell -> cell.kind() == CellKind.MARKDOWN ? "words" : cell.metadata().get("tags") + "\n"
            + cell.source().replaceAll("System\\.out\\.println\\(.*\\);", "print").replaceAll("\"[^\"\n]*\"", "text").replaceAll("//.*", "").replaceAll("[ \t]+(?=\n|$)", "")).toList();
    }

    @Test
    void everyLessonIsThereInChinese() throws IOException {
        assertEquals(lessons().size(), 2 * chinese().size());
    }
}
