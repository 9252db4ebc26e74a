package layerbook.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Pastes of what a terminal showed. */
class TranscriptTest {
    @Test void promptsAndEchoesAreDropped() {
        assertEquals("input(3, 32, 32)\nrelu()", Transcript.statements("layerbook> input(3, 32, 32)\n#  layer\n0  input\nlayerbook> relu()\n\n1  relu\n"));
    }

    @Test void continuedStatementsStayTogether() {
        assertEquals("int f() {\n    return 1;\n}", Transcript.statements("jshell> int f() {\n   ...>     return 1;\n   ...> }\n|  created method f()\n"));
    }

    @Test void anyOtherTextStaysAsItIs() {
        String code = "int x = 1;\n\n  // layerbook> is a prompt\n\tx++;\n";
        assertEquals(code, Transcript.statements(code));
    }

    @Test void aPromptInTheMiddleIsNoTranscript() {
        String code = "int x = 1;\nlayerbook> relu()\n";
        assertEquals(code, Transcript.statements(code));
    }
}
