package layerbook.hardware;

import static layerbook.session.words.Nn.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import layerbook.count.Network;
import layerbook.formula.Expr;
import layerbook.shape.Refusal;
import org.junit.jupiter.api.Test;

/** The words on a traced decoder: memory of training, fit, bounds, each against arithmetic on its sizes. */
class WhatItTakesTest {
    private static final int LAYERS = 4;
    private static final int WIDTH = 256;
    private static final int HIDDEN = 512;
    private static final int WORDS = 1000;

    private static Network net() {
        return trace(new Decoder(Decoder.Style.ONE_CALL, LAYERS, WIDTH, 8, 2, 32, HIDDEN, WORDS), tensor(shape(N, symbol("T")), INT64));
    }

    @Test void mixedPrecisionTakes16BytesForEachParameterAnd2ForEachActivation() {
        var memory = memory(net(), ADAM, MIXED, batch(8)).at("T", 128);
        assertEquals(16 * net().params(), memory.states());
        var half = memory(net(), ADAM, BFLOAT16, batch(8)).at("T", 128);
        assertEquals(half.activations(), memory.activations());
        assertEquals(memory.states() + memory.activations(), memory.total());
    }

    @Test void zeroDividesStatesAndNotActivations() {
        var one = memory(net(), ADAM, MIXED).at("T", 128);
        var shared = memory(net(), ADAM, MIXED, zero(3, 64)).at("T", 128);
        assertEquals(64 * one.activations(), shared.activations());
        BigInteger share = BigInteger.valueOf(net().params()).add(BigInteger.valueOf(63)).divide(BigInteger.valueOf(64));
        assertEquals(16 * share.longValueExact() + one.activations(), shared.perDevice());
        assertEquals(shared.perDevice(), memory(net(), ADAM, MIXED, fsdp(64)).at("T", 128).perDevice());
    }

    @Test void fullRecomputationKeepsWhatGoesIntoEachBlock() {
        var all = memory(net(), ADAM, MIXED, batch(2)).at("T", 128);
        var full = memory(net(), ADAM, MIXED, batch(2), recompute("full")).at("T", 128);
        long blocks = 2L * 2 * 128 * WIDTH * LAYERS;
        assertTrue(full.activations() >= blocks && full.activations() < all.activations(), () -> full.activations() + " of " + all.activations());
    }

    @Test void selectiveRecomputationDropsTheScoresOfEachHead() {
        var net = trace(new Decoder(Decoder.Style.WRITTEN_OUT, LAYERS, WIDTH, 8, 8, 32, HIDDEN, WORDS), tensor(shape(N, symbol("T")), INT64));
        long all = memory(net, ADAM, MIXED).at("T", 128).activations();
        long selective = memory(net, ADAM, MIXED, recompute("selective")).at("T", 128).activations();
        long scores = 2L * 8 * 128 * 128 * LAYERS;
        assertTrue(all - selective >= scores, () -> (all - selective) + " of at least " + scores);
    }

    @Test void adaptersTrainRankTimesInAndOut() {
        var adapters = lora(net(), 8, "q_proj", "v_proj");
        long each = 8L * (WIDTH + 256) + 8L * (WIDTH + 64);
        assertEquals(LAYERS * each, adapters.trainable());
        var memory = memory(net(), ADAM, MIXED, lora(8, "q_proj", "v_proj")).at("T", 128);
        assertEquals(2 * net().params() + 16 * adapters.trainable(), memory.states());
        assertTrue(memory.activations() < memory(net(), ADAM, MIXED).at("T", 128).activations());
        assertEquals(memory.total(), memory(adapters, ADAM, MIXED).at("T", 128).total());
    }

    @Test void aNameThatNoLayerHasIsRefusedWithTheNearest() {
        Refusal refusal = assertThrows(Refusal.class, () -> lora(net(), 8, "q_prj"));
        assertTrue(refusal.suggestion().contains("q_proj"), refusal.suggestion());
    }

    @Test void fitAddsWeightsKeysAndValuesAndOneStep() {
        var fits = fits(net(), "RTX 4090", FLOAT16, context(8192), batch(1));
        long keys = 2L * LAYERS * 2 * 32 * 8192 * 2;
        assertEquals(2 * net().params() + keys + fits.verdict().activations().longValueExact(), fits.total());
        assertTrue(fits.fits());
        assertEquals((24L << 30) - (1L << 30) - fits.total(), fits.left());
        long longest = fits.longestContext();
        assertTrue(fits(net(), "RTX 4090", FLOAT16, context(longest)).fits());
        assertFalse(fits(net(), "RTX 4090", FLOAT16, context(longest + 1)).fits());
        long largest = fits.largestBatch();
        assertTrue(fits(net(), "RTX 4090", FLOAT16, context(8192), batch(largest)).fits());
        assertFalse(fits(net(), "RTX 4090", FLOAT16, context(8192), batch(largest + 1)).fits());
    }

    @Test void decodingReadsEveryStoredWeightAndTheKeysAndValues() {
        var roofline = roofline(net(), "H100 SXM", BFLOAT16, context(1024));
        long keys = 2L * LAYERS * 2 * 32 * 1024 * 2;
        assertEquals(3350e9 / (2 * net().params() + keys), roofline.decode(), 1);
        long matrices = (net().params() - (long) WORDS * WIDTH);
        double prefill = roofline.prefill();
        assertEquals(989.4e12 / (2.0 * matrices), prefill, 0.01 * prefill);
    }

    @Test void trainingTimeIsSixOperationsForEachParameterAndToken() {
        var time = trainingTime(net(), tokens(1e9), gpus(8, "A100 80GB SXM"), mfu(0.4));
        assertEquals(6.0 * net().params() * 1e9, time.flops());
        assertEquals(6.0 * net().params() * 1e9 / (8 * 312e12 * 0.4) / 86400, time.days(), 1e-9);
    }

    @Test void eachResultIsWorkedOut() {
        String text = explain(kvCache(net(), context(1024))).text(100, true, false);
        assertTrue(text.contains("="), text);
        assertTrue(explain(fits(net(), "RTX 4090", Q4_K_M, context(1024))).text(100, true, false).contains("left"));
        assertTrue(explain(memory(net(), ADAM, MIXED, zero(1, 4))).text(100, true, false).contains("ZeRO"));
    }

    @Test void aLengthThatIsOpenIsAskedFor() {
        assertThrows(Refusal.class, () -> fits(net(), "RTX 4090", FLOAT16));
        assertEquals(Expr.symbol("T"), OpenLetters.length(layerbook.session.words.Selectors.view(net())));
    }
}
