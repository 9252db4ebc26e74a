package layerbook.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import layerbook.formula.Expr;
import layerbook.layers.TruthCase;
import layerbook.net.NetworkBuilder;
import layerbook.net.Tensor;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;
import org.junit.jupiter.api.Test;

/**
 * Calls of PyTorch's operations, drawn by {@code truth/operations.py}: the same sizes and dtypes, or a refusal where PyTorch refuses.
 * {@code -Dlayerbook.calls=FILE} runs the cases of another file, drawn from another seed.
 */
class PyTorchCallsTest {
    /** What came of a call here: output types, or a refusal. */
    private record Outcome(List<TensorType> outputs, Refusal refusal) {
        boolean ok() {
            return refusal == null;
        }
    }

    /** Where the verdict here is another on purpose, and why. */
    private record Otherwise(String why, BiPredicate<JsonNode, Outcome> is) {}

    private static final List<Otherwise> ON_PURPOSE = List.of(
        new Otherwise("PyTorch 1.13 lets a mask of numbers pass in some shapes, later ones in none", (c, here) -> !here.ok() && c.has("out")
            && here.refusal().getMessage().startsWith("maskedFill wants truth values")),
        new Otherwise("where there is nothing to compute PyTorch does not look at the kind of number", (c, here) -> !here.ok() && c.has("out")
            && (c.get("out").toString().matches(".*\\b0\\b.*") || !c.get("args").toString().matches(".*\"t\":\\[\\d.*")) && isAboutKind(here)),
        new Otherwise("outside of training F.alpha_dropout hands on any kind of number", (c, here) -> !here.ok() && c.has("out") && c.get("f").asText().endsWith("alpha_dropout")));

    private static boolean isAboutKind(Outcome here) {
        return here.refusal().getMessage().contains(" takes no ") || here.refusal().getMessage().contains("wants numbers with a fraction");
    }

    @Test void everyCallGivesWhatPyTorchGives() throws IOException {
        String other = System.getProperty("layerbook.calls");
        JsonNode all = other == null ? TruthCase.file("operations.json") : new com.fasterxml.jackson.databind.ObjectMapper().readTree(Path.of(other).toFile());
        var wrong = new TreeMap<String, List<String>>();
        Set<Otherwise> met = new HashSet<>();
        int refused = 0;
        for (JsonNode c : all.get("cases")) {
            Outcome here = here(c);
            refused += here.ok() ? 0 : 1;
            if (!agrees(c, here)) {
                var reason = ON_PURPOSE.stream().filter(o -> o.is().test(c, here)).findFirst();
                reason.ifPresentOrElse(met::add, () -> wrong.computeIfAbsent(c.get("f").asText(), k -> new ArrayList<>()).add(told(c, here)));
            }
        }
        int count = wrong.values().stream().mapToInt(List::size).sum();
        assertTrue(wrong.isEmpty(), () -> count + " differ:\n" + String.join("\n", wrong.values().stream().flatMap(List::stream).toList()));
        assertTrue(refused > 200 || other != null, "both verdicts are drawn");
        assertEquals(List.of(), other != null ? List.of() : ON_PURPOSE.stream().filter(o -> !met.contains(o)).map(Otherwise::why).toList(), "reasons that no case needs");
    }

    private static String told(JsonNode c, Outcome here) {
        String args = c.get("args").toString().replaceAll("\\{\"t\":(\\[[^\\]]*\\]),\"d\":\"(\\w+)\"(,\"v\":[^}]*)?\\}", "$2$1");
        return c.get("f").asText().replace("torch.nn.functional", "F") + args + c.get("kwargs") + "\n    torch " + (c.has("out") ? c.get("out") : "refused: " + c.get("error").asText())
            + "\n    here  " + (here.ok() ? here.outputs().stream().map(t -> t.shape().text() + " " + t.dtype().torchName()).toList() : "refused: " + here.refusal().getMessage());
    }

    private static boolean agrees(JsonNode c, Outcome here) {
        if (c.has("error") || !here.ok()) {
            return c.has("error") == !here.ok();
        }
        JsonNode out = c.get("out");
        if (out.size() != here.outputs().size()) {
            return false;
        }
        for (int i = 0; i < out.size(); i++) {
            TensorType type = here.outputs().get(i);
            if (!type.dtype().torchName().equals(out.get(i).get(1).asText()) || !fits(type.shape(), out.get(i).get(0))) {
                return false;
            }
        }
        return true;
    }

    /** A size that only values tell is a letter here, whatever it came to there. */
    private static boolean fits(Shape shape, JsonNode sizes) {
        if (shape.rank() != sizes.size()) {
            return false;
        }
        for (int i = 0; i < sizes.size(); i++) {
            Expr size = shape.dim(i);
            if (size.isNumber() && !size.equals(Expr.of(sizes.get(i).asLong()))) {
                return false;
            }
        }
        return true;
    }

    private static Outcome here(JsonNode c) {
        var builder = new NetworkBuilder();
        return builder.within(() -> {
            try {
                return new Outcome(run(c, builder).tensors().stream().map(Tensor::type).toList(), null);
            } catch (Refusal refusal) {
                return new Outcome(null, refusal);
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError(c + " ends in " + e, e);
            }
        });
    }

    private static Outputs run(JsonNode c, NetworkBuilder builder) {
        String full = c.get("f").asText();
        Operator operator = Operations.spelled(full).orElseThrow(() -> Refusal.of("runtime", "no such operation: " + full));
        var args = new ArrayList<Object>();
        c.get("args").forEach(a -> args.add(value(a, builder)));
        Map<String, Object> named = new LinkedHashMap<>();
        c.get("kwargs").fields().forEachRemaining(e -> named.put(e.getKey(), value(e.getValue(), builder)));
        List<Object> given = !args.isEmpty() && "*".equals(args.get(0)) ? List.of(args.get(1)) : args;
        return full.startsWith("torch.Tensor.") ? operator.applyTo((Tensor) given.get(0), new ArrayList<>(given.subList(1, given.size())), named) : operator.apply(given, named);
    }

    private static Object value(JsonNode n, NetworkBuilder builder) {
        if (n.isObject()) {
            return n.has("dtype") ? DType.of(n.get("dtype").asText()).orElseThrow() : builder.tensor(new TensorType(shape(n.get("t")), DType.of(n.get("d").asText()).orElseThrow()));
        } else if (n.isArray()) {
            var out = new ArrayList<Object>();
            n.forEach(e -> out.add(value(e, builder)));
            return out;
        }
        return n.isNull() ? null : n.isIntegralNumber() ? (Object) n.asLong() : n.isNumber() ? (Object) n.asDouble() : n.isBoolean() ? (Object) n.asBoolean() : n.asText();
    }

    private static Shape shape(JsonNode sizes) {
        var out = new ArrayList<Expr>();
        sizes.forEach(s -> out.add(Expr.of(s.asLong())));
        return new Shape(out);
    }
}
