package layerbook.session.output;

import java.util.function.Consumer;

/** Takes the outputs of one text, and also what the threads that it started show after it has ended. */
public interface LateOutputs extends Consumer<Output> {
    /** The last statement of the text begins: what it comes to is what the whole text comes to. */
    default void lastBegins() {}
}
