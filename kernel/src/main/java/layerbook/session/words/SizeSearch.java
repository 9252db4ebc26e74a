package layerbook.session.words;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.function.IntFunction;
import layerbook.count.Convention;
import layerbook.lesson.Budget;
import layerbook.net.Graph;
import layerbook.net.NetworkBuilder;
import layerbook.session.output.Output;
import layerbook.session.output.StandardStreams;

/** Looks for a size in a book of its own, so that the user's networks stay as they are. */
final class SizeSearch {
    private SizeSearch() {}

    static int solve(IntFunction<? extends Number> figure, Number budget, Integer from, Integer to, Integer step) {
        BigInteger limit = new BigDecimal(budget.toString()).setScale(0, RoundingMode.FLOOR).toBigIntegerExact();
        IntFunction<Number> apart = apart(figure);
        Budget found = from == null ? Budget.of(apart, limit) : Budget.of(apart, limit, from, to, step);
        StandardStreams.show(new Output.Shown(ValueDisplay.showable(found.grid())));
        return found.size();
    }

    /** What is added to a tensor of the user's own book is taken back. */
    private static IntFunction<Number> apart(IntFunction<? extends Number> figure) {
        NetworkBuilder mine = NetworkBuilder.current();
        Convention convention = Selectors.convention();
        return size -> {
            Graph before = mine.graph();
            NetworkBuilder scratch = mine.beside();
            Selectors.convention(scratch, convention);
            try {
                return scratch.within(() -> figure.apply(size));
            } finally {
                if (mine.graph() != before) {
                    mine.go(before);
                }
            }
        };
    }
}
