package layerbook.session.text;

import java.util.List;

/** What {@link SimpleStatement} can read: numbers, texts, names, calls, and what is reckoned with them. */
public sealed interface SimpleExpression {
    /** Whether a variable of this name stands in it. */
    boolean mentions(String variable);

    /** A number, a text or a truth value, as Java would box it. */
    record Literal(Object value) implements SimpleExpression {
        @Override public boolean mentions(String variable) {
            return false;
        }
    }

    /** A variable, a constant, or the name of a class; {@code System.out} is one, too. */
    record Name(String name) implements SimpleExpression {
        @Override public boolean mentions(String variable) {
            return name.equals(variable);
        }
    }

    /**
     * A call of a method.
     *
     * @param receiver what stands before the dot, or null
     * @param at where its opening bracket is: the compiler notes that line for it
     */
    record Call(SimpleExpression receiver, String name, List<SimpleExpression> arguments, int at) implements SimpleExpression {
        @Override public boolean mentions(String variable) {
            return receiver != null && receiver.mentions(variable) || arguments.stream().anyMatch(a -> a.mentions(variable));
        }
    }

    /** An object made by the constructor without arguments. */
    record New(String type, int at) implements SimpleExpression {
        @Override public boolean mentions(String variable) {
            return false;
        }
    }

    /** Two terms with a sign between them. */
    record Infix(String sign, SimpleExpression left, SimpleExpression right) implements SimpleExpression {
        @Override public boolean mentions(String variable) {
            return left.mentions(variable) || right.mentions(variable);
        }
    }

    /** A term with a sign before it. */
    record Prefix(char sign, SimpleExpression operand) implements SimpleExpression {
        @Override public boolean mentions(String variable) {
            return operand.mentions(variable);
        }
    }
}
