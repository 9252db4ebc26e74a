package layerbook.session.output;

/**
 * One way to go on at the cursor.
 *
 * @param text what replaces {@code source.substring(from, cursor)}
 * @param from where the replaced text begins
 * @param kind layer, option, method, variable, class, keyword, command, file, unit, text
 * @param signature e.g. {@code conv2d(in=16, out, kernel, ...)}, or empty
 * @param doc first sentence of its documentation, or empty
 */
public record Completion(String text, int from, String kind, String signature, String doc) {}
