package layerbook.operations;

import static layerbook.operations.Operator.Place.FUNCTIONAL;
import static layerbook.operations.Operator.Place.IN_PLACE;
import static layerbook.operations.Operator.Place.METHOD;
import static layerbook.operations.Operator.Place.TORCH;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import layerbook.formula.Expr;
import layerbook.layer.Applied;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
import layerbook.layer.Work.Product;
import layerbook.net.Numbers;
import layerbook.shape.DType;
import layerbook.shape.Promotion;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.Sizes;
import layerbook.shape.TensorType;

/** Products of matrices. */
final class Products {
    private static final Expr.Sym B = Letters.letter("B", "matrices in the batch");
    private static final Expr.Sym ROWS = Letters.letter("m", "rows");
    private static final Expr.Sym INNER = Letters.letter("j", "inner size");
    private static final Expr.Sym COLUMNS = Letters.letter("n", "columns");

    static final List<Operator> OPERATORS = List.of(
        Operator.of("matmul", "The matrix product, batched and broadcast.").takes("(Tensor input, Tensor other)").in(METHOD, TORCH).rule((a, in) -> rule("matmul", in)),
        Operator.of("mm", "The product of two matrices.").takes("(Tensor input, Tensor mat2)").in(METHOD, TORCH).rule((a, in) -> ranked("mm", 2, 2, in)),
        Operator.of("bmm", "The products of as many matrices in both.").takes("(Tensor input, Tensor mat2)").in(METHOD, TORCH).rule((a, in) -> ranked("bmm", 3, 3, in)),
        Operator.of("mv", "The product of a matrix and a vector.").takes("(Tensor input, Tensor vec)").in(METHOD, TORCH).rule((a, in) -> ranked("mv", 2, 1, in)),
        Operator.of("dot", "The inner product of two vectors.").takes("(Tensor input, Tensor tensor)").in(METHOD, TORCH).rule((a, in) -> ranked("dot", 1, 1, in)),
        Operator.of("outer", "Every number of one vector times every number of another.").takes("(Tensor input, Tensor vec2)").in(METHOD, TORCH).alias("ger")
            .rule((a, in) -> outer(in)),
        Operator.of("addmm", "this + a * b, as torch.addmm(bias, a, b).").takes("(Tensor input, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1)")
            .in(METHOD, TORCH, IN_PLACE).rule((a, in) -> plus("addmm", 2, in)),
        Operator.of("baddbmm", "this + a * b for each matrix of a batch.").takes("(Tensor input, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1)")
            .in(METHOD, TORCH, IN_PLACE).rule((a, in) -> plus("baddbmm", 3, in)),
        Operator.of("linear", "Times the transposed weight, plus the bias if one is given.").takes("(Tensor input, Tensor weight, Tensor? bias=None)").in(FUNCTIONAL)
            .rule((a, in) -> linear(in)),
        Operator.of("addmv", "this + a matrix times a vector.").takes("(Tensor input, Tensor mat, Tensor vec, *, Scalar beta=1, Scalar alpha=1)").in(METHOD, TORCH, IN_PLACE)
            .rule((a, in) -> added("addmv", 2, 1, in)),
        Operator.of("addbmm", "this + the sum of the products of all matrices of a batch.").takes("(Tensor input, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1)")
            .in(METHOD, TORCH, IN_PLACE).rule(Products::summed),
        Operator.of("addr", "this + every number of one vector times every number of another.")
            .takes("(Tensor input, Tensor vec1, Tensor vec2, *, Scalar beta=1, Scalar alpha=1)").in(METHOD, TORCH, IN_PLACE).rule(Products::addedOuter),
        Operator.of("inner", "The sums of products along the last axes of both.").takes("(Tensor input, Tensor other)").in(METHOD, TORCH).rule(Products::inner),
        Operator.of("vdot", "The inner product of two vectors, the first conjugated.").takes("(Tensor input, Tensor other)").in(METHOD, TORCH)
            .rule((a, in) -> ranked("vdot", 1, 1, in)),
        Operator.of("tensordot", "Sums of products along axes of both: dims(2) takes the last two and the first two, dims(size(..), size(..)) names them.")
            .takes("(Tensor a, Tensor b, int|any dims=2)").in(TORCH).rule(Products::tensordot),
        Operator.of("kron", "Every number of one tensor times the whole other.").takes("(Tensor input, Tensor other)").in(METHOD, TORCH).rule(Products::kronecker),
        Operator.of("cross", "The cross product along an axis of size 3.").takes("(Tensor input, Tensor other, int? dim=None)").in(METHOD, TORCH)
            .spelled("torch.linalg.cross").rule(Products::cross));

    private Products() {}

    /** A product of tensors with so many axes each, nothing broadcast. */
    private static Rule ranked(String name, int first, int second, Inputs in) {
        if (in.shape(0).rank() != first || in.shape(1).rank() != second) {
            throw Refusal.shape(name + " takes tensors of " + first + " and " + second + " axes, not " + in.shape(0).text() + " and " + in.shape(1).text())
                .at("other", "has " + in.shape(1).rank()).why("matmul takes any number of axes");
        }
        if (first == 3 && !in.shape(0).dim(0).equals(in.shape(1).dim(0))) {
            throw Refusal.shape(name + " wants as many matrices in both").at("other", "has " + in.shape(1).dim(0).text() + ", not " + in.shape(0).dim(0).text())
                .why("bmm stretches nothing; matmul stretches an axis of size 1");
        }
        return rule(name, in);
    }

    private static Rule outer(Inputs in) {
        if (in.shape(0).rank() != 1 || in.shape(1).rank() != 1) {
            throw Refusal.shape("outer takes two vectors, not " + in.shape(0).text() + " and " + in.shape(1).text()).at("other", "has " + in.shape(1).rank() + " axes").why("each number of one meets each number of the other");
        }
        return Rule.of("outer").takes(ROWS).anything().takes(COLUMNS).anything().gives(Promotion.ofTensors(in.types()), ROWS, COLUMNS).work(Kind.MULTIPLY, ROWS, COLUMNS);
    }

    /** The first tensor, stretched, plus the product of the two others. */
    private static Rule plus(String name, int rank, Inputs in) {
        return added(name, rank, rank, in);
    }

    private static Rule added(String name, int first, int second, Inputs in) {
        Numeric.equal(name, in);
        Inputs factors = Inputs.of(in.type(1), in.type(2));
        Rule inner = ranked(name, first, second, factors);
        TensorType out = Applied.of(new Known(inner), factors).output();
        checkStretches(name, in, out.shape());
        Rule rule = Operation.taking(name, in, null);
        inner.lets().forEach(rule::let);
        return rule.gives(out).keeps(k -> k.input(1).ifGradient(2).input(2).ifGradient(1))
            .work(Kind.MULTIPLY_ADD, B, ROWS, COLUMNS, INNER).multiplies(new Product(Set.of(1, 2), Set.of(), 0)).work(Kind.BIAS_ADD, B, ROWS, COLUMNS);
    }

    private static void checkStretches(String name, Inputs in, Shape product) {
        if (!product.equals(Sizes.broadcast(in.shape(0), product))) {
            throw Refusal.shape(name + " cannot add " + in.shape(0).text() + " to the product " + product.text()).at("self", in.shape(0).text())
                .why("the first tensor must stretch to the product of the others");
        }
    }

    private static Rule summed(Bindings a, Inputs in) {
        Numeric.equal("addbmm", in);
        Inputs factors = Inputs.of(in.type(1), in.type(2));
        Rule inner = ranked("addbmm", 3, 3, factors);
        Shape each = Applied.of(new Known(inner), factors).output().shape();
        Shape out = new Shape(each.slice(1, 3));
        checkStretches("addbmm", in, out);
        Rule rule = Operation.taking("addbmm", in, new TensorType(out, in.type(1).dtype()));
        inner.lets().forEach(rule::let);
        return rule.keeps(k -> k.input(1).ifGradient(2).input(2).ifGradient(1)).work(Kind.MULTIPLY_ADD, B, ROWS, COLUMNS, INNER)
            .multiplies(new Product(Set.of(1, 2), Set.of(), 0)).work(Kind.BIAS_ADD, ROWS, COLUMNS);
    }

    private static Rule addedOuter(Bindings a, Inputs in) {
        Inputs factors = Inputs.of(in.type(1), in.type(2));
        Shape out = Applied.of(new Known(outer(factors)), factors).output().shape();
        checkStretches("addr", in, out);
        return Operation.taking("addr", in, new TensorType(out, Promotion.ofTensors(in.types()))).let(ROWS, out.dim(0)).let(COLUMNS, out.dim(1))
            .work(Kind.MULTIPLY, ROWS, COLUMNS).work(Kind.BIAS_ADD, ROWS, COLUMNS);
    }

    private static Rule inner(Bindings a, Inputs in) {
        Shape x = in.shape(0);
        Shape y = in.shape(1);
        if (x.rank() == 0 || y.rank() == 0) {
            return Broadcasting.rule("inner", in, Promotion.ofTensors(in.types()), Kind.MULTIPLY);
        }
        DType dtype = Numeric.checked("inner", Numeric.equal("inner", in), Numeric.NUMBERS);
        if (!x.dim(-1).equals(y.dim(-1))) {
            throw Refusal.shape("inner cannot multiply " + x.text() + " by " + y.text()).at("other", y.text()).why("the last sizes of both must be equal" + Sizes.doubt(x.dim(-1), y.dim(-1)));
        }
        return contracted("inner", in, x.slice(0, x.rank() - 1), x.slice(x.rank() - 1, x.rank()), y.slice(0, y.rank() - 1), dtype);
    }

    private static Rule contracted(String name, Inputs in, List<Expr> rows, List<Expr> inner, List<Expr> columns, DType dtype) {
        var out = new ArrayList<>(rows);
        out.addAll(columns);
        return Operation.taking(name, in, new TensorType(new Shape(out), dtype)).let(ROWS, Expr.product(rows).normal()).let(INNER, Expr.product(inner).normal())
            .let(COLUMNS, Expr.product(columns).normal()).work(Kind.MULTIPLY_ADD, ROWS, COLUMNS, INNER);
    }

    private static Rule tensordot(Bindings a, Inputs in) {
        Shape x = in.shape(0);
        Shape y = in.shape(1);
        DType dtype = Numeric.checked("tensordot", Numeric.equal("tensordot", in), Numeric.NUMBERS);
        List<Integer> of;
        List<Integer> with;
        if (a.get("dims") instanceof Expr e) {
            int n = Numbers.whole(e, "dims");
            if (n < 0 || n > Math.min(x.rank(), y.rank())) {
                throw Refusal.shape("tensordot cannot sum over " + n + " axes of " + x.text() + " and " + y.text()).at("dims", "at most " + Math.min(x.rank(), y.rank()));
            }
            of = java.util.stream.IntStream.range(x.rank() - n, x.rank()).boxed().toList();
            with = java.util.stream.IntStream.range(0, n).boxed().toList();
        } else {
            List<?> both = a.get("dims") instanceof List<?> list ? list : List.of();
            if (both.size() != 2) {
                throw Refusal.option("tensordot wants a number of axes, or a list of axes of each tensor").at("dims", "dims(2) or dims(size(..), size(..))");
            }
            of = Axes.distinct("tensordot", ints(both.get(0)), x.rank());
            with = Axes.distinct("tensordot", ints(both.get(1)), y.rank());
        }
        if (of.size() != with.size()) {
            throw Refusal.option("tensordot wants as many axes of both").at("dims", of.size() + " and " + with.size());
        }
        for (int i = 0; i < of.size(); i++) {
            Expr p = x.dim(of.get(i));
            Expr q = y.dim(with.get(i));
            if (!p.equals(q) && !p.isOne() && !q.isOne()) {
                throw Refusal.shape("tensordot cannot sum over axes of " + p.text() + " and " + q.text()).at("dims", "sizes differ").why("in " + x.text() + " and " + y.text() + Sizes.doubt(p, q));
            }
        }
        List<Expr> inner = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            inner.add(x.dim(of.get(i)).isOne() || y.dim(with.get(i)).isOne() ? Expr.ONE : x.dim(of.get(i)));
        }
        return contracted("tensordot", in, without(x, of), inner, without(y, with), dtype);
    }

    private static int[] ints(Object list) {
        return Numbers.exprs(list).stream().mapToInt(e -> Numbers.whole(e, "dims")).toArray();
    }

    private static List<Expr> without(Shape s, List<Integer> axes) {
        var out = new ArrayList<Expr>();
        for (int i = 0; i < s.rank(); i++) {
            if (!axes.contains(i)) {
                out.add(s.dim(i));
            }
        }
        return out;
    }

    private static Rule kronecker(Bindings a, Inputs in) {
        Shape x = in.shape(0);
        Shape y = in.shape(1);
        var out = new ArrayList<Expr>();
        for (int i = Math.max(x.rank(), y.rank()); i >= 1; i--) {
            out.add((i <= x.rank() ? x.dim(-i) : Expr.ONE).times(i <= y.rank() ? y.dim(-i) : Expr.ONE).normal());
        }
        DType dtype = Promotion.of(in.type(0).dtype(), in.type(1).dtype());
        return Operation.taking("kron", in, new TensorType(new Shape(out), dtype)).let(Broadcasting.Y, Expr.product(out).normal()).work(Kind.MULTIPLY, Broadcasting.Y);
    }

    private static Rule cross(Bindings a, Inputs in) {
        DType dtype = Numeric.checked("cross", Numeric.equal("cross", in), Numeric.NUMBERS);
        if (in.shape(0).rank() != in.shape(1).rank()) {
            throw Refusal.shape("cross wants as many axes in both, not " + in.shape(0).text() + " and " + in.shape(1).text()).at("other", in.shape(1).text());
        }
        Shape out = Broadcasting.shape("cross", in);
        Expr three = Expr.of(3);
        int axis = a.has("dim") ? Axes.there("cross", a.integer("dim"), in) : firstOf(in.shape(0), three);
        if (axis < 0 || !in.shape(0).dim(axis).equals(three) || !in.shape(1).dim(axis).equals(three)) {
            throw Refusal.shape("cross wants an axis of size 3 in " + in.shape(0).text() + " and " + in.shape(1).text()).at("dim", "its size is 3");
        }
        return Operation.taking("cross", in, new TensorType(out, dtype)).let(Broadcasting.Y, out.numel()).work(Kind.MULTIPLY, Expr.of(2), Broadcasting.Y).work(Kind.ADD, Broadcasting.Y);
    }

    private static int firstOf(Shape s, Expr size) {
        return s.dims().indexOf(size);
    }

    /** x·Wᵀ + b. */
    private static Rule linear(Inputs in) {
        Shape x = in.shape(0);
        Shape w = in.shape(1);
        if (w.rank() != 2 || x.rank() == 0 || !x.dim(-1).equals(w.dim(1))) {
            throw Refusal.shape("linear cannot multiply " + x.text() + " by the transposed " + w.text()).why("the last sizes of both must be equal");
        }
        Numeric.checked("linear", Numeric.equal("linear", in), Numeric.NUMBERS);
        Rule rule = Rule.of("linear").takes(Letters.ANY, Letters.F_IN).anything().takes(Letters.F_OUT, Letters.F_IN).anything().gives(Letters.ANY, Letters.F_OUT)
            .work(Kind.MULTIPLY_ADD, Letters.ANY, Letters.F_OUT, Letters.F_IN).keeps(k -> k.input(0).asRows().ifGradient(1).input(1).ifGradient(0));
        return rule.when(in.count() > 2, r -> r.takes(Letters.F_OUT).anything().work(Kind.BIAS_ADD, Letters.ANY, Letters.F_OUT));
    }

    private static Rule rule(String name, Inputs in) {
        Shape a = in.shape(0);
        Shape b = in.shape(1);
        DType dtype = Numeric.checked(name, Numeric.equal(name, in), Numeric.NUMBERS);
        if (a.rank() == 0 || b.rank() == 0) {
            throw Refusal.shape(name + " takes tensors of one axis or more, not a scalar");
        }
        Expr rows = a.rank() > 1 ? a.dim(-2) : Expr.ONE;
        Expr columns = b.rank() > 1 ? b.dim(-1) : Expr.ONE;
        Expr inner = a.dim(-1);
        Expr other = b.rank() > 1 ? b.dim(-2) : b.dim(-1);
        Shape batch = Sizes.broadcast(lead(a), lead(b));
        if (!inner.equals(other) || batch == null) {
            throw Refusal.shape(name + " cannot multiply " + a.text() + " by " + b.text()).at("other", b.text())
                .why(!inner.equals(other) ? "the last size of the first, " + inner.text() + ", must be the second last of the other, " + other.text() + Sizes.doubt(inner, other)
                        + (b.rank() > 1 && b.dim(-1).equals(inner) ? "; the other's transpose(-2, -1) would fit" : "")
                    : "the leading sizes " + lead(a).text() + " and " + lead(b).text() + " do not broadcast");
        }
        var out = new ArrayList<>(batch.dims());
        if (a.rank() > 1) {
            out.add(rows);
        }
        if (b.rank() > 1) {
            out.add(columns);
        }
        Rule rule = Rule.of(name).takes(a.dims().toArray(Expr[]::new)).anything().takes(b.dims().toArray(Expr[]::new)).anything()
            .let(B, batch.numel()).let(ROWS, rows).let(INNER, inner).let(COLUMNS, columns)
            .gives(new TensorType(new Shape(out), dtype)).work(Kind.MULTIPLY_ADD, B, ROWS, COLUMNS, INNER);
        for (int i = 0; i < 2; i++) {
            factor(rule, i, isCopied(in, i, batch), B, i == 0 ? ROWS : INNER, i == 0 ? INNER : COLUMNS);
        }
        return rule;
    }

    /** Each factor is kept for the gradient of the other; where PyTorch had to copy it, the copy, which is there in use, too. */
    private static void factor(Rule rule, int i, boolean copied, Expr... numbers) {
        if (copied) {
            rule.keeps(k -> k.numbers(numbers).ifGradient(1 - i)).workspace(numbers);
        } else {
            rule.keeps(k -> k.input(i).ifGradient(1 - i));
        }
    }

    /** Batches of matrices are multiplied as a list of matrices, so a factor is copied whose leading axes do not merge into one. */
    private static boolean isCopied(Inputs in, int i, Shape batch) {
        TensorType type = in.type(i);
        if (type.rank() < 3) {
            return false;
        } else if (in.type(1 - i).rank() < 3) {
            return i == 0 && !type.merges(0, type.rank() - 1);
        }
        boolean stretched = !lead(type.shape()).equals(batch) && batch.dims().stream().filter(d -> !d.isOne()).count() > 1;
        return stretched || !type.merges(0, type.rank() - 2);
    }

    private static Shape lead(Shape s) {
        return new Shape(s.slice(0, Math.max(0, s.rank() - 2)));
    }
}
