package layerbook.torch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import layerbook.formula.Expr;
import layerbook.operations.EinopsPattern;
import layerbook.python.Arguments;
import layerbook.python.Errors;
import layerbook.python.Interpreter;
import layerbook.python.Iteration;
import layerbook.python.PyBuiltin;
import layerbook.python.PyModule;
import layerbook.python.PyTuple;
import layerbook.python.PyType;
import layerbook.python.Special;
import layerbook.python.Texts;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;

/** {@code einops}: rearrange, repeat, reduce, einsum, pack, unpack, and the layers Rearrange and Reduce. */
final class EinopsModule extends PyModule {
    private static final PyType REARRANGE = layer("Rearrange");
    private static final PyType REDUCE = layer("Reduce");

    private final Interpreter python;

    EinopsModule(String name, Interpreter python) {
        super(name);
        this.python = python;
    }

    @Override protected Object make(String key) {
        switch (key) {
            case "rearrange", "repeat": return new PyBuiltin(key, a -> apply(key, a.get(0, "tensor"), (String) a.get(1, "pattern"), a));
            case "reduce": return new PyBuiltin(key, a -> apply((String) a.get(2, "reduction"), a.get(0, "tensor"), (String) a.get(1, "pattern"), a));
            case "einsum": return new PyBuiltin(key, EinopsModule::einsum);
            case "pack": return new PyBuiltin(key, EinopsModule::pack);
            case "unpack": return new PyBuiltin(key, EinopsModule::unpack);
            case "Rearrange": return REARRANGE;
            case "Reduce": return REDUCE;
            case "layers", "torch": return python.module(name() + "." + key);
            default: return null;
        }
    }

    private static PyType layer(String name) {
        var type = new PyType(name, List.of(ModuleMethods.MODULE)).in("einops.layers.torch");
        type.define("__init__", (self, a) -> {
            ((ModuleObject) self).initialise();
            ((ModuleObject) self).attributes().put("_given", PyTuple.of(a.positional().toArray()));
            ((ModuleObject) self).attributes().put("_sizes", a.namedAsDict());
            read(() -> EinopsPattern.of((String) a.get(0, "pattern")));
            return Special.NONE;
        });
        type.define("forward", (self, a) -> {
            var module = (ModuleObject) self;
            var given = (PyTuple) module.attributes().get("_given");
            var sizes = (layerbook.python.PyDict) module.attributes().get("_sizes");
            Object pattern = given.size() > 0 ? given.get(0) : sizes.get("pattern");
            Object reduction = given.size() > 1 ? given.get(1) : sizes.get("reduction");
            return pattern(reduction == null ? "rearrange" : (String) reduction, a.at(0), (String) pattern, known(sizes));
        });
        type.define("extra_repr", (self, a) -> {
            var given = (PyTuple) ((ModuleObject) self).attributes().get("_given");
            var sizes = (layerbook.python.PyDict) ((ModuleObject) self).attributes().get("_sizes");
            var parts = new ArrayList<String>(given.elements().stream().map(Texts::repr).toList());
            sizes.keys().forEach(k -> parts.add(k + "=" + Texts.repr(sizes.get(k))));
            return String.join(", ", parts);
        });
        return type;
    }

    private static Map<String, Expr> known(layerbook.python.PyDict sizes) {
        var known = new HashMap<String, Expr>();
        for (Object k : sizes.keys()) {
            if (!k.equals("pattern") && !k.equals("reduction") && !k.equals("tensor")) {
                known.put((String) k, Converted.size(sizes.get(k)));
            }
        }
        return known;
    }

    private static Object apply(String operation, Object x, String pattern, Arguments a) {
        return pattern(operation, x, pattern, known(a.namedAsDict()));
    }

    private static Object pattern(String operation, Object x, String pattern, Map<String, Expr> known) {
        Object tensor = x instanceof TensorObject ? x : Applied.operation("stack", List.of(Iteration.list(x)), Map.of());
        Shape shape = ((TensorObject) tensor).shape();
        for (EinopsPattern.Step step : read(() -> EinopsPattern.of(pattern).steps(operation, shape, known))) {
            tensor = Applied.operation(step.operation(), List.of(tensor, PyTuple.of(step.arguments().stream().map(SymbolicSize::of).toArray())), Map.of());
        }
        return tensor;
    }

    /** A pattern that is wrong, or does not fit, is an error of einops that a script may catch; EinopsError is a RuntimeError. */
    private static <T> T read(Supplier<T> pattern) {
        try {
            return pattern.get();
        } catch (Refusal wrong) {
            throw Errors.raise("RuntimeError", wrong.getMessage());
        }
    }

    /** Axes have whole words as names here; PyTorch's einsum wants letters. */
    private static Object einsum(Arguments a) {
        Object pattern = a.at(a.count() - 1);
        if (!(pattern instanceof String text)) {
            throw Errors.type("the last argument of einops.einsum is the pattern");
        }
        var letters = new HashMap<String, Character>();
        var out = new StringBuilder();
        for (String word : text.replace("->", " -> ").replace(",", " , ").strip().split("\\s+")) {
            out.append(word.matches("[A-Za-z_]\\w*") ? String.valueOf(letters.computeIfAbsent(word, w -> (char) ('a' + letters.size()))) : word);
        }
        var all = new ArrayList<Object>(List.of(out.toString()));
        all.addAll(a.positional().subList(0, a.count() - 1));
        return Applied.operation("einsum", all, Map.of());
    }

    /** Each tensor with the axes under the star as one, put together along it; beside it the sizes that they had. */
    private static Object pack(Arguments a) {
        String[] names = ((String) a.at(1)).strip().split("\\s+");
        int star = List.of(names).indexOf("*");
        var flat = new ArrayList<Object>();
        var shapes = new ArrayList<Object>();
        for (Object t : Iteration.list(a.at(0)).elements()) {
            Shape s = ((TensorObject) t).shape();
            int after = names.length - star - 1;
            List<Expr> inside = s.dims().subList(star, s.rank() - after);
            shapes.add(PyTuple.of(inside.stream().map(SymbolicSize::of).toArray()));
            var sizes = new ArrayList<Object>();
            s.dims().subList(0, star).forEach(e -> sizes.add(SymbolicSize.of(e)));
            sizes.add(SymbolicSize.of(Expr.product(inside)));
            s.dims().subList(s.rank() - after, s.rank()).forEach(e -> sizes.add(SymbolicSize.of(e)));
            flat.add(Applied.operation("reshape", List.of(t, PyTuple.of(sizes.toArray())), Map.of()));
        }
        Object packed = Applied.operation("cat", List.of(PyTuple.of(flat.toArray()), (long) star), Map.of());
        return PyTuple.of(packed, layerbook.python.PyList.of(shapes.toArray()));
    }

    private static Object unpack(Arguments a) {
        int star = List.of(((String) a.at(2)).strip().split("\\s+")).indexOf("*");
        var out = new ArrayList<Object>();
        Expr at = Expr.ZERO;
        for (Object shape : Iteration.list(a.at(1)).elements()) {
            List<Expr> inside = Converted.sizes(shape);
            Expr end = at.plus(Expr.product(inside)).normal();
            Object piece = Applied.operation("slice", List.of(a.at(0), (long) star, SymbolicSize.of(at.normal()), SymbolicSize.of(end), 1L), Map.of());
            var sizes = new ArrayList<Object>();
            Shape s = ((TensorObject) piece).shape();
            s.dims().subList(0, star).forEach(e -> sizes.add(SymbolicSize.of(e)));
            inside.forEach(e -> sizes.add(SymbolicSize.of(e)));
            s.dims().subList(star + 1, s.rank()).forEach(e -> sizes.add(SymbolicSize.of(e)));
            out.add(Applied.operation("reshape", List.of(piece, PyTuple.of(sizes.toArray())), Map.of()));
            at = end;
        }
        return layerbook.python.PyList.of(out.toArray());
    }
}
