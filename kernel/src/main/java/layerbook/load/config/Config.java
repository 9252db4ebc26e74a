package layerbook.load.config;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import layerbook.shape.Refusal;

/**
 * What a {@code config.json} says, with the library's defaults where it is silent. A value may stand under several names, since families call the same
 * size differently: {@code hidden_size}, {@code n_embd}, {@code d_model}.
 * <pre>{@code
 * config.number("num_key_value_heads", config.number("num_attention_heads"))
 * }</pre>
 */
final class Config {
    private final String modelType;
    private final Map<String, Object> given;
    private final Map<String, Object> standard;
    private final Map<String, Object> aliases;

    Config(String modelType, Map<String, Object> given, Map<String, Object> standard, Map<String, Object> aliases) {
        this.modelType = modelType;
        this.given = given;
        this.standard = standard;
        this.aliases = aliases;
    }

    String modelType() {
        return modelType;
    }

    /** Whether the file itself gives a value other than null. */
    boolean isGiven(String name) {
        return given.get(name) != null || otherName(name) != null && given.get(otherName(name)) != null;
    }

    /** The name that a size goes by in the other spelling of the family. */
    private String otherName(String name) {
        if (aliases.get(name) instanceof String own) {
            return own;
        }
        return aliases.entrySet().stream().filter(e -> name.equals(e.getValue())).map(Map.Entry::getKey).findFirst().orElse(null);
    }

    Object get(String name) {
        String other = otherName(name);
        if (given.containsKey(name)) {
            return given.get(name);
        } else if (other != null && given.containsKey(other)) {
            return given.get(other);
        }
        return standard.containsKey(name) ? standard.get(name) : other == null ? null : standard.get(other);
    }

    /** Whether the library has a value of this name for the family. */
    boolean knows(String name) {
        return standard.containsKey(name) || aliases.containsKey(name);
    }

    boolean has(String name) {
        return get(name) != null;
    }

    /** A size that the file or the library must give. */
    long number(String name) {
        if (!has(name)) {
            throw Refusal.option("this config.json gives no " + name).at(name, "missing").why(modelType + " has no standard value for it");
        }
        return whole(name, get(name));
    }

    long number(String name, long otherwise) {
        return has(name) ? whole(name, get(name)) : otherwise;
    }

    private static long whole(String name, Object value) {
        boolean good = value instanceof BigInteger b && b.bitLength() < 48 && b.signum() >= 0;
        if (!good) {
            throw Refusal.option(name + " is " + value + ", not a size").at(name, "a whole number, at least 0");
        }
        return ((BigInteger) value).longValue();
    }

    /** A size that must be at least 1. */
    long size(String name) {
        return positive(name, number(name));
    }

    static long positive(String name, long size) {
        if (size < 1) {
            throw Refusal.option(name + " is " + size).at(name, "at least 1");
        }
        return size;
    }

    /** A count of layers: each has weights of its own, so a number that no network has is refused. */
    long count(String name) {
        long n = number(name);
        if (n > 10_000) {
            throw Refusal.option(name + " is " + n).at(name, "at most 10,000").why("each layer has weights of its own");
        }
        return n;
    }

    /** One size as part of another, such as the width of a head; both must go into each other. */
    long share(String whole, long of, String parts, long by) {
        if (by < 1 || of % by != 0) {
            throw Refusal.option(whole + " " + of + " cannot be shared among " + by + " " + parts).at(whole, "a multiple of " + by);
        }
        return of / by;
    }

    boolean flag(String name) {
        return flag(name, false);
    }

    boolean flag(String name, boolean otherwise) {
        Object value = get(name);
        if (value != null && !(value instanceof Boolean)) {
            throw Refusal.option(name + " is " + value + ", not true or false").at(name, "true or false");
        }
        return value == null ? otherwise : (Boolean) value;
    }

    double real(String name, double otherwise) {
        Object value = get(name);
        if (value == null) {
            return otherwise;
        } else if (!(value instanceof Number n)) {
            throw Refusal.option(name + " is " + value + ", not a number").at(name, "a number");
        } else {
            return n.doubleValue();
        }
    }

    String text(String name, String otherwise) {
        return get(name) instanceof String s ? s : otherwise;
    }

    List<?> list(String name) {
        return get(name) instanceof List<?> list ? list : List.of();
    }

    /** The part of the file for another network inside, such as {@code text_config}. */
    Config part(String name, String partType) {
        @SuppressWarnings("unchecked")
        Map<String, Object> inner = get(name) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
        return Defaults.config(partType, inner);
    }

    /** How many classes a head tells apart. */
    long labels() {
        if (isGiven("num_labels")) {
            return number("num_labels");
        }
        return get("id2label") instanceof Map<?, ?> names && !names.isEmpty() ? names.size() : 2;
    }
}
