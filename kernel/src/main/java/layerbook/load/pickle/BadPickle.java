package layerbook.load.pickle;

import java.io.IOException;

/** A pickle that breaks the rules of pickles; the message is the reason, the rest of a sentence about the file. */
final class BadPickle extends IOException {
    private static final long serialVersionUID = 1;

    BadPickle(String reason) {
        super(reason);
    }
}
