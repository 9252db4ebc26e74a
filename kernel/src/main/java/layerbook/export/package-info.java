/**
 * The way out: a network written as PyTorch source that runs, with the names, shapes and work that it has here. May import {@code lesson} and what lies
 * behind it. Owns no thread.
 * <pre>{@code
 * String source = PyTorchSource.of(network).text();     // a module; build() makes the model, INPUTS lists its inputs
 * }</pre>
 * How it goes: {@link layerbook.export.ModuleTree} finds the modules in the names and scopes of the calls, {@link layerbook.export.ForwardWriter} writes
 * the statements of one forward, {@link layerbook.export.ClassWriter} puts equal modules into one class.
 */
package layerbook.export;
