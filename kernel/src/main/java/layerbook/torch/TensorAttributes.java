package layerbook.torch;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import layerbook.python.Errors;
import layerbook.python.Operators;
import layerbook.python.Special;

/** The attributes of a tensor that are no methods. */
final class TensorAttributes {
    private TensorAttributes() {}

    static Object get(TensorObject x, String name) {
        switch (name) {
            case "shape": return SizeTuple.of(x.shape());
            case "dtype": return DTypes.of(x.dtype());
            case "device": return Device.CPU;
            case "ndim": return (long) x.shape().rank();
            case "data": return x.alias();
            case "requires_grad": return x.requiresGrad();
            case "grad", "grad_fn": return Special.NONE;
            case "is_leaf": return true;
            case "is_cuda", "is_sparse", "is_quantized", "is_meta", "is_mps", "is_nested": return false;
            case "T", "mT", "H", "mH": return transposed(x, name);
            case "layout": return "torch.strided";
            case "itemsize": return (long) x.dtype().bytes();
            case "nbytes": return SymbolicSize.of(x.shape().numel().times(x.dtype().bytes()));
            default: return null;
        }
    }

    /** {@code x.T} turns all axes round, {@code x.mT} the last two. */
    private static Object transposed(TensorObject x, String name) {
        int rank = x.shape().rank();
        if (name.startsWith("m")) {
            return Applied.operation("transpose", List.of(x, -2L, -1L), Map.of());
        }
        if (rank < 2) {
            return x;
        }
        List<Long> order = IntStream.range(0, rank).mapToObj(i -> (long) rank - 1 - i).toList();
        return Applied.operation("permute", List.of(x, layerbook.python.PyTuple.of(order.toArray())), Map.of());
    }

    /** Whether it was one of these. */
    static boolean set(TensorObject x, String name, Object value) {
        switch (name) {
            case "requires_grad":
                x.requiresGrad(Operators.truth(value));
                return true;
            case "grad":
                return true;
            case "data":
                data(x, value);
                return true;
            default:
                return false;
        }
    }

    private static void data(TensorObject x, Object value) {
        if (!(value instanceof TensorObject other)) {
            throw Errors.type("Variable data has to be a tensor");
        }
        if (x.isParameter() || x.isBuffer()) {
            if (!x.shape().equals(other.shape())) {
                throw new layerbook.python.Refused(layerbook.shape.Refusal.shape("data of other sizes cannot be put into this weight")
                    .why("it is " + x.shape().text() + ", the data " + other.shape().text()));
            }
            x.written(other.knownValues());
        } else {
            x.become(other.tensor());
            x.written(other.knownValues());
        }
    }
}
