package layerbook.operations;

import static layerbook.operations.Operator.Place.IN_PLACE;
import static layerbook.operations.Operator.Place.METHOD;
import static layerbook.operations.Operator.Place.TORCH;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Rule;
import layerbook.net.Numbers;
import layerbook.shape.DType;
import layerbook.shape.Promotion;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.Sizes;
import layerbook.shape.TensorType;

/** Numbers read from, or written to, the places that another tensor names. */
final class Indexing {
    private static final Set<String> REDUCTIONS = Set.of("sum", "prod", "mean", "amax", "amin");

    static final List<Operator> OPERATORS = List.of(
        Operator.of("gather", "The numbers of an axis that another tensor names, place by place.")
            .takes("(Tensor input, int dim, Tensor index, *, bool sparse_grad=False)").in(METHOD, TORCH).rule(Indexing::gathered).keeps(k -> k.input(0).input(1)),
        Operator.of("take_along_dim", "The numbers of an axis that another tensor names; the other axes broadcast.").takes("(Tensor input, Tensor indices, int? dim=None)")
            .in(METHOD, TORCH).rule(Indexing::takenAlong).keeps(k -> k.input(0).input(1)),
        Operator.of("index_select", "The places of an axis that another tensor names.").takes("(Tensor input, int dim, Tensor index)").in(METHOD, TORCH)
            .rule(Indexing::selected).keeps(k -> k.input(1)),
        Operator.of("take", "The numbers at places counted through the whole tensor.").takes("(Tensor input, Tensor index)").in(METHOD, TORCH).rule((a, in) -> {
            Indices.check("take", "index", in.type(1).dtype(), DType.INT64);
            return Operation.taking("take", in, new TensorType(in.shape(1), in.type(0).dtype()));
        }).keeps(k -> k.input(0).input(1)),
        Operator.of("scatter", "The input with numbers of another tensor written to the places that index names.")
            .takes("(Tensor input, int dim, Tensor index, Tensor|Scalar src, *, str? reduce=None)", "(Tensor input, int dim, Tensor index, *, Scalar value, str? reduce=None)")
            .in(METHOD, TORCH, IN_PLACE).rule((a, in) -> scattered("scatter", a, in)).keeps(k -> k.input(1)),
        Operator.of("scatter_add", "The input with numbers of another tensor added at the places that index names.")
            .takes("(Tensor input, int dim, Tensor index, Tensor src)").in(METHOD, TORCH, IN_PLACE).rule((a, in) -> scattered("scatterAdd", a, in)).keeps(k -> k.input(1)),
        Operator.of("scatter_reduce", "The input with numbers of another tensor combined at the places that index names: sum, prod, mean, amax, amin.")
            .takes("(Tensor input, int dim, Tensor index, Tensor src, str reduce, *, bool include_self=True)").in(METHOD, TORCH, IN_PLACE).rule((a, in) -> {
                if (!REDUCTIONS.contains(a.text("reduce"))) {
                    throw Refusal.option("scatterReduce has no reduction \"" + a.text("reduce") + "\"").at("reduce", "sum, prod, mean, amax or amin");
                }
                return scattered("scatterReduce", a, in);
            }),
        Operator.of("index_add", "The input with the rows of another tensor added at the places that index names.")
            .takes("(Tensor input, int dim, Tensor index, Tensor source, *, Scalar alpha=1)").in(METHOD, TORCH, IN_PLACE).rule((a, in) -> rows("indexAdd", a, in)).keeps(k -> k.input(1)),
        Operator.of("index_copy", "The input with the rows of another tensor written to the places that index names.")
            .takes("(Tensor input, int dim, Tensor index, Tensor source)").in(METHOD, TORCH, IN_PLACE).rule((a, in) -> rows("indexCopy", a, in)).keeps(k -> k.input(1)),
        Operator.of("index_reduce", "The input with the rows of another tensor combined at the places that index names.")
            .takes("(Tensor input, int dim, Tensor index, Tensor source, str reduce, *, bool include_self=True)").in(METHOD, TORCH, IN_PLACE).rule((a, in) -> rows("indexReduce", a, in)),
        Operator.of("index_fill", "The input with one number at the places of an axis that index names.").takes("(Tensor input, int dim, Tensor index, Scalar|Tensor value)")
            .in(METHOD, TORCH, IN_PLACE).rule((a, in) -> {
                Axes.index(a.integer("dim"), in.rank(), "indexFill");
                Indices.check("indexFill", "index", in.type(1).dtype(), DType.INT64);
                vector("indexFill", in.shape(1));
                return same("indexFill", in);
            }).keeps(k -> k.input(1)),
        Operator.of("index_put", "The input with values written to the places that tensors name, one for each axis.")
            .takes("(Tensor input, Tensor[] indices, Tensor values, bool accumulate=False)").in(METHOD, TORCH, IN_PLACE).rule((a, in) -> same("indexPut", in)),
        Operator.of("masked_scatter", "The input with numbers of another tensor where the mask holds.").takes("(Tensor input, Tensor mask, Tensor source)")
            .in(METHOD, TORCH, IN_PLACE).rule(Indexing::masked),
        Operator.of("select_scatter", "The input with another tensor at one place of an axis.").takes("(Tensor input, Tensor src, int dim, int index)").in(METHOD, TORCH)
            .rule((a, in) -> into("selectScatter", Slicing.select(in.type(0), a.integer("dim"), a.size("index"), "selectScatter").shape(), in)),
        Operator.of("slice_scatter", "The input with another tensor at some places of an axis.")
            .takes("(Tensor input, Tensor src, int dim=0, int? start=None, int? end=None, int step=1)").in(METHOD, TORCH)
            .rule((a, in) -> into("sliceScatter", Slicing.slice(in.type(0), a.integer("dim"), a.size("start"), a.size("end"), a.size("step"), "sliceScatter").shape(), in)),
        Operator.of("diagonal_scatter", "The input with another tensor along its diagonal.").takes("(Tensor input, Tensor src, int offset=0, int dim1=0, int dim2=1)")
            .in(METHOD, TORCH).rule((a, in) -> into("diagonalScatter", Picking.diagonal(a, in), in)),
        Operator.of("searchsorted", "Where each number would stand in a sorted sequence.")
            .takes("(Tensor sorted_sequence, Tensor|Scalar input, *, bool out_int32=False, bool right=False, str? side=None, Tensor? sorter=None)").in(TORCH).rule(Indexing::searched),
        Operator.of("bucketize", "Between which boundaries each number lies.").takes("(Tensor|Scalar input, Tensor boundaries, *, bool out_int32=False, bool right=False)").in(TORCH)
            .rule((a, in) -> {
                if (a.shape("boundaries", in).rank() != 1) {
                    throw Refusal.shape("bucketize wants boundaries of one axis, not " + a.shape("boundaries", in).text()).at("boundaries", "one axis");
                }
                Shape out = a.isTensor("input") ? a.shape("input", in) : new Shape(List.of());
                return Operation.taking("bucketize", in, new TensorType(out, a.flag("out_int32") ? DType.INT32 : DType.INT64)).keepsNothing();
            }),
        Operator.of("fill", "One number everywhere.").takes("(Tensor input, Tensor|Scalar value)").in(TORCH, IN_PLACE).rule((a, in) -> same("fill", in)),
        Operator.of("zero", "Zeros everywhere.").takes("(Tensor input)").in(IN_PLACE).rule((a, in) -> same("zero", in)),
        Operator.of("copy", "The numbers of another tensor, broadcast, in the kind of this one.").takes("(Tensor input, Tensor src, bool non_blocking=False)").in(IN_PLACE)
            .rule((a, in) -> {
                if (!in.shape(0).equals(Sizes.broadcast(in.shape(0), in.shape(1)))) {
                    throw Broadcasting.unequal("copy", in.shape(0), in.shape(1));
                }
                return same("copy", in);
            }).keepsNothing());

    private Indexing() {}

    private static Rule same(String word, Inputs in) {
        return Operation.taking(word, in, new TensorType(in.shape(0), in.type(0).dtype()));
    }

    private static Rule gathered(Bindings a, Inputs in) {
        int axis = Axes.index(a.integer("dim"), in.rank(), "gather");
        Indices.check("gather", "index", in.type(1).dtype(), DType.INT64);
        Shape x = in.shape(0);
        Shape index = in.shape(1);
        if (index.numel().isZero()) {
            return Operation.taking("gather", in, new TensorType(index, in.type(0).dtype()));
        }
        for (int i = 0; i < Math.max(x.rank(), index.rank()); i++) {
            boolean larger = index.rank() == x.rank() && i != axis && exceeds(index.dim(i), x.dim(i));
            if (Math.max(1, index.rank()) != Math.max(1, x.rank()) || larger) {
                throw Refusal.shape("gather cannot look up " + index.text() + " in " + x.text()).at("index", index.text())
                    .why("the index has as many axes, none larger than the tensor's but axis " + axis);
            }
        }
        return Operation.taking("gather", in, new TensorType(index, in.type(0).dtype()));
    }

    private static boolean exceeds(Expr a, Expr b) {
        return a.minus(b).normal() instanceof Expr.Num n && n.value().signum() > 0;
    }

    private static Rule takenAlong(Bindings a, Inputs in) {
        Indices.check("takeAlongDim", "indices", in.type(1).dtype(), DType.INT64);
        if (!a.has("dim")) {
            return Operation.taking("takeAlongDim", in, new TensorType(Shape.of(in.shape(1).numel()), in.type(0).dtype()));
        }
        Shape x = in.shape(0);
        Shape index = in.shape(1);
        if (x.rank() != index.rank()) {
            throw Refusal.shape("takeAlongDim wants as many axes in both, not " + x.text() + " and " + index.text()).at("indices", index.text());
        }
        int axis = Axes.index(a.integer("dim"), in.rank(), "takeAlongDim");
        if (x.rank() == 0) {
            return Operation.taking("takeAlongDim", in, new TensorType(index, in.type(0).dtype()));
        }
        Shape both = Sizes.broadcast(x.with(axis, Expr.ONE), index.with(axis, Expr.ONE));
        if (both == null) {
            throw Broadcasting.unequal("takeAlongDim", x.with(axis, Expr.ONE), index.with(axis, Expr.ONE));
        }
        return Operation.taking("takeAlongDim", in, new TensorType(both.with(axis, index.dim(axis)), in.type(0).dtype()));
    }

    private static void vector(String word, Shape index) {
        if (index.rank() > 1) {
            throw Refusal.shape(word + " wants an index of one axis, not " + index.text()).at("index", index.rank() + " axes");
        }
    }

    private static Rule selected(Bindings a, Inputs in) {
        int axis = Axes.index(a.integer("dim"), in.rank(), "indexSelect");
        Indices.check("indexSelect", "index", in.type(1).dtype(), DType.INT64, DType.INT32);
        vector("indexSelect", in.shape(1));
        if (in.rank() == 0) {
            return same("indexSelect", in);
        }
        return Operation.taking("indexSelect", in, new TensorType(in.shape(0).with(axis, in.shape(1).numel()), in.type(0).dtype()));
    }

    private static Rule scattered(String word, Bindings a, Inputs in) {
        int axis = Axes.index(a.integer("dim"), in.rank(), word);
        Indices.check(word, "index", in.type(1).dtype(), DType.INT64);
        Shape x = in.shape(0);
        Shape index = in.shape(1);
        boolean empty = index.numel().isZero();
        if (in.count() > 2) {
            if (in.type(2).dtype() != in.type(0).dtype()) {
                throw Refusal.shape(word + " wants src in the dtype of its input, " + in.type(0).dtype().torchName()).at("src", in.type(2).dtype().torchName());
            }
            for (int i = 0; !empty && i < index.rank(); i++) {
                if (in.shape(2).rank() != index.rank() || exceeds(index.dim(i), in.shape(2).dim(i))) {
                    throw Refusal.shape(word + " cannot take " + index.text() + " numbers of " + in.shape(2).text()).at("src", in.shape(2).text())
                        .why("src has as many axes as index, none smaller");
                }
            }
        }
        for (int i = 0; !empty && i < Math.max(x.rank(), index.rank()); i++) {
            if (Math.max(1, index.rank()) != Math.max(1, x.rank()) || i < x.rank() && i < index.rank() && i != axis && exceeds(index.dim(i), x.dim(i))) {
                throw Refusal.shape(word + " cannot write " + index.text() + " numbers to " + x.text()).at("index", index.text())
                    .why("index has as many axes as the input, none larger but axis " + axis);
            }
        }
        return same(word, in);
    }

    private static Rule rows(String word, Bindings a, Inputs in) {
        int axis = Axes.index(a.integer("dim"), in.rank(), word);
        DType[] kinds = word.equals("indexCopy") ? new DType[] {DType.INT64} : new DType[] {DType.INT64, DType.INT32};
        Indices.check(word, "index", in.type(1).dtype(), kinds);
        vector(word, in.shape(1));
        Shape source = in.shape(2);
        if (in.type(2).dtype() != in.type(0).dtype()) {
            throw Refusal.shape(word + " wants source in the dtype of its input, " + in.type(0).dtype().torchName()).at("source", in.type(2).dtype().torchName());
        }
        Shape wanted = in.rank() == 0 ? in.shape(0) : in.shape(0).with(axis, in.shape(1).numel());
        if (!source.equals(wanted) && !(in.rank() == 0 && source.numel().isOne())) {
            throw Refusal.shape(word + " wants rows of " + wanted.text() + ", not " + source.text()).at("source", source.text()).why("it has one row for each place of index");
        }
        return same(word, in);
    }

    private static Rule masked(Bindings a, Inputs in) {
        Blending.checkMask("maskedScatter", "mask", in.type(1).dtype());
        if (in.type(2).dtype() != in.type(0).dtype()) {
            throw Refusal.shape("maskedScatter wants source in the dtype of its input").at("source", in.type(2).dtype().torchName());
        }
        var both = new Inputs(in.types().subList(0, 2));
        return Operation.taking("maskedScatter", in, new TensorType(Broadcasting.shape("maskedScatter", both), in.type(0).dtype()));
    }

    private static Rule into(String word, Shape place, Inputs in) {
        if (!in.shape(1).equals(place)) {
            throw Refusal.shape(word + " wants src of " + place.text() + ", not " + in.shape(1).text()).at("src", in.shape(1).text());
        }
        return same(word, in).keepsNothing();
    }

    private static Rule searched(Bindings a, Inputs in) {
        Shape sorted = in.shape(0);
        Shape out = a.isTensor("input") ? a.shape("input", in) : new Shape(List.of());
        boolean alike = sorted.rank() == 1 || sorted.rank() == out.rank() && sorted.rank() > 0 && sorted.slice(0, sorted.rank() - 1).equals(out.slice(0, out.rank() - 1));
        if (!alike) {
            throw Refusal.shape("searchsorted cannot look up " + out.text() + " in " + sorted.text()).at("input", out.text()).why("leading sizes are equal, or the sequence has one axis");
        }
        return Operation.taking("searchsorted", in, new TensorType(out, a.flag("out_int32") ? DType.INT32 : DType.INT64)).keepsNothing();
    }
}
