package layerbook.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.layer.Layer;
import layerbook.net.Unit;
import layerbook.shape.TensorType;

/** A place in the tree of modules: a class with a forward, a sequence, a list, a layer, a weight. */
final class Node {
    /** What stands there. */
    enum Kind { MODULE, SEQUENTIAL, LIST, DICT, LAYER, PARAMETER, BUFFER }

    final String path;
    Kind kind;
    final Map<String, Node> children = new LinkedHashMap<>();
    Unit unit;
    /** The layer of a unit, with what its input told filled in. */
    Layer layer;
    Run run;
    /** The shape and type of a weight or buffer that stands by itself. */
    TensorType type;
    /** Whether a list or dictionary is held by an object that takes weights and buffers, too. */
    boolean isHolder;
    /** How it is made: the pieces of the call. */
    List<Piece> made;

    Node(String path, Kind kind) {
        this.path = path;
        this.kind = kind;
    }

    /** The node at a dotted path below this one; lists and dictionaries are made on the way. */
    Node at(String relative) {
        Node node = this;
        for (String part : relative.split("\\.")) {
            String below = node.path.isEmpty() ? part : node.path + "." + part;
            node = node.children.computeIfAbsent(part, p -> new Node(below, Kind.DICT));
        }
        return node;
    }

    int height() {
        return children.values().stream().mapToInt(Node::height).max().orElse(-1) + 1;
    }

    /** Whether the children are numbered from 0 without a gap. */
    boolean isNumbered() {
        int i = 0;
        for (String key : children.keySet()) {
            if (!key.equals(String.valueOf(i++))) {
                return false;
            }
        }
        return !children.isEmpty();
    }
}
