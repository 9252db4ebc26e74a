package layerbook.lesson;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Layer;
import layerbook.net.Call;
import layerbook.net.Tensor;

/**
 * How much of the picture one number of an output has seen along an axis.
 *
 * @param field so many points of the input, or null if that is not known
 * @param jump so many points of the input lie between two neighbours of the output, or null
 * @param whole whether it has seen all there is, as behind a flatten or a global pooling
 */
record Reach(BigInteger field, BigInteger jump, boolean whole) {
    static final Reach POINT = new Reach(BigInteger.ONE, BigInteger.ONE, false);
    private static final Reach ALL = new Reach(null, null, true);
    private static final Reach UNKNOWN = new Reach(null, null, false);
    private static final List<String> SPREADING = List.of("linear", "flatten", "view", "reshape", "multiheadAttention", "lstm", "gru", "rnn");
    private static final List<String> POINTWISE = List.of("instanceNorm1d", "instanceNorm2d", "instanceNorm3d", "groupNorm", "layerNorm");

    /** What each call has seen, behind inputs of so many axes; only the first of the axes that windows move along. */
    static Map<Call, Reach> of(List<Call> calls) {
        Map<Integer, Reach> known = new HashMap<>();
        Map<Call, Reach> out = new HashMap<>();
        for (Call call : calls) {
            Reach before = POINT;
            boolean first = true;
            for (Tensor t : call.inputs()) {
                Reach r = known.getOrDefault(t.call().index(), POINT);
                before = first ? r : before.joined(r);
                first = false;
            }
            Reach reach = call.inputs().isEmpty() ? POINT : before.through(call);
            known.put(call.index(), reach);
            out.put(call, reach);
        }
        return out;
    }

    private Reach joined(Reach other) {
        if (whole || other.whole) {
            return ALL;
        }
        return field == null || other.field == null || !jump.equals(other.jump) ? UNKNOWN : new Reach(field.max(other.field), jump, false);
    }

    private Reach through(Call call) {
        if (whole) {
            return this;
        }
        Layer layer = call.layer();
        Window window = Window.of(layer);
        if (window != null) {
            return field == null || !window.isKnown() ? UNKNOWN : new Reach(field.add(window.span().subtract(BigInteger.ONE).multiply(jump)), jump.multiply(window.stride().exact()), false);
        }
        String name = layer.factoryName();
        if (SPREADING.contains(name) || name.startsWith("adaptive") || name.startsWith("transformer")) {
            return ALL;
        }
        boolean sameSizes = call.inputs().stream().anyMatch(t -> t.shape().rank() == call.outputs().get(0).shape().rank() && rest(t.shape().dims()).equals(rest(call.outputs().get(0).shape().dims())));
        return sameSizes || POINTWISE.contains(name) ? this : UNKNOWN;
    }

    /** The sizes behind batch and channels. */
    private static List<Expr> rest(List<Expr> dims) {
        return dims.size() <= 2 ? List.of() : dims.subList(2, dims.size());
    }

    /** The window of a layer along its first axis. */
    record Window(Expr kernel, Expr stride, Expr dilation, Expr padding, String paddingWord) {
        /** The window of a convolution or pooling; null for layers that have none. */
        static Window of(Layer layer) {
            if (!(layer instanceof BuiltIn b) || !b.args().has("kernelSize") || layer.factoryName().startsWith("convTranspose") || layer.factoryName().contains("npool")
                    || layer.factoryName().equals("fold") || layer.factoryName().startsWith("fractional")) {
                return null;
            }
            Arguments a = b.args();
            Expr kernel = first(a, "kernelSize");
            return new Window(kernel, a.has("stride") ? first(a, "stride") : kernel, has(a, "dilation") ? first(a, "dilation") : Expr.ONE,
                has(a, "padding") && !a.isText("padding") ? first(a, "padding") : Expr.ZERO, has(a, "padding") && a.isText("padding") ? a.text("padding") : null);
        }

        private static boolean has(Arguments a, String name) {
            return a.signature().parameter(name).isPresent() && a.has(name);
        }

        private static Expr first(Arguments a, String name) {
            return a.sizes(name).get(0);
        }

        boolean isKnown() {
            return kernel instanceof Expr.Num && stride instanceof Expr.Num && dilation instanceof Expr.Num;
        }

        /** From the first point of the window to the last. */
        BigInteger span() {
            return dilation.exact().multiply(kernel.exact().subtract(BigInteger.ONE)).add(BigInteger.ONE);
        }
    }
}
