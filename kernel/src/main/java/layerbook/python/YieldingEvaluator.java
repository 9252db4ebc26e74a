package layerbook.python;

import java.util.IdentityHashMap;
import java.util.Map;
import layerbook.syntax.Expression;

/**
 * Computes the expressions of a generator's statements that hold a yield. What was computed before the yield is kept, so that the
 * expression goes on from there when the generator does.
 */
final class YieldingEvaluator extends Evaluator {
    private final Map<Expression, Object> done = new IdentityHashMap<>();
    private PyGenerator generator;
    private Expression waiting;

    YieldingEvaluator(Frame frame) {
        super(frame);
    }

    void of(PyGenerator owner) {
        generator = owner;
    }

    /** The statement is through: its values are not needed again. */
    void forget() {
        done.clear();
    }

    @Override Object eval(Expression e) {
        Object known = done.get(e);
        if (known != null) {
            return known;
        }
        Object v = e.accept(this);
        done.put(e, v);
        return v;
    }

    @Override public Object visit(Expression.Yield e) {
        if (waiting == e) {
            waiting = null;
            return generator.takeSent();
        }
        Object v = e.value() == null ? Special.NONE : eval(e.value());
        waiting = e;
        generator.give(v);
        throw new GeneratorExecutor.Suspend();
    }

    @Override public Object visit(Expression.YieldFrom e) {
        Object inner = waiting == e ? done.get(e.value()) : Iteration.iter(eval(e.value()));
        done.put(e.value(), inner);
        boolean resumed = waiting == e;
        waiting = null;
        Object next;
        if (inner instanceof PyGenerator g) {
            next = resumed ? generator.forward(g) : g.nextOrNull();
        } else {
            if (resumed) {
                generator.takeSent();
            }
            next = Iteration.nextOrNull(inner);
        }
        if (next == null) {
            return inner instanceof PyGenerator g ? g.result() : Special.NONE;
        }
        waiting = e;
        generator.give(next);
        throw new GeneratorExecutor.Suspend();
    }
}
