package layerbook.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a program prints has no power over the terminal, wherever its sequences are cut. E stands for the escape sign, and so it does in what is expected. */
class SieveTest {
    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {
        "plain text > plain text",
        "E[1;31mredE[0m > E[1;31mredE[0m",
        "E[38:2::1:2:3mE[m > E[38:2::1:2:3mE[m",
        "E[2Jgone > \u241b[2Jgone",
        "E[?1049hE[?25l > \u241b[?1049h\u241b[?25l",
        "E[6n > \u241b[6n",
        "E]0;title\u0007 > \u241b]0;title\u0007",
        "E]52;c;ZXZpbA==E\\ > \u241b]52;c;ZXZpbA==\u241b\\",
        "EPq > \u241bPq",
        "Ec > \u241bc",
        "E[?4mE[4;2h > \u241b[?4m\u241b[4;2h",
        "EE[31m > \u241bE[31m",
        "\u009b2J > \ufffd2J",
        "a\u0000b\u007f > a\u2400b\u2421",
        "\u202eright\u2066 > \ufffdright\ufffd",
        "\u05e9\u05dc\u05d5\u05dd > \u05e9\u05dc\u05d5\u05dd",
        "\uD83D\uDE00 > \uD83D\uDE00",
    })
    void colourPassesAndPowerDoesNot(String printed, String expected) {
        String text = printed.replace('E', '\u001b');
        for (int cut = 0; cut <= text.length(); cut++) {
            var sieve = new Sieve();
            String shown = sieve.pass(text.substring(0, cut)) + sieve.pass(text.substring(cut)) + sieve.rest();
            assertEquals(expected.replace('E', '\u001b'), shown, "cut at " + cut);
        }
    }

    @Test void lineEndsTabsAndBellsPass() {
        assertEquals("a\tb\r\n\b\u0007", new Sieve().pass("a\tb\r\n\b\u0007"));
    }

    @Test void halfASignStandsAsASign() {
        var sieve = new Sieve();
        assertEquals("x", sieve.pass("x\uD83D"));
        assertEquals("\uFFFD", sieve.rest());
        assertEquals("\uFFFDy", sieve.pass("\uDE00y"));
    }

    @Test void aSequenceWithoutEndIsNotWaitedFor() {
        var sieve = new Sieve();
        String shown = sieve.pass("\u001b[" + "1;".repeat(100_000));
        assertEquals(200_002, shown.length() + sieve.rest().length());
    }
}
