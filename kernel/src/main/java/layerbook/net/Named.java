package layerbook.net;

import java.util.Locale;
import layerbook.shape.Refusal;

/** What may be a name: it stands in tables, so it is short and on one line. */
public final class Named {
    private static final int LONGEST = 200;

    private Named() {}

    /** The name, if it may be one. */
    public static String checked(String name) {
        if (name != null && name.length() > LONGEST) {
            throw Refusal.option(String.format(Locale.ROOT, "a name has at most %d characters; this one has %,d", LONGEST, name.length()));
        }
        if (name != null && name.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.option("a name stands on one line: no line breaks, tabs or other control characters");
        }
        return name;
    }
}
