package layerbook.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import layerbook.formula.Expr;
import layerbook.net.NetworkBuilder;
import layerbook.net.Tensor;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A view that folds sizes into the batch is warned of, whether the batch is a letter or a number. */
class FoldedBatchTest {
    private final NetworkBuilder builder = new NetworkBuilder();

    static Stream<Long> seeds() {
        return LongStream.range(0, 200).boxed();
    }

    private Tensor input(Expr batch, List<Integer> sizes) {
        var dims = new ArrayList<Expr>(List.of(batch));
        sizes.forEach(d -> dims.add(Expr.of(d)));
        return builder.tensor(TensorType.of(new Shape(dims)));
    }

    @ParameterizedTest @MethodSource("seeds") void aNumberIsWarnedOfAsALetterIs(long seed) {
        var random = new Random(seed);
        int batch = 1 + random.nextInt(4);
        List<Integer> sizes = IntStream.range(0, 1 + random.nextInt(3)).mapToObj(i -> 2 * (1 + random.nextInt(4))).toList();
        int all = sizes.stream().reduce(1, (a, b) -> a * b);
        List<Integer> rows = IntStream.rangeClosed(1, batch * all).filter(d -> batch * all % d == 0).boxed().toList();
        int row = rows.get(random.nextInt(rows.size()));
        Object[] to = random.nextInt(4) == 0 ? new Object[] {batch * all / row, -1} : new Object[] {-1, row};
        boolean view = random.nextBoolean();
        builder.within(() -> {
            Tensor x = input(Expr.of(batch), sizes);
            for (int i = random.nextInt(3); i > 0; i--) {
                x = x.relu();
            }
            Tensor y = view ? x.view(to) : x.reshape(to);
            boolean folds = to[0].equals(-1) && batch * all / row != batch;
            List<String> warnings = builder.takeWarnings();
            assertEquals(folds ? 1 : 0, warnings.size(), () -> x(batch, sizes, row) + warnings);
            if (folds) {
                assertTrue(warnings.get(0).startsWith((view ? "view" : "reshape") + " turns " + batch + " example" + (batch == 1 ? "" : "s") + " into " + y.size(0).text() + " row"), warnings.get(0));
            }
            return null;
        });
    }

    private static String x(int batch, List<Integer> sizes, int row) {
        return batch + "×" + sizes + " to rows of " + row + ": ";
    }

    @Test void weightsAndWhatIsFoldedAlreadyHaveNoBatch() {
        builder.within(() -> {
            builder.parameter(List.of(Expr.of(6), Expr.of(4))).view(-1, 3);
            Tensor rows = input(Expr.of(2), List.of(3, 4)).view(-1, 4);
            assertEquals(1, builder.takeWarnings().size());
            rows.view(-1, 2);
            assertEquals(List.of(), builder.takeWarnings());
            return null;
        });
    }

    @Test void theArticlesImageBecomes49Rows() {
        builder.within(() -> {
            input(Expr.ONE, List.of(32, 56, 56)).view(-1, 2048);
            assertTrue(builder.takeWarnings().get(0).startsWith("view turns 1 example into 49 rows: 1×32×56×56 became 49×2048, so the sizes"));
            input(Expr.symbol("N"), List.of(32, 56, 56)).view(-1, 2048);
            assertTrue(builder.takeWarnings().get(0).startsWith("view turns 1 example into 49 rows: N×32×56×56 became "));
            return null;
        });
    }
}
