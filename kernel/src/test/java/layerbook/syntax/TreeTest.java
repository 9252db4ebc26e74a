package layerbook.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree of every construct is that of Python's {@code ast}; {@code dump.py --show X.py} among the resources wrote the files {@code X.tree}. */
class TreeTest {
    @ParameterizedTest @ValueSource(strings = {"statements", "expressions", "windows"})
    void everyConstructHasTheTreeAndThePlacesOfPython(String name) throws IOException {
        SourceFile file = Python.read(name, Python.decode(resource(name + ".py")));
        assertEquals(List.of(), file.problems());
        String expected = new String(resource(name + ".tree"), StandardCharsets.UTF_8).strip();
        assertEquals(expected.replace("(", "\n("), Dump.of(file).replace("(", "\n("));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = TreeTest.class.getResourceAsStream("/syntax/" + name)) {
            return in.readAllBytes();
        }
    }

    /** Python 3.12 allows what the Python at hand may not know yet: its trees are written as an older spelling of the same. */
    @ParameterizedTest @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "f'{a['k']}'|f\"{a['k']}\"",
        "f\"{f\"{f\"{1}\"}\"}\"|f'{f\"{1}\"}'",
        "f'{\"\\n\".join(x)}'|f'{nl.join(x)}'",
        "f'{x # why\\n}'|f'{x}'"})
    void quotesAndBackslashesNestInFStrings(String now, String before) {
        List<SyntaxProblem> problems = Python.read("a", now.replace("\\n}", "\n}")).problems();
        assertEquals(List.of(), problems);
        assertEquals(List.of(), Python.read("b", before).problems());
    }

    @Test void nestedQuotesGiveTheSameTree() {
        assertEquals(withoutPlaces("f\"{a['k']!r:>{w}}\""), withoutPlaces("f'{a['k']!r:>{w}}'"));
    }

    private static String withoutPlaces(String text) {
        return Dump.of(Python.read("x", text)).replaceAll("@\\d+:\\d+:\\d+:\\d+", "");
    }

    @Test void typeParametersAndAliasesAreRead() {
        SourceFile file = Python.read("x", "type A[T: int, *Ts, **P] = list[T]\ndef f[T](x: T) -> T: return x\nclass C[T](B): pass\n");
        assertEquals(List.of(), file.problems());
        var alias = (Statement.TypeAlias) file.body().get(0);
        assertEquals(List.of(0, 1, 2), alias.typeParameters().stream().map(Statement.TypeParameter::stars).toList());
        assertEquals("f", ((Statement.FunctionDef) file.body().get(1)).name());
    }

    @Test void aFileIsDecodedAsItSays() throws IOException {
        assertEquals("# coding: latin-1\nx = 'é'", Python.decode("# coding: latin-1\nx = 'é'".getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals("x = 'é'", Python.decode("x = 'é'".getBytes(StandardCharsets.UTF_8)));
    }

    @Test void aNodeKnowsItsText() {
        SourceFile file = Python.read("net.py", "x = conv(3, padding=1)\n");
        var call = (Expression.Call) ((Statement.Assign) file.body().get(0)).value();
        assertEquals("conv(3, padding=1)", file.textOf(call));
        assertEquals("1:5", call.place().toString());
    }

    @Test void oneExpressionIsReadAlone() {
        assertEquals("resnet18", ((Expression.Name) ((Expression.Call) Python.expression(" resnet18(num_classes=10) ").expression()).function()).name());
        assertEquals("1:3: invalid syntax", Python.expression("a b").problem().toString());
    }
}
