package layerbook.net;

import layerbook.formula.Expr;
import layerbook.layer.Applied;
import layerbook.layer.BuiltIn;
import layerbook.layer.Letters;
import layerbook.shape.Shape;

/** Says where the batch size N lands on an axis that a layer takes for the length, as recurrent and attention layers do without batchFirst. */
final class BatchAxis {
    private BatchAxis() {}

    static void warn(NetworkBuilder book, Applied a) {
        if (!(a.layer() instanceof BuiltIn layer) || layer.args().signature().parameter("batchFirst").isEmpty() || layer.args().flag("batchFirst")) {
            return;
        }
        Shape x = a.inputs().shape(0);
        if (x.rank() == 3 && isBatch(x.dim(0)) && !isBatch(x.dim(1))) {
            book.warn("N lands on the length: " + layer.codeText() + " takes " + x.text() + " as length×batch×features; batchFirst(true) takes the batch first");
        } else if (x.rank() == 2 && isBatch(x.dim(0))) {
            book.warn("N lands on the length: " + layer.codeText() + " takes " + x.text() + " as length×features, one example without a batch");
        }
    }

    private static boolean isBatch(Expr size) {
        return size.equals(Letters.N);
    }
}
