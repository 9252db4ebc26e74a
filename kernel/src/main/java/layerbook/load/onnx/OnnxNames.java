package layerbook.load.onnx;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Dotted names of layers, from the names of their tensors ({@code layer1.0.conv1.weight}) or from the path that PyTorch's exporter gives a node
 * ({@code /layer1/layer1.0/conv1/Conv}).
 */
final class OnnxNames {
    private static final int LONGEST = 150;

    private OnnxNames() {}

    /** The name of the layer, or an empty text if neither says one. */
    static String of(OnnxNode node, Collection<OnnxTensor> weights) {
        for (OnnxTensor w : weights) {
            String name = w.name();
            int dot = name.lastIndexOf('.');
            if (dot > 0 && !name.contains("::") && !name.contains("/") && name.length() < LONGEST) {
                return clean(name.substring(0, dot));
            }
        }
        return path(node.name());
    }

    /** {@code /layer1/layer1.0/conv1/Conv} is {@code layer1.0.conv1}: each module's name stands behind that of the module around it. */
    static String path(String nodeName) {
        if (!nodeName.startsWith("/") || nodeName.length() > LONGEST) {
            return "";
        }
        String[] parts = nodeName.substring(1).split("/");
        List<String> words = new ArrayList<>();
        for (int i = 0; i + 1 < parts.length; i++) {
            boolean repeated = i + 2 < parts.length && parts[i + 1].startsWith(parts[i] + ".");
            if (!repeated) {
                words.add(parts[i]);
            }
        }
        return clean(String.join(".", words));
    }

    private static String clean(String name) {
        return name.replaceAll("\\p{Cntrl}", "");
    }
}
