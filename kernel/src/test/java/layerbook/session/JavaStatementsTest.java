package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import layerbook.session.output.Problem;
import org.junit.jupiter.api.Test;

/** Ordinary Java works as in the jshell tool, and the values themselves come back. */
class JavaStatementsTest extends Typed {
    @Test void valuesAreShownAsInJshell() {
        assertShows("1 + 1", "$1 ==> 2");
        assertShows("var x = 5", "x ==> 5");
        assertShows("x = 7;", "x ==> 7");
        assertShows("x", "x ==> 7");
        assertShows("String s = \"a\\nb\"", "s ==> \"a\\nb\"");
        assertShows("new int[] {1, 2}", "$2 ==> int[2] { 1, 2 }");
        assertShows("int y", "y ==> 0");
        assertShows("List.of('c')", "$3 ==> [c]");
    }

    @Test void eachOfSeveralInOneDeclarationIsShown() {
        assertShows("int a = 1, b = a + 1", "a ==> 1", "b ==> 2");
        type("Unit p = own(linear(2, 3)), q = own(linear(4, 5))");
        assertEquals("p linear(2, 3) q linear(4, 5)", type("\"\" + p + \" \" + q").value());
    }

    @Test void whatWasPrintedIsNotShownAgainAsAStream() {
        assertShows("System.out.printf(\"%d%n\", 3)", "3");
    }

    @Test void theValueItselfComesBack() {
        var result = type("var list = new ArrayList<String>()\nlist");
        assertEquals("[]", result.valueText());
        assertSame(result.value(), type("list").value());
        assertNull(type("int i = 3").value());
    }

    @Test void declarationsAreSaidInBrief() {
        assertShows("int f(int a) { return a + 1; }", "created method f(int)");
        assertShows("f(2)", "$1 ==> 3");
        assertShows("record P(int a) {}", "created record P");
        assertShows("int f(int a) { return a + 2; }", "modified method f(int)");
        assertShows("import java.time.*");
    }

    @Test void valuesAreKeptWhenWhatTheyWereMadeWithIsDeclaredAnew() {
        type("int f() { return 1; } var v = f(); v += 4");
        assertShows("int f() { return 2; }", "modified method f()");
        assertShows("v", "v ==> 5");
        type("class A {} var b = new A(); var list = new ArrayList<A>(); list.add(b)");
        assertShows("class A { int n = 3; }", "replaced class A", "  ⚠ b was reset to null: its value is not of the type as it is now");
        assertShows("list.size()", "$3 ==> 1");
        assertShows("int v", "v ==> 0");
        assertShows("String v = \"other\"", "v ==> \"other\"");
        assertShows("var x = 1; x = 3; var x = \"text\"", "x ==> 1", "x ==> 3", "x ==> \"text\"");
    }

    @Test void printedTextComesInOrder() {
        assertShows("System.out.println(\"α\"); 3\nSystem.err.print('e')", "α", "$1 ==> 3", "e");
    }

    @Test void backgroundThreadsPrintToTheirSession() {
        type("Runnable r = () -> System.out.println(\"from behind\"); var t = new Thread(r)");
        assertShows("t.start(); t.join()", "from behind");
    }

    @Test void statementsEndWhereTheyAreComplete() {
        assertShows("""
            // a comment
            int total = 0; total += 2   /* and */
            for (int i = 0; i < 3; i++) {
                total += i;
            }
            if (total > 3) {
                total = 10;
            }
            else {
                total = 20;
            }
            Stream.of(1, 2)
                .map(i -> i + 1)
                // between
                .toList()
            try { total++; }
            catch (RuntimeException e) { }
            finally { total++; }
            total
            """, "total ==> 0", "$1 ==> 2", "$2 ==> [2, 3]", "total ==> 12");
    }

    @Test void severalLinesOfAnExpression() {
        assertEquals("6", type("1 +\n2 +\n3").valueText());
        assertEquals("\"a\\nb\\n\"", type("\"\"\"\na\nb\n\"\"\"").valueText());
    }

    @Test void aRunStopsAtTheFirstFailure() {
        Problem problem = assertFails("int a = 1\n\nint b = a / 0\nint c = 3", "runtime", "java.lang.ArithmeticException: / by zero");
        assertEquals(3, problem.line());
        assertFails("c", "compile", "cannot find symbol");
        assertTrue(type("a").ok());
    }

    @Test void theLineOfAnExceptionIsThatOfTheSnippet() {
        Problem problem = assertFails("for (int i = 0; i < 2; i++) {\n    if (i == 1)\n        throw new IllegalStateException(\"no\");\n}",
            "runtime", "java.lang.IllegalStateException: no");
        assertEquals(3, problem.line());
        assertEquals(9, problem.column());
    }

    @Test void brackesLeftOpenAreShown() {
        Problem problem = assertFails("int a = 1\nvoid f() {\n  int b = (2;\n", "compile", "opened here, never closed");
        assertEquals(3, problem.line());
    }

    @Test void compileErrorsMarkThePlace() {
        Problem problem = assertFails("int a = \"no\"", "compile", "incompatible types");
        assertEquals(9, problem.column());
        assertEquals(12, problem.end());
    }
}
