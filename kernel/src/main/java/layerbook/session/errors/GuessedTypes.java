package layerbook.session.errors;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.session.jshell.DeclaredNames;
import layerbook.session.words.Nn;
import layerbook.shape.Shape;

/** The types of expressions in a statement that does not compile, as far as they follow from names and methods: tensors, sizes, numbers; null is unknown. */
final class GuessedTypes {
    private static final Map<String, Class<?>> NAMED = Map.of("Tensor", Tensor.class, "Unit", Unit.class, "Expr", Expr.class, "Shape", Shape.class, "int", int.class,
        "long", long.class, "double", double.class, "String", String.class);

    private final DeclaredNames session;
    private final Map<String, Class<?>> locals = new HashMap<>();

    GuessedTypes(JavaTree tree, DeclaredNames session) {
        this.session = session;
        new TreeScanner<Void, Void>() {
            @Override public Void visitVariable(VariableTree v, Void nothing) {
                Class<?> type = v.getType() == null || v.getType().toString().equals("var") ? of(v.getInitializer()) : NAMED.get(v.getType().toString());
                locals.merge(v.getName().toString(), type == null ? Object.class : type, (a, b) -> a == b ? a : Object.class);
                return super.visitVariable(v, nothing);
            }
        }.scan(tree.unit(), null);
    }

    /** The type; null if it is not known. */
    Class<?> of(ExpressionTree e) {
        if (e instanceof IdentifierTree i) {
            return variable(i.getName().toString());
        } else if (e instanceof MethodInvocationTree m) {
            return called(m);
        } else if (e instanceof ParenthesizedTree p) {
            return of(p.getExpression());
        } else if (e instanceof LiteralTree l) {
            return l.getValue() == null ? null : l.getValue().getClass();
        } else if (e instanceof BinaryTree b) {
            return joined(of(b.getLeftOperand()), of(b.getRightOperand()));
        } else if (e instanceof UnaryTree u) {
            return of(u.getExpression());
        } else if (e instanceof ConditionalExpressionTree c) {
            return of(c.getTrueExpression());
        }
        return e instanceof ArrayAccessTree a && of(a.getExpression()) == Tensor.class ? Tensor.class : null;
    }

    private static Class<?> joined(Class<?> left, Class<?> right) {
        if (left == String.class || right == String.class) {
            return String.class;
        } else if (left == Tensor.class || right == Tensor.class) {
            return Tensor.class;
        }
        return left != null && Expr.class.isAssignableFrom(left) ? left : right;
    }

    private Class<?> variable(String name) {
        if (locals.containsKey(name)) {
            return locals.get(name) == Object.class ? null : locals.get(name);
        }
        Object value = session.valueOf(name);
        if (value != null) {
            return value.getClass();
        }
        return Arrays.stream(Nn.class.getFields()).filter(f -> f.getName().equals(name)).map(Field::getType).findFirst().<Class<?>>map(t -> t).orElse(null);
    }

    private Class<?> called(MethodInvocationTree call) {
        if (call.getMethodSelect() instanceof MemberSelectTree select) {
            Class<?> owner = of(select.getExpression());
            return owner == null ? null : result(owner, select.getIdentifier().toString(), call.getArguments().size());
        }
        return call.getMethodSelect() instanceof IdentifierTree word ? result(Nn.class, word.getName().toString(), call.getArguments().size()) : null;
    }

    /** What all methods of a name with so many parameters give; null if they differ. */
    private static Class<?> result(Class<?> owner, String name, int arguments) {
        List<Class<?>> types = Arrays.stream(owner.getMethods()).filter(m -> m.getName().equals(name) && (m.isVarArgs() || m.getParameterCount() == arguments) && !m.isBridge())
            .<Class<?>>map(Method::getReturnType).distinct().toList();
        return types.size() == 1 ? types.get(0) : null;
    }
}
