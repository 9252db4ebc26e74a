package layerbook.operations;

import static layerbook.operations.Operator.Place.METHOD;
import static layerbook.operations.Operator.Place.TORCH;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
import layerbook.net.Tensor;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** Operations whose output has as many numbers as the values say: the size is a letter of its own, never a number. */
final class DataDependent {
    static final List<Operator> OPERATORS = List.of(
        Operator.of("masked_select", "The numbers where the mask, broadcast, holds; how many, only the values tell.").takes("(Tensor input, Tensor mask)").in(METHOD, TORCH)
            .unknown("places where the mask holds", a -> true).rule((a, in) -> {
                if (in.type(1).dtype() != DType.BOOL && in.type(1).dtype() != DType.UINT8) {
                    Blending.checkMask("maskedSelect", "mask", in.type(1).dtype());
                }
                Broadcasting.shape("maskedSelect", in);
                return Operation.taking("maskedSelect", in, new TensorType(Shape.of(a.count()), in.type(0).dtype()));
            }).keeps(k -> k.input(1)),
        Operator.of("nonzero", "The places of all numbers that are not zero, one row each; how many, only the values tell.")
            .takes("(Tensor input, *, bool as_tuple=False)").in(METHOD, TORCH).alias("argwhere").unknown("numbers that are not zero", a -> true).rule(DataDependent::places).keepsNothing(),
        Operator.of("unique", "The different numbers; how many, only the values tell.")
            .takes("(Tensor input, bool sorted=True, bool return_inverse=False, bool return_counts=False, int? dim=None)").in(METHOD, TORCH)
            .unknown("different numbers", a -> true).rule((a, in) -> unique("unique", a, in)).keepsNothing(),
        Operator.of("unique_consecutive", "The numbers that differ from the one before; how many, only the values tell.")
            .takes("(Tensor input, bool return_inverse=False, bool return_counts=False, int? dim=None)").in(METHOD, TORCH)
            .unknown("numbers that differ from the one before", a -> true).rule((a, in) -> unique("uniqueConsecutive", a, in)).keepsNothing(),
        Operator.of("bincount", "How often each whole number occurs; how many there are, only the values tell.").takes("(Tensor input, Tensor? weights=None, int minlength=0)")
            .in(METHOD, TORCH).unknown("the largest number plus 1", a -> true).rule((a, in) -> {
                DType dtype = in.type(0).dtype();
                if (in.rank() != 1 || !Numeric.WHOLES.contains(dtype.family())) {
                    throw Refusal.shape("bincount takes a vector of whole numbers, not " + in.type(0).text()).at("input", in.type(0).text());
                }
                Expr count = Expr.max(a.count(), a.size("minlength")).normal();
                DType out = !a.isTensor("weights") ? DType.INT64 : a.type("weights", in).dtype() == DType.FLOAT32 ? DType.FLOAT32 : DType.FLOAT64;
                return Operation.taking("bincount", in, new TensorType(Shape.of(a.size("minlength").isZero() ? a.count() : count), out));
            }).keepsNothing());

    private DataDependent() {}

    private static Rule places(Bindings a, Inputs in) {
        Rule rule = Operation.taking("nonzero", in, null);
        if (a.flag("as_tuple")) {
            for (int i = 0; i < Math.max(1, in.rank()); i++) {
                rule.gives(new TensorType(Shape.of(a.count()), DType.INT64));
            }
            return rule;
        }
        return rule.gives(new TensorType(Shape.of(a.count(), Expr.of(in.rank())), DType.INT64)).work(Kind.COMPARE, in.shape(0).numel());
    }

    private static Rule unique(String word, Bindings a, Inputs in) {
        Numeric.checked(word, in.type(0).dtype(), Numeric.NOT_COMPLEX);
        Shape x = in.shape(0);
        Shape out = a.has("dim") ? x.with(Axes.there(word, a.integer("dim"), in), a.count()) : Shape.of(a.count());
        Rule rule = Operation.taking(word, in, new TensorType(out, in.type(0).dtype()));
        if (a.flag("return_inverse")) {
            rule.gives(new TensorType(a.has("dim") ? Shape.of(x.dim(Axes.index(a.integer("dim"), in.rank(), word))) : x, DType.INT64));
        }
        return rule.when(a.flag("return_counts"), r -> r.gives(new TensorType(Shape.of(a.count()), DType.INT64)));
    }
}
