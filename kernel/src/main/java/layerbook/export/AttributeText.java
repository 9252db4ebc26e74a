package layerbook.export;

/** A dotted name as attributes of {@code self}, by what stands on the way: members of lists and dictionaries are picked. */
final class AttributeText {
    private AttributeText() {}

    /** @param path the name as seen from the module */
    static String of(Node module, String path) {
        var out = new StringBuilder("self");
        Node at = module;
        for (String part : path.split("\\.")) {
            boolean list = at != null && (at.kind == Node.Kind.LIST || at.kind == Node.Kind.SEQUENTIAL) && !at.isHolder;
            boolean dictionary = at != null && at.kind == Node.Kind.DICT && !at.isHolder;
            if (list) {
                out.append('[').append(part).append(']');
            } else if (dictionary) {
                out.append("[\"").append(part).append("\"]");
            } else if (PythonText.isName(part)) {
                out.append('.').append(part);
            } else {
                out.insert(0, "getattr(").append(", \"").append(part).append("\")");
            }
            at = at == null ? null : at.children.get(part);
        }
        return out.toString();
    }
}
