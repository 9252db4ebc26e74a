/**
 * Files and JSON, for every package: files replaced in one step, JSON as plain values, text without halves of characters.
 *
 * <p>Imports nothing of Layerbook. Every class may be used from any thread; a reader or writer belongs to one thread.
 * <pre>{@code
 * Object value = Json.parse("{\"layers\": 12}");
 * AtomicFile.write(path, out -> out.write(JsonText.inline(value)));
 * }</pre>
 */
package layerbook.io;
