package layerbook.load.config;

import java.util.List;
import java.util.function.LongFunction;

/** The options of {@link SelfAttention}: sizes, names in the checkpoint, and what a family does differently. Set once, before blocks are made of it. */
final class AttentionPlan {
    /** How queries, keys and values are made. */
    enum Layout {
        /** By a matrix each. */
        SEPARATE,
        /** By one matrix: all queries, then all keys, then all values. */
        TOGETHER,
        /** By one matrix: for each group the queries, the key, the value. */
        GROUPS
    }

    /** Where queries and keys are normalised. */
    enum NormAt {
        NOWHERE,
        /** Over all heads at once. */
        WHOLE,
        /** Over each head, with the same weights. */
        HEAD,
        /** Over each head, by a norm of its own. */
        EACH_HEAD,
        /** Over each head, with a scale of its own. */
        SCALED_HEADS
    }

    final long width;
    final long heads;
    final long keys;
    final long size;
    Layout layout = Layout.SEPARATE;
    /** Of query, key, value; or of the one matrix. */
    List<String> names = List.of("q_proj", "k_proj", "v_proj");
    String outName = "o_proj";
    boolean queryBias;
    boolean keyBias;
    boolean valueBias;
    boolean outBias;
    boolean conv1d;
    NormAt normAt = NormAt.NOWHERE;
    LongFunction<?> norm = Parts::rms;
    List<String> normNames = List.of("q_norm", "k_norm");
    /** How many numbers of a head are turned; 0 for none. */
    long rotary;
    boolean localAngles;
    boolean biased;
    boolean sinks;
    boolean scaled = true;
    boolean softcap;
    boolean clipped;
    /** Whether each position sees only those before it. */
    boolean causal = true;
    /** Whether keys and values are kept from one token to the next; false in an encoder. */
    boolean kept = true;
    /** How many of the last positions are looked at; 0 for all. */
    long window;

    AttentionPlan(long width, long heads, long keys, long size) {
        this.width = width;
        this.heads = heads;
        this.keys = keys;
        this.size = size;
    }

    AttentionPlan bias(boolean qkv, boolean out) {
        queryBias = qkv;
        keyBias = qkv;
        valueBias = qkv;
        outBias = out;
        return this;
    }

    AttentionPlan named(String query, String key, String value, String out) {
        names = List.of(query, key, value);
        outName = out;
        return this;
    }

    AttentionPlan one(Layout how, String name, String out) {
        layout = how;
        names = List.of(name);
        outName = out;
        return this;
    }

    /** Each position sees all others; nothing is cached. */
    AttentionPlan encoder() {
        causal = false;
        kept = false;
        return this;
    }
}
