package layerbook.jupyter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final List<Message> sent = java.util.Collections.synchronizedList(new ArrayList<>());
    private final Message request = Message.because(null, List.of(), "execute_request", Map.of());
    private final Outbox outbox = new Outbox((door, message) -> sent.add(message));

    private String text(String stream) {
        return sent.stream().filter(m -> m.type().equals("stream") && m.content().get("name").equals(stream))
            .map(m -> m.text("text")).collect(Collectors.joining());
    }

    @Test void manyLinesAreFewMessagesAndNoneIsLost() {
        for (int i = 0; i < 20_000; i++) {
            outbox.print(request, "stdout", "line " + i);
            outbox.print(request, "stdout", "\n");
        }
        outbox.close();
        assertEquals(IntStream.range(0, 20_000).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining()), text("stdout"));
        assertTrue(sent.size() <= 50, sent.size() + " messages");
    }

    @Test void whatIsPrintedBeforeAMessageArrivesBeforeIt() {
        outbox.print(request, "stdout", "first");
        outbox.publish(request, "status", Map.of("execution_state", "idle"));
        outbox.print(request, "stdout", "third");
        outbox.close();
        assertEquals(List.of("stream", "status", "stream"), sent.stream().map(Message::type).toList());
    }

    @Test void textOfTwoRequestsIsNeverMixed() {
        Message other = Message.because(null, List.of(), "execute_request", Map.of());
        outbox.print(request, "stdout", "mine");
        outbox.print(other, "stdout", "theirs");
        outbox.close();
        assertEquals(List.of(request.header(), other.header()), sent.stream().map(Message::parent).toList());
    }

    @Test void streamsThatTakeTurnsKeepTheirOrderAtFirstAndTheirTextAlways() {
        for (int i = 0; i < 1000; i++) {
            outbox.print(request, "stdout", "o");
            outbox.print(request, "stderr", "e");
        }
        outbox.close();
        assertEquals(List.of("stdout", "stderr", "stdout"), sent.stream().limit(3).map(m -> m.text("name")).toList());
        assertEquals("o".repeat(1000), text("stdout"));
        assertEquals("e".repeat(1000), text("stderr"));
    }

    @Test void aThreadThatIsInterruptedWhilePrintingLosesNothing() throws Exception {
        var printer = new Thread(() -> {
            for (int i = 0; i < 5000; i++) {
                Thread.currentThread().interrupt();
                outbox.print(request, "stdout", "x");
                outbox.publish(request, "clear_output", Map.of("wait", true));
            }
        });
        printer.start();
        printer.join();
        outbox.close();
        assertEquals(5000, text("stdout").length());
    }
}
