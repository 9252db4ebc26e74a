package layerbook.lesson;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import layerbook.count.Conventions;
import layerbook.count.Cost;
import layerbook.count.Ledger;
import layerbook.formula.Expr;
import layerbook.layer.Applied;
import layerbook.layer.Kind;
import layerbook.net.Call;
import layerbook.net.Graph;
import layerbook.table.Figures;

/**
 * A question about one row of a network, with its right answer and the slips that lead to wrong ones. Nothing in it is typed in: the slips are
 * worked with the layer's own rule and formula.
 *
 * @param text what is asked
 * @param label what stands before the place for the answer
 * @param call the row whose working answers it
 * @param key the right answer, and what wrong ones mean
 * @param review the lesson that has it
 */
public record Question(String text, String label, Call call, Key key, String review) {
    /** What can be asked about a row. */
    public enum Ask { PARAMS, SHAPE, FLOPS }

    /** The question about a row, if it is worth asking: there is something to work out, and it comes to a number. */
    public static Optional<Question> of(Graph graph, Call call, Ask ask) {
        if (call.what() == Call.What.INPUT || call.what() == Call.What.PARAMETER || call.outputs().isEmpty()) {
            return Optional.empty();
        }
        return switch (ask) {
            case PARAMS -> params(graph, call);
            case SHAPE -> shape(call);
            case FLOPS -> flops(graph, call);
        };
    }

    /** Marks an answer as it was typed. */
    public Verdict judge(String typed) {
        return key.judge(typed);
    }

    /** The right answer. */
    public String answer() {
        return key.right();
    }

    private static String about(Call call) {
        String from = call.applied().inputs().types().stream().map(t -> t.shape().text()).reduce((a, b) -> a + ", " + b).orElse("");
        return call.index() + " " + call.layer().codeText() + " of " + from + ": ";
    }

    // ---- parameters

    private static Optional<Question> params(Graph graph, Call call) {
        Ledger ledger = Ledger.of(graph);
        Expr added = ledger.added(call).params().normal();
        Applied applied = call.applied();
        if (applied.weights().isEmpty() || !added.isNumber()) {
            return Optional.empty();
        }
        List<Slip.Term> terms = weights(applied);
        var slips = new ArrayList<>(Slip.PARAMS);
        slips.addAll(Slip.COMMON);
        Map<BigInteger, List<String>> wrong = Slip.worked(slips, terms, applied.letters(), 1);
        BigInteger own = Slip.value(terms, applied.letters(), 1);
        if (added.isZero()) {
            Slip.note(wrong, own, "these weights are used again, and were counted when they were used first");
        }
        Expr buffers = ledger.added(call).buffers();
        if (!buffers.isZero() && buffers.isNumber()) {
            Slip.note(wrong, added.plus(buffers).normal().exact(), "buffers are kept, but not learned");
            Slip.note(wrong, buffers.exact(), "those are the buffers, which are kept but not learned");
        }
        Expr sum = ledger.upTo(call).params().normal();
        Slip.note(wrong, sum.isNumber() ? sum.exact() : null, "that is the running total; the row adds less");
        return Optional.of(new Question(about(call) + "how many parameters does it add?", "parameters", call, key(added.exact(), wrong), Review.params(call, added.isZero())));
    }

    private static List<Slip.Term> weights(Applied applied) {
        return applied.rule().parts().isEmpty() ? applied.rule().weights().stream().map(w -> new Slip.Term(w.name(), w.dims())).toList()
            : applied.weights().stream().map(w -> new Slip.Term(w.name().substring(w.name().lastIndexOf('.') + 1), w.dims())).toList();
    }

    private static NumberKey key(BigInteger right, Map<BigInteger, List<String>> wrong) {
        wrong.remove(right);
        return new NumberKey(right, wrong);
    }

    // ---- shape

    private static Optional<Question> shape(Call call) {
        var out = call.outputs().get(0).shape();
        boolean same = call.applied().inputs().types().stream().allMatch(t -> t.shape().equals(out));
        if (same || call.outputs().size() > 1 || out.rank() < 1) {
            return Optional.empty();
        }
        return Optional.of(new Question(about(call) + "what comes out, for one example?", "shape", call,
            new ShapeKey(ShapeKey.sizes(out), ShapeSlips.of(call.applied())), "04-shapes"));
    }

    // ---- work

    private static Optional<Question> flops(Graph graph, Call call) {
        Applied applied = call.applied();
        Cost cost = Ledger.of(graph).cost(call, Conventions.FLOPS);
        if (!applied.rule().parts().isEmpty() || cost instanceof Cost.Unknown || cost instanceof Cost.Uncounted) {
            return Optional.empty();
        }
        Expr right = Figures.perExample(cost.amount()).normal();
        List<Slip.Term> terms = work(applied, Kind.MULTIPLY_ADD);
        if (!right.isNumber() || right.isZero() || terms.isEmpty()) {
            return Optional.empty();
        }
        var slips = new ArrayList<>(Slip.WORK);
        slips.addAll(Slip.COMMON);
        Map<BigInteger, List<String>> wrong = Slip.worked(slips, terms, applied.letters(), 2);
        Slip.note(wrong, Slip.value(terms, applied.letters(), 1), "those are multiply-adds, and each is two FLOPs");
        Slip.worked(slips, terms, applied.letters(), 1).forEach((value, why) ->
            why.stream().filter(w -> !wrong.containsKey(value)).limit(1).toList().forEach(w -> Slip.note(wrong, value, w + "; and those are multiply-adds, each of which is two FLOPs")));
        Slip.note(wrong, Slip.value(terms, applied.letters(), 4), "2 was multiplied in twice");
        BigInteger bias = Slip.value(work(applied, Kind.BIAS_ADD), applied.letters(), 1);
        if (bias != null) {
            Slip.note(wrong, right.exact().add(bias), "the bias was added in, and FLOPs here are those of multiply-adds only");
        }
        BigInteger own = Slip.value(weights(applied), applied.letters(), 1);
        Slip.note(wrong, own, "those are its parameters");
        return Optional.of(new Question(about(call) + "how many FLOPs, for one example (2 per multiply-add)?", "FLOPs", call, key(right.exact(), wrong), Review.work(call)));
    }

    private static List<Slip.Term> work(Applied applied, Kind kind) {
        return applied.rule().work().stream().filter(w -> w.kind() == kind).map(w -> new Slip.Term("", w.factors())).toList();
    }
}
