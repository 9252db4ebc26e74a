package layerbook.torch;

import java.util.List;
import java.util.Map;
import layerbook.python.Numbers;
import layerbook.python.PyBoxed;
import layerbook.python.Special;
import layerbook.syntax.BinaryOperator;
import layerbook.syntax.Comparison;

/** {@code x + y} and {@code x < y} on tensors, as PyTorch's methods of their names. */
final class Arithmetic {
    private Arithmetic() {}

    private static boolean fits(Object other) {
        return other instanceof TensorObject || other instanceof SymbolicSize || Numbers.isNumber(other) || other instanceof Boolean
            || other instanceof PyBoxed b && Numbers.isNumber(b.boxed());
    }

    static Object binary(BinaryOperator op, TensorObject self, Object other, boolean reflected) {
        if (!fits(other)) {
            return Special.NOT_IMPLEMENTED;
        }
        boolean swap = reflected && other instanceof TensorObject;
        Object a = swap ? other : self;
        Object b = swap ? self : other;
        boolean left = reflected && !swap;
        switch (op) {
            case ADD: return two("add", a, b);
            case MUL: return two("mul", a, b);
            case SUB: return left ? reversed(self, other) : two("sub", a, b);
            case DIV: return left ? two("mul", Applied.operation("reciprocal", List.of(self), Map.of()), other) : two("div", a, b);
            case FLOOR_DIV: return left ? Special.NOT_IMPLEMENTED : two("floor_divide", a, b);
            case MOD: return left ? Special.NOT_IMPLEMENTED : two("remainder", a, b);
            case POW: return left ? Applied.powerOf(other, self) : two("pow", a, b);
            case MATMUL: return other instanceof TensorObject ? two("matmul", a, b) : Special.NOT_IMPLEMENTED;
            case BIT_AND: return two("bitwise_and", a, b);
            case BIT_OR: return two("bitwise_or", a, b);
            case BIT_XOR: return two("bitwise_xor", a, b);
            default: return Special.NOT_IMPLEMENTED;
        }
    }

    private static Object two(String name, Object a, Object b) {
        return Applied.operation(name, List.of(a, b), Map.of());
    }

    /** {@code 1 - x}, which PyTorch computes as one operation. */
    private static Object reversed(TensorObject self, Object number) {
        TensorObject result = (TensorObject) two("sub", self, number);
        return result.with(Values.of("rsub", self.like(), Applied.like(number), result.like()));
    }

    static Object compare(Comparison op, TensorObject self, Object other) {
        if (!fits(other)) {
            return Special.NOT_IMPLEMENTED;
        }
        return switch (op) {
            case LESS -> two("lt", self, other);
            case LESS_EQUAL -> two("le", self, other);
            case GREATER -> two("gt", self, other);
            case GREATER_EQUAL -> two("ge", self, other);
            case EQUAL -> two("eq", self, other);
            case NOT_EQUAL -> two("ne", self, other);
            default -> Special.NOT_IMPLEMENTED;
        };
    }
}
