package layerbook.python;

/** Carries an exception of Python through Java, to the {@code except} that takes it. */
public final class Raised extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient PyException error;
    private final transient Traceback traceback = new Traceback();

    public Raised(PyException error) {
        super(null, null, false, false);
        this.error = error;
    }

    public PyException error() {
        return error;
    }

    /** Where it was raised and the calls that led there. */
    public Traceback traceback() {
        return traceback;
    }

    boolean is(String type) {
        return error.type().derives(ExceptionTypes.named(type));
    }

    /** {@code ValueError: bad size}. */
    @Override public String getMessage() {
        return error.line();
    }
}
