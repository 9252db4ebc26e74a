package layerbook.jupyter;

import java.util.Map;

/** Answers one kind of request: gives the content of the reply, or null if the request wants none. */
interface Handler {
    Map<String, Object> answer(Request request) throws Exception;
}
