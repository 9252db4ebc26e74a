package layerbook.jupyter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages as frames: identities, a delimiter, the signature, four JSON parts, buffers. What is forged or malformed is no message. */
final class Wire {
    static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);

    private final Signer signer;

    Wire(Signer signer) {
        this.signer = signer;
    }

    /** The message in these frames, or nothing if they are not one that may be acted on. */
    Optional<Message> read(List<byte[]> frames) {
        int delimiter = 0;
        while (delimiter < frames.size() && !Arrays.equals(frames.get(delimiter), DELIMITER)) {
            delimiter++;
        }
        if (frames.size() < delimiter + 6) {
            return Optional.empty();
        }
        List<byte[]> parts = frames.subList(delimiter + 2, delimiter + 6);
        if (!signer.accepts(frames.get(delimiter + 1), parts)) {
            return Optional.empty();
        }
        try {
            var message = new Message(List.copyOf(frames.subList(0, delimiter)), Json.object(parts.get(0)), Json.object(parts.get(1)),
                Json.object(parts.get(2)), Json.object(parts.get(3)), List.copyOf(frames.subList(delimiter + 6, frames.size())));
            return Optional.of(message).filter(Wire::hasHeader);
        } catch (IOException | RuntimeException notJson) {
            return Optional.empty();
        }
    }

    private static boolean hasHeader(Message message) {
        return message.header().get("msg_id") instanceof String && message.header().get("msg_type") instanceof String;
    }

    List<byte[]> frames(Message message) {
        List<byte[]> parts = List.of(json(message.header()), json(message.parent()), json(message.metadata()), json(message.content()));
        var frames = new ArrayList<byte[]>(message.identities());
        frames.add(DELIMITER);
        frames.add(signer.sign(parts));
        frames.addAll(parts);
        frames.addAll(message.buffers());
        return frames;
    }

    private static byte[] json(Map<String, Object> part) {
        return Json.bytes(part);
    }
}
