/**
 * What {@code import torch} and the modules around it mean: a file a module. May import {@code python}, {@code lesson} and what stands behind them.
 * <p>Layers are those of the catalogue of {@code layers}, by PyTorch's class name; functions and methods of tensors are those of the catalogue of
 * {@code operations}, by PyTorch's full spelling. Nothing about a layer is written here again. A class that derives {@code nn.Module} is a
 * {@link layerbook.torch.PythonModel}: the network sees a model as it sees those of Java.
 * <pre>{@code
 * Script script = Script.of(Path.of("net.py"), List.of());
 * script.run(System.out::print);                        // what the script prints
 * }</pre>
 * One thread at a time; tensors and modules belong to the {@link layerbook.net.NetworkBuilder} of the thread.
 */
package layerbook.torch;
