package layerbook.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import layerbook.formula.Expr;
import layerbook.shape.Shape;
import org.junit.jupiter.api.Test;

/** Sizes of nothing, below nothing, and beyond 2⁶³ in every layer and tensor operation: PyTorch's verdict, a refusal or an exact value, never a wrapped one. */
class NumbersAtTheEdgeTest {
    private static final int MOST_FAULTS = 8;

    /** Where the verdict here is another on purpose: which cases, and why. Each reason has to be met with, or it goes. */
    private record Otherwise(String why, BiPredicate<EdgeCase, EdgeCase.Outcome> is) {}

    private static final List<Otherwise> ON_PURPOSE = List.of(
        new Otherwise("PyTorch's 64-bit sizes or its memory end there; here numbers do not", (c, here) -> c.verdict().equals("overflow") && here.ok()),
        new Otherwise("inside PyTorch a size beyond 2^31 becomes a negative or a small one, which is then refused", (c, here) -> here.ok() && c.refused() && c.isHuge()
            && Pattern.compile("negative|-\\d+|kW = 1|input of size").matcher(c.error()).find()),
        new Otherwise("PyTorch stumbles over a bag of nothing, whose sum is 0", (c, here) -> here.ok() && c.name().equals("EmbeddingBag") && c.error().contains("step must be nonzero")),
        new Otherwise("the sum over all axes is meant where none is named", (c, here) -> here.ok() && c.name().equals("logsumexp") && c.error().contains("invalid combination")),
        new Otherwise("without input channels the bias alone fills the output channels, as the meta device has it; the CPU gives 0 channels", (c, here) -> here.ok() && c.isOk()
            && c.name().matches("Conv\\dd") && c.outputs().get(0).dim(1).isZero() && c.json().get("args").get(0).asInt() == 0),
        new Otherwise("of an empty image the CPU says that nothing was rearranged; the meta device has the sizes", (c, here) -> here.ok() && c.isOk() && c.name().equals("PixelUnshuffle")),
        new Otherwise("a size times 1.5 is rounded to a double inside PyTorch; here it is exact", (c, here) -> here.ok() && c.isOk() && c.name().equals("Upsample") && c.isHuge()),
        new Otherwise("PyTorch does not look at these arguments of random pools", (c, here) -> !here.ok() && c.name().startsWith("FractionalMaxPool")),
        new Otherwise("a call without outputs is no row", (c, here) -> !here.ok() && c.name().equals("unbind") && c.outputs().isEmpty()),
        new Otherwise("where nothing comes in PyTorch does not look at the other arguments", (c, here) -> !here.ok() && c.isOk() && c.takesNothing()),
        new Otherwise("PyTorch looks whether one of the two axes stays, not both", (c, here) -> !here.ok() && c.name().startsWith("ReflectionPad") && c.isOk() && c.outputs().get(0).numel().isZero()),
        new Otherwise("the meta device does not look at all arguments as the CPU does", (c, here) -> !here.ok() && c.isOk() && c.isHuge() && c.name().matches("Conv.*|ReflectionPad.*")));

    @Test void everyVerdictIsPyTorchsOrDiffersForAReason() throws Throwable {
        var wrong = new ArrayList<String>();
        Set<Otherwise> met = new HashSet<>();
        for (EdgeCase c : EdgeCase.all().toList()) {
            EdgeCase.Outcome here = ran(c);
            if (!agrees(c, here)) {
                var reason = ON_PURPOSE.stream().filter(o -> o.is().test(c, here)).findFirst();
                reason.ifPresentOrElse(met::add, () -> wrong.add(c + "\n    here " + (here.ok() ? here.outputs() + " " + here.params() : "refused: " + here.refusal().getMessage())));
            }
        }
        assertEquals(List.of(), wrong, () -> wrong.size() + " differ:\n" + String.join("\n", wrong));
        assertEquals(List.of(), ON_PURPOSE.stream().filter(o -> !met.contains(o)).map(Otherwise::why).toList(), "reasons that no case needs");
    }

    private static EdgeCase.Outcome ran(EdgeCase c) throws Throwable {
        try {
            return c.here();
        } catch (RuntimeException | Error e) {
            throw new AssertionError(c + " ends in " + e, e);
        }
    }

    private static boolean agrees(EdgeCase c, EdgeCase.Outcome here) {
        if (!c.isOk() || !here.ok()) {
            return c.isOk() == here.ok();
        }
        return here.outputs().equals(c.outputs()) && (here.params() == null || here.params().equals(c.json().get("params").bigIntegerValue()));
    }

    @Test void whatGoesThroughBeyondPyTorchIsExact() throws Throwable {
        int seen = 0;
        for (EdgeCase c : EdgeCase.all().toList()) {
            EdgeCase.Outcome here = ran(c);
            JsonNode exactly = c.json().path("exactly");
            if (here.ok() && exactly.isObject()) {
                seen++;
                assertEquals(EdgeCase.shapes(exactly.get("outputs")), here.outputs(), c::toString);
                if (exactly.has("params") && here.params() != null) {
                    assertEquals(exactly.get("params").bigIntegerValue(), here.params(), c::toString);
                }
            }
        }
        assertTrue(seen > 50, "cases with exact figures: " + seen);
    }

    @Test void noSizeAndNoNumberOfParametersIsBelowNothing() throws Throwable {
        for (EdgeCase c : EdgeCase.all().toList()) {
            EdgeCase.Outcome here = ran(c);
            if (here.ok()) {
                for (Shape out : here.outputs()) {
                    assertTrue(out.dims().stream().allMatch(d -> d.exact().signum() >= 0), () -> c + " gives " + here.outputs());
                }
                assertTrue(here.params() == null || here.params().signum() >= 0, () -> c + " has " + here.params());
            }
        }
    }

    /** Each fix mends one fault (an input of nothing has none); who follows them comes to a layer that fits, or to a refusal that has none to offer. */
    @Test void everyFixLeadsOn() throws Throwable {
        int led = 0;
        for (EdgeCase c : EdgeCase.all().filter(EdgeCase::isLayer).filter(c -> !c.takesNothing()).toList()) {
            EdgeCase.Outcome here = ran(c);
            for (int step = 0; !here.ok() && here.refusal().suggestion() != null && here.refusal().suggestion().startsWith(c.factory() + "("); step++) {
                String fix = here.refusal().suggestion();
                assertTrue(step < MOST_FAULTS, () -> c + " is led around in circles by " + fix);
                assertTrue(List.of("shape", "option").contains(here.refusal().kind()), c::toString);
                here = c.with(() -> layerbook.layers.LayerText.read(fix).layer());
                led += here.ok() ? 1 : 0;
            }
        }
        assertTrue(led > 150, "led to a layer that fits: " + led);
    }

    /** FLOPs and parameters in every convention are sums of exact numbers: a layer so many times as wide costs so many times as much. */
    @Test void workScalesExactlyInFactorsBeyondALong() {
        BigInteger huge = BigInteger.TEN.pow(40);
        var book = new NetworkBuilder();
        Tensor in = book.tensor(new layerbook.shape.TensorType(Shape.of(Expr.ONE, Expr.of(huge)), layerbook.shape.DType.FLOAT32));
        Tensor out = in.then(layerbook.layers.Catalogue.find("linear").orElseThrow().read(huge, 7));
        assertEquals(huge.multiply(BigInteger.valueOf(7)), out.call().applied().amount(layerbook.layer.Kind.MULTIPLY_ADD).exact());
        assertEquals(huge.multiply(BigInteger.valueOf(7)), out.call().applied().weights().get(0).size().normal().exact());
    }
}
