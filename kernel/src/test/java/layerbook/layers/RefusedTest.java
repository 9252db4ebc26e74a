package layerbook.layers;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import layerbook.layer.Applied;
import layerbook.shape.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What PyTorch refuses of windows and rearrangements is refused here too, and the fix that is offered works on the same input. */
class RefusedTest {
    private static final Pattern OURS = Pattern.compile("nn\\.(Conv|AvgPool|MaxPool|LPPool|Adaptive|Fractional|MaxUnpool|Bilinear|Pixel|Channel|Fold|Unfold|Flatten|Unflatten).*");
    /** Where the input is of the wrong kind as a whole, so that no other argument would help, or where the word meant is said instead. */
    private static final Set<String> WITHOUT_FIX = Set.of("conv2d 5-D input", "conv2d 2-D input", "conv2d integer input", "conv2d unknown keyword");

    static Stream<Named> refused() {
        return StreamSupport.stream(TruthCase.file("layers.json").get("errors").spliterator(), false).filter(e -> OURS.matcher(e.get("code").asText()).matches()).map(Named::new);
    }

    record Named(JsonNode json) {
        String code() {
            return json.get("code").asText();
        }

        @Override public String toString() {
            return json.get("case").asText() + ": " + code();
        }
    }

    @Test void casesAreFound() {
        assertTrue(refused().count() >= 18, () -> "only " + refused().count());
    }

    @ParameterizedTest(name = "{0}") @MethodSource("refused") void refusedWithAFixThatWorks(Named c) {
        Refusal refusal = assertThrows(Refusal.class, () -> run(c.code()));
        assertTrue(List.of("shape", "option").contains(refusal.kind()), refusal.kind());
        assertFalse(refusal.details().isEmpty() && refusal.mark() == null, "says why: " + refusal.getMessage());
        if (WITHOUT_FIX.contains(c.json().get("case").asText())) {
            return;
        }
        assertNotNull(refusal.argument(), "names the argument: " + refusal.getMessage());
        assertNotNull(refusal.suggestion(), "has a fix: " + refusal.getMessage());
        Matcher input = Pattern.compile("\\)(\\(torch.*)").matcher(c.code());
        run(refusal.suggestion() + (input.find() ? input.group(1) : ""));
    }

    /** Quotients that do not come out even are refusals, not failures of the arithmetic. */
    @ParameterizedTest @ValueSource(strings = {"nn.PixelShuffle(2)(torch.zeros(6,4,4))", "nn.PixelUnshuffle(2)(torch.zeros(1,3,5,4))", "nn.PixelUnshuffle(2)(torch.zeros(1,3,4,5))",
        "nn.ChannelShuffle(2)(torch.zeros(1,3,4,4))", "nn.Fold((4,4),3)(torch.zeros(1,10,4))"})
    void unevenQuotients(String code) {
        Refusal refusal = assertThrows(Refusal.class, () -> run(code));
        assertNotNull(refusal.argument(), refusal.getMessage());
    }

    private static void run(String code) {
        LayerText.Written written = LayerText.read(code);
        if (written.inputs() == null) {
            written.layer().rule();
        } else {
            Applied.of(written.layer(), written.inputs());
        }
    }
}
