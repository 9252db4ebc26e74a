package layerbook.load.tensors;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.load.file.StoredTensor;

/** A node of the tree of dotted names: a module with what is in it, or a tensor. */
final class Tree {
    private static final int DEEPEST = 64;

    private final Map<String, Tree> children = new LinkedHashMap<>();
    private StoredTensor tensor;
    private String shape;

    /** The tree of these tensors. Names deeper than 64 words keep their rest as one word. */
    static Tree of(List<StoredTensor> tensors) {
        var root = new Tree();
        for (StoredTensor t : tensors) {
            Tree node = root;
            for (String word : t.name().split("\\.", DEEPEST)) {
                node = node.children.computeIfAbsent(word, k -> new Tree());
            }
            node.tensor = t;
        }
        return root;
    }

    Map<String, Tree> children() {
        return children;
    }

    /** The tensor of just this name, or null. */
    StoredTensor tensor() {
        return tensor;
    }

    boolean isTensor() {
        return tensor != null && children.isEmpty();
    }

    /** The tensors that belong to this module itself, by their last word. */
    Map<String, StoredTensor> own() {
        var own = new LinkedHashMap<String, StoredTensor>();
        children.forEach((word, child) -> {
            if (child.isTensor()) {
                own.put(word, child.tensor);
            }
        });
        return own;
    }

    /** Whether it holds tensors and no modules. */
    boolean isLayer() {
        return !children.isEmpty() && children.values().stream().allMatch(Tree::isTensor);
    }

    BigInteger stored() {
        BigInteger inner = children.values().stream().map(Tree::stored).reduce(BigInteger.ZERO, BigInteger::add);
        return tensor == null ? inner : inner.add(tensor.numel());
    }

    BigInteger bytes() {
        BigInteger inner = children.values().stream().map(Tree::bytes).reduce(BigInteger.ZERO, BigInteger::add);
        return tensor == null ? inner : inner.add(tensor.bytes());
    }

    /** A text that is equal for equal names, shapes and types inside: repeated blocks have the same. */
    String signature() {
        if (shape == null) {
            var out = new StringBuilder(tensor == null ? "" : tensor.shapeText() + ":" + tensor.type().name());
            children.forEach((word, child) -> out.append('(').append(word).append(' ').append(child.signature()).append(')'));
            shape = out.toString();
        }
        return shape;
    }
}
