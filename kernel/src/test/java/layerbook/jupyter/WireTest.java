package layerbook.jupyter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {
    private static final byte[] KEY = "a0436f6c-1916-498b-8eb9-e81ab9368e84".getBytes(StandardCharsets.US_ASCII);

    private final Wire sender = new Wire(new Signer(KEY, "hmac-sha256"));
    private final Wire receiver = new Wire(new Signer(KEY, "hmac-sha256"));

    private static Message message() {
        return Message.because(null, List.of(bytes("router")), "execute_request", Map.of("code", "1 + 1", "silent", false));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Frames signed as they stand, whatever stands in them. */
    private static List<byte[]> signed(String header, String parent, String metadata, String content) {
        List<byte[]> parts = List.of(bytes(header), bytes(parent), bytes(metadata), bytes(content));
        var frames = new ArrayList<>(List.of(Wire.DELIMITER, new Signer(KEY, "hmac-sha256").sign(parts)));
        frames.addAll(parts);
        return frames;
    }

    @Test void whatIsSentIsWhatArrives() {
        Message sent = message();
        Message got = receiver.read(sender.frames(sent)).orElseThrow();
        assertEquals(sent.header(), got.header());
        assertEquals(sent.content(), got.content());
        assertArrayEquals(bytes("router"), got.identities().get(0));
    }

    @Test void theSignatureIsTheOneThatOtherImplementationsCompute() {
        // RFC 4231, test case 2.
        var signer = new Signer(bytes("Jefe"), "hmac-sha256");
        byte[] hex = signer.sign(List.of(bytes("what do ya "), bytes("want "), bytes("for "), bytes("nothing?")));
        assertEquals("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843", new String(hex, StandardCharsets.US_ASCII));
    }

    @Test void anyChangedBitMakesItNoMessage() {
        List<byte[]> frames = sender.frames(message());
        for (int frame = 2; frame < 7; frame++) {
            var changed = new ArrayList<>(frames);
            byte[] bent = changed.get(frame).clone();
            bent[bent.length / 2] ^= 1;
            changed.set(frame, bent);
            assertFalse(receiver.read(changed).isPresent(), "frame " + frame + " was changed");
        }
        assertTrue(receiver.read(frames).isPresent());
    }

    @Test void aRepeatedMessageIsHeardOnce() {
        List<byte[]> frames = sender.frames(message());
        assertTrue(receiver.read(frames).isPresent());
        assertFalse(receiver.read(frames).isPresent());
    }

    @Test void withoutAKeyNothingIsSignedAndAllIsHeard() {
        var open = new Wire(new Signer(new byte[0], "hmac-sha256"));
        List<byte[]> frames = open.frames(message());
        assertEquals(0, frames.get(2).length);
        assertTrue(open.read(frames).isPresent());
        assertTrue(open.read(frames).isPresent());
    }

    @Test void tooFewFramesAreNoMessage() {
        List<byte[]> frames = sender.frames(message());
        for (int length = 0; length < frames.size(); length++) {
            assertFalse(receiver.read(frames.subList(0, length)).isPresent(), length + " frames");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "7", "\"text\"", "{", "{}{}", "{\"msg_id\":1,\"msg_type\":\"execute_request\"}", "{\"msg_id\":\"a\"}",
        "{\"msg_id\":\"a\",\"msg_type\":[\"x\"]}", "{\"msg_id\":\"a\",\"msg_type\":\"x\"", "\u0000", "{'msg_id':'a','msg_type':'x'}"})
    void aHeaderThatIsNoHeaderIsDroppedThoughSigned(String header) {
        assertFalse(receiver.read(signed(header, "{}", "{}", "{}")).isPresent());
    }

    @Test void jsonThatIsTooDeepIsDroppedAndOverflowsNothing() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertFalse(receiver.read(signed("{\"msg_id\":\"a\",\"msg_type\":\"x\"}", "{}", "{}", "{\"a\":" + deep + "}")).isPresent());
        assertTrue(receiver.read(signed("{\"msg_id\":\"a\",\"msg_type\":\"x\"}", "{}", "{}", "{\"a\":[[[[7]]]]}")).isPresent());
    }

    @Test void halfASurrogatePairDoesNotCostTheMessage() {
        var odd = Message.because(null, List.of(), "stream", Map.of("name", "stdout", "text", "a\uD83Db \uD83D\uDE00"));
        assertEquals("a\uFFFDb \uD83D\uDE00", receiver.read(sender.frames(odd)).orElseThrow().content().get("text"));
    }

    @Test void cursorsCountPeopleSCharacters() {
        String code = "\"\uD83D\uDE00\".len";
        assertEquals(code.length(), Cursor.index(code, 7));
        assertEquals(7, Cursor.position(code, code.length()));
        assertEquals(0, Cursor.index(code, -5));
        assertEquals(code.length(), Cursor.index(code, 1_000_000));
    }
}
