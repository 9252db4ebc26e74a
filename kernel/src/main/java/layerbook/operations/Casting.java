package layerbook.operations;

import static layerbook.operations.Operator.Place.METHOD;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import layerbook.layer.Inputs;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
import layerbook.shape.DType;
import layerbook.shape.TensorType;

/** The same numbers in another type. */
final class Casting {
    private static final Map<String, DType> WORDS = new java.util.TreeMap<>(Map.ofEntries(Map.entry("float", DType.FLOAT32), Map.entry("double", DType.FLOAT64),
        Map.entry("half", DType.FLOAT16), Map.entry("bfloat16", DType.BFLOAT16), Map.entry("long", DType.INT64), Map.entry("int", DType.INT32), Map.entry("short", DType.INT16),
        Map.entry("char", DType.INT8), Map.entry("byte", DType.UINT8), Map.entry("bool", DType.BOOL), Map.entry("cfloat", DType.COMPLEX64),
        Map.entry("cdouble", DType.COMPLEX128), Map.entry("chalf", DType.COMPLEX32)));

    static final List<Operator> OPERATORS = operators();

    private Casting() {}

    private static List<Operator> operators() {
        var out = new ArrayList<Operator>();
        out.add(Operator.of("to", "The same numbers in another type: to(FLOAT16).")
            .takes("(Tensor input, dtype dtype, bool non_blocking=False, bool copy=False, *, any? memory_format=None)",
                "(Tensor input, Tensor other, bool non_blocking=False, bool copy=False)",
                "(Tensor input, any? device=None, dtype? dtype=None, bool non_blocking=False, bool copy=False, *, any? memory_format=None)")
            .in(METHOD).rule((a, in) -> cast("to", in, a.has("dtype") ? a.dtype("dtype") : a.isTensor("other") ? a.type("other", in).dtype() : in.type(0).dtype())));
        out.add(Operator.of("type_as", "The same numbers in the type of another tensor.").takes("(Tensor input, Tensor other)").in(METHOD)
            .rule((a, in) -> cast("typeAs", in, in.type(1).dtype())));
        WORDS.forEach((word, dtype) -> out.add(Operator.of(word, "The same numbers as " + dtype.torchName() + ".").takes("(Tensor input, *, any? memory_format=None)").in(METHOD)
            .composed((a, t) -> Applying.call(t.get(0), "to", dtype))));
        return out;
    }

    private static Rule cast(String word, Inputs in, DType to) {
        Rule rule = Rule.of(word).takes(Letters.ANY).anything();
        if (in.count() > 1) {
            rule.takes(in.shape(1).dims().toArray(layerbook.formula.Expr[]::new)).anything();
        }
        rule.gives(new TensorType(in.shape(0), to, in.type(0).strides()));
        return rule.keepsNothing().when(to == in.type(0).dtype(), r -> r.viewOf(0));
    }
}
