package layerbook.syntax;

import java.util.Arrays;

/** Where the lines of a text begin. */
final class Lines {
    private final int[] starts;
    private int last;

    Lines(String text) {
        var found = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n')) {
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count++] = i + 1;
            }
        }
        starts = Arrays.copyOf(found, count);
    }

    Place place(int start, int end) {
        int line = lineOf(start);
        return new Place(line + 1, start - starts[line] + 1, start, end);
    }

    /** The line of an offset, from 0. Offsets come nearly in order, so the line of the one before is tried first. */
    private int lineOf(int offset) {
        if (!within(last, offset)) {
            int found = Arrays.binarySearch(starts, offset);
            last = found >= 0 ? found : -found - 2;
        }
        return last;
    }

    private boolean within(int line, int offset) {
        return starts[line] <= offset && (line + 1 == starts.length || offset < starts[line + 1]);
    }
}
