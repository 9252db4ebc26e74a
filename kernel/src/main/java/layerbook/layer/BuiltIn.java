package layerbook.layer;

/** A layer of ours: everything about its arguments follows from one signature. */
public interface BuiltIn extends LibraryLayer {
    /** The arguments it was made with. */
    Arguments args();

    /** The same layer with other arguments, e.g. with the input channels that were taken from the input. */
    default BuiltIn remade(Arguments other) {
        return (BuiltIn) other.signature().make(other);
    }

    @Override default String factoryName() {
        return args().signature().factory();
    }

    @Override default String className() {
        return args().signature().className();
    }

    @Override default String briefArguments() {
        return args().brief();
    }

    @Override default String codeText() {
        return args().code();
    }
}
