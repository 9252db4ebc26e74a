package layerbook.count;

import java.util.Collections;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Arguments;
import layerbook.operations.Bindings;
import layerbook.shape.Sizes;

/**
 * A convolution as DeepSpeed reads its arguments, be it a module or a function.
 *
 * @param weight the sizes of its weight
 * @param transposed whether it is a transposed one
 * @param padded whether the input is padded before, because the padding is not zeros
 * @param padding on each axis; null for "same"
 */
record Window(List<Expr> weight, Expr groups, boolean bias, boolean transposed, boolean padded, List<Expr> stride, List<Expr> padding, List<Expr> dilation) {
    static Window of(Site s) {
        return s.module() ? module(s) : function(s);
    }

    private static Window module(Site s) {
        Arguments a = Tool.args(s);
        List<Expr> weight = s.applied().weights().get(0).dims();
        int axes = weight.size() - 2;
        boolean transposed = Tool.transposed(s);
        List<Expr> padding = !a.isText("padding") ? a.size("padding", axes) : a.text("padding").equals("same") ? null : Collections.nCopies(axes, Expr.ZERO);
        return new Window(weight, a.number("groups"), a.flag("bias"), transposed, !transposed && !a.text("paddingMode").equals("zeros"), a.size("stride", axes), padding, a.size("dilation", axes));
    }

    private static Window function(Site s) {
        Bindings a = Tool.arguments(s);
        List<Expr> weight = s.applied().inputs().shape(1).dims();
        int axes = weight.size() - 2;
        List<Expr> padding = a.get("padding") instanceof String word ? word.equals("same") ? null : Collections.nCopies(axes, Expr.ZERO) : each(a.sizes("padding"), axes);
        return new Window(weight, a.size("groups"), a.isTensor("bias"), a.schema().argument("output_padding").isPresent(), false, each(a.sizes("stride"), axes), padding, each(a.sizes("dilation"), axes));
    }

    private static List<Expr> each(List<Expr> sizes, int axes) {
        return sizes.size() == 1 ? Collections.nCopies(axes, sizes.get(0)) : sizes;
    }

    /** The forward size, also for transposed ones; "same" pads d·(k − 1) // 2 on both sides. */
    Expr size(int axis, Expr in) {
        Expr k = weight.get(axis + 2);
        Expr d = dilation.get(axis);
        Expr p = padding != null ? padding.get(axis) : d.times(k.minus(1)).floorOver(Expr.of(2)).normal();
        return Sizes.windows(in, p, d, k, stride.get(axis));
    }
}
