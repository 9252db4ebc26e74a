package layerbook.operations;

import static layerbook.operations.Operator.Place.FUNCTIONAL;
import static layerbook.operations.Operator.Place.IN_PLACE;
import static layerbook.operations.Operator.Place.METHOD;
import static layerbook.operations.Operator.Place.TORCH;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
import layerbook.net.Numbers;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** Images read at the places of a grid, classes as rows of ones and zeros, random draws, and statistics of rows. */
final class Sampling {
    static final List<Operator> OPERATORS = List.of(
        Operator.of("grid_sample", "An image read at the places of a grid.")
            .takes("(Tensor input, Tensor grid, str mode=\"bilinear\", str padding_mode=\"zeros\", bool? align_corners=None)").in(FUNCTIONAL).rule(Sampling::sampled)
            .keeps(k -> k.input(0).input(1)),
        Operator.of("affine_grid", "The grid of an affine map, for images of these sizes.").takes("(Tensor theta, int[] size, bool? align_corners=None)").in(FUNCTIONAL)
            .rule(Sampling::affine),
        Operator.of("one_hot", "Each class as a row of zeros with a one.").takes("(Tensor tensor, int num_classes=-1)").in(FUNCTIONAL)
            .unknown("classes, the largest number plus 1", a -> a.size("num_classes").equals(Expr.of(-1))).rule(Sampling::oneHot).keepsNothing(),
        Operator.of("bernoulli", "Zeros and ones, drawn with these probabilities.").takes("(Tensor input, float? p=None, *, any? generator=None, any? out=None)").in(METHOD, TORCH, IN_PLACE)
            .rule((a, in) -> Unary.rule("bernoulli", Kind.RANDOM, in, in.type(0).dtype())).keepsNothing(),
        Operator.of("poisson", "Whole numbers, drawn with these rates.").takes("(Tensor input, any? generator=None)").in(TORCH)
            .rule((a, in) -> Unary.rule("poisson", Kind.RANDOM, in, Numeric.checked("poisson", in.type(0).dtype(), Numeric.FRACTIONS))).keepsNothing(),
        Operator.of("multinomial", "Places drawn with these weights, so many for each row.")
            .takes("(Tensor input, int num_samples, bool replacement=False, *, any? generator=None, any? out=None)").in(METHOD, TORCH).rule(Sampling::multinomial).keepsNothing(),
        drawn("uniform", "(Tensor input, float from=0.0, float to=1.0, *, any? generator=None)"), drawn("normal", "(Tensor input, float mean=0.0, float std=1.0, *, any? generator=None)"),
        drawn("exponential", "(Tensor input, float lambd=1.0, *, any? generator=None)"), drawn("random", "(Tensor input, int from=0, int? to=None, *, any? generator=None)"),
        drawn("geometric", "(Tensor input, float p, *, any? generator=None)"), drawn("cauchy", "(Tensor input, float median=0.0, float sigma=1.0, *, any? generator=None)"),
        drawn("log_normal", "(Tensor input, float mean=1.0, float std=2.0, *, any? generator=None)"),
        Operator.of("gumbel_softmax", "A softmax of the numbers plus random ones.").takes("(Tensor logits, float tau=1, bool hard=False, float eps=1e-10, int dim=-1)").in(FUNCTIONAL)
            .rule((a, in) -> {
                Axes.index(a.integer("dim"), in.rank(), "gumbelSoftmax");
                Numeric.checked("gumbelSoftmax", in.type(0).dtype(), Numeric.FRACTIONS);
                return Rule.of("gumbelSoftmax").takes(Letters.ANY).anything().gives(new TensorType(in.shape(0), in.type(0).dtype())).work(Kind.RANDOM, Letters.ANY).work(Kind.ADD, Letters.ANY)
                    .work(Kind.EXPONENTIAL, Letters.ANY).work(Kind.ADD, Letters.ANY).work(Kind.DIVIDE, Letters.ANY);
            }).keeps(k -> k.output(0)),
        Operator.of("diff", "The differences of neighbours along an axis, n times.").takes("(Tensor input, int n=1, int dim=-1, Tensor? prepend=None, Tensor? append=None)").in(METHOD, TORCH)
            .rule(Sampling::differences).keepsNothing(),
        Operator.of("cov", "The covariances of rows.").takes("(Tensor input, *, int correction=1, Tensor? fweights=None, Tensor? aweights=None)").in(METHOD, TORCH)
            .rule((a, in) -> covariance("cov", in)),
        Operator.of("corrcoef", "The correlations of rows.").takes("(Tensor input)").in(METHOD, TORCH).rule((a, in) -> covariance("corrcoef", in)),
        Operator.of("histc", "How many numbers fall into each of so many bins.").takes("(Tensor input, int bins=100, Scalar min=0, Scalar max=0)").in(METHOD, TORCH)
            .rule((a, in) -> Operation.taking("histc", in, new TensorType(Shape.of(a.size("bins")), Numeric.checked("histc", in.type(0).dtype(), Numeric.FRACTIONS)))
                .work(Kind.COMPARE, in.shape(0).numel())).keepsNothing(),
        Operator.of("vander", "The powers of each number of a vector, a row each.").takes("(Tensor x, int? N=None, bool increasing=False)").in(TORCH).rule((a, in) -> {
            if (in.rank() != 1) {
                throw Refusal.shape("vander takes a vector, not " + in.shape(0).text()).at("x", in.rank() + " axes");
            }
            DType dtype = in.type(0).dtype().family().compareTo(DType.Family.FRACTION) < 0 ? DType.INT64 : in.type(0).dtype();
            return Operation.taking("vander", in, new TensorType(Shape.of(in.shape(0).dim(0), a.has("N") ? a.size("N") : in.shape(0).dim(0)), dtype));
        }));

    private Sampling() {}

    private static Operator drawn(String name, String schema) {
        return Operator.of(name, "Random numbers written into the tensor: " + name + ".").takes(schema).in(Operator.Place.IN_PLACE)
            .rule((a, in) -> Unary.rule(Spelling.camel(name), Kind.RANDOM, in, in.type(0).dtype())).keepsNothing();
    }

    private static Rule sampled(Bindings a, Inputs in) {
        Shape x = in.shape(0);
        Shape grid = in.shape(1);
        int axes = x.rank() - 2;
        boolean fits = (axes == 2 || axes == 3) && grid.rank() == x.rank() && grid.dim(0).equals(x.dim(0)) && grid.dim(-1).equals(Expr.of(axes));
        if (!fits || in.type(0).dtype() != in.type(1).dtype()) {
            throw Refusal.shape("gridSample cannot read " + in.type(0).text() + " at " + in.type(1).text()).at("grid", grid.text())
                .why("the grid has the image's batch and dtype, and a place of " + Math.max(2, axes) + " numbers last");
        }
        var out = new ArrayList<>(x.slice(0, 2));
        out.addAll(grid.slice(1, grid.rank() - 1));
        Expr each = new Shape(out).numel();
        Expr neighbours = Expr.of(a.text("mode").equals("nearest") ? 1 : a.text("mode").equals("bicubic") ? 16 : 1L << axes);
        return Operation.taking("gridSample", in, new TensorType(new Shape(out), in.type(0).dtype())).work(Kind.MULTIPLY, each, neighbours).work(Kind.ADD, each, neighbours);
    }

    private static Rule affine(Bindings a, Inputs in) {
        List<Expr> size = a.sizes("size");
        Shape theta = in.shape(0);
        int axes = size.size() - 2;
        Shape wanted = size.isEmpty() ? theta : Shape.of(size.get(0), Expr.of(axes), Expr.of(axes + 1));
        if (axes != 2 && axes != 3 || !theta.equals(wanted)) {
            throw Refusal.shape("affineGrid cannot make a grid for " + new Shape(size).text() + " of " + theta.text()).at("theta", "should be " + wanted.text());
        }
        var out = new ArrayList<Expr>(List.of(size.get(0)));
        out.addAll(size.subList(2, size.size()));
        out.add(Expr.of(axes));
        Expr places = Expr.product(out).normal();
        return Operation.taking("affineGrid", in, new TensorType(new Shape(out), Numeric.checked("affineGrid", in.type(0).dtype(), Numeric.FRACTIONS)))
            .work(Kind.MULTIPLY_ADD, places, Expr.of(axes + 1));
    }

    private static Rule oneHot(Bindings a, Inputs in) {
        Indices.check("oneHot", "tensor", in.type(0).dtype(), DType.INT64);
        Expr classes = a.size("num_classes").equals(Expr.of(-1)) ? a.count() : a.size("num_classes");
        if (Numbers.isNegative(classes.minus(1).normal())) {
            throw Refusal.option("oneHot needs 1 class or more").at("numClasses", classes.text());
        }
        var out = new ArrayList<>(in.shape(0).dims());
        out.add(classes);
        return Operation.taking("oneHot", in, new TensorType(new Shape(out), DType.INT64));
    }

    private static Rule multinomial(Bindings a, Inputs in) {
        Shape x = in.shape(0);
        Numeric.checked("multinomial", in.type(0).dtype(), Numeric.FRACTIONS);
        Expr n = a.size("num_samples");
        if (x.rank() < 1 || x.rank() > 2 || Numbers.isNegative(n.minus(1).normal()) || !a.flag("replacement") && Numbers.isNegative(x.dim(-1).minus(n).normal())) {
            throw Refusal.shape("multinomial cannot draw " + n.text() + " of " + x.text()).at("numSamples", "at most as many as there are").why("replacement(true) draws a place more than once");
        }
        return Operation.taking("multinomial", in, new TensorType(x.with(-1, n), DType.INT64)).work(Kind.RANDOM, x.with(-1, n).numel());
    }

    private static Rule differences(Bindings a, Inputs in) {
        int axis = Axes.there("diff", a.integer("dim"), in);
        Expr size = in.shape(0).dim(axis);
        for (String more : List.of("prepend", "append")) {
            if (a.isTensor(more)) {
                size = size.plus(a.shape(more, in).rank() == in.rank() ? a.shape(more, in).dim(axis) : Expr.ONE).normal();
            }
        }
        Expr n = a.size("n");
        if (Numbers.isNegative(n)) {
            throw Refusal.option("diff takes n of 0 or more").at("n", n.text());
        }
        Expr left = size.minus(n).normal();
        Shape out = in.shape(0).with(axis, Numbers.isNegative(left) ? Expr.ZERO : left);
        return Operation.taking("diff", in, new TensorType(out, in.type(0).dtype())).work(Kind.ADD, out.numel());
    }

    private static Rule covariance(String word, Inputs in) {
        Shape x = in.shape(0);
        if (x.rank() > 2 || in.type(0).dtype() == DType.BOOL) {
            throw Refusal.shape(word + " takes rows of numbers, not " + in.type(0).text()).at("input", in.type(0).text());
        }
        Shape out = x.rank() < 2 || word.equals("corrcoef") && x.dim(0).isOne() && x.rank() < 2 ? new Shape(List.of()) : x.dim(0).isOne() ? new Shape(List.of()) : Shape.of(x.dim(0), x.dim(0));
        Expr rows = x.rank() < 2 ? Expr.ONE : x.dim(0);
        Expr columns = x.rank() == 0 ? Expr.ONE : x.dim(-1);
        return Operation.taking(word, in, new TensorType(out, layerbook.shape.Promotion.fraction(in.type(0).dtype()))).work(Kind.ADD, x.numel()).work(Kind.MULTIPLY_ADD, rows, rows, columns);
    }
}
