package layerbook.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not Python is named with its line, its column and a reason, and reading goes on behind it. */
class SyntaxProblemsTest {
    static Stream<Arguments> problems() {
        return Stream.of(
            Arguments.of("if x\n    y = 1\nz = 2", "1:5: expected ':' after the condition of if", 1),
            Arguments.of("x = (1,\n     2\ndef f(): pass\ny = 1", "1:5: '(' was never closed", 2),
            Arguments.of("x = [1, 2", "1:5: '[' was never closed", 0),
            Arguments.of("f(1) = 2\ny = 1", "1:1: cannot assign to function call here. Maybe you meant '==' instead of '='?", 1),
            Arguments.of("x = 'abc\ny = 1", "1:5: unterminated string literal", 1),
            Arguments.of("x = '''abc\ny = 1", "1:5: unterminated triple-quoted string literal", 0),
            Arguments.of("print 'a'\ny = 1", "1:7: Missing parentheses in call to 'print'", 1),
            Arguments.of("def f(x):\nreturn x\ny = 1", "2:1: expected an indented block after the header of def", 2),
            Arguments.of("x = 1\n  y = 2\nz = 3", "2:3: unexpected indent", 2),
            Arguments.of("def f(a=1, b): pass\nx = 1", "1:12: parameter without a default follows parameter with a default", 1),
            Arguments.of("f(a=1, 2)", "1:8: positional argument follows keyword argument", 0),
            Arguments.of("x = 1 +", "1:8: the statement ends where an expression is expected", 0),
            Arguments.of("x = 08", "1:5: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers", 0),
            Arguments.of("x = 3abc", "1:5: invalid decimal literal", 0),
            Arguments.of("f'{}'", "1:4: f-string: valid expression required before '}'", 0),
            Arguments.of("f'a}'", "1:4: f-string: single '}' is not allowed", 0),
            Arguments.of("x = (1]", "1:7: closing parenthesis ']' does not match opening parenthesis '('", 0),
            Arguments.of("x)", "1:2: unmatched ')'", 0),
            Arguments.of("class = 3", "1:7: expected the name of a class", 0),
            Arguments.of("x = 3 ? 4", "1:7: invalid character '?' (U+003F)", 0),
            Arguments.of("if a:\n    x\n  z", "3:1: unindent does not match any outer indentation level", 1),
            Arguments.of("if a:\n\tx\n        y", "3:1: tabs and spaces are mixed, so the indentation hangs on the width of a tab", 1),
            Arguments.of("else: x", "1:1: 'else' without an if, for, while or try before it", 0));
    }

    @ParameterizedTest @MethodSource("problems")
    void aProblemHasItsPlaceAndReasonAndTheRestIsRead(String text, String problem, int read) {
        SourceFile file = Python.read("x.py", text);
        assertFalse(file.problems().isEmpty(), text);
        assertEquals(problem, file.problems().get(0).toString());
        assertEquals(read, file.body().size(), file.body().toString());
    }

    @Test void aProblemInAMethodLeavesTheOtherMethods() {
        SourceFile file = Python.read("x.py", "class A:\n    def f(self):\n        x = = 1\n        return 2\n    def g(self):\n        return 3\nz = 1\n");
        assertEquals(List.of("3:13: '=' where an expression is expected"), file.problems().stream().map(SyntaxProblem::toString).toList());
        assertEquals(2, ((Statement.ClassDef) file.body().get(0)).body().size());
        assertEquals(2, file.body().size());
    }

    /** A reader that recurses must not fall over texts that were made to make it. */
    @Test void textsAsDeepAsTheyAreLongAreRefusedOrRead() {
        int n = 20_000;
        List<String> refused = List.of("(".repeat(n), "[".repeat(n) + "]".repeat(n), "not ".repeat(n) + "x", "-".repeat(n) + "x", "lambda: ".repeat(n) + "x",
            "x if y else ".repeat(n) + "z", "2**".repeat(n) + "1", "f'{".repeat(n));
        refused.forEach(text -> assertFalse(Python.read("x", text).problems().isEmpty(), text.substring(0, 10)));
        var blocks = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            blocks.append(" ".repeat(i)).append("if x:\n");
        }
        assertFalse(Python.read("x", blocks.toString()).problems().isEmpty());
        List<String> read = List.of("1" + "+1".repeat(n), "x" + ".y".repeat(n), "f" + "()".repeat(n), "x = [" + "1, ".repeat(n) + "]", "if a: b\n" + "elif a: b\n".repeat(n));
        read.forEach(text -> assertTrue(Python.read("x", text).problems().isEmpty(), text.substring(0, 5)));
    }

    /** Whatever is cut out of or put into a text, it is read to its end with problems that have places in it. */
    @Test void damagedTextsAreReadToTheirEnd() {
        String text = "class Net(nn.Module):\n    def forward(self, x):\n        y = f'{x:>3}' + \"a\"\n        return [i for i in (x, {1: 2})]\n\nnet = Net()\nprint(net, sep='')\n";
        var random = new Random(15);
        String noise = "()[]{}'\"\\\n\t #:;,.=*@!f0\r\u3000é";
        for (int i = 0; i < 4_000; i++) {
            var damaged = new StringBuilder(text);
            for (int k = random.nextInt(3); k >= 0; k--) {
                int at = random.nextInt(damaged.length());
                if (random.nextBoolean()) {
                    damaged.insert(at, noise.charAt(random.nextInt(noise.length())));
                } else {
                    damaged.delete(at, Math.min(damaged.length(), at + 1 + random.nextInt(4)));
                }
            }
            SourceFile file = Python.read("x", damaged.toString());
            for (SyntaxProblem problem : file.problems()) {
                Place place = problem.place();
                assertTrue(place.start() <= place.end() && place.end() <= damaged.length() && place.line() >= 1 && place.column() >= 1, problem + "\n" + damaged);
            }
        }
    }
}
