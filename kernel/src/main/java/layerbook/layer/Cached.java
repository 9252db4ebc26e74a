package layerbook.layer;

import layerbook.formula.Expr;

/**
 * An attention operation that says what a cache keeps of its keys and values while a text is written token by token. Its second and third inputs are
 * the keys and the values, before they are stretched to the heads of the queries: {@code batch × heads × length × size}.
 * <pre>{@code
 * for (Call c : net.calls()) {
 *     if (c.layer() instanceof Cached attention && attention.cache().kept() == Cached.Kept.GROWING) { ... }
 * }
 * }</pre>
 */
public interface Cached {
    /** What is kept from one token to the next. */
    enum Kept {
        /** Nothing: all tokens are there at once, as in an encoder. */
        NOTHING,
        /** Keys and values of every token so far. */
        GROWING,
        /** Keys and values of another sequence, computed once, as in a decoder that looks at an encoder's output. */
        FIXED
    }

    /**
     * What is kept.
     *
     * @param kept whether it grows
     * @param window how many of the last tokens are looked at, so that older ones need not be kept; null for all
     * @param latent how many numbers stand for the keys and values of all heads of one token; null if keys and values themselves are kept
     */
    record Cache(Kept kept, Expr window, Expr latent) {
        /** All tokens are there at once. */
        public static final Cache NONE = new Cache(Kept.NOTHING, null, null);
        /** Keys and values of all tokens so far. */
        public static final Cache ALL = new Cache(Kept.GROWING, null, null);
        /** Keys and values of an encoder's output. */
        public static final Cache OTHER = new Cache(Kept.FIXED, null, null);

        /** Of the last so many tokens. */
        public static Cache window(Expr tokens) {
            return new Cache(Kept.GROWING, tokens, null);
        }

        /** So many numbers a token in place of keys and values. */
        public static Cache latent(Expr numbers) {
            return new Cache(Kept.GROWING, null, numbers);
        }
    }

    /** What a cache keeps of the keys and values. */
    Cache cache();
}
