package layerbook.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Programs over all that Python does print what Python 3.11 prints. {@code generate.py} beside {@code programs.json} drew them; in
 * {@code .ci/run} it draws others, and {@code -Dpython.programs=FILE} runs those.
 */
class ProgramsTest {
    @TestFactory Stream<DynamicTest> aProgramPrintsWhatPythonPrints() throws IOException {
        return Programs.all().stream().map(p -> DynamicTest.dynamicTest(p.name(), () -> assertEquals(p.prints(), Programs.run(p.text()), p.text())));
    }
}
