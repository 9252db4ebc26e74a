package layerbook.jupyter;

import java.util.Map;

/** A message that wants an answer, and the ways to give one. */
record Request(Door door, Message message, Outbox outbox) {

    /** Answers by the door that the request came in by: {@code x_request} gets an {@code x_reply}. */
    void reply(Map<String, ?> content) {
        String type = message.type().replaceFirst("_request$", "_reply");
        outbox.say(door, Message.because(message, message.identities(), type, content));
    }

    /** Tells all front ends, because of this request. */
    void publish(String type, Map<String, ?> content) {
        outbox.publish(message, type, content);
    }

    void status(String state) {
        publish("status", Map.of("execution_state", state));
    }

    boolean isExecute() {
        return message.type().equals("execute_request");
    }
}
