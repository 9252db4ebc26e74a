package layerbook.session.words;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import layerbook.count.Convention;
import layerbook.count.Conventions;
import layerbook.count.Network;
import layerbook.count.PerExample;
import layerbook.formula.Expr;
import layerbook.layer.Kind;
import layerbook.layer.Layer;
import layerbook.layer.Option;
import layerbook.layer.SizeList;
import layerbook.net.Model;
import layerbook.net.Named;
import layerbook.net.NetworkBuilder;
import layerbook.net.Numbers;
import layerbook.net.Sequential;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;
import layerbook.table.Grid;
import layerbook.table.Laid;

/**
 * The words that a user types: layers, options, and what is asked of a network. Imported on demand by every session:
 * <pre>{@code
 * import static layerbook.session.words.Nn.*;
 * input(3, 32, 32)
 * conv2d(16, 3, padding(1))
 * params()                        // 448
 * }</pre>
 */
public final class Nn extends FileWords {
    /** PyTorch's None in a list of sizes: that axis stays as it is. */
    public static final Object KEEP = null;
    public static final DType FLOAT64 = DType.FLOAT64;
    public static final DType FLOAT32 = DType.FLOAT32;
    public static final DType FLOAT16 = DType.FLOAT16;
    public static final DType BFLOAT16 = DType.BFLOAT16;
    public static final DType INT64 = DType.INT64;
    public static final DType INT32 = DType.INT32;
    public static final DType INT8 = DType.INT8;
    public static final DType INT16 = DType.INT16;
    public static final DType UINT8 = DType.UINT8;
    public static final DType BOOL = DType.BOOL;
    public static final DType COMPLEX64 = DType.COMPLEX64;
    public static final DType COMPLEX128 = DType.COMPLEX128;
    public static final Kind MULTIPLY_ADD = Kind.MULTIPLY_ADD;
    public static final Kind BIAS_ADD = Kind.BIAS_ADD;
    public static final Kind ADD = Kind.ADD;
    public static final Kind MULTIPLY = Kind.MULTIPLY;
    public static final Kind DIVIDE = Kind.DIVIDE;
    public static final Kind COMPARE = Kind.COMPARE;
    public static final Kind EXPONENTIAL = Kind.EXPONENTIAL;
    public static final Kind SQUARE_ROOT = Kind.SQUARE_ROOT;
    public static final Convention MACS = Conventions.MACS;
    public static final Convention FLOPS = Conventions.FLOPS;
    public static final Convention THOP = known("THOP");
    public static final Convention TORCHINFO = known("TORCHINFO");
    public static final Convention FVCORE = known("FVCORE");
    public static final Convention PTFLOPS = known("PTFLOPS");
    public static final Convention DEEPSPEED = known("DEEPSPEED");
    public static final Convention DEEPSPEED_0_9 = known("DEEPSPEED_0_9");
    public static final Convention FLOP_COUNTER = known("FLOP_COUNTER");
    public static final Convention EVERY_OP = known("EVERY_OP");

    private Nn() {}

    private static Convention known(String name) {
        return Conventions.find(name).orElse(null);
    }

    // ---- sizes and inputs

    /** A list of sizes as one argument, e.g. a kernel of 3 by 5. */
    public static SizeList size(Object... sizes) {
        var out = new ArrayList<Object>();
        for (Object s : sizes == null ? new Object[] {null} : sizes) {
            if (s instanceof SizeList list) {
                out.addAll(list.values());
            } else {
                out.add(s == null || s instanceof Double || s instanceof Float ? s : Numbers.expr(s));
            }
        }
        return new SizeList(out);
    }

    /** The same as {@link #size}. */
    public static SizeList kernel(Object... sizes) {
        return size(sizes);
    }

    /** The whole shape of a tensor; sizes may be symbols. */
    public static Shape shape(Object... sizes) {
        return new Shape(Numbers.exprs(sizes));
    }

    /** A size without a number, equal by name. */
    public static Expr.Sym symbol(String name) {
        return Expr.symbol(Named.checked(name));
    }

    /** Starts the network to which bare layers are added. The batch size N is put in front. */
    public static Tensor input(Object... sizes) {
        return NetworkBuilder.current().input(type(sizes));
    }

    /** A tensor from outside, in a network of its own. The batch size N is put in front, unless a whole {@code shape(..)} is given. */
    public static Tensor tensor(Object... sizes) {
        return NetworkBuilder.current().tensor(type(sizes));
    }

    private static TensorType type(Object... sizes) {
        DType dtype = DType.FLOAT32;
        var rest = new ArrayList<Object>(List.of(sizes));
        if (!rest.isEmpty() && rest.get(rest.size() - 1) instanceof DType d) {
            dtype = d;
            rest.remove(rest.size() - 1);
        }
        if (rest.size() == 1 && rest.get(0) instanceof Shape s) {
            return new TensorType(s, dtype);
        }
        var dims = new ArrayList<Expr>(List.of(N));
        dims.addAll(Numbers.exprs(rest.toArray()));
        return new TensorType(new Shape(dims), dtype);
    }

    // ---- units and models

    /** Owns the weights of a layer: one set, however often it is used. */
    public static Unit own(Layer layer) {
        NetworkBuilder.current().consume(layer);
        NetworkBuilder.current().warnIfNew(layer);
        return Unit.of(layer);
    }

    /** The same, with a name. */
    public static Unit own(String name, Layer layer) {
        NetworkBuilder.current().consume(layer);
        NetworkBuilder.current().warnIfNew(layer);
        return Unit.of(Named.checked(name), layer);
    }

    /** A model owns what it holds; this says so. */
    public static <M extends Model> M own(M model) {
        return model;
    }

    /** The same, with a name where no field gives it one: {@code own("features", sequential(conv2d(16, 3), relu()))}. */
    public static <M extends Model> M own(String name, M model) {
        NetworkBuilder.current().hold(Named.checked(name), model);
        return model;
    }

    /** A bare weight, such as a class token. */
    public static Tensor parameter(Object... sizes) {
        return NetworkBuilder.current().parameter(Numbers.exprs(sizes));
    }

    /** Numbers that are kept with the network but not learned, such as a table of angles: PyTorch's {@code register_buffer}. */
    public static Tensor buffer(Object... sizes) {
        return NetworkBuilder.current().bare("buffer", whole(sizes));
    }

    /** Zeros of these sizes, made on the spot. */
    public static Tensor zeros(Object... sizes) {
        return NetworkBuilder.current().bare("zeros", whole(sizes));
    }

    /** Ones of these sizes, made on the spot, e.g. for a mask. */
    public static Tensor ones(Object... sizes) {
        return NetworkBuilder.current().bare("ones", whole(sizes));
    }

    /** Sizes without a batch in front, and the kind of number if it is said. */
    private static TensorType whole(Object... sizes) {
        int last = sizes.length - 1;
        boolean typed = last >= 0 && sizes[last] instanceof DType;
        List<Expr> dims = Numbers.exprs(typed ? java.util.Arrays.copyOf(sizes, last) : sizes);
        return new TensorType(new Shape(dims), typed ? (DType) sizes[last] : FLOAT32);
    }

    /** Adds layers to the network of the last {@code input(..)}, in order. */
    public static Tensor add(Object... layers) {
        Tensor last = null;
        for (Object l : layers) {
            last = NetworkBuilder.current().add(l);
        }
        return last;
    }

    /** Layers one after the other. */
    public static Sequential sequential(Object... layers) {
        var flat = new ArrayList<Object>();
        for (Object l : layers) {
            if (l instanceof List<?> several) {
                flat.addAll(several);
            } else {
                flat.add(l);
            }
        }
        flat.forEach(l -> {
            if (l instanceof Layer layer) {
                NetworkBuilder.current().consume(layer);
            }
        });
        return new Sequential(flat.toArray());
    }

    /** Names what is made inside. */
    public static <T> T block(String name, Supplier<T> inside) {
        return NetworkBuilder.current().block(Named.checked(name), inside);
    }

    /** Names what is made inside. */
    public static void block(String name, Runnable inside) {
        NetworkBuilder.current().block(Named.checked(name), () -> {
            inside.run();
            return null;
        });
    }

    /**
     * Runs a model on an input of these sizes (the batch size N is put in front), or on what its forward takes: tensors, shapes of tensors, and whatever else.
     * {@code trace(net, 3, 32, 32)}, {@code trace(net, tensor(12, 8), 3, 4)}.
     */
    public static Network trace(Model model, Object... inputs) {
        NetworkBuilder book = NetworkBuilder.current();
        List<Object> given = inputs == null ? java.util.Collections.singletonList(null) : java.util.Arrays.asList(inputs);
        if (given.isEmpty() || given.stream().anyMatch(Nn::isTensor)) {
            return Network.trace(book, model, given.stream().map(i -> i instanceof Shape s ? book.tensor(TensorType.of(s)) : i).collect(java.util.stream.Collectors.toList()));
        }
        return Network.trace(book, model, List.of(tensor(inputs)));
    }

    /** Whether it is a tensor, the shape of one, or a list with one in it. */
    private static boolean isTensor(Object given) {
        return given instanceof Tensor || given instanceof Shape || given instanceof Tensor[] || given instanceof Iterable<?> several && anyTensor(several);
    }

    private static boolean anyTensor(Iterable<?> several) {
        for (Object one : several) {
            if (isTensor(one)) {
                return true;
            }
        }
        return false;
    }

    /** Makes two weights one and the same tensor: {@code tie(embedding.weight(), head.weight())}; of units, their tensors called {@code weight}. */
    public static void tie(Object a, Object b) {
        NetworkBuilder.current().tie(tied(a), tied(b));
    }

    private static Tensor tied(Object what) {
        if (what instanceof Unit unit) {
            return unit.weight();
        } else if (what instanceof Tensor t) {
            return t;
        }
        throw Refusal.option("tie takes two weights or two units, not " + (what == null ? "null" : what.getClass().getSimpleName())).why("two units are tied by their weights: tie(a.weight(), b.weight())");
    }

    /** Marks weights as not trained: of a unit, a model, a network, a name, a row. */
    public static void freeze(Object what) {
        Selectors.freeze(what, true);
    }

    /** Marks weights as trained again. */
    public static void unfreeze(Object what) {
        Selectors.freeze(what, false);
    }

    /** Puts tensors together along an axis that they have. */
    public static Tensor cat(int dim, Object... tensors) {
        return Selectors.join("cat", dim, tensors);
    }

    /** Puts tensors together along a new axis. */
    public static Tensor stack(int dim, Object... tensors) {
        return Selectors.join("stack", dim, tensors);
    }

    /** A sum of products in Einstein's notation: {@code einsum("bhid,bhjd->bhij", q, k)}. */
    public static Tensor einsum(String equation, Tensor... tensors) {
        return layerbook.operations.Operations.find("einsum").apply(List.of(equation, List.of(tensors)), java.util.Map.of()).tensor();
    }

    /** Where the condition holds the one, elsewhere the other. */
    public static Tensor where(Tensor condition, Object one, Object other) {
        return layerbook.operations.Operations.find("where").apply(List.of(condition, one, other), java.util.Map.of()).tensor();
    }

    // ---- numbers

    /** The parameters of the network of the last call. */
    public static long params() {
        return PerExample.fitting(paramsFormula(), "params", "paramsFormula()");
    }

    public static long params(Object what) {
        return PerExample.fitting(Counting.of(what).params(), "params", "paramsFormula()");
    }

    /** As the tool of a convention totals them: {@code params(net, THOP)}. */
    public static long params(Object what, Object convention) {
        return PerExample.fitting(Counting.of(what, convention).params(), "params", "paramsFormula()");
    }

    public static BigInteger paramsExact() {
        return PerExample.exact(paramsFormula(), "paramsExact()", "paramsFormula()");
    }

    public static BigInteger paramsExact(Object what) {
        return PerExample.exact(Counting.of(what).params(), "paramsExact()", "paramsFormula()");
    }

    public static Expr paramsFormula() {
        return Selectors.params(null);
    }

    public static Expr paramsFormula(Object what) {
        return Counting.of(what).params();
    }

    /** The floating point operations of the network of the last call, for one example: two for each multiply-add. */
    public static long flops() {
        return PerExample.fitting(flopsFormula(), "flops", "flopsFormula()");
    }

    /** The same in another convention, or of another network. */
    public static long flops(Object what) {
        return PerExample.fitting(flopsFormula(what), "flops", "flopsFormula()");
    }

    /** Of a network or a unit in a convention, which may be given by its name: {@code flops(net, THOP)}, {@code flops("THOP", fc)}. */
    public static long flops(Object what, Object convention) {
        return PerExample.fitting(Counting.of(what, convention).work(), "flops", "flopsFormula()");
    }

    public static BigInteger flopsExact() {
        return PerExample.exact(flopsFormula(), "flopsExact()", "flopsFormula()");
    }

    public static BigInteger flopsExact(Object what) {
        return PerExample.exact(flopsFormula(what), "flopsExact()", "flopsFormula()");
    }

    public static Expr flopsFormula() {
        return Selectors.count(null, FLOPS);
    }

    public static Expr flopsFormula(Object what) {
        return Counting.of(what).work();
    }

    public static Expr flopsFormula(Object what, Object convention) {
        return Counting.of(what, convention).work();
    }

    /** Multiply-adds of the network of the last call, for one example. */
    public static long macs() {
        return PerExample.fitting(Selectors.count(null, MACS), "macs", "flopsFormula(MACS)");
    }

    public static long macs(Object what) {
        return PerExample.fitting(Selectors.count(what, MACS), "macs", "flopsFormula(MACS)");
    }

    /** Says so if a condition does not hold. */
    public static void check(boolean condition) {
        if (!condition) {
            throw Refusal.check("the check does not hold");
        }
    }

    /** Says this text if a condition does not hold. */
    public static void check(boolean condition, String otherwise) {
        if (!condition) {
            throw Refusal.check(otherwise);
        }
    }

    // ---- seeing

    /** The whole network of the last call as a table. */
    public static Grid net() {
        return Selectors.net(null);
    }

    /** The whole of another network; or that of the last call, its blocks folded: {@code net(depth(2))}. */
    public static Grid net(Object what) {
        return what instanceof Option depth ? Selectors.folded(null, depth) : Selectors.net(what);
    }

    /** A network with its blocks folded to rows of at most so many names: {@code net(network, depth(1))}. */
    public static Grid net(Object what, Option depth) {
        return Selectors.folded(what, depth);
    }

    /** How deep the names of a folded table go. */
    public static Option depth(int names) {
        return Option.of("depth", names);
    }

    /** The network of the last call in every convention. */
    public static layerbook.table.Comparison conventions() {
        return Selectors.all(null);
    }

    public static layerbook.table.Comparison conventions(Object what) {
        return Selectors.all(what);
    }

    /** The table last shown, whole, as a Tablesaw table to filter, sort and export; after a new row the network's. */
    public static tech.tablesaw.api.Table table() {
        return Selectors.lastTable().table();
    }

    /** How the numbers came about: of a unit, layer, tensor, name or row number. */
    public static Laid explain(Object what) {
        return Selectors.explain(what);
    }}
