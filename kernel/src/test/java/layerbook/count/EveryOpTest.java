package layerbook.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.UnaryOperator;
import layerbook.layers.TruthCase;
import layerbook.net.NetworkBuilder;
import layerbook.net.Tensor;
import layerbook.session.words.Nn;
import org.junit.jupiter.api.Test;

/** Each operation there is, one each, the same for a layer and its functional form. */
class EveryOpTest {
    private static final long NUMBERS = 2 * 4 * 6 * 6;

    /** How many operations this makes of a tensor of 2×4×6×6. */
    private static long of(UnaryOperator<Tensor> f) {
        var book = new NetworkBuilder();
        return book.within(() -> {
            Tensor y = f.apply(Nn.tensor(Nn.shape(2, 4, 6, 6)));
            return Ledger.of(book.graph()).cost(y.call(), Conventions.EVERY_OP).amount().exact().longValueExact();
        });
    }

    @Test void aMultiplyAddIsTwoAndABiasOne() {
        assertEquals(2 * 3 * 36 * (2 * 4 * 9 + 1), of(x -> x.then(Nn.conv2d(4, 3, 3, Nn.padding(1)))));
        assertEquals(2 * 3 * 36 * 2 * 4 * 9, of(x -> x.then(Nn.conv2d(4, 3, 3, Nn.padding(1), Nn.bias(false)))));
    }

    @Test void normalisationsComputeWhatTheyDoNotKeep() {
        assertEquals(4 * NUMBERS, of(x -> x.then(Nn.batchNorm2d())), "subtract, divide, scale, shift");
        assertEquals(5 * NUMBERS, of(x -> x.then(Nn.batchNorm2d(Nn.affine(false), Nn.trackRunningStats(false)))), "3 for mean and variance, subtract, divide");
        assertEquals(5 * NUMBERS, of(x -> x.then(Nn.instanceNorm2d())));
        assertEquals(7 * NUMBERS, of(x -> x.then(Nn.layerNorm(6))));
        assertEquals(7 * NUMBERS, of(x -> x.then(Nn.groupNorm(2, 4))));
    }

    @Test void reductions() {
        assertEquals(NUMBERS, of(x -> x.sum(2, 3)));
        assertEquals(NUMBERS + 8, of(x -> x.mean(2, 3)));
        assertEquals(of(x -> x.then(Nn.adaptiveAvgPool2d(1))), of(x -> x.mean(2, 3)));
        assertEquals(3 * NUMBERS + 16, of(x -> x.var(2, 3)));
    }

    @Test void whatMovesIsNone() {
        assertEquals(0, of(x -> x.then(Nn.flatten())));
        assertEquals(0, of(x -> x.permute(0, 2, 3, 1)));
        assertEquals(0, of(x -> x.then(Nn.dropout(0.5))));
    }

    @Test void aFunctionIsWhatItsLayerIs() {
        assertEquals(of(x -> x.then(Nn.relu())), of(Tensor::relu));
        assertEquals(of(x -> x.then(Nn.softmax(Nn.dim(1)))), of(x -> x.softmax(1)));
        assertEquals(of(x -> x.then(Nn.avgPool2d(2))), of(x -> x.avgPool2d(2)));
        assertEquals(of(x -> x.then(Nn.layerNorm(6, Nn.elementwiseAffine(false)))), of(x -> x.layerNorm(6)));
    }

    /** Nothing that another convention counts as a multiply-add is left out, in any layer that was measured. */
    @Test void atLeastTheFlops() {
        TruthCase.all().forEach(c -> {
            var site = new Site(c.applied(), true, null, null);
            assertTrue(site.cost(Conventions.EVERY_OP).amount().exact().compareTo(site.cost(Conventions.FLOPS).amount().exact()) >= 0, c::toString);
        });
    }
}
