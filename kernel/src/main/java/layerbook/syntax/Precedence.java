package layerbook.syntax;

/** How strongly the binary operators bind. */
final class Precedence {
    private Precedence() {
    }

    /** The operator of a sign, without {@code **}, which binds to the right and is read apart; null for another sign. */
    static BinaryOperator operator(String sign) {
        return switch (sign) {
            case "|" -> BinaryOperator.BIT_OR;
            case "^" -> BinaryOperator.BIT_XOR;
            case "&" -> BinaryOperator.BIT_AND;
            case "<<" -> BinaryOperator.LEFT_SHIFT;
            case ">>" -> BinaryOperator.RIGHT_SHIFT;
            case "+" -> BinaryOperator.ADD;
            case "-" -> BinaryOperator.SUB;
            case "*" -> BinaryOperator.MUL;
            case "/" -> BinaryOperator.DIV;
            case "//" -> BinaryOperator.FLOOR_DIV;
            case "%" -> BinaryOperator.MOD;
            case "@" -> BinaryOperator.MATMUL;
            default -> null;
        };
    }

    /** From 0, the weakest. */
    static int level(BinaryOperator operator) {
        return switch (operator) {
            case BIT_OR -> 0;
            case BIT_XOR -> 1;
            case BIT_AND -> 2;
            case LEFT_SHIFT, RIGHT_SHIFT -> 3;
            case ADD, SUB -> 4;
            case MUL, DIV, FLOOR_DIV, MOD, MATMUL -> 5;
            case POW -> 6;
        };
    }

    /** The operator of an augmented assignment such as {@code +=}; null for another sign. */
    static BinaryOperator augmented(String sign) {
        if (sign.length() < 2 || !sign.endsWith("=")) {
            return null;
        }
        String operator = sign.substring(0, sign.length() - 1);
        return operator.equals("**") ? BinaryOperator.POW : operator(operator);
    }
}
