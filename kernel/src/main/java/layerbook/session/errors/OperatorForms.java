package layerbook.session.errors;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import layerbook.formula.Expr;
import layerbook.net.Tensor;
import layerbook.session.jshell.DeclaredNames;

/** A statement with Python's operators on tensors and sizes, {@code x + 1}, {@code q[0]}, {@code T * 2}: the same with methods, as Java wants it. */
final class OperatorForms {
    private static final Map<Tree.Kind, String> OF_TENSORS = Map.ofEntries(Map.entry(Tree.Kind.PLUS, "add"), Map.entry(Tree.Kind.MINUS, "sub"),
        Map.entry(Tree.Kind.MULTIPLY, "mul"), Map.entry(Tree.Kind.DIVIDE, "div"), Map.entry(Tree.Kind.REMAINDER, "remainder"), Map.entry(Tree.Kind.LESS_THAN, "lt"),
        Map.entry(Tree.Kind.LESS_THAN_EQUAL, "le"), Map.entry(Tree.Kind.GREATER_THAN, "gt"), Map.entry(Tree.Kind.GREATER_THAN_EQUAL, "ge"),
        Map.entry(Tree.Kind.AND, "logicalAnd"), Map.entry(Tree.Kind.OR, "logicalOr"), Map.entry(Tree.Kind.XOR, "pow"));
    private static final Map<Tree.Kind, String> OF_SIZES = Map.of(Tree.Kind.PLUS, "plus", Tree.Kind.MINUS, "minus", Tree.Kind.MULTIPLY, "times",
        Tree.Kind.DIVIDE, "floorOver", Tree.Kind.REMAINDER, "mod");
    private static final Map<Tree.Kind, Tree.Kind> COMPOUND = Map.of(Tree.Kind.PLUS_ASSIGNMENT, Tree.Kind.PLUS, Tree.Kind.MINUS_ASSIGNMENT, Tree.Kind.MINUS,
        Tree.Kind.MULTIPLY_ASSIGNMENT, Tree.Kind.MULTIPLY, Tree.Kind.DIVIDE_ASSIGNMENT, Tree.Kind.DIVIDE, Tree.Kind.REMAINDER_ASSIGNMENT, Tree.Kind.REMAINDER);
    private static final Map<Tree.Kind, Tree.Kind> TURNED = Map.of(Tree.Kind.LESS_THAN, Tree.Kind.GREATER_THAN, Tree.Kind.GREATER_THAN, Tree.Kind.LESS_THAN,
        Tree.Kind.LESS_THAN_EQUAL, Tree.Kind.GREATER_THAN_EQUAL, Tree.Kind.GREATER_THAN_EQUAL, Tree.Kind.LESS_THAN_EQUAL);
    private static final Set<String> METHODS = Arrays.stream(Tensor.class.getMethods()).map(java.lang.reflect.Method::getName).collect(Collectors.toSet());

    private final JavaTree tree;
    private final GuessedTypes types;
    /** Sizes that an int is to hold. */
    private final Set<ExpressionTree> numbers = new HashSet<>();
    private boolean stuck;

    private OperatorForms(JavaTree tree, DeclaredNames session) {
        this.tree = tree;
        this.types = new GuessedTypes(tree, session);
    }

    /** The statement with methods; none if there is no such operator in it, or one that no method stands for. */
    static Optional<String> rewritten(String statement, DeclaredNames session) {
        return JavaTree.of(statement).flatMap(tree -> {
            var forms = new OperatorForms(tree, session);
            String out = forms.children(tree.unit(), 0, tree.source().length());
            return forms.stuck || out.equals(tree.source()) ? Optional.empty() : Optional.of(out);
        });
    }

    /** The text between two places, with the operators in it put as methods. */
    private String children(Tree parent, int from, int to) {
        List<ExpressionTree> operators = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override public Void visitVariable(VariableTree v, Void nothing) {
                if (v.getType() != null && v.getType().toString().equals("int") && v.getInitializer() != null && isOurs(v.getInitializer())) {
                    numbers.add(v.getInitializer());
                }
                return super.visitVariable(v, nothing);
            }

            @Override public Void scan(Tree t, Void nothing) {
                if (t instanceof ExpressionTree e && t != parent && isOperator(e)) {
                    operators.add(e);
                    return null;
                }
                return super.scan(t, nothing);
            }
        }.scan(parent, null);
        var out = new StringBuilder();
        int at = from;
        for (ExpressionTree e : operators) {
            out.append(tree.source(), at, tree.start(e)).append(method(e)).append(numbers.contains(e) ? ".intValue()" : "");
            at = tree.end(e);
        }
        return out.append(tree.source(), at, to).toString();
    }

    private boolean isOperator(ExpressionTree e) {
        if (e instanceof BinaryTree b) {
            return isOurs(b.getLeftOperand()) && !isText(b.getRightOperand()) || isOurs(b.getRightOperand()) && !isText(b.getLeftOperand());
        } else if (e instanceof UnaryTree u) {
            return isOurs(u.getExpression());
        } else if (e instanceof ArrayAccessTree a) {
            return types.of(a.getExpression()) == Tensor.class;
        }
        return e instanceof CompoundAssignmentTree c && isOurs(c.getVariable());
    }

    private boolean isText(ExpressionTree e) {
        return types.of(e) == String.class;
    }

    private boolean isOurs(ExpressionTree e) {
        Class<?> type = types.of(e);
        return type == Tensor.class || type != null && Expr.class.isAssignableFrom(type);
    }

    private String text(ExpressionTree e) {
        return isOperator(e) ? method(e) : children(e, tree.start(e), tree.end(e));
    }

    /** The text as what a method is called on. */
    private String receiver(ExpressionTree e) {
        ExpressionTree bare = e instanceof ParenthesizedTree p && (isOperator(p.getExpression()) || p.getExpression() instanceof AssignmentTree) ? p.getExpression() : e;
        boolean whole = isOperator(bare) || bare.getKind() == Tree.Kind.IDENTIFIER || bare.getKind() == Tree.Kind.METHOD_INVOCATION || bare.getKind() == Tree.Kind.MEMBER_SELECT
            || bare.getKind() == Tree.Kind.PARENTHESIZED;
        return whole ? text(bare) : "(" + text(bare) + ")";
    }

    /** The text as an argument: brackets around it say nothing there. */
    private String argument(ExpressionTree e) {
        return e instanceof ParenthesizedTree p ? argument(p.getExpression()) : text(e);
    }

    private String method(ExpressionTree e) {
        if (e instanceof BinaryTree b) {
            return binary(b.getKind(), b.getLeftOperand(), b.getRightOperand());
        } else if (e instanceof ArrayAccessTree a) {
            return receiver(a.getExpression()) + ".select(0, " + argument(a.getIndex()) + ")";
        } else if (e instanceof CompoundAssignmentTree c) {
            return text(c.getVariable()) + " = " + binary(COMPOUND.get(c.getKind()), c.getVariable(), c.getExpression());
        }
        return unary((UnaryTree) e);
    }

    private String unary(UnaryTree u) {
        boolean tensor = types.of(u.getExpression()) == Tensor.class;
        String x = receiver(u.getExpression());
        return switch (u.getKind()) {
            case UNARY_PLUS -> x;
            case UNARY_MINUS -> x + (tensor ? ".neg()" : ".negated()");
            case LOGICAL_COMPLEMENT, BITWISE_COMPLEMENT -> tensor && METHODS.contains("logicalNot") ? x + ".logicalNot()" : stuck(u);
            case POSTFIX_INCREMENT, PREFIX_INCREMENT -> x + " = " + x + (tensor ? ".add(1)" : ".plus(1)");
            case POSTFIX_DECREMENT, PREFIX_DECREMENT -> x + " = " + x + (tensor ? ".sub(1)" : ".minus(1)");
            default -> stuck(u);
        };
    }

    private String binary(Tree.Kind kind, ExpressionTree left, ExpressionTree right) {
        boolean tensors = types.of(left) == Tensor.class || types.of(right) == Tensor.class;
        String word = tensors ? OF_TENSORS.get(kind) : kind == null ? null : OF_SIZES.get(kind);
        if (word == null || tensors && !METHODS.contains(word)) {
            return stuck(left);
        } else if (isOurs(left) && (!tensors || types.of(left) == Tensor.class)) {
            return receiver(left) + "." + word + "(" + argument(right) + ")";
        }
        return tensors ? behindANumber(kind, word, argument(left), receiver(right)) : behindANumberOfSizes(kind, word, argument(left), receiver(right));
    }

    /** {@code 1 - x}: a tensor behind a number. */
    private String behindANumber(Tree.Kind kind, String word, String number, String x) {
        return switch (kind) {
            case PLUS, MULTIPLY, AND, OR -> x + "." + word + "(" + number + ")";
            case MINUS -> METHODS.contains("rsub") ? x + ".rsub(" + number + ")" : x + ".neg().add(" + number + ")";
            case DIVIDE -> x + ".reciprocal()" + (number.matches("1(\\.0*)?") ? "" : ".mul(" + number + ")");
            case LESS_THAN, LESS_THAN_EQUAL, GREATER_THAN, GREATER_THAN_EQUAL -> x + "." + OF_TENSORS.get(TURNED.get(kind)) + "(" + number + ")";
            default -> stuck(null);
        };
    }

    private String behindANumberOfSizes(Tree.Kind kind, String word, String number, String size) {
        return switch (kind) {
            case PLUS, MULTIPLY -> size + "." + word + "(" + number + ")";
            case MINUS -> size + ".negated().plus(" + number + ")";
            default -> "Expr.of(" + number + ")." + word + "(" + size + ")";
        };
    }

    private String stuck(Tree tree) {
        stuck = true;
        return tree == null ? "" : this.tree.text(tree);
    }
}
