package layerbook.jupyter;

/** Jupyter counts the characters that a person sees as one; Java counts those outside the basic plane twice. */
final class Cursor {
    private Cursor() {}

    /** The index in a Java string of Jupyter's position, which may lie anywhere. */
    static int index(String code, int position) {
        int most = code.codePointCount(0, code.length());
        return code.offsetByCodePoints(0, Math.max(0, Math.min(position, most)));
    }

    static int position(String code, int index) {
        return code.codePointCount(0, Math.max(0, Math.min(index, code.length())));
    }
}
