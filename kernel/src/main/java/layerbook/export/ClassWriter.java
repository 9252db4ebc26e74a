package layerbook.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import layerbook.shape.DType;
import layerbook.shape.TensorType;

/**
 * Writes the classes of the modules, inner ones first. Modules with the same constructor, values left out, and the same forward are one class; the values
 * that differ among them become its arguments.
 */
final class ClassWriter {
    /** Longer constructor calls are broken, an argument a line. */
    private static final int WIDEST = 100;

    private final Map<Node, String> forwards;
    private final Map<Node, List<List<Piece>>> constructors = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>(Set.of("Holder"));
    private final List<String> classes = new ArrayList<>();
    private boolean needsHolder;

    /** @param forwards the forward of each module, written out */
    ClassWriter(Map<Node, String> forwards) {
        this.forwards = forwards;
    }

    /** All classes, the root's last; the root's constructor ends with these lines. */
    String text(Node root, List<String> last) {
        Map<Integer, List<Node>> byHeight = new TreeMap<>();
        collect(root, byHeight);
        for (List<Node> nodes : byHeight.values()) {
            Map<List<String>, List<Node>> groups = new LinkedHashMap<>();
            for (Node node : nodes) {
                constructors.put(node, constructor(node));
                String pattern = constructors.get(node).stream().map(Piece::pattern).collect(Collectors.joining("\n"));
                groups.computeIfAbsent(List.of(className(node), pattern, forwards.get(node)), k -> new ArrayList<>()).add(node);
            }
            groups.forEach((key, group) -> write(key.get(0), group, group.contains(root) ? last : List.of()));
        }
        return (needsHolder ? HOLDER + "\n\n" : "") + String.join("\n\n", classes);
    }

    private static final String HOLDER = """
        class Holder(nn.Module):
            def __init__(self, **members):
                super().__init__()
                for name, member in members.items():
                    if isinstance(member, (nn.Module, nn.Parameter)):
                        setattr(self, name, member)
                    else:
                        self.register_buffer(name, member)
        """;

    private static void collect(Node node, Map<Integer, List<Node>> byHeight) {
        node.children.values().forEach(c -> collect(c, byHeight));
        if (node.kind == Node.Kind.MODULE) {
            byHeight.computeIfAbsent(node.height(), h -> new ArrayList<>()).add(node);
        }
    }

    private static String className(Node node) {
        String given = node.run.className();
        if (given != null && PythonText.isName(given)) {
            return given;
        }
        String last = node.path.substring(node.path.lastIndexOf('.') + 1);
        String word = last.isEmpty() ? "Network" : last.matches("\\d+") ? "Block" : last;
        String joined = java.util.Arrays.stream(word.split("[^A-Za-z0-9]+")).filter(p -> !p.isEmpty())
            .map(p -> Character.toUpperCase(p.charAt(0)) + p.substring(1)).collect(Collectors.joining());
        return PythonText.isName(joined) ? joined : "Block" + joined;
    }

    // ---- constructors

    private List<List<Piece>> constructor(Node node) {
        var lines = new ArrayList<List<Piece>>();
        node.children.forEach((key, child) -> {
            var line = new ArrayList<Piece>();
            boolean name = PythonText.isName(key);
            if (child.kind == Node.Kind.BUFFER) {
                line.add(Piece.fixed("self.register_buffer(\"" + key + "\", "));
                line.addAll(made(child));
                line.add(Piece.fixed(")"));
            } else {
                line.add(Piece.fixed(name ? "self." + key + " = " : "self." + (child.kind == Node.Kind.PARAMETER ? "register_parameter" : "add_module") + "(\"" + key + "\", "));
                line.addAll(made(child));
                line.add(Piece.fixed(name ? "" : ")"));
            }
            lines.add(line);
        });
        return lines;
    }

    /** The expression that makes a node. */
    private List<Piece> made(Node node) {
        return switch (node.kind) {
            case LAYER -> LayerText.of(node.layer);
            case PARAMETER -> zeros(node, "nn.Parameter(", ")");
            case BUFFER -> zeros(node, "", "");
            case MODULE -> node.made;
            case SEQUENTIAL -> several("nn.Sequential(", ")", node, true);
            case LIST -> list(node);
            case DICT -> dictionary(node);
        };
    }

    private static List<Piece> zeros(Node node, String before, String after) {
        TensorType type = node.type;
        var out = new ArrayList<Piece>();
        out.add(Piece.fixed(before + "torch.zeros("));
        for (int i = 0; i < type.shape().rank(); i++) {
            out.add(Piece.fixed(i == 0 ? "" : ", "));
            out.add(new Piece(PythonText.plain(type.shape().dim(i).normal()), "size"));
        }
        out.add(Piece.fixed((type.shape().rank() == 0 ? "()" : "") + (type.dtype() == DType.FLOAT32 ? "" : ", dtype=" + PythonText.dtype(type.dtype())) + ")" + after));
        return out;
    }

    private List<Piece> list(Node node) {
        boolean parameters = node.children.values().stream().allMatch(c -> c.kind == Node.Kind.PARAMETER);
        if (node.isHolder) {
            return dictionary(node);
        }
        List<List<Piece>> made = node.children.values().stream().map(this::made).toList();
        String kind = parameters ? "nn.ParameterList(" : "nn.ModuleList(";
        if (made.size() > 1 && made.stream().map(Piece::text).distinct().count() == 1) {
            var out = new ArrayList<Piece>(List.of(Piece.fixed(kind + "[")));
            out.addAll(made.get(0));
            out.add(Piece.fixed(" for _ in range("));
            out.add(new Piece(String.valueOf(made.size()), "count"));
            out.add(Piece.fixed(")])"));
            return out;
        }
        return several(kind + "[", "])", node, true);
    }

    /** Children one after the other; several equal ones that follow each other are written once. */
    private List<Piece> several(String before, String after, Node node, boolean mayRepeat) {
        List<List<Piece>> made = node.children.values().stream().map(this::made).toList();
        var out = new ArrayList<Piece>(List.of(Piece.fixed(before + Layout.OPEN)));
        for (int i = 0; i < made.size(); ) {
            int same = i + 1;
            while (mayRepeat && same < made.size() && Piece.text(made.get(same)).equals(Piece.text(made.get(i)))) {
                same++;
            }
            out.add(Piece.fixed(i == 0 ? "" : "," + Layout.BREAK));
            if (same - i > 1) {
                out.add(Piece.fixed("*["));
                out.addAll(made.get(i));
                out.add(Piece.fixed(" for _ in range("));
                out.add(new Piece(String.valueOf(same - i), "count"));
                out.add(Piece.fixed(")]"));
            } else {
                out.addAll(made.get(i));
            }
            i = same;
        }
        out.add(Piece.fixed(Layout.CLOSE + after));
        return out;
    }

    private List<Piece> dictionary(Node node) {
        boolean modules = !node.isHolder;
        boolean words = node.children.keySet().stream().allMatch(PythonText::isName);
        needsHolder |= !modules;
        var out = new ArrayList<Piece>(List.of(Piece.fixed((modules ? "nn.ModuleDict({" : words ? "Holder(" : "Holder(**{") + Layout.OPEN)));
        boolean first = true;
        for (Map.Entry<String, Node> e : node.children.entrySet()) {
            out.add(Piece.fixed((first ? "" : "," + Layout.BREAK) + (words && !modules ? e.getKey() + "=" : "\"" + e.getKey() + "\": ")));
            out.addAll(made(e.getValue()));
            first = false;
        }
        out.add(Piece.fixed(Layout.CLOSE + (modules || !words ? "})" : ")")));
        return out;
    }

    // ---- classes

    private void write(String wanted, List<Node> group, List<String> last) {
        String name = wanted;
        for (int i = 2; !names.add(name); i++) {
            name = wanted + i;
        }
        Map<List<String>, String> parameters = new LinkedHashMap<>();
        List<List<Piece>> lines = constructors.get(group.get(0));
        var taken = new HashSet<String>();
        for (int l = 0; l < lines.size(); l++) {
            for (int p = 0; p < lines.get(l).size(); p++) {
                List<String> values = values(group, l, p);
                if (lines.get(l).get(p).isValue() && values.stream().distinct().count() > 1) {
                    parameters.computeIfAbsent(values, v -> null);
                    if (parameters.get(values) == null) {
                        parameters.put(values, unique(lines.get(l).get(p).name(), taken));
                    }
                }
            }
        }
        classes.add(body(name, group, parameters, last));
        for (int g = 0; g < group.size(); g++) {
            group.get(g).made = call(name, parameters, g);
        }
    }

    private List<String> values(List<Node> group, int line, int piece) {
        return group.stream().map(n -> constructors.get(n).get(line).get(piece).text()).toList();
    }

    private static String unique(String name, Set<String> taken) {
        String unique = name;
        for (int i = 2; !taken.add(unique); i++) {
            unique = name + i;
        }
        return unique;
    }

    private String body(String name, List<Node> group, Map<List<String>, String> parameters, List<String> last) {
        var out = new StringBuilder("class " + name + "(nn.Module):\n    def __init__(self");
        parameters.values().forEach(p -> out.append(", ").append(p));
        out.append("):\n        super().__init__()\n");
        List<List<Piece>> lines = constructors.get(group.get(0));
        for (int l = 0; l < lines.size(); l++) {
            var line = new StringBuilder();
            for (int p = 0; p < lines.get(l).size(); p++) {
                Piece piece = lines.get(l).get(p);
                String parameter = piece.isValue() ? parameters.get(values(group, l, p)) : null;
                line.append(parameter != null ? parameter : piece.text());
            }
            out.append("        ").append(Layout.of(line.toString(), 8, WIDEST)).append('\n');
        }
        last.forEach(l -> out.append("        ").append(l).append('\n'));
        return out.append('\n').append(forwards.get(group.get(0))).toString();
    }

    private static List<Piece> call(String name, Map<List<String>, String> parameters, int member) {
        var out = new ArrayList<Piece>(List.of(Piece.fixed(name + "(")));
        boolean first = true;
        for (Map.Entry<List<String>, String> e : parameters.entrySet()) {
            out.add(Piece.fixed(first ? "" : ", "));
            out.add(new Piece(e.getKey().get(member), e.getValue()));
            first = false;
        }
        out.add(Piece.fixed(")"));
        return out;
    }
}
