/**
 * Python's pickles read as data: a class is a name, a call is a node, and nothing is looked up or run. {@link layerbook.load.pickle.Unpickler} makes
 * {@link layerbook.load.pickle.Item}s of a stream; {@link layerbook.load.pickle.TorchTensors} knows the calls of PyTorch that stand for tensors;
 * {@link layerbook.load.pickle.TorchZip} and {@link layerbook.load.pickle.TorchLegacy} are the two layouts of {@code torch.save}. May import
 * {@code load.tensors} and what that imports. One thread for each stream.
 * <pre>{@code
 * Item top = new Unpickler(stream).read();
 * if (top instanceof Item.Call call) { call.function(); }      // collections.OrderedDict, not called
 * }</pre>
 */
package layerbook.load.pickle;
