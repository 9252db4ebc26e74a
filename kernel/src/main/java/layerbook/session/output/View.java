package layerbook.session.output;

/**
 * How text may look where it will be shown: columns to fill, colour or not, Unicode or ASCII only, light or dark ground.
 *
 * @param width columns to fill; at least 40
 * @param colour whether ANSI colour may be used (it never carries meaning alone)
 * @param unicode whether signs outside ASCII may be used
 * @param dark whether the ground is dark
 */
public record View(int width, boolean colour, boolean unicode, boolean dark) {
    /** Eighty columns of plain Unicode text. */
    public static final View PLAIN = new View(80, false, true, true);

    /** The same view in another width. */
    public View withWidth(int columns) {
        return new View(Math.max(40, columns), colour, unicode, dark);
    }
}
