package layerbook.session.jshell;

import java.util.Locale;
import jdk.jshell.Diag;

/**
 * What the compiler reports of a statement.
 *
 * @param code the compiler's own, e.g. {@code compiler.err.cant.resolve.location}
 * @param message in English, of one or more lines
 * @param start offset of its beginning in the code that was compiled
 * @param end offset behind its end
 */
public record Diagnostic(boolean isError, String code, String message, long start, long end) {
    static Diagnostic of(Diag diag) {
        return new Diagnostic(diag.isError(), diag.getCode(), diag.getMessage(Locale.ENGLISH), diag.getStartPosition(), diag.getEndPosition());
    }
}
