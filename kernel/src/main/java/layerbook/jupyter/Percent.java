package layerbook.jupyter;

import java.util.function.Predicate;

/** Commands may begin with {@code %} in a notebook, as other kernels' do: {@code %undo} is {@code /undo}. */
final class Percent {
    private Percent() {}

    /**
     * The same text, of the same length, with the sign of each command changed. A line that begins with {@code %} may also go on with a
     * remainder, so what stands before it must be complete.
     */
    static String toSlash(String code, Predicate<String> complete) {
        if (code.indexOf('%') < 0) {
            return code;
        }
        var out = new StringBuilder(code);
        for (int at = 0; at >= 0 && at < code.length(); at = code.indexOf('\n', at) + 1) {
            if (isCommand(code, at) && (code.substring(0, at).isBlank() || complete.test(out.substring(0, at)))) {
                out.setCharAt(at, '/');
            }
            if (code.indexOf('\n', at) < 0) {
                break;
            }
        }
        return out.toString();
    }

    private static boolean isCommand(String code, int at) {
        return code.charAt(at) == '%' && at + 1 < code.length() && Character.isLetter(code.charAt(at + 1));
    }
}
