package layerbook.python;

import java.util.List;
import layerbook.syntax.Expression;
import layerbook.syntax.Parameters;
import layerbook.syntax.Statement;

/** A function that Python text defines, with what it closes over. Default values were computed when it was defined. */
public final class PyFunction extends PyInstance {
    final Code code;
    final Frame definedIn;
    final Object[] initial;
    final ClassCell cell;
    private String module;

    /** The text of a function: its parameters and body, or the expression of a lambda. */
    static final class Code {
        final String name;
        final String qualifiedName;
        final Parameters parameters;
        final List<Statement> body;
        final Expression value;
        final Expression returns;
        final boolean async;
        private Scope scope;

        Code(String name, String qualifiedName, Parameters parameters, List<Statement> body, Expression value, Expression returns, boolean async) {
            this.name = name;
            this.qualifiedName = qualifiedName;
            this.parameters = parameters;
            this.body = body;
            this.value = value;
            this.returns = returns;
            this.async = async;
        }

        /** Which names are its own; found when it is first called. */
        Scope scope() {
            if (scope == null) {
                scope = body != null ? Scope.of(parameters, body) : Scope.of(parameters, value);
            }
            return scope;
        }
    }

    /** The class in whose body functions are defined, once it is there: what {@code super()} and {@code __class__} mean. */
    static final class ClassCell {
        PyType type;
    }

    PyFunction(Code code, Frame definedIn, Object[] initial) {
        super(Types.FUNCTION);
        this.code = code;
        this.definedIn = definedIn;
        this.initial = initial;
        this.cell = definedIn.cell;
        this.module = definedIn.moduleName();
    }

    public String name() {
        Object own = ownValue("__name__");
        return own instanceof String s ? s : code.name;
    }

    String qualifiedName() {
        return code.qualifiedName;
    }

    @Override public boolean callable() {
        return true;
    }

    @Override public Object call(Arguments arguments) {
        Frame frame = definedIn.forCall(this);
        Binding.bind(this, arguments, frame.locals);
        if (code.async) {
            throw Unsupported.async(code.name);
        }
        if (code.scope().generator) {
            return new PyGenerator(frame, code);
        }
        return frame.python.enter(frame, code);
    }

    @Override public Object attribute(String name) {
        Object own = ownValue(name);
        if (own != null) {
            return own;
        }
        switch (name) {
            case "__name__": return code.name;
            case "__qualname__": return code.qualifiedName;
            case "__module__": return module;
            case "__doc__": return doc();
            case "__dict__": return attributes();
            case "__annotations__": return Annotations.of(this);
            case "__defaults__": return Binding.defaults(this, false);
            case "__kwdefaults__": return Binding.defaults(this, true);
            case "__globals__": return definedIn.globals;
            case "__code__": return new FunctionCode(this);
            case "__call__": return this;
            case "__get__": return new PyBuiltin("__get__", a -> a.at(0) == Special.NONE ? this : new BoundMethod(this, a.at(0)));
            default: return super.attribute(name);
        }
    }

    @Override public void setAttribute(String name, Object value) {
        attributes().put(name, value);
    }

    private Object doc() {
        return code.body != null && code.body.get(0) instanceof Statement.ExpressionStatement e
            && e.value() instanceof Expression.Constant c && c.value() instanceof String s ? s : Special.NONE;
    }

    @Override protected String rawRepr() {
        return "<function " + code.qualifiedName + " at 0x" + String.format("%012x", System.identityHashCode(this)) + ">";
    }

    /** {@code f.__code__}: the names of the arguments. */
    private static final class FunctionCode extends PyObject {
        private static final PyType TYPE = new PyType("code", List.of(Types.OBJECT)).plain();
        private final PyFunction function;

        FunctionCode(PyFunction function) {
            this.function = function;
        }

        @Override public PyType type() {
            return TYPE;
        }

        @Override public Object attribute(String name) {
            switch (name) {
                case "co_name": return function.code.name;
                case "co_argcount": return function.code.parameters.all().stream()
                    .filter(p -> p.kind() == Parameters.Kind.POSITIONAL_ONLY || p.kind() == Parameters.Kind.POSITIONAL_OR_KEYWORD).count();
                case "co_varnames": return PyTuple.of(function.code.parameters.all().stream().map(Parameters.Parameter::name).toArray());
                default: return super.attribute(name);
            }
        }
    }

    /** Whether it cannot be called without arguments. */
    public boolean needsArguments() {
        return needsMore(0);
    }

    /** The name of the module whose text defines it. */
    public String module() {
        return module;
    }

    /** Whether it needs more arguments than so many by position. */
    boolean needsMore(int given) {
        for (int i = given; i < code.parameters.all().size(); i++) {
            var kind = code.parameters.all().get(i).kind();
            boolean collects = kind == layerbook.syntax.Parameters.Kind.VAR_POSITIONAL || kind == layerbook.syntax.Parameters.Kind.VAR_KEYWORD;
            if (!collects && initial[i] == null) {
                return true;
            }
        }
        return false;
    }
}
