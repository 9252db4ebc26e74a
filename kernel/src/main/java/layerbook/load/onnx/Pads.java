package layerbook.load.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.net.Tensor;

/**
 * The padding of a window: before and after each axis. PyTorch's layers pad both sides alike; where a file does not, a {@code pad} stands in front.
 *
 * @param before for each axis of the window
 * @param after likewise
 */
record Pads(List<Long> before, List<Long> after) {
    /** As the node says it: {@code pads}, or {@code auto_pad} which follows from the input's sizes. */
    static Pads of(OnnxNode node, List<Expr> sizes, List<Long> kernel, List<Long> strides, List<Long> dilations) {
        int axes = kernel.size();
        String auto = node.text("auto_pad", "NOTSET");
        if (auto.startsWith("SAME")) {
            return same(node, sizes, kernel, strides, dilations, auto.equals("SAME_UPPER"));
        }
        List<Long> pads = node.numbers("pads");
        if (pads == null || pads.size() != 2 * axes || auto.equals("VALID")) {
            return new Pads(Collections.nCopies(axes, 0L), Collections.nCopies(axes, 0L));
        }
        return new Pads(pads.subList(0, axes), pads.subList(axes, 2 * axes));
    }

    private static Pads same(OnnxNode node, List<Expr> sizes, List<Long> kernel, List<Long> strides, List<Long> dilations, boolean upper) {
        var before = new ArrayList<Long>();
        var after = new ArrayList<Long>();
        for (int i = 0; i < kernel.size(); i++) {
            long reach = dilations.get(i) * (kernel.get(i) - 1) + 1;
            long total;
            if (strides.get(i) == 1) {
                total = reach - 1;
            } else if (sizes.get(i).isNumber()) {
                long size = sizes.get(i).exact().longValueExact();
                total = Math.max(0, ((size + strides.get(i) - 1) / strides.get(i) - 1) * strides.get(i) + reach - size);
            } else {
                throw GraphRun.refused(node, "pads so that " + sizes.get(i).text() + " becomes a stride's share of it, which depends on that size");
            }
            before.add(upper ? total / 2 : total - total / 2);
            after.add(upper ? total - total / 2 : total / 2);
        }
        return new Pads(before, after);
    }

    boolean isSymmetric() {
        return before.equals(after);
    }

    /** What the layer itself pads. */
    List<Long> inLayer() {
        return isSymmetric() ? before : Collections.nCopies(before.size(), 0L);
    }

    /** The input, padded in front of the layer where the sides differ. */
    Tensor padded(Tensor x) {
        if (isSymmetric()) {
            return x;
        }
        var lastFirst = new ArrayList<Long>();
        for (int i = before.size() - 1; i >= 0; i--) {
            lastFirst.add(before.get(i));
            lastFirst.add(after.get(i));
        }
        return Ops.of("pad", x, lastFirst);
    }
}
