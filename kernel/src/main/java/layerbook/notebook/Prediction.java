package layerbook.notebook;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import layerbook.count.Ledger;
import layerbook.formula.Expr;
import layerbook.layer.Param;
import layerbook.net.Call;
import layerbook.net.Graph;

/** What a reader might say that a cell adds in parameters: the right number, and wrong ones with the slip that leads to them. */
final class Prediction {
    private final BigInteger right;
    private final Map<BigInteger, String> slips = new LinkedHashMap<>();

    private Prediction(Graph graph, int from) {
        Ledger ledger = Ledger.of(graph);
        Expr added = Expr.ZERO;
        Expr again = Expr.ZERO;
        Expr weights = Expr.ZERO;
        Expr buffers = Expr.ZERO;
        for (Call call : graph.calls(from, graph.size())) {
            Expr mine = ledger.added(call).params();
            added = added.plus(mine).normal();
            buffers = buffers.plus(ledger.added(call).buffers()).normal();
            for (Param param : call.applied().weights()) {
                boolean bias = param.name().contains("bias");
                again = again.plus(param.size()).normal();
                weights = bias || mine.isZero() ? weights : weights.plus(param.size()).normal();
            }
        }
        right = known(added);
        if (right != null) {
            slip(weights, "those are the weights without the biases");
            slip(again, "a layer that is used again brings no new weights");
            slip(added.plus(buffers).normal(), "buffers are kept, but not learned");
            slip(ledger.upTo(graph.last()).params(), "that is the running total; the cell adds less");
            slips.remove(right);
        }
    }

    /** The prediction for the calls from an index on, or null if they bring nothing that could be predicted. */
    static Prediction of(Graph graph, int from) {
        if (from >= graph.size()) {
            return null;
        }
        var prediction = new Prediction(graph, from);
        return prediction.right == null || prediction.right.signum() == 0 ? null : prediction;
    }

    private void slip(Expr wrong, String why) {
        BigInteger number = known(wrong);
        if (number != null) {
            slips.putIfAbsent(number, why);
        }
    }

    private static BigInteger known(Expr amount) {
        return amount.isNumber() ? amount.exact() : null;
    }

    /** What to say to an answer; text that is no number is no answer. */
    String judge(String answer) {
        String digits = answer.strip().replaceAll("[,_ ']", "");
        if (!digits.matches("-?[0-9]{1,40}")) {
            return "It is " + grouped(right) + ".";
        }
        BigInteger said = new BigInteger(digits);
        if (said.equals(right)) {
            return "Right: " + grouped(right) + ".";
        }
        String why = slips.get(said);
        return "Not " + grouped(said) + " but " + grouped(right) + (why == null ? "." : ": " + why + ".");
    }

    private static String grouped(BigInteger number) {
        return Expr.of(number).text();
    }
}
