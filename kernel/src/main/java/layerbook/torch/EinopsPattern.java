package layerbook.torch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.python.Errors;
import layerbook.python.PyTuple;
import layerbook.python.Raised;

/** A pattern of einops, {@code b c (h p) w -> b (h w) (p c)}: a reshape, a permute and a reshape, with axes reduced or repeated between them. */
final class EinopsPattern {
    private static final String DOTS = "…";

    private final String text;
    private final List<List<String>> left;
    private final List<List<String>> right;

    private EinopsPattern(String text, List<List<String>> left, List<List<String>> right) {
        this.text = text;
        this.left = left;
        this.right = right;
    }

    static EinopsPattern of(String text) {
        String[] sides = text.split("->", -1);
        if (sides.length != 2) {
            throw error("Invalid pattern (no \"->\"): " + text);
        }
        return new EinopsPattern(text, groups(sides[0]), groups(sides[1]));
    }

    private static Raised error(String message) {
        return Errors.raise("RuntimeError", message);
    }

    private static List<List<String>> groups(String side) {
        var groups = new ArrayList<List<String>>();
        List<String> open = null;
        for (String word : side.replace("...", DOTS).replace("(", " ( ").replace(")", " ) ").strip().split("\\s+")) {
            if (word.equals("(")) {
                open = new ArrayList<>();
            } else if (word.equals(")")) {
                groups.add(open == null ? List.of() : open);
                open = null;
            } else if (open != null) {
                open.add(word);
            } else if (!word.isEmpty()) {
                groups.add(List.of(word));
            }
        }
        return groups;
    }

    /** Writes the axes that {@code ...} stands for into a side, each in a group of its own, or all in the group around it. */
    private static List<List<String>> spread(List<List<String>> side, int count) {
        var out = new ArrayList<List<String>>();
        for (List<String> group : side) {
            if (!group.contains(DOTS)) {
                out.add(group);
            } else if (group.size() == 1 && side.contains(List.of(DOTS)) && group.equals(List.of(DOTS))) {
                for (int i = 0; i < count; i++) {
                    out.add(List.of(DOTS + i));
                }
            } else {
                var all = new ArrayList<String>();
                for (String name : group) {
                    for (int i = 0; name.equals(DOTS) && i < count; i++) {
                        all.add(DOTS + i);
                    }
                    if (!name.equals(DOTS)) {
                        all.add(name);
                    }
                }
                out.add(all);
            }
        }
        return out;
    }

    /**
     * Applies it.
     *
     * @param operation {@code rearrange}, {@code repeat}, or how axes that are gone are reduced: {@code mean}, {@code sum}, {@code max}, {@code min}, {@code prod}
     */
    TensorObject apply(TensorObject x, String operation, Map<String, Expr> known) {
        int dots = x.shape().rank() - (int) left.stream().filter(g -> !g.equals(List.of(DOTS))).count();
        boolean spreads = left.contains(List.of(DOTS));
        if (spreads ? dots < 0 : dots != 0) {
            throw error("Error while processing " + operation + " \"" + text + "\": the tensor has " + x.shape().rank() + " axes, the pattern " + left.size());
        }
        List<List<String>> from = spread(left, dots);
        List<List<String>> to = spread(right, dots);
        Map<String, Expr> sizes = sizes(x, from, known);
        TensorObject y = reshaped(x, from.stream().flatMap(List::stream).filter(n -> !isOne(n)).map(sizes::get).toList());
        var axes = new ArrayList<>(from.stream().flatMap(List::stream).filter(n -> !isOne(n)).toList());
        List<String> wanted = to.stream().flatMap(List::stream).filter(n -> !isOne(n)).toList();
        y = reduced(y, axes, wanted, operation);
        y = ordered(y, axes, wanted.stream().filter(axes::contains).toList());
        y = repeated(y, axes, wanted, sizes, operation);
        return reshaped(y, to.stream().map(g -> Expr.product(g.stream().map(n -> isOne(n) ? Expr.ONE : sizes.get(n)).toList()).normal()).toList());
    }

    private static boolean isOne(String name) {
        return name.equals("1");
    }

    private Map<String, Expr> sizes(TensorObject x, List<List<String>> groups, Map<String, Expr> known) {
        var sizes = new LinkedHashMap<String, Expr>(known);
        for (int i = 0; i < groups.size(); i++) {
            Expr whole = x.shape().dim(i);
            Expr product = Expr.ONE;
            String open = null;
            for (String name : groups.get(i)) {
                if (isOne(name)) {
                    continue;
                }
                if (sizes.containsKey(name)) {
                    product = product.times(sizes.get(name));
                } else if (open == null) {
                    open = name;
                } else {
                    throw error("Could not infer sizes for (" + String.join(" ", groups.get(i)) + ") in \"" + text + "\"");
                }
            }
            Expr rest = open == null ? null : whole.floorOver(product.normal()).normal();
            if (open != null && whole instanceof Expr.Num && !rest.times(product).normal().equals(whole) || open == null && !product.normal().equals(whole.normal())) {
                throw error("Shape mismatch, can't divide axis of length " + whole.text() + " in chunks of " + product.normal().text() + " in \"" + text + "\"");
            }
            if (open != null) {
                sizes.put(open, product.isOne() ? whole : exactly(whole, product.normal(), rest));
            }
        }
        return sizes;
    }

    private static Expr exactly(Expr whole, Expr product, Expr rest) {
        return whole instanceof Expr.Num ? rest : whole.over(product).normal();
    }

    private static TensorObject reshaped(TensorObject x, List<Expr> sizes) {
        return x.shape().dims().equals(sizes) ? x
            : (TensorObject) Applied.operation("reshape", List.of(x, PyTuple.of(sizes.stream().map(SymbolicSize::of).toArray())), Map.of());
    }

    private TensorObject reduced(TensorObject x, List<String> axes, List<String> wanted, String operation) {
        var gone = new ArrayList<Object>();
        for (int i = 0; i < axes.size(); i++) {
            if (!wanted.contains(axes.get(i))) {
                gone.add((long) i);
            }
        }
        if (gone.isEmpty()) {
            return x;
        }
        if (operation.equals("rearrange") || operation.equals("repeat")) {
            throw error("Identifiers only on one side of expression (should be on both): " + text);
        }
        String name = operation.equals("max") ? "amax" : operation.equals("min") ? "amin" : operation;
        axes.removeIf(a -> !wanted.contains(a));
        return (TensorObject) Applied.operation(name, List.of(x, PyTuple.of(gone.toArray())), Map.of());
    }

    private static TensorObject ordered(TensorObject x, List<String> axes, List<String> order) {
        if (axes.equals(order)) {
            return x;
        }
        Object[] places = order.stream().map(n -> (Object) (long) axes.indexOf(n)).toArray();
        axes.clear();
        axes.addAll(order);
        return (TensorObject) Applied.operation("permute", List.of(x, PyTuple.of(places)), Map.of());
    }

    private TensorObject repeated(TensorObject x, List<String> axes, List<String> wanted, Map<String, Expr> sizes, String operation) {
        if (axes.size() == wanted.size()) {
            return x;
        }
        if (!operation.equals("repeat")) {
            throw error("Identifiers only on one side of expression (should be on both): " + text);
        }
        var ones = new ArrayList<Expr>();
        var whole = new ArrayList<Object>();
        for (String name : wanted) {
            Expr size = sizes.containsKey(name) ? sizes.get(name) : name.matches("\\d+") ? Expr.of(Long.parseLong(name)) : null;
            if (size == null) {
                throw error("Specify sizes for new axes in pattern: " + name + " in \"" + text + "\"");
            }
            sizes.put(name, size);
            ones.add(axes.contains(name) ? size : Expr.ONE);
            whole.add(SymbolicSize.of(size));
        }
        return (TensorObject) Applied.operation("expand", List.of(reshaped(x, ones), PyTuple.of(whole.toArray())), Map.of());
    }
}
