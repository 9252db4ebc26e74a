package layerbook.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text at all comes back byte for byte, as itself and through an .ipynb. */
class TextRoundTripTest {
    /** Pieces that the format gives a meaning to, in any order and number. */
    private static final String[] PIECES = {
        "// %%", "// %% conv1", "// %% [markdown]", "// %% A title [raw] tags=[\"a b\", \"c\"]", "//%% tight", "  // %% indented", "// %%% deep",
        "// %% x y=1 z={\"k\": [1.50, null, true]}", "// %% broken=", "// %% {\"a\": 1}", "// %% [md] old", "// <codecell>", "// In[3]:",
        "// ---", "// jupyter:", "//   kernelspec:", "//     name: java", "// title: a: b", "/* open", "close */", "var s = \"\"\"", "\"\"\";",
        "int a = 1; // one", "char c = '\"';", "String s = \"/* no */\";", "// => 1", "// =>", "// =>  two  ", "// words", "//no blank", "//",
        "", "   ", "/help conv2d", "/open a/*.jsh", "?conv2d", "// %time x", "%time y", "// // %% twice", "// %d is a comment", "\u00e9\u4e2d\uD83D\uDE00",
        "// %% ipynb={\"id\": \"x\", \"source\": \"no\"}", "}", "\ttab", "// %% conv1", "// -*- coding: utf-8 -*-", "\f", "a\rb", "// // %time x",
        "// %% net [pytorch]", "// %% [pytorch] tags=[\"a\"]", "// x = nn.Linear(3, 4)", "%%pytorch", "// %%pytorch", "// s = \"\"\"", "// # %% no",
        "// %% a=1 ipynb={\"outputs\": [], \"source\": \"\", \"gap\": 1}",
    };

    static Stream<String> texts() {
        return LongStream.range(0, 1500).mapToObj(seed -> text(new Random(seed)));
    }

    private static String text(Random random) {
        var text = new StringBuilder(random.nextInt(8) == 0 ? "\uFEFF" : "");
        int lines = random.nextInt(14);
        int style = random.nextInt(4);
        for (int i = 0; i < lines; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
            boolean last = i == lines - 1 && random.nextInt(4) == 0;
            text.append(last ? "" : style == 0 || style == 1 && random.nextBoolean() ? "\r\n" : "\n");
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void readingAndWritingChangesNothing(String text) throws IOException {
        assertEquals(Formats.visible(text), Formats.visible(Formats.fromText(text).text()));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void throughAnIpynbNothingIsLost(String text) throws IOException {
        String json = Formats.json(Formats.fromText(text));
        assertEquals(Formats.visible(text), Formats.visible(Formats.fromJson(json).text()), () -> json);
        assertEquals(json, Formats.json(Formats.fromJson(json)), "the .ipynb through itself");
    }

    @Test
    void anOrdinaryNotebookNeedsNoExactTextInItsIpynb() throws IOException {
        String json = Formats.json(Formats.fromText("// %% [markdown]\n// # Hello\n//\n// world\n\n// %% first\nint a = 1;\n// => a ==> 1\n"));
        assertEquals(-1, json.indexOf("\"text\": \"//"), json);
    }
}
