package layerbook.python;

import layerbook.shape.Refusal;

/**
 * A refusal on its way out of Python: no {@code except} takes it. It knows the file and line that the refused call stands on.
 * Layers and operations throw a plain {@link Refusal}; the first frame that it passes adds the place.
 */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Traceback traceback = new Traceback();

    public Refused(Refusal refusal) {
        super(refusal.getMessage(), refusal, false, false);
    }

    public Refusal refusal() {
        return (Refusal) getCause();
    }

    /** Where it was refused and the calls that led there. */
    public Traceback traceback() {
        return traceback;
    }
}
