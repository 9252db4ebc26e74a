package layerbook.session.output;

import java.util.Map;

/** Something that can be laid out for any view, and as a MIME bundle. */
public interface Showable {
    /** The text for this view. No line is longer than the view is wide, except where a number would be cut. */
    String plain(View view);

    /** What a front end with sliders may offer to choose from, or null. */
    default Choices choices() {
        return null;
    }

    /** The MIME bundle: {@code text/plain} always, {@code text/html} and others where they are better. */
    default Map<String, Object> mime() {
        return Map.of("text/plain", plain(View.PLAIN));
    }
}
