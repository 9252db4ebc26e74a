package layerbook.python;

import java.util.Iterator;
import java.util.List;
import layerbook.syntax.Expression;

/** Goes through the elements of a comprehension one by one; its names are its own, and its first iterable is computed outside. */
final class ComprehensionRun extends Iteration.Steps {
    private final Frame frame;
    private final Evaluator inside;
    private final List<Expression.Clause> clauses;
    private final Expression element;
    private final Expression value;
    private final Iterator<?>[] loops;
    private int level;

    /** With a value it gives pairs. */
    ComprehensionRun(Evaluator outside, List<Expression.Clause> clauses, Expression element, Expression value) {
        this.frame = outside.frame.forComprehension();
        this.inside = new Evaluator(frame);
        this.clauses = clauses;
        this.element = element;
        this.value = value;
        this.loops = new Iterator<?>[clauses.size()];
        if (clauses.get(0).async()) {
            throw Unsupported.async(outside.frame.function);
        }
        Object first = outside.eval(clauses.get(0).iterable());
        outside.frame.at = clauses.get(0).iterable().place();
        loops[0] = Iteration.of(first);
    }

    @Override Object step() {
        try {
            return next0();
        } catch (Raised | Refused | layerbook.shape.Refusal e) {
            frame.around.at = frame.at;
            throw e;
        }
    }

    private Object next0() {
        while (level >= 0) {
            if (!loops[level].hasNext()) {
                level--;
                continue;
            }
            frame.python.step();
            Expression.Clause clause = clauses.get(level);
            Targets.assign(inside, clause.target(), loops[level].next());
            if (!holds(clause)) {
                continue;
            }
            if (level == clauses.size() - 1) {
                Object e = inside.eval(element);
                return value == null ? e : PyTuple.of(e, inside.eval(value));
            }
            Object next = inside.eval(clauses.get(level + 1).iterable());
            frame.at = clauses.get(level + 1).iterable().place();
            loops[++level] = Iteration.of(next);
        }
        return null;
    }

    private boolean holds(Expression.Clause clause) {
        for (Expression condition : clause.conditions()) {
            Object held = inside.eval(condition);
            frame.at = condition.place();
            if (!Operators.truth(held)) {
                return false;
            }
        }
        return true;
    }
}
