package layerbook.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The methods of a tensor are those of the catalogue of operations: the files {@code net/*Methods.java} are what {@link MethodText} makes of it.
 * {@code mvn test -pl kernel -Dtest=TensorMethodsTest -Dlayerbook.renew=true} writes them anew.
 */
class TensorMethodsTest {
    private static final Path NET = Path.of("src/main/java/layerbook/net");

    @TestFactory Stream<DynamicTest> methodsAreThoseOfTheCatalogue() {
        Map<String, List<Operator>> all = Operations.byInterface();
        Stream<DynamicTest> families = all.entrySet().stream().map(e -> test(e.getKey(), MethodText.of(e.getKey(), e.getValue())));
        return Stream.concat(families, Stream.of(test("TensorMethods", MethodText.joining(all.keySet()))));
    }

    private static DynamicTest test(String name, String text) {
        return DynamicTest.dynamicTest(name, () -> check(NET.resolve(name + ".java"), text));
    }

    private static void check(Path file, String text) throws IOException {
        if (Boolean.getBoolean("layerbook.renew")) {
            Files.writeString(file, text);
        }
        assertEquals(text, Files.exists(file) ? Files.readString(file) : "", () -> file + " is not what the catalogue says; renew it with -Dlayerbook.renew=true");
    }
}
