package layerbook.torch;

import java.util.List;
import java.util.Map;
import layerbook.python.Errors;
import layerbook.python.Iteration;
import layerbook.python.Numbers;
import layerbook.python.Operators;
import layerbook.python.PyBuiltin;
import layerbook.python.PyModule;
import layerbook.python.PyObject;
import layerbook.python.Special;
import layerbook.python.Types;
import layerbook.python.Unread;
import layerbook.shape.DType;
import layerbook.syntax.BinaryOperator;

/** {@code numpy} as code around networks uses it: on numbers and tuples; arrays are small tensors that carry their numbers. */
final class NumpyModule extends PyModule {
    NumpyModule() {
        super("numpy");
    }

    @Override protected Object make(String key) {
        switch (key) {
            case "pi": return Math.PI;
            case "e": return Math.E;
            case "inf", "Inf": return Double.POSITIVE_INFINITY;
            case "nan": return Double.NaN;
            case "newaxis": return Special.NONE;
            case "float32", "float64", "float16": return DTypes.of(DTypes.named(key));
            case "int64", "int32", "uint8", "int8": return DTypes.of(DTypes.named(key));
            case "ndarray": return TensorObject.TYPE;
            case "prod": return new PyBuiltin(key, a -> folded(a.at(0), BinaryOperator.MUL, 1L));
            case "sum": return new PyBuiltin(key, a -> folded(a.at(0), BinaryOperator.ADD, 0L));
            case "sqrt": return number(key, Math::sqrt);
            case "log": return number(key, Math::log);
            case "log2": return number(key, x -> Math.log(x) / Math.log(2));
            case "log10": return number(key, Math::log10);
            case "exp": return number(key, Math::exp);
            case "sin": return number(key, Math::sin);
            case "cos": return number(key, Math::cos);
            case "floor": return number(key, Math::floor);
            case "ceil": return number(key, Math::ceil);
            case "round", "rint": return number(key, Math::rint);
            case "abs", "absolute": return number(key, Math::abs);
            case "max", "amax", "min", "amin": return new PyBuiltin(key, a -> extreme(a.at(0), key.endsWith("max")));
            case "array", "asarray": return new PyBuiltin(key, a -> array(a.at(0)));
            case "arange", "linspace", "zeros", "ones", "eye", "full", "empty": return new PyBuiltin(key, a -> doubled(Creation.call(key, a)));
            case "cumsum": return new PyBuiltin(key, a -> Applied.operation("cumsum", List.of(array(a.at(0)), 0L), Map.of()));
            default: return key.startsWith("__") ? null : new Unread("numpy." + key, "this part of numpy is not computed");
        }
    }

    private static Object array(Object data) {
        return doubled(Creation.tensor(data, null));
    }

    private static Object doubled(Object made) {
        return made instanceof TensorObject t && t.dtype() == DType.FLOAT32 ? TensorMethods.cast(t, DType.FLOAT64) : made;
    }

    private static PyBuiltin number(String name, java.util.function.DoubleUnaryOperator f) {
        return new PyBuiltin(name, a -> {
            Object x = a.at(0);
            if (x instanceof TensorObject t) {
                return Applied.operation(name.equals("absolute") ? "abs" : name, List.of(t), Map.of());
            }
            if (!Numbers.isNumber(x)) {
                throw Errors.type("numpy." + name + " takes a number here, not " + Types.of(x).name());
            }
            return f.applyAsDouble(Numbers.toDouble(x));
        });
    }

    private static Object folded(Object values, BinaryOperator op, Object start) {
        if (values instanceof TensorObject t) {
            return ((TensorObject) Applied.operation(op == BinaryOperator.MUL ? "prod" : "sum", List.of(t), Map.of())).item();
        }
        if (!(values instanceof PyObject)) {
            return values;
        }
        Object result = start;
        for (Object v : Iteration.list(values).elements()) {
            result = Operators.binary(op, result, v);
        }
        return result;
    }

    private static Object extreme(Object values, boolean most) {
        Object best = null;
        for (Object v : Iteration.list(values).elements()) {
            boolean better = best == null || Operators.truth(Operators.compare(most ? layerbook.syntax.Comparison.GREATER : layerbook.syntax.Comparison.LESS, v, best));
            best = better ? v : best;
        }
        return best;
    }
}
