package layerbook.hardware;

import static layerbook.session.words.Nn.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import layerbook.count.Network;
import layerbook.formula.Expr;
import layerbook.net.Model;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.shape.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys and values by the network's own attention calls; each test is named after the error that calculators with one formula make. */
class KvCacheTest {
    private static final Expr.Sym LENGTH = symbol("T");

    private static Network decoder(Decoder.Style style, int layers, int heads, int keyHeads, int size) {
        return trace(new Decoder(style, layers, 1024, heads, keyHeads, size, 512, 1000), tensor(shape(N, LENGTH), INT64));
    }

    @ParameterizedTest @EnumSource(value = Decoder.Style.class, names = "LATENT", mode = EnumSource.Mode.EXCLUDE)
    void groupedKeysCountBeforeTheyAreExpanded(Decoder.Style style) {
        assertEquals(Expr.product(N, LENGTH).times(2 * 3 * 2 * 32 * 2).normal(), kvCache(decoder(style, 3, 8, 2, 32)).totalFormula());
    }

    @ParameterizedTest @EnumSource(value = Decoder.Style.class, names = "LATENT", mode = EnumSource.Mode.EXCLUDE)
    void theSizeOfAHeadNeedNotBeTheWidthOverTheHeads(Decoder.Style style) {
        assertEquals(2L * 3 * 2 * 80 * 1024 * 2, kvCache(decoder(style, 3, 8, 2, 80), context(1024), batch(1)).total());
    }

    @Test void latentAttentionKeepsTheShortVectorAndTheSharedPlaces() {
        var cache = kvCache(decoder(Decoder.Style.LATENT, 4, 8, 8, 64), context(1000), batch(2));
        assertEquals(4L * (512 + 64) * 1000 * 2 * 2, cache.total());
    }

    static final class Local extends Model implements AttentionCache {
        Unit qkv = own(linear(64, 192));

        @Override public Expr window() {
            return Expr.of(128);
        }

        public Tensor forward(Tensor x) {
            var parts = x.then(qkv).chunk(3, -1);
            return parts.get(0).scaledDotProductAttention(parts.get(1), parts.get(2), isCausal(true));
        }
    }

    static final class Mixed extends Model {
        Local local = new Local();
        Unit qkv = own(linear(64, 192));

        public Tensor forward(Tensor x) {
            var parts = x.then(local).then(qkv).chunk(3, -1);
            return parts.get(0).scaledDotProductAttention(parts.get(1), parts.get(2), isCausal(true));
        }
    }

    @Test void aWindowKeepsNoMoreThanItsPositions() {
        var net = trace(new Mixed(), tensor(shape(N, LENGTH, 64)));
        assertEquals((128L + 4096) * 2 * 64 * 2, kvCache(net, context(4096), batch(1)).total());
        assertEquals((100L + 100) * 2 * 64 * 2, kvCache(net, context(100), batch(1)).total());
    }

    @Test void anEncoderKeepsNothingAndCrossAttentionKeepsWhatItLooksAt() {
        var source = tensor(shape(N, symbol("S"), 64));
        var target = tensor(shape(N, LENGTH, 64));
        var encoded = source.scaledDotProductAttention(source, source);
        var self = target.scaledDotProductAttention(target, target, isCausal(true));
        var out = self.scaledDotProductAttention(encoded, encoded);
        var cache = kvCache(out);
        assertEquals((64L * 10 + 64L * 20) * 2, cache.at("T", 10).at("S", 20).at("N", 1).total());
    }

    @Test void multiheadAttentionKeepsItsProjectedKeysAndValues() {
        var x = tensor(shape(N, LENGTH, 64));
        var mask = ones(LENGTH, LENGTH, BOOL);
        var y = x.then(multiheadAttention(64, 4, batchFirst(true)), x, x, mask);
        assertEquals(2L * 64 * 50 * 4, kvCache(y, FLOAT32).at("T", 50).at("N", 1).total());
    }

    @Test void aNetworkOfAFixedLengthIsRefusedWithTheTraceToType() {
        var x = tensor(shape(N, 16, 64));
        var y = x.scaledDotProductAttention(x, x, isCausal(true));
        Refusal refusal = assertThrows(Refusal.class, () -> kvCache(y, context(1024)));
        assertTrue(refusal.suggestion().contains("trace("), refusal.suggestion());
    }

    @Test void anOpenLetterIsNamedWithTheCallThatSetsIt() {
        Refusal refusal = assertThrows(Refusal.class, () -> kvCache(decoder(Decoder.Style.ONE_CALL, 1, 4, 4, 16)).total());
        assertTrue(refusal.suggestion().startsWith("at("), refusal.suggestion());
    }
}
