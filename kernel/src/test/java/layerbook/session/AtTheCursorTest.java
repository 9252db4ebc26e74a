package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import layerbook.session.output.Completion;
import layerbook.session.output.Settings;
import layerbook.session.output.View;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtTheCursorTest {
    private static Session session;

    @BeforeAll static void open() {
        session = Session.open(Settings.standard());
        session.run("int counter = 7", out -> { });
    }

    @AfterAll static void close() {
        session.close();
    }

    private static List<Completion> at(String text) {
        return session.complete(text, text.length());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "maxPool2|maxPool2d(|0|layer",
        "int a = 1¶conv2|conv2d(|10|layer",
        "conv2d(16, 3, pad|padding(|14|option",
        "'conv2d(16, 3, '|stride(|14|option",
        "count|counter|0|variable",
        "Math.sqr|sqrt(|5|method",
        "Strin|String|0|class",
        "import java.ti|time.|12|class",
        "/und|/undo|0|command",
        "%und|%undo|0|command",
        "/echo bri|brief|6|text",
        "?conv2|conv2d|1|layer",
    })
    void whatIsBegunIsOffered(String text, String offered, int from, String kind) {
        String typed = text.replace("¶", "\n");
        List<Completion> found = at(typed);
        Completion one = found.stream().filter(c -> c.text().equals(offered)).findFirst().orElseThrow(() -> new AssertionError(offered + " is not in " + found));
        assertEquals(from, one.from());
        assertEquals(kind, one.kind());
    }

    @Test void anOptionThatIsThereIsNotOfferedAgain() {
        assertFalse(at("conv2d(16, 3, padding(1), ").stream().anyMatch(c -> c.text().equals("padding(")));
    }

    @Test void layersSayWhatTheyTakeAndDo() {
        Completion conv = at("conv2").get(0);
        assertTrue(conv.signature().startsWith("conv2d("), conv.signature());
        assertFalse(conv.doc().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"conv2d|conv2d(", "'conv2d(16, '|conv2d(", "counter|int counter = 7", "Math.sqrt|sqrt(double", "/undo|takes the last statement back"})
    void whatStandsAtTheCursorIsExplained(String text, String said) {
        String found = session.inspect(text, text.length(), 0).map(s -> s.plain(View.PLAIN)).orElse("nothing");
        assertTrue(found.contains(said), found);
    }

    @Test void moreIsSaidWhenMoreIsAsked() {
        assertTrue(session.inspect("conv2d", 6, 1).orElseThrow().plain(View.PLAIN).length() > session.inspect("conv2d", 6, 0).orElseThrow().plain(View.PLAIN).length());
    }

    @Test void whatIsUnknownIsNotExplained() {
        assertTrue(session.inspect("zzzz", 4, 0).isEmpty());
        assertTrue(session.inspect("", 0, 0).isEmpty());
        assertTrue(session.inspect("/zzz", 4, 0).isEmpty());
    }

    @Test void behindItsClosingBracketTheCallIsMeant() {
        for (String text : new String[] {"conv2d(16, 3, padding(1))", "relu()\nconv2d(16, (3))", "conv2d(16, 3) "}) {
            String found = session.inspect(text, text.length(), 0).map(s -> s.plain(View.PLAIN)).orElse("nothing");
            assertTrue(found.startsWith("conv2d("), text + ": " + found);
        }
        assertTrue(session.inspect(")", 1, 0).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"conv2d(|32", "/replace 2 conv2d(|3", "/replace 3 conv2d(|16", "%replace 3 conv2d(8, |16", "'/replace 9 conv2d('|32",
        "relu()¶/replace 3 conv2d(|16", "/replace 3 relu()¶conv2d(|32"})
    void behindReplaceALayerGetsWhatThatStatementGot(String text, int channels) {
        String typed = text.replace("¶", "\n");
        try (Session own = Session.open(Settings.standard())) {
            own.run("input(3, 32, 32)\nconv2d(16, 3)\nconv2d(32, 3)", out -> { });
            assertEquals("[inChannels=" + channels + "]", own.hint(typed, typed.length()).orElseThrow().arguments().get(0));
            String begun = typed.substring(0, typed.lastIndexOf('c') + 1) + "onv2";
            Completion found = own.complete(begun, begun.length()).get(0);
            assertTrue(found.signature().startsWith("conv2d([inChannels=" + channels + "]"), found.signature());
            assertEquals(begun.length() - 5, found.from());
        }
    }

    @Test void optionsAreOfferedBehindReplace() {
        assertTrue(at("/replace 1 conv2d(16, 3, pad").stream().anyMatch(c -> c.text().equals("padding(") && c.from() == 25));
    }

    @Test void aClassOfJavaIsFound() {
        assertTrue(session.inspect("String", 6, 0).orElseThrow().plain(View.PLAIN).contains("String"));
    }
}
