package layerbook.session.output;

import java.util.List;

/**
 * What can be said about the brackets at the cursor: {@code conv2d(inChannels=16, outChannels, kernelSize, stride(1), ...)}.
 *
 * @param word what is being called
 * @param arguments its arguments, each as it is written; what the current tensor decides is filled in
 * @param here which of them the cursor is at, or -1
 * @param meaning what the argument at the cursor is, or empty
 */
public record Hint(String word, List<String> arguments, int here, String meaning) {}
