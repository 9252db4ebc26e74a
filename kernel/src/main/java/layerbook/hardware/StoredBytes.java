package layerbook.hardware;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;

/**
 * What the weights of a network take when they are stored in a format: exact bytes, by kind of tensor. Tensors only: a file has a header besides.
 *
 * @param format how they are stored
 * @param tensors each tensor as it is stored
 */
public record StoredBytes(Format format, List<Format.Stored> tensors) implements Worked {
    /**
     * The tensors of one use in one type.
     *
     * @param use what they are for
     * @param type what they are stored in
     * @param count how many tensors
     * @param numbers how many numbers
     * @param bytes how many bytes
     */
    public record Row(WeightTensor.Use use, String type, int count, BigInteger numbers, BigInteger bytes) {
        Row plus(Format.Stored s) {
            return new Row(use, type, count + 1, numbers.add(s.tensor().size()), bytes.add(s.bytes()));
        }
    }

    public static StoredBytes of(Weights weights, Format format) {
        return new StoredBytes(format, weights.tensors().stream().map(t -> format.store(t, weights)).toList());
    }

    /** One row for each use and type, in the order of their first tensor. */
    public List<Row> rows() {
        Map<List<String>, Row> rows = new LinkedHashMap<>();
        for (Format.Stored s : tensors) {
            rows.merge(List.of(s.tensor().use().name(), s.type()), new Row(s.tensor().use(), s.type(), 0, BigInteger.ZERO, BigInteger.ZERO).plus(s),
                (row, more) -> row.plus(s));
        }
        return List.copyOf(rows.values());
    }

    /** All of it, in bytes. */
    public BigInteger bytes() {
        return tensors.stream().map(Format.Stored::bytes).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** How many numbers are stored. */
    public BigInteger numbers() {
        return tensors.stream().map(s -> s.tensor().size()).reduce(BigInteger.ZERO, BigInteger::add);
    }

    @Override public String title() {
        return "stored weights in " + format.name();
    }

    @Override public List<Figure> figures() {
        var terms = new ArrayList<Expr>();
        rows().forEach(r -> terms.add(Expr.of(r.bytes())));
        return List.of(new Figure("B", "bytes: " + format.sentence(), Expr.sum(terms), Map.of(), ""));
    }
}
