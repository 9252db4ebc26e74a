package layerbook.python;

import layerbook.syntax.BinaryOperator;
import layerbook.syntax.Comparison;
import layerbook.syntax.UnaryOperator;

/** The names of the methods behind operators. */
final class Specials {
    private static final String[] BINARY = {"add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and", "or", "xor"};
    private static final String[] PLAIN = new String[BINARY.length];
    private static final String[] REFLECTED = new String[BINARY.length];
    private static final String[] IN_PLACE = new String[BINARY.length];

    static {
        for (int i = 0; i < BINARY.length; i++) {
            PLAIN[i] = "__" + BINARY[i] + "__";
            REFLECTED[i] = "__r" + BINARY[i] + "__";
            IN_PLACE[i] = "__i" + BINARY[i] + "__";
        }
    }

    private Specials() {}

    static String of(BinaryOperator op) {
        return PLAIN[op.ordinal()];
    }

    static String reflected(BinaryOperator op) {
        return REFLECTED[op.ordinal()];
    }

    static String inPlace(BinaryOperator op) {
        return IN_PLACE[op.ordinal()];
    }

    static String of(UnaryOperator op) {
        return op == UnaryOperator.NEGATIVE ? "__neg__" : op == UnaryOperator.POSITIVE ? "__pos__" : "__invert__";
    }

    static String of(Comparison op) {
        switch (op) {
            case LESS: return "__lt__";
            case LESS_EQUAL: return "__le__";
            case GREATER: return "__gt__";
            case GREATER_EQUAL: return "__ge__";
            case EQUAL: return "__eq__";
            case NOT_EQUAL: return "__ne__";
            default: throw new IllegalArgumentException(op.sign());
        }
    }

    /** The operator whose special method has the name, or null. */
    static BinaryOperator binary(String name) {
        return at(PLAIN, name);
    }

    static BinaryOperator reflectedBinary(String name) {
        return at(REFLECTED, name);
    }

    private static BinaryOperator at(String[] names, String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return BinaryOperator.values()[i];
            }
        }
        return null;
    }

    static Comparison comparison(String name) {
        switch (name) {
            case "__lt__": return Comparison.LESS;
            case "__le__": return Comparison.LESS_EQUAL;
            case "__gt__": return Comparison.GREATER;
            case "__ge__": return Comparison.GREATER_EQUAL;
            case "__eq__": return Comparison.EQUAL;
            case "__ne__": return Comparison.NOT_EQUAL;
            default: return null;
        }
    }
}
