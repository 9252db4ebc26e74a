package layerbook.session.errors;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.session.jshell.DeclaredNames;

/** Calls and assignments as PyTorch spells them, put as they are spelled here: {@code f(x, 1)} as {@code x.f(1)}, {@code head.weight = emb.weight} as a tie. */
record CallForms(JavaTree tree, GuessedTypes types) {
    static Optional<CallForms> of(String statement, DeclaredNames session) {
        return JavaTree.of(statement).map(tree -> new CallForms(tree, new GuessedTypes(tree, session)));
    }

    /** A function of a tensor as the tensor's method, where it has one of this name. */
    Optional<String> method(String word) {
        boolean has = Arrays.stream(Tensor.class.getMethods()).anyMatch(m -> m.getName().equals(word));
        return !has ? Optional.empty() : replaced(t -> t instanceof MethodInvocationTree call && isCall(call, word) && !call.getArguments().isEmpty()
            && types.of(call.getArguments().get(0)) == Tensor.class ? receiver(call.getArguments().get(0)) + "." + word + "(" + arguments(call, 1) + ")" : null);
    }

    /** {@code own(parameter(2))}: a tensor that is a weight already. */
    Optional<String> withoutOwn() {
        return replaced(t -> t instanceof MethodInvocationTree call && isCall(call, "own") && !call.getArguments().isEmpty()
            && types.of(call.getArguments().get(call.getArguments().size() - 1)) == Tensor.class ? tree.text(call.getArguments().get(call.getArguments().size() - 1)) : null);
    }

    /** A call of another word with the same arguments. */
    Optional<String> called(String word, String instead) {
        return replaced(t -> t instanceof MethodInvocationTree call && isCall(call, word) ? instead + "(" + arguments(call, 0) + ")" : null);
    }

    /** {@code a.weight = b.weight} of two units: their weights become one. */
    Optional<String> tie() {
        return replaced(t -> {
            String left = t instanceof AssignmentTree a ? weight(a.getVariable()) : null;
            String right = t instanceof AssignmentTree a ? weight(a.getExpression()) : null;
            return left == null || right == null ? null : "tie(" + left + ", " + right + ")";
        });
    }

    /** A weight of a unit, as a tensor; null if it is none. */
    private String weight(ExpressionTree e) {
        if (e instanceof MethodInvocationTree call && types.of(e) == Tensor.class) {
            return tree.text(call);
        } else if (e instanceof IdentifierTree && types.of(e) == Tensor.class) {
            return tree.text(e);
        }
        if (!(e instanceof MemberSelectTree select) || types.of(select.getExpression()) != Unit.class && types.of(select.getExpression()) != null) {
            return null;
        }
        String name = select.getIdentifier().toString();
        return tree.text(select.getExpression()) + (name.matches("weight|bias") ? "." + name + "()" : ".weight(\"" + name + "\")");
    }

    private static boolean isCall(MethodInvocationTree call, String word) {
        return call.getMethodSelect() instanceof IdentifierTree name && name.getName().contentEquals(word);
    }

    private String arguments(MethodInvocationTree call, int from) {
        List<? extends ExpressionTree> all = call.getArguments();
        return all.subList(Math.min(from, all.size()), all.size()).stream().map(tree::text).collect(Collectors.joining(", "));
    }

    private String receiver(ExpressionTree e) {
        boolean whole = e.getKind() == Tree.Kind.IDENTIFIER || e.getKind() == Tree.Kind.METHOD_INVOCATION || e.getKind() == Tree.Kind.MEMBER_SELECT || e.getKind() == Tree.Kind.PARENTHESIZED;
        return whole ? tree.text(e) : "(" + tree.text(e) + ")";
    }

    /** The statement with the first node replaced for which there is something else. */
    private Optional<String> replaced(Function<Tree, String> otherwise) {
        String[] out = new String[1];
        new TreeScanner<Void, Void>() {
            @Override public Void scan(Tree t, Void nothing) {
                String text = t == null || out[0] != null ? null : otherwise.apply(t);
                if (text != null) {
                    out[0] = tree.source().substring(0, tree.start(t)) + text + tree.source().substring(tree.end(t));
                    return null;
                }
                return out[0] != null ? null : super.scan(t, nothing);
            }
        }.scan(tree.unit(), null);
        return Optional.ofNullable(out[0]);
    }
}
