/**
 * Checkpoints: stored tensors without a graph. {@link layerbook.load.tensors.Checkpoint} is what every format of them gives; the formats are
 * {@link layerbook.load.tensors.Safetensors}, {@link layerbook.load.tensors.ShardIndex} and {@link layerbook.load.tensors.Gguf}. May import
 * {@code load.file} and what that imports. Immutable, any thread.
 * <pre>{@code
 * new Checkpoint(path, "safetensors checkpoint", tensors, Map.of(), List.of()).stored();    // 11699132
 * }</pre>
 */
package layerbook.load.tensors;
