package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import layerbook.session.output.Completeness;
import layerbook.session.output.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletenessTest {
    private static Session session;

    @BeforeAll static void open() {
        session = Session.open(Settings.standard());
    }

    @AfterAll static void close() {
        session.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "COMPLETE  |1 + 1", "COMPLETE  |int x = 7;", "COMPLETE  |var x = 7", "COMPLETE  |conv2d(3, 16, 3)", "COMPLETE  |class A { }", "COMPLETE|''",
        "COMPLETE  |// only a comment", "COMPLETE  |/undo", "COMPLETE  |%undo", "COMPLETE  |?conv2d", "COMPLETE  |int f() { return 1; }",
        "COMPLETE  |import java.util.List", "COMPLETE  |for (int i = 0; i < 3; i++) add(relu())", "COMPLETE  |if (true) { }", "COMPLETE  |@Deprecated class B { }",
        "COMPLETE  |input(3, 32, 32)¶conv2d(16, 3)¶relu()", "COMPLETE  |record R(int a) { }", "COMPLETE  |x -> x", "COMPLETE  |nowhere.to(be).found",
        "INCOMPLETE|int f() {", "INCOMPLETE|conv2d(3,", "INCOMPLETE|class A {¶  int x;", "INCOMPLETE|1 +", "INCOMPLETE|/* not closed",
        "INVALID   |int 7q = ;", "INVALID   |} int",
    })
    void aTextCanBeRunOrGoesOnOrIsWrong(Completeness.Status status, String text) {
        assertEquals(status, session.completeness(text.replace("¶", "\n")).status(), text);
        assertEquals(status, session.checked(text.replace("¶", "\n")).status(), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x = = 3", "int x = 3 int y", "foo bar baz", "1 2", "conv2d(3 4)", "f(1,,2)", "int[] = 3", "class { }", "class A { int }", "relu() relu()",
        "int class = 3", "int a = 1¶x = = 3"})
    void aCloserLookFindsWhatIsNotJavaByItsForm(String text) {
        assertEquals(Completeness.Status.INVALID, session.checked(text.replace("¶", "\n")).status(), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.y", "(a, b) -> a", "switch (1) { case 1 -> 2; default -> 3; }", "public static int f(int... a) { return a.length; }", "static int s = 3",
        "import static java.lang.Math.*;", "enum E { A, B }", "interface I { void f(); }", "sealed interface S permits T { }", "int[] a = {1, 2}", "a[0] = 1", "++i", "i--",
        "new int[3]", "int.class", "String::length", "x -> { return 1; }", "if (a) b(); else c();", "label: for (;;) break label;", "synchronized (a) { }", "assert a : b",
        "var m = new Model() { public Tensor forward(Tensor x) { return x; } }", "<T> T id(T t) { return t; }", "int a = 1, b = 2", "{ int a = 1; }", "throw new Error()",
        "conv2d(16, 3) // a comment", "List<? extends Number> l", "yes ? no : maybe", "(double) 1 / 3", "return 1", "\"a\" + 'b'"})
    void whatJavaMayBeMadeOfIsLetThrough(String text) {
        assertEquals(Completeness.Status.COMPLETE, session.checked(text).status(), text);
    }
}
