package layerbook.python;

import layerbook.syntax.Statement;

/** What {@code raise} throws. */
final class Raising {
    private Raising() {}

    static RuntimeException raised(Evaluator in, Statement.Raise s) {
        PyException handling = in.frame.python.handling();
        if (s.error() == null) {
            return handling == null ? Errors.runtime("No active exception to reraise") : new Raised(handling);
        }
        PyException error = exception(in.eval(s.error()));
        in.frame.at = s.place();
        if (handling != null && handling != error) {
            error.context(handling);
        }
        if (s.cause() != null) {
            Object cause = in.eval(s.cause());
            error.cause(cause == Special.NONE ? cause : exception(cause));
        }
        return new Raised(error);
    }

    /** The exception that a value is, or one made of the class that it is. */
    static PyException exception(Object value) {
        if (value instanceof Unread u) {
            throw u.cannotBe("raised");
        }
        Object made = value instanceof PyType t && t.derives(ExceptionTypes.named("BaseException")) ? Calls.call(t) : value;
        if (made instanceof PyException e) {
            return e;
        }
        throw Errors.type("exceptions must derive from BaseException");
    }
}
