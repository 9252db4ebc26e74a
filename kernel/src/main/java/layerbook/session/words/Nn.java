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

    /**
     * Makes one argument of several sizes, such as a kernel of 3 by 5. KEEP in it leaves an axis as it is.
     * <pre>{@code
     * conv2d(16, size(3, 5))
     * }</pre>
     *
     * @param sizes whole numbers, symbols or KEEP
     * @return the list
     */
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

    /**
     * The same as {@link #size}, for the size of a kernel.
     * <pre>{@code
     * conv2d(16, kernel(3, 5))
     * }</pre>
     *
     * @param sizes whole numbers or symbols
     * @return the list
     */
    public static SizeList kernel(Object... sizes) {
        return size(sizes);
    }

    /**
     * Makes the whole shape of a tensor; no batch size is put in front. Sizes may be symbols.
     * <pre>{@code
     * tensor(shape(8, 3, 32, 32))
     * tensor(shape(N, T, 768))
     * }</pre>
     *
     * @param sizes one for each axis
     * @return the shape
     */
    public static Shape shape(Object... sizes) {
        return new Shape(Numbers.exprs(sizes));
    }

    /**
     * Makes a size without a number. Symbols are equal by name.
     * <pre>{@code
     * var T = symbol("T")
     * }</pre>
     *
     * @param name a letter or word, shown in tables and formulas
     * @return the symbol
     */
    public static Expr.Sym symbol(String name) {
        return Expr.symbol(Named.checked(name));
    }

    /**
     * Starts the network to which layer statements are added. The batch size N is put in front.
     * <pre>{@code
     * input(3, 32, 32)
     * input(128, INT64)
     * }</pre>
     *
     * @param sizes of one example, e.g. channels, height, width; last an element type if it is not FLOAT32
     * @return the tensor
     */
    public static Tensor input(Object... sizes) {
        return NetworkBuilder.current().input(type(sizes));
    }

    /**
     * Starts a network with a tensor to call layers on. The batch size N is put in front, unless a whole {@link #shape}
     * is given.
     * <pre>{@code
     * var x = tensor(3, 32, 32)
     * tensor(shape(N, 12), INT64)
     * }</pre>
     *
     * @param sizes of one example, or one shape; last an element type if it is not FLOAT32
     * @return the tensor
     */
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

    /**
     * Makes one set of weights for a layer; each use shares it. The variable or field that holds it names it.
     * <pre>{@code
     * var fc = own(linear(32, 10))
     * }</pre>
     *
     * @param layer e.g. {@code linear(64, 64)}
     * @return the unit, to be used by {@code x.then(fc)}
     */
    public static Unit own(Layer layer) {
        NetworkBuilder.current().consume(layer);
        NetworkBuilder.current().warnIfNew(layer);
        return Unit.of(layer);
    }

    /**
     * Makes one set of weights for a layer, under a name.
     * <pre>{@code
     * own("head", linear(32, 10))
     * }</pre>
     *
     * @param name shown in tables
     * @param layer whose weights they are
     * @return the unit
     */
    public static Unit own(String name, Layer layer) {
        NetworkBuilder.current().consume(layer);
        NetworkBuilder.current().warnIfNew(layer);
        return Unit.of(Named.checked(name), layer);
    }

    /**
     * Says that a model is held; it owns what its fields hold either way.
     *
     * @param <M> the type of the model
     * @param model the model
     * @return the same model
     */
    public static <M extends Model> M own(M model) {
        return model;
    }

    /**
     * Names a model that no field or variable names.
     * <pre>{@code
     * own("features", sequential(conv2d(3, 16, 3), relu()))
     * }</pre>
     *
     * @param <M> the type of the model
     * @param name shown in tables
     * @param model the model
     * @return the same model
     */
    public static <M extends Model> M own(String name, M model) {
        NetworkBuilder.current().hold(Named.checked(name), model);
        return model;
    }

    /**
     * Makes a weight without a layer, such as a class token. It appears in a network when it is first used.
     * <pre>{@code
     * var cls = parameter(1, 1, 768)
     * }</pre>
     *
     * @param sizes all of them; no batch size is put in front
     * @return the weight as a tensor
     */
    public static Tensor parameter(Object... sizes) {
        return NetworkBuilder.current().parameter(Numbers.exprs(sizes));
    }

    /**
     * Makes numbers that are kept with the network and not trained, as PyTorch's {@code register_buffer} does.
     * <pre>{@code
     * var angles = buffer(1024, 64)
     * }</pre>
     *
     * @param sizes all of them; last an element type if it is not FLOAT32
     * @return the tensor
     */
    public static Tensor buffer(Object... sizes) {
        return NetworkBuilder.current().bare("buffer", whole(sizes));
    }

    /**
     * Makes a tensor of zeros.
     * <pre>{@code
     * zeros(1, 16, 32)
     * }</pre>
     *
     * @param sizes all of them; last an element type if it is not FLOAT32
     * @return the tensor
     */
    public static Tensor zeros(Object... sizes) {
        return NetworkBuilder.current().bare("zeros", whole(sizes));
    }

    /**
     * Makes a tensor of ones, e.g. for a mask.
     * <pre>{@code
     * ones(1, 16, 16)
     * }</pre>
     *
     * @param sizes all of them; last an element type if it is not FLOAT32
     * @return the tensor
     */
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

    /**
     * Adds layers to the network of the last {@code input(..)}, in order. Needed in loops, lambdas and methods, where a
     * layer alone adds nothing.
     * <pre>{@code
     * add(conv2d(16, 3), relu())
     * }</pre>
     *
     * @param layers layers, units or models
     * @return the last output
     */
    public static Tensor add(Object... layers) {
        Tensor last = null;
        for (Object l : layers) {
            last = NetworkBuilder.current().add(l);
        }
        return last;
    }

    /**
     * Puts layers one after the other, as {@code torch.nn.Sequential} does.
     * <pre>{@code
     * var stem = sequential(conv2d(3, 16, 3), relu())
     * }</pre>
     *
     * @param layers layers, units, models, or lists of them
     * @return the model
     */
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

    /**
     * Names a scope: calls inside have the name in front.
     * <pre>{@code
     * block("stem", () -> add(conv2d(16, 3), relu()))
     * }</pre>
     *
     * @param <T> the type of what is given
     * @param name the scope's name
     * @param inside makes the calls
     * @return what {@code inside} gives
     */
    public static <T> T block(String name, Supplier<T> inside) {
        return NetworkBuilder.current().block(Named.checked(name), inside);
    }

    /**
     * Names a scope: calls inside have the name in front.
     *
     * @param name the scope's name
     * @param inside makes the calls
     */
    public static void block(String name, Runnable inside) {
        NetworkBuilder.current().block(Named.checked(name), () -> {
            inside.run();
            return null;
        });
    }

    /**
     * Runs a model's {@code forward} and gives the network that it made. Sizes alone make one input, with the batch
     * size N in front; otherwise the arguments are those of {@code forward}.
     * <pre>{@code
     * trace(model, 3, 32, 32)
     * trace(model, tensor(3, 32, 32)).params()
     * }</pre>
     *
     * @param model the model
     * @param inputs sizes of one input, or tensors, shapes and whatever else {@code forward} takes
     * @return the network
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

    /**
     * Makes two weights one, counted once: {@code tie(embedding.weight(), head.weight())}. Of a unit, it is the tensor
     * named {@code weight}.
     * <pre>{@code
     * var e = own(embedding(100, 32)); var head = own(linear(32, 100)); tie(e, head)
     * }</pre>
     *
     * @param a a weight or unit
     * @param b another of the same sizes
     */
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

    /**
     * Marks weights as not trained.
     * <pre>{@code
     * freeze(conv1)
     * }</pre>
     *
     * @param what a unit, model, network, weight, name or row number
     */
    public static void freeze(Object what) {
        Selectors.freeze(what, true);
    }

    /**
     * Marks weights as trained again.
     * <pre>{@code
     * unfreeze(conv1)
     * }</pre>
     *
     * @param what a unit, model, network, weight, name or row number
     */
    public static void unfreeze(Object what) {
        Selectors.freeze(what, false);
    }

    /**
     * Joins tensors along an axis that they have, as {@code torch.cat} does; the other sizes must agree.
     * <pre>{@code
     * cat(1, x, x)
     * }</pre>
     *
     * @param dim the axis, from 0 or from the end with a minus
     * @param tensors tensors or lists of them
     * @return the joined tensor
     */
    public static Tensor cat(int dim, Object... tensors) {
        return Selectors.join("cat", dim, tensors);
    }

    /**
     * Joins tensors of the same sizes along a new axis, as {@code torch.stack} does.
     * <pre>{@code
     * stack(1, x, x)
     * }</pre>
     *
     * @param dim where the new axis stands
     * @param tensors tensors or lists of them
     * @return the joined tensor
     */
    public static Tensor stack(int dim, Object... tensors) {
        return Selectors.join("stack", dim, tensors);
    }

    /**
     * Sums products in Einstein's notation, as {@code torch.einsum} does; counted as the matrix products it stands for.
     * <pre>{@code
     * einsum("nchw,ndhw->ncd", x, x)
     * }</pre>
     *
     * @param equation one letter for each axis
     * @param tensors one for each term
     * @return the result
     */
    public static Tensor einsum(String equation, Tensor... tensors) {
        return layerbook.operations.Operations.find("einsum").apply(List.of(equation, List.of(tensors)), java.util.Map.of()).tensor();
    }

    /**
     * Takes from one tensor where a condition holds and from another elsewhere, as {@code torch.where} does.
     * <pre>{@code
     * where(x.gt(0), x, 0)
     * }</pre>
     *
     * @param condition a tensor of BOOL
     * @param one a tensor or number
     * @param other a tensor or number
     * @return the result
     */
    public static Tensor where(Tensor condition, Object one, Object other) {
        return layerbook.operations.Operations.find("where").apply(List.of(condition, one, other), java.util.Map.of()).tensor();
    }

    // ---- numbers

    /**
     * Counts the parameters of the network of the last call, exactly.
     * <pre>{@code
     * params()
     * params(conv1)
     * }</pre>
     *
     * @return the number; an error past 2^63 names {@link #paramsExact()}
     */
    public static long params() {
        return PerExample.fitting(paramsFormula(), "params", "paramsFormula()");
    }

    /**
     * Counts the parameters of what is given.
     *
     * @param what a network, model, tensor, unit or layer
     * @return the number
     */
    public static long params(Object what) {
        return PerExample.fitting(Counting.of(what).params(), "params", "paramsFormula()");
    }

    /**
     * Counts parameters as the tool of a convention totals them.
     * <pre>{@code
     * params(net, THOP)
     * }</pre>
     *
     * @param what a network, model, tensor, unit or layer
     * @param convention a convention or its name
     * @return the number
     */
    public static long params(Object what, Object convention) {
        return PerExample.fitting(Counting.of(what, convention).params(), "params", "paramsFormula()");
    }

    /**
     * Counts the parameters of the network of the last call, however many.
     * <pre>{@code
     * paramsExact()
     * }</pre>
     *
     * @return the number
     */
    public static BigInteger paramsExact() {
        return PerExample.exact(paramsFormula(), "paramsExact()", "paramsFormula()");
    }

    /**
     * Counts the parameters of what is given, however many.
     *
     * @param what a network, model, tensor, unit or layer
     * @return the number
     */
    public static BigInteger paramsExact(Object what) {
        return PerExample.exact(Counting.of(what).params(), "paramsExact()", "paramsFormula()");
    }

    /**
     * Gives the parameters of the network of the last call as a formula, in which symbols stay.
     * <pre>{@code
     * paramsFormula()
     * }</pre>
     *
     * @return the formula
     */
    public static Expr paramsFormula() {
        return Selectors.params(null);
    }

    /**
     * Gives the parameters of what is given as a formula.
     *
     * @param what a network, model, tensor, unit or layer
     * @return the formula
     */
    public static Expr paramsFormula(Object what) {
        return Counting.of(what).params();
    }

    /**
     * Counts the floating point operations of the network of the last call for one example: 2 for each multiply-add.
     * <pre>{@code
     * flops()
     * flops(THOP)
     * flops(net, "FVCORE")
     * }</pre>
     *
     * @return the number; an error past 2^63 names {@link #flopsExact()}
     */
    public static long flops() {
        return PerExample.fitting(flopsFormula(), "flops", "flopsFormula()");
    }

    /**
     * Counts the operations in another convention, or of another network.
     *
     * @param what a convention, or a network, model, tensor, unit or layer
     * @return the number
     */
    public static long flops(Object what) {
        return PerExample.fitting(flopsFormula(what), "flops", "flopsFormula()");
    }

    /**
     * Counts the operations of a network or unit in a convention, in either order.
     *
     * @param what a network, model, tensor, unit or layer
     * @param convention a convention or its name
     * @return the number
     */
    public static long flops(Object what, Object convention) {
        return PerExample.fitting(Counting.of(what, convention).work(), "flops", "flopsFormula()");
    }

    /**
     * Counts the operations of the network of the last call, however many.
     * <pre>{@code
     * flopsExact()
     * }</pre>
     *
     * @return the number
     */
    public static BigInteger flopsExact() {
        return PerExample.exact(flopsFormula(), "flopsExact()", "flopsFormula()");
    }

    /**
     * Counts the operations of what is given, or in a convention, however many.
     *
     * @param what a convention, or a network, model, tensor, unit or layer
     * @return the number
     */
    public static BigInteger flopsExact(Object what) {
        return PerExample.exact(flopsFormula(what), "flopsExact()", "flopsFormula()");
    }

    /**
     * Gives the operations of the network of the last call as a formula, the batch size N included.
     * <pre>{@code
     * flopsFormula()
     * flopsFormula(net, MACS)
     * }</pre>
     *
     * @return the formula
     */
    public static Expr flopsFormula() {
        return Selectors.count(null, FLOPS);
    }

    /**
     * Gives the operations of what is given, or in a convention, as a formula.
     *
     * @param what a convention, or a network, model, tensor, unit or layer
     * @return the formula
     */
    public static Expr flopsFormula(Object what) {
        return Counting.of(what).work();
    }

    /**
     * Gives the operations of a network or unit in a convention as a formula.
     *
     * @param what a network, model, tensor, unit or layer
     * @param convention a convention or its name
     * @return the formula
     */
    public static Expr flopsFormula(Object what, Object convention) {
        return Counting.of(what, convention).work();
    }

    /**
     * Counts the multiply-adds of the network of the last call for one example: those of convolutions, matrix products,
     * recurrent matrices and attention.
     * <pre>{@code
     * macs()
     * macs(net)
     * }</pre>
     *
     * @return the number
     */
    public static long macs() {
        return PerExample.fitting(Selectors.count(null, MACS), "macs", "flopsFormula(MACS)");
    }

    /**
     * Counts the multiply-adds of what is given.
     *
     * @param what a network, model, tensor, unit or layer
     * @return the number
     */
    public static long macs(Object what) {
        return PerExample.fitting(Selectors.count(what, MACS), "macs", "flopsFormula(MACS)");
    }

    /**
     * Fails if a condition does not hold; in a notebook it ends the run.
     * <pre>{@code
     * check(params() > 0)
     * check(params() > 0, "no parameters")
     * }</pre>
     *
     * @param condition what must hold
     */
    public static void check(boolean condition) {
        if (!condition) {
            throw Refusal.check("the check does not hold");
        }
    }

    /**
     * Fails with this text if a condition does not hold.
     *
     * @param condition what must hold
     * @param otherwise the message
     */
    public static void check(boolean condition, String otherwise) {
        if (!condition) {
            throw Refusal.check(otherwise);
        }
    }

    // ---- seeing

    /**
     * Gives the whole network of the last call as a table.
     * <pre>{@code
     * net()
     * net(depth(1))
     * net(net, depth(1))
     * }</pre>
     *
     * @return the table
     */
    public static Grid net() {
        return Selectors.net(null);
    }

    /**
     * Gives another network as a table; or that of the last call with its blocks folded.
     *
     * @param what a network, model, tensor, unit or layer, or {@code depth(2)}
     * @return the table
     */
    public static Grid net(Object what) {
        return what instanceof Option depth ? Selectors.folded(null, depth) : Selectors.net(what);
    }

    /**
     * Gives a network as a table, its blocks folded to rows of at most so many names.
     *
     * @param what a network, model, tensor, unit or layer
     * @param depth {@code depth(1)}, {@code depth(2)} ..
     * @return the table
     */
    public static Grid net(Object what, Option depth) {
        return Selectors.folded(what, depth);
    }

    /**
     * Says how deep the names in a folded table, tree or summary go.
     * <pre>{@code
     * net(depth(2))
     * }</pre>
     *
     * @param names 1 for the outermost blocks
     * @return the option
     */
    public static Option depth(int names) {
        return Option.of("depth", names);
    }

    /**
     * Gives the network of the last call in every convention, side by side.
     * <pre>{@code
     * conventions()
     * }</pre>
     *
     * @return the table
     */
    public static layerbook.table.Comparison conventions() {
        return Selectors.all(null);
    }

    /**
     * Gives a network in every convention, side by side.
     *
     * @param what a network, model, tensor, unit or layer
     * @return the table
     */
    public static layerbook.table.Comparison conventions(Object what) {
        return Selectors.all(what);
    }

    /**
     * Gives the table that was shown last as a Tablesaw table, to filter, sort and export. After a new row it is that
     * of the network.
     * <pre>{@code
     * table().rowCount()
     * }</pre>
     *
     * @return the table
     */
    public static tech.tablesaw.api.Table table() {
        return Selectors.lastTable().table();
    }

    /**
     * Shows how the numbers of a row came about: the formula, with the letters, with the numbers put in, and worked
     * out.
     * <pre>{@code
     * explain(1)
     * explain(conv1)
     * }</pre>
     *
     * @param what a unit, layer, tensor, name or row number
     * @return the explanation
     */
    public static Laid explain(Object what) {
        return Selectors.explain(what);
    }}
