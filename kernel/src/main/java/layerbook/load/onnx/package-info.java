/**
 * ONNX: {@link layerbook.load.onnx.OnnxReader} reads the protocol buffers by protobuf's {@code CodedInputStream} and passes over the weights;
 * {@link layerbook.load.onnx.OnnxModel} runs the graph on shapes, each node by the layers' and operations' catalogues. Sizes that the graph computes
 * are followed as formulas. May import {@code load.file} and what that imports. Networks are traced in the current builder of the calling thread.
 * <pre>{@code
 * Load.file("resnet18.onnx", folders).network().macs();    // 1814073344
 * }</pre>
 */
package layerbook.load.onnx;
