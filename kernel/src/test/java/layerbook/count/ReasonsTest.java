package layerbook.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import layerbook.net.NetworkBuilder;
import layerbook.session.words.Nn;
import org.junit.jupiter.api.Test;

/** Each quirk of a counter is a sentence with the numbers of the network at hand. */
class ReasonsTest {
    private static NetworkView vit() {
        return NetworkView.of(new NetworkBuilder().within(() -> Nn.trace(VisionModels.all().get("vit_b_16"), 3, 224, 224)));
    }

    @Test void thopMissesAttentionAndBareWeights() {
        List<String> said = Reasons.of(Conventions.THOP, vit());
        assertTrue(said.contains("thop does not count class_token, pos_embedding and attention: 28,500,480 of 86,567,656 parameters are missing"), said::toString);
        assertTrue(said.get(0).startsWith("6,277,573,632 less than MACS: multiheadAttention −6,292,703,232 (it has no rule for attention)"), said::toString);
    }

    @Test void torchsummaryMissesAttentionAndKerasNothing() {
        assertEquals(List.of("torchsummary adds up what is called weight or bias, again at each use: 28,500,480 of 86,567,656 parameters are missing"), ParamsAs.remarks(vit()));
    }

    private static NetworkView typed(Runnable statements) {
        var book = new NetworkBuilder();
        return book.within(() -> {
            statements.run();
            return NetworkView.last(book.graph());
        });
    }

    @Test void aSharedModuleIsSaidToBe() {
        NetworkView v = typed(() -> {
            var fc = Nn.own(Nn.linear(8, 8));
            Nn.trace(Nn.sequential(Nn.sequential(fc), Nn.sequential(fc)), 8);
        });
        assertEquals(List.of("384 more than MACS: linear +384 (shared: counted 4 times for its 2 parents)", "thop counts modules with several parents once for each: 72 parameters are counted again"),
            Reasons.of(Conventions.THOP, v));
    }

    @Test void frozenAndNeverRun() {
        NetworkView frozen = typed(() -> {
            var fc = Nn.own(Nn.linear(8, 8));
            Nn.tensor(8).then(fc).then(Nn.linear(8, 8));
            Nn.freeze(fc);
        });
        assertTrue(Reasons.of(Conventions.PTFLOPS, frozen).contains("ptflops totals what is trained: 72 of 144 parameters are frozen and missing"));
    }

    @Test void whatAToolFailsOnIsUnknownWithTheReason() {
        NetworkView v = typed(() -> Nn.tensor(Nn.shape(3, 8, 8)).then(Nn.conv2d(3, 4, 3)));
        assertEquals(List.of("conv2d is unknown: DeepSpeed fails on a convolution without a batch"), Reasons.of(Conventions.DEEPSPEED, v));
    }

    @Test void whatAgreesNeedsNoReason() {
        NetworkView v = typed(() -> Nn.tensor(8).then(Nn.linear(8, 8)));
        assertEquals(List.of(), Reasons.of(Conventions.THOP, v));
        assertEquals(List.of(), Reasons.of(Conventions.FLOPS, v));
    }
}
