package layerbook.hardware;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import layerbook.count.Memory;
import layerbook.count.NetworkView;
import layerbook.formula.Expr;
import layerbook.layer.Letters;
import layerbook.shape.DType;

/**
 * Whether a network can be used on a device: weights in a format, keys and values and activations in 16 bits. Activations are those of one step of
 * decoding, one new token for each sequence; scores of attention are not stored. A prompt goes through in pieces.
 *
 * @param network the network
 * @param device the device
 * @param format how the weights are stored
 * @param context positions that keys and values are kept of, 0 where the network has no open length
 * @param batch sequences at once
 * @param needs what the network needs, with context and batch as letters
 */
public record Fits(NetworkView network, Device device, Format format, long context, long batch, Needs needs) implements Worked {
    /**
     * What a network needs: bytes of weights in each format, and the formulas of the rest.
     *
     * @param stored the weights
     * @param cache bytes of keys and values in N and the length; 0 without attention
     * @param activations bytes at the peak, in N and the length
     */
    public record Needs(Weights stored, Expr cache, Expr activations) {
        static Needs of(NetworkView network) {
            boolean cached = !Attention.of(network).cached().isEmpty();
            return new Needs(Weights.of(network), cached ? KvCache.of(network, DType.FLOAT16).formula() : Expr.ZERO,
                Memory.inference(network, DType.FLOAT16).activations());
        }
    }

    /** Nobody asks for a context beyond this. */
    private static final long LONGEST = 1L << 40;

    public static Fits of(NetworkView network, Device device, Format format, long context, long batch) {
        return new Fits(network, device, format, context, batch, Needs.of(network));
    }

    /** Bytes of the weights. */
    public BigInteger weights() {
        return StoredBytes.of(needs.stored(), format).bytes();
    }

    /** Bytes of the keys and values at this context and batch; 0 without attention. */
    public BigInteger cache() {
        return cache(context, batch);
    }

    private BigInteger cache(long positions, long sequences) {
        return positions == 0 ? BigInteger.ZERO : OpenLetters.exact(needs.cache().at(Roofline.values(network, positions, sequences)), "kvCache(..)");
    }

    /** Bytes of the activations at the peak of one step. */
    public BigInteger activations() {
        return activations(batch);
    }

    private BigInteger activations(long sequences) {
        Map<Expr.Sym, Expr> step = OpenLetters.lengths(network).isEmpty() ? Map.of(Letters.N, Expr.of(sequences)) : Roofline.values(network, 1, sequences);
        return OpenLetters.exact(needs.activations().at(step), "the activations");
    }

    /** All of it, in bytes. */
    public BigInteger total() {
        return weights().add(cache()).add(activations());
    }

    /** What is left of the device's usable memory; negative if it does not fit. */
    public BigInteger left() {
        return device.usable().subtract(total());
    }

    /** Whether it fits. */
    public boolean fits() {
        return left().signum() >= 0;
    }

    /** The longest context that fits with this batch; 0 if none does. */
    public long longestContext() {
        OpenLetters.length(network);
        BigInteger room = device.usable().subtract(weights()).subtract(activations());
        return largest(LONGEST, n -> cache(n, batch).compareTo(room) <= 0);
    }

    /** The largest batch that fits at this context; 0 if none does. */
    public long largestBatch() {
        BigInteger room = device.usable().subtract(weights());
        return largest(LONGEST, n -> cache(context, n).add(activations(n)).compareTo(room) <= 0);
    }

    private static long largest(long most, java.util.function.LongPredicate fits) {
        if (!fits.test(1)) {
            return 0;
        }
        long low = 1;
        long high = 2;
        while (high < most && fits.test(high)) {
            low = high;
            high *= 2;
        }
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (fits.test(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The format with the most bits that would fit at this context and batch, if one does. */
    public Optional<Format> formatThatFits() {
        return Formats.all().stream().filter(f -> !(f instanceof PlainFormat p && p.dtype() == DType.FLOAT64))
            .map(f -> new Fits(network, device, f, context, batch, needs)).filter(Fits::fits)
            .max(Comparator.comparing(Fits::weights)).map(Fits::format);
    }

    @Override public String title() {
        return "whether it fits on " + device.name() + " in " + format.name();
    }

    @Override public List<Figure> figures() {
        Expr.Sym w = Expr.symbol("B_w");
        Expr.Sym k = Expr.symbol("B_k");
        Expr.Sym a = Expr.symbol("B_a");
        var figures = new ArrayList<Figure>(StoredBytes.of(needs.stored(), format).figures());
        Map<Expr.Sym, Expr> values = Map.of(w, Expr.of(weights()), k, Expr.of(cache()), a, Expr.of(activations()));
        figures.add(new Figure("B", "bytes: weights, keys and values, activations of one step", Expr.sum(w, k, a), values, ""));
        Expr.Sym m = Expr.symbol("M");
        Expr.Sym r = Expr.symbol("R");
        Expr.Sym b = Expr.symbol("B");
        figures.add(new Figure("left", "bytes left of the device's memory" + (device.reserved().signum() > 0 ? ", less 1 GiB for driver and context" : ""),
            Expr.sum(m, r.negated(), b.negated()), Map.of(m, Expr.of(device.memory()), r, Expr.of(device.reserved()), b, Expr.of(total())), ""));
        return figures;
    }
}
