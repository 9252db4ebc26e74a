package layerbook.session;

import static layerbook.session.words.Nn.FLOAT32;
import static layerbook.session.words.Nn.INT64;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import layerbook.count.Ledger;
import layerbook.formula.Expr;
import layerbook.layer.Letters;
import layerbook.net.NetworkBuilder;
import layerbook.net.Tensor;
import layerbook.session.text.JavaText;
import layerbook.session.words.Nn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tensors that no layer gave: kept ones and made ones; and what goes with them in networks that are written by hand. */
class MadeTensorsTest {
    private static final Expr.Sym T = Expr.symbol("T");
    private final NetworkBuilder book = new NetworkBuilder();

    @BeforeEach void begin() {
        book.bind();
    }

    @Test void aBufferIsKeptAndNotLearned() {
        Tensor x = Nn.tensor(8).add(Nn.buffer(8));
        var totals = Ledger.of(book.graph()).totals(book.graph().networkOf(x.call()));
        assertEquals("0 8", totals.params().exact() + " " + totals.buffers().exact());
    }

    @Test void whatIsMadeOnTheSpotIsNeither() {
        Tensor mask = Nn.ones(T, T).tril().eq(0);
        Tensor x = Nn.tensor(Nn.shape(Letters.N, T, T)).maskedFill(mask, Double.NEGATIVE_INFINITY).add(Nn.zeros(T));
        var totals = Ledger.of(book.graph()).totals(book.graph().networkOf(x.call()));
        assertEquals("N×T×T 0 0", x + " " + totals.params().exact() + " " + totals.buffers().exact());
    }

    @Test void placesAreWholeNumbersAndCanBeLookedUp() {
        Tensor places = Nn.arange(T);
        assertEquals(INT64, places.type().dtype());
        assertEquals("T×4", places.then(Nn.embedding(10, 4)).toString());
        assertEquals(FLOAT32, Nn.zeros(3).type().dtype());
        assertEquals(INT64, Nn.zeros(3, INT64).type().dtype());
    }

    @Test void onlyAParameterIsAWeight() {
        assertTrue(Nn.parameter(3).add(1).call().inputs().get(0).ref() != null);
        assertNull(Nn.zeros(3).add(1).call().inputs().get(0).ref());
    }

    @Test void memoryAndTreesKnowThem() {
        Tensor x = Nn.tensor(Nn.shape(Letters.N, T), INT64).then(Nn.embedding(10, 4)).add(Nn.arange(T).unsqueeze(1)).mul(Nn.buffer(4)).then(Nn.linear(4, 2));
        String text = Nn.tree(x).text(100, true, false) + Nn.memory(x).text(100, true, false);
        assertTrue(text.contains("params 50") && text.contains("buffers 4") && text.contains("buffer_1"), text);
    }

    @Test void furtherInputsMayComeInAList() {
        var found = new ArrayList<>(List.of(Nn.tensor(4), Nn.tensor(4), Nn.tensor(4)));
        Tensor y = found.get(0).then(new Joined(), found.subList(1, 3));
        assertEquals("N×12", y.toString());
        assertEquals("N×4", found.get(0).then(new Joined(), List.of()).toString());
    }

    private static final class Joined extends layerbook.net.Model {
        @SuppressWarnings("unused")
        public Tensor forward(List<Tensor> all) {
            return Nn.cat(1, all);
        }
    }

    @Test void whoWritesTheRowsOutIsNotWarned() {
        Tensor x = Nn.tensor(4, 6);
        x.reshape(Letters.N.times(2), 12);
        assertEquals(List.of(), book.takeWarnings());
        x.reshape(-1, 12);
        assertEquals(1, book.takeWarnings().size());
    }

    @Test void aNumberInPlaceOfOneSymbol() {
        Expr work = T.times(T).times(Letters.N).plus(T);
        assertEquals(310, work.at(T, 10).at(Letters.N, 3).intValue());
    }

    @Test void aSemicolonMutesWhateverCommentsFollow() {
        assertTrue(JavaText.endsWithSemicolon("relu();   // as in the paper"));
        assertTrue(JavaText.endsWithSemicolon("relu(); /* so */\n"));
        assertFalse(JavaText.endsWithSemicolon("relu()   // so;"));
        assertFalse(JavaText.endsWithSemicolon("var s = \";\""));
    }
}
