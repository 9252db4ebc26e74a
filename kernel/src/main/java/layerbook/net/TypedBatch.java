package layerbook.net;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import layerbook.formula.Expr;
import layerbook.layer.Applied;
import layerbook.layer.Arguments;
import layerbook.layer.Inputs;
import layerbook.layer.Layer;
import layerbook.layer.Letters;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/**
 * Whoever comes from PyTorch types the size of the batch, too: {@code input(1, 3, 32, 32)} is N×1×3×32×32. Of four sizes and more, where the layer would
 * take the input without the first, that is what was meant; of three the first may as well be the channels of an image.
 */
final class TypedBatch {
    private static final int LEAST_AXES = 5;

    private TypedBatch() {}

    /** The refusal with the input as it is typed here; as it is where no batch was typed. */
    static Refusal mended(Refusal refusal, Layer layer, List<Tensor> inputs) {
        if (inputs.size() != 1) {
            return refusal;
        }
        Tensor in = inputs.get(0);
        List<Expr> dims = in.shape().dims();
        if (in.isLoose() || in.call().what() != Call.What.INPUT || dims.size() < LEAST_AXES || !dims.get(0).equals(Letters.N)
            || !dims.stream().skip(1).allMatch(size -> size instanceof Expr.Num)) {
            return refusal;
        }
        var meant = new ArrayList<>(dims);
        meant.remove(1);
        try {
            Applied.of(layer, Inputs.of(new TensorType(new Shape(meant), in.type().dtype())));
        } catch (Refusal | ArithmeticException doesNotFit) {
            return refusal;
        }
        boolean current = in.call().equals(in.book().graph().lastInput());
        String sizes = (current ? "input(" : "tensor(") + meant.stream().skip(1).map(size -> Arguments.literal(((Expr.Num) size).value())).collect(Collectors.joining(", ")) + ")";
        return refusal.detail("", "N stands for the size of the batch already; the " + dims.get(1).text() + " is taken for the channels").fix(current ? sizes : sizes + ".then(" + layer.codeText() + ")");
    }
}
