package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    }
}
