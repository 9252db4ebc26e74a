package layerbook.session.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.layer.Layer;
import layerbook.layer.Option;
import layerbook.layers.Reparametrised;
import layerbook.net.NetworkBuilder;
import layerbook.net.Tensor;
import layerbook.operations.EinopsPattern;
import layerbook.operations.Operations;
import layerbook.operations.Outputs;
import layerbook.shape.DType;
import layerbook.shape.Refusal;

/** PyTorch's functions that are no methods of a tensor: tensors made from nothing, and functions of several tensors; and layers with a weight made of others. */
abstract class OperationWords extends StepWords {
    private static Outputs applied(String operation, Object... given) {
        var positional = new ArrayList<Object>();
        Map<String, Object> keyword = new LinkedHashMap<>();
        for (Object g : given) {
            if (g instanceof Option o) {
                keyword.put(o.name(), o.values().size() == 1 ? o.values().get(0) : o.values());
            } else if (g instanceof DType d) {
                keyword.put("dtype", d);
            } else {
                positional.add(g);
            }
        }
        return Operations.find(operation).apply(positional, keyword);
    }

    private static Tensor tensorOf(String operation, Object... given) {
        return applied(operation, given).tensor();
    }

    private static Tensor sizedTensor(String operation, Object... given) {
        var sizes = new ArrayList<Object>();
        var rest = new ArrayList<Object>();
        for (Object g : given) {
            (g instanceof Option || g instanceof DType ? rest : sizes).add(g);
        }
        rest.add(0, layerbook.net.Numbers.exprs(sizes.toArray()));
        return tensorOf(operation, rest.toArray());
    }

    /** The numbers from 0 to an end (exclusive), or from a start to an end by a step: {@code arange(2, 11)}, {@code arange(0, 10, 3)}. */
    @Doc(value = "The numbers from 0 to an end (exclusive), or from a start to an end by a step; int64 if all are whole.", examples = {"arange(16)", "arange(0, 10, 3)"})
    public static Tensor arange(Object... fromToStep) {
        return tensorOf("arange", fromToStep);
    }

    /** So many numbers from a start to an end (inclusive), evenly spaced. */
    @Doc(value = "So many numbers from a start to an end (inclusive), evenly spaced.", examples = "linspace(0, 1, 7)")
    public static Tensor linspace(Object start, Object end, Object steps, Object... options) {
        return tensorOf("linspace", joined(options, start, end, steps));
    }

    /** A matrix with ones on its diagonal: square, or of so many rows and columns. */
    @Doc(value = "A matrix with ones on its diagonal: square, or of so many rows and columns.", examples = {"eye(5)", "eye(3, 4)"})
    public static Tensor eye(Object... rowsColumns) {
        return tensorOf("eye", rowsColumns);
    }

    /** One value in these sizes: {@code full(size(3, 4), 2.5)}. */
    @Doc(value = "One value in these sizes.", examples = "full(size(3, 4), 2.5)")
    public static Tensor full(layerbook.layer.SizeList size, Object value, Object... options) {
        return tensorOf("full", joined(options, size, value));
    }

    /** Random numbers between 0 and 1 of these sizes. */
    @Doc(value = "Random numbers between 0 and 1 of these sizes.", examples = "rand(3, 4)")
    public static Tensor rand(Object... sizes) {
        return sizedTensor("rand", sizes);
    }

    /** Normal random numbers of these sizes. */
    @Doc(value = "Normal random numbers of these sizes.", examples = "randn(3, 4)")
    public static Tensor randn(Object... sizes) {
        return sizedTensor("randn", sizes);
    }

    /** Zeros in the sizes and kind of another tensor. */
    @Doc(value = "Zeros in the sizes and kind of another tensor.", examples = "zerosLike(tensor(3, 32, 32))")
    public static Tensor zerosLike(Tensor like, Object... options) {
        return tensorOf("zeros_like", joined(options, like));
    }

    /** Ones in the sizes and kind of another tensor. */
    @Doc(value = "Ones in the sizes and kind of another tensor.", examples = "onesLike(tensor(3, 32, 32))")
    public static Tensor onesLike(Tensor like, Object... options) {
        return tensorOf("ones_like", joined(options, like));
    }

    /** One value in the sizes and kind of another tensor. */
    @Doc(value = "One value in the sizes and kind of another tensor.", examples = "fullLike(tensor(3, 32, 32), 0.5)")
    public static Tensor fullLike(Tensor like, Object value, Object... options) {
        return tensorOf("full_like", joined(options, like, value));
    }

    /** The coordinates of a grid, one tensor for each vector. */
    @Doc(value = "The coordinates of a grid, one tensor for each vector; indexing(\"xy\") swaps the first two axes.", examples = "meshgrid(arange(3), arange(5))")
    public static List<Tensor> meshgrid(Object... vectorsAndOptions) {
        return applied("meshgrid", together(vectorsAndOptions)).tensors();
    }

    /** Tensors side by side: along the second axis, or the only one. */
    @Doc(value = "Tensors side by side: along the second axis, or the only one.", examples = "hstack(ones(2, 3), ones(2, 1))")
    public static Tensor hstack(Object... tensors) {
        return tensorOf("hstack", together(tensors));
    }

    /** Tensors one below the other; vectors are rows. */
    @Doc(value = "Tensors one below the other; vectors are rows.", examples = "vstack(ones(3), ones(3))")
    public static Tensor vstack(Object... tensors) {
        return tensorOf("vstack", together(tensors));
    }

    /** Puts the axes of a tensor in another order, splits and joins them, as einops does: {@code rearrange(x, "b (h d) t -> b h t d", axis("h", 8))}. */
    @Doc(value = "Puts the axes of a tensor in another order, splits and joins them: einops' rearrange. axis(name, size) says a size that the pattern needs.",
        examples = "rearrange(tensor(64, 10), \"b (h d) t -> b h t d\", axis(\"h\", 8))")
    public static Tensor rearrange(Object tensors, String pattern, Option... axes) {
        return einops("rearrange", tensors, pattern, axes);
    }

    /** Repeats a tensor along new axes, as einops does: {@code repeat(x, "b d -> b t d", axis("t", 4))}. */
    @Doc(value = "Repeats a tensor along the axes that stand on the right side only: einops' repeat. axis(name, size) says how often.",
        examples = "repeat(tensor(64), \"b d -> b t d\", axis(\"t\", 4))")
    public static Tensor repeat(Object tensors, String pattern, Option... axes) {
        return einops("repeat", tensors, pattern, axes);
    }

    /** Reduces the axes that stand on the left side only, as einops does: {@code reduce(x, "b c h w -> b c", "mean")}. */
    @Doc(value = "Reduces the axes that stand on the left side only: einops' reduce, by mean, sum, max, min, prod, any or all.",
        examples = "reduce(tensor(3, 32, 32), \"b c (h i) (w j) -> b c h w\", \"max\", axis(\"i\", 2), axis(\"j\", 2))")
    public static Tensor reduce(Object tensors, String pattern, String reduction, Option... axes) {
        return einops(reduction, tensors, pattern, axes);
    }

    /** The size of an axis in an einops pattern: {@code axis("h", 8)}. */
    public static Option axis(String name, Object size) {
        return Option.of("axis", name, size);
    }

    private static Tensor einops(String operation, Object tensors, String pattern, Option... axes) {
        Map<String, Expr> sizes = new LinkedHashMap<>();
        for (Option o : axes) {
            boolean named = o.name().equals("axis") && o.values().size() == 2;
            if (!named && o.values().size() != 1) {
                throw Refusal.option("a pattern's axis has one size, not " + o.values()).at(o.name(), "one size");
            }
            sizes.put(named ? (String) o.values().get(0) : o.name(), layerbook.net.Numbers.exprs(o.values().get(o.values().size() - 1)).get(0));
        }
        Tensor x = tensors instanceof Tensor one ? one : tensorOf("stack", together(tensors));
        return EinopsPattern.of(pattern).apply(x, operation, sizes);
    }

    /** Complex numbers of these sizes and angles. */
    @Doc(value = "Complex numbers of these sizes and angles.", examples = "polar(ones(4), rand(4))")
    public static Tensor polar(Tensor abs, Tensor angle) {
        return tensorOf("polar", abs, angle);
    }

    /** A layer that learns its weight as a direction, and a length for each output. */
    @Doc(value = "A layer that learns its weight as a direction, and a length for each output: PyTorch's weight_norm.", examples = "weightNorm(conv2d(3, 4, 3))")
    public static Layer weightNorm(Layer layer) {
        return changed(layer, Reparametrised.How.WEIGHT_NORM);
    }

    /** A layer whose weight is divided by its largest singular value; two vectors that follow it are buffers. */
    @Doc(value = "A layer whose weight is divided by its largest singular value; two vectors that follow it are buffers: PyTorch's spectral_norm.", examples = "spectralNorm(linear(10, 6))")
    public static Layer spectralNorm(Layer layer) {
        return changed(layer, Reparametrised.How.SPECTRAL_NORM);
    }

    private static Layer changed(Layer layer, Reparametrised.How how) {
        NetworkBuilder.current().consume(layer);
        boolean outputsSecond = how == Reparametrised.How.SPECTRAL_NORM && layer.className().startsWith("ConvTranspose");
        return NetworkBuilder.current().made(new Reparametrised(layer, how, "weight", outputsSecond ? 1 : 0));
    }

    /** The tensors as one list, then the options. */
    private static Object[] together(Object... given) {
        var tensors = new ArrayList<Object>();
        var rest = new ArrayList<Object>();
        for (Object g : given) {
            if (g instanceof Iterable<?> several) {
                several.forEach(tensors::add);
            } else {
                (g instanceof Option ? rest : tensors).add(g);
            }
        }
        rest.add(0, tensors);
        return rest.toArray();
    }

    private static Object[] joined(Object[] last, Object... first) {
        var all = new ArrayList<Object>(List.of(first));
        all.addAll(List.of(last));
        return all.toArray();
    }

    // ---- options of operations

    /** Whether heads of keys and values are shared among groups of heads of queries. */
    public static Option enableGqa(Object... value) {
        return Option.of("enableGqa", value);
    }

    /** What scores are multiplied by before softmax; 1/√d if it is not given. */
    public static Option scale(Object... value) {
        return Option.of("scale", value);
    }

    /** The order of a grid's axes: "ij" or "xy". */
    public static Option indexing(Object... value) {
        return Option.of("indexing", value);
    }

    /** How many classes there are. */
    public static Option numClasses(Object... value) {
        return Option.of("numClasses", value);
    }

    /** How a quotient is rounded: "floor" or "trunc". */
    public static Option roundingMode(Object... value) {
        return Option.of("roundingMode", value);
    }
}
