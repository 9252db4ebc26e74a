package layerbook.python;

import java.util.List;
import layerbook.syntax.Expression;
import layerbook.syntax.Parameters;
import layerbook.syntax.Statement;

/** Makes functions of {@code def} and {@code lambda}, and puts decorators around what is defined. */
final class Functions {
    private Functions() {}

    static PyFunction lambda(Evaluator in, Expression.Lambda e) {
        return make(in, new PyFunction.Code("<lambda>", in.frame.prefix() + "<lambda>", e.parameters(), null, e.body(), null, false));
    }

    static PyFunction define(Evaluator in, Statement.FunctionDef s) {
        return make(in, new PyFunction.Code(s.name(), in.frame.prefix() + s.name(), s.parameters(), s.body(), null, s.returns(), s.async()));
    }

    private static PyFunction make(Evaluator in, PyFunction.Code code) {
        List<Parameters.Parameter> all = code.parameters.all();
        var initial = new Object[all.size()];
        for (int i = 0; i < initial.length; i++) {
            initial[i] = all.get(i).initial() == null ? null : in.eval(all.get(i).initial());
        }
        return new PyFunction(code, in.frame, initial);
    }

    /** The values of the decorators, from the first to the last. */
    static Object[] decorators(Evaluator in, List<Expression> decorators) {
        return decorators.isEmpty() ? Arguments.NONE.array() : in.elements(decorators);
    }

    /** Applies them, the last first. One that came from an import that was not read is passed over and listed. */
    static Object decorate(Evaluator in, Object defined, Object[] decorators, List<Expression> texts) {
        Object result = defined;
        for (int i = decorators.length - 1; i >= 0; i--) {
            in.frame.at = texts.get(i).place();
            if (decorators[i] instanceof Unread u) {
                in.frame.python.skip("@" + u.name());
            } else {
                result = Calls.call(decorators[i], result);
            }
        }
        return result;
    }
}
