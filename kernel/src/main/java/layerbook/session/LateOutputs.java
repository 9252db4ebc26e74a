package layerbook.session;

import java.util.function.Consumer;

/** Takes the outputs of one text, and also what the threads that it started show after it has ended. */
public interface LateOutputs extends Consumer<Output> {}
