package layerbook.python;

/** An exception of Python: an object with {@code args}, a cause and a context. */
public final class PyException extends PyInstance {
    private PyTuple args;
    private Object cause = Special.NONE;
    private Object context = Special.NONE;

    public PyException(PyType type, PyTuple args) {
        super(type);
        this.args = args;
    }

    public PyTuple args() {
        return args;
    }

    void args(PyTuple all) {
        args = all;
    }

    /** What {@code raise .. from cause} names, or None. */
    public Object cause() {
        return cause;
    }

    void cause(Object error) {
        cause = error;
    }

    /** The exception that was being handled when this one was raised, or None. */
    public Object context() {
        return context;
    }

    void context(Object error) {
        context = error;
    }

    @Override public Object rawAttribute(String name) {
        switch (name) {
            case "args": return args;
            case "__cause__": return cause;
            case "__context__": return context;
            case "__traceback__": return Special.NONE;
            case "value": return args.size() > 0 ? args.get(0) : Special.NONE;
            default: return null;
        }
    }

    @Override protected String rawStr() {
        if (args.size() == 1) {
            return type().derives(ExceptionTypes.named("KeyError")) ? Texts.repr(args.get(0)) : Texts.str(args.get(0));
        }
        return args.size() == 0 ? "" : args.repr();
    }

    @Override protected String rawRepr() {
        return type().name() + (args.size() == 1 ? "(" + Texts.repr(args.get(0)) + ")" : args.repr());
    }

    /** {@code ValueError: bad size}, as the last line of a traceback. */
    public String line() {
        String message = Texts.str(this);
        String name = type().module().equals("builtins") ? type().name() : type().qualifiedName();
        return message.isEmpty() ? name : name + ": " + message;
    }
}
