package layerbook.jupyter;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who subscribes is told so on the subscribed topic: from here on it misses nothing. Everybody who subscribed to everything hears it as well, so a stranger
 * who subscribes without end must not push out what they wait for: beyond a hundred in a row, one welcome every few milliseconds greets all who came meanwhile.
 */
final class Welcomes {
    private static final int IN_A_ROW = 100;
    private static final long NANOS_EACH = 5_000_000;

    private final Set<String> due = new LinkedHashSet<>();
    /** When all that were spoken would have been, had they kept the pace. */
    private long inPaceUntil = System.nanoTime();

    /** @param frame what came on iopub; what asks for no topic is passed over */
    void take(byte[] frame) {
        if (frame.length > 0 && frame[0] == Subscriptions.SUBSCRIBE) {
            due.add(new String(frame, 1, frame.length - 1, StandardCharsets.ISO_8859_1)); // letter by letter, whatever they mean
        }
    }

    /** The next welcome, or null if none is due now. */
    Message next() {
        if (due.isEmpty() || nanosToWait() > 0) {
            return null;
        }
        inPaceUntil = Math.max(inPaceUntil, System.nanoTime()) + NANOS_EACH;
        String first = due.iterator().next();
        due.remove(first);
        byte[] topic = first.getBytes(StandardCharsets.ISO_8859_1);
        return Message.because(null, List.of(topic), "iopub_welcome", Map.of("subscription", new String(topic, StandardCharsets.UTF_8)));
    }

    /** After how many milliseconds somebody is due, -1 if nobody waits. */
    long millisToWait() {
        return due.isEmpty() ? -1 : Math.max(0, nanosToWait() / 1_000_000 + 1);
    }

    private long nanosToWait() {
        return inPaceUntil - System.nanoTime() - IN_A_ROW * NANOS_EACH;
    }
}
