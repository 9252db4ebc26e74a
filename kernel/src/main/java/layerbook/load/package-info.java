/**
 * Files that people have: {@link layerbook.load.Load} finds a file and reads its head by the format that its content has. Weights are never read,
 * nothing in a file is run. May import its own subpackages, {@code lesson} and what that imports. Any thread; networks are traced in the
 * current book of the calling thread.
 * <pre>{@code
 * Loaded file = Load.file("model.safetensors", List.of(Path.of("")));
 * file.tensors().size();
 * }</pre>
 */
package layerbook.load;
