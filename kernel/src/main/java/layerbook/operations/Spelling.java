package layerbook.operations;

import java.util.Locale;

/** PyTorch writes {@code masked_fill} and Java {@code maskedFill}: from one to the other. */
public final class Spelling {
    private Spelling() {}

    /** {@code masked_fill} as {@code maskedFill}; a trailing underscore stays. */
    public static String camel(String snake) {
        var out = new StringBuilder();
        boolean upper = false;
        for (int i = 0; i < snake.length(); i++) {
            char c = snake.charAt(i);
            if (c == '_' && i > 0 && i < snake.length() - 1) {
                upper = true;
            } else {
                out.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return out.toString();
    }

    /** {@code maskedFill} as {@code masked_fill}. */
    public static String snake(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
