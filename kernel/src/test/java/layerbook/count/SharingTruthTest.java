package layerbook.count;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import layerbook.formula.Expr;
import layerbook.layer.Option;
import layerbook.layers.Catalogue;
import layerbook.layers.TruthCase;
import layerbook.net.Model;
import layerbook.net.NetworkBuilder;
import layerbook.net.Sequential;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.shape.DType;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Modules that are shared, tied, unused, bare, frozen or called again: what every counter says of them. */
class SharingTruthTest {
    private static Unit own(String factory, Object... arguments) {
        return Unit.of(Catalogue.find(factory).orElseThrow().read(arguments));
    }

    private static Unit square() {
        return own("linear", 8, 8);
    }

    public static class Twice extends Model {
        final Unit fc = square();

        public Tensor forward(Tensor x) {
            return x.then(fc).then(fc);
        }
    }

    public static class TwoNames extends Model {
        final Unit a = square();
        final Unit b = a;

        public Tensor forward(Tensor x) {
            return x.then(a).then(b);
        }
    }

    public static class Holder extends Model {
        final Unit fc;

        Holder(Unit fc) {
            this.fc = fc;
        }

        public Tensor forward(Tensor x) {
            return x.then(fc);
        }
    }

    public static class TwoParents extends Model {
        final Holder a;
        final Holder b;

        TwoParents() {
            Unit shared = square();
            a = new Holder(shared);
            b = new Holder(shared);
        }

        public Tensor forward(Tensor x) {
            return x.then(a).then(b);
        }
    }

    public static class Tied extends Model {
        final Unit embedding = own("embedding", 10, 8);
        final Unit head = own("linear", 8, 10, Option.of("bias", false));

        public Tensor forward(Tensor x) {
            x.book().tie(embedding.weight(), head.weight());
            return x.then(embedding).then(head);
        }
    }

    public static class NeverCalled extends Model {
        final Unit used = square();
        final Unit unused = own("linear", 8, 80);

        public Tensor forward(Tensor x) {
            return x.then(used);
        }
    }

    public static class BareWeight extends Model {
        final Unit fc = square();
        final Tensor w = NetworkBuilder.current().parameter(List.of(Expr.of(8), Expr.of(8)));

        public Tensor forward(Tensor x) {
            return x.then(fc).matmul(w);
        }
    }

    public static class Functions extends Model {
        final Unit fc = square();

        public Tensor forward(Tensor x) {
            return x.then(fc).relu().linear(fc.weight()).add(x);
        }
    }

    public static class Loop extends Model {
        final Unit cell = own("lstmCell", 8, 8);

        public Tensor forward(Tensor x) {
            Tensor h = x.then(cell);
            for (int i = 1; i < 5; i++) {
                h = x.then(cell, h.output(0), h.output(1));
            }
            return h;
        }
    }

    public static class Frozen extends Model {
        final Unit first = square();
        final Unit second = square();

        public Tensor forward(Tensor x) {
            Tensor y = x.then(first).then(second);
            x.book().freeze(java.util.Set.of(first.ref("weight"), first.ref("bias")), true);
            return y;
        }
    }

    public static class Layers extends Model {
        final List<Unit> layers = List.of(square(), square(), square());

        public Tensor forward(Tensor x) {
            Tensor y = x;
            for (Unit u : layers) {
                y = y.then(u);
            }
            return y;
        }
    }

    public static class Product extends Model {
        public Tensor forward(Tensor x) {
            return x.matmul(x.transpose(1, 2));
        }
    }

    private static final Map<String, Supplier<Model>> MODELS = models();

    private static Map<String, Supplier<Model>> models() {
        var out = new LinkedHashMap<String, Supplier<Model>>();
        out.put("same module called twice", Twice::new);
        out.put("one module, two attribute names", TwoNames::new);
        out.put("one module under two parents", TwoParents::new);
        out.put("tied weight: Embedding and Linear share a Parameter", Tied::new);
        out.put("module never called", NeverCalled::new);
        out.put("bare nn.Parameter with matmul", BareWeight::new);
        out.put("functional relu, linear and add", Functions::new);
        out.put("matmul only, no parameters", Product::new);
        out.put("LSTMCell in a loop of 5", Loop::new);
        out.put("dict output", () -> new Sequential(square()));
        out.put("frozen first layer", Frozen::new);
        out.put("ModuleList", Layers::new);
        out.put("batch of 4", Twice::new);
        out.put("Sequential of Sequential", () -> new Sequential(new Sequential(square(), own("relu")), own("linear", 8, 2)));
        out.put("half precision", () -> new Sequential(square()));
        return out;
    }

    /** What is not as measured, each with its reason: the figures are ours and the tool's. */
    private static final Map<String, String> OTHERWISE = Map.of(
        "bare nn.Parameter with matmul PTFLOPS", "136, not 72: written with @, which ptflops does not see; matmul stands for torch.matmul, which it sees",
        "half precision THOP params", "72, not 0: there the layer itself was the root, which thop skips; a network here has a root around it");

    @Test void everyCaseIsThere() {
        var names = new ArrayList<String>();
        TruthCase.file("sharing.json").forEach(c -> names.add(c.get("case").asText()));
        assertEquals(new ArrayList<>(MODELS.keySet()), names);
    }

    @TestFactory Stream<DynamicTest> asMeasured() {
        var tests = new ArrayList<DynamicTest>();
        TruthCase.file("sharing.json").forEach(c -> {
            NetworkView network = network(c);
            Ledger ledger = Ledger.of(network.graph());
            Map<String, Expr> params = ParamsAs.of(network);
            String name = c.get("case").asText() + " ";
            add(tests, name + "true params", c.get("true_params").bigIntegerValue(), network.params());
            for (CountersTruthTest.Counter t : CountersTruthTest.COUNTERS) {
                add(tests, name + t.convention(), t.measured(c), ledger.count(network.number(), t.convention()).known());
                if (t.params(c) != null) {
                    add(tests, name + t.convention() + " params", t.params(c), params.get(t.convention().name()));
                }
            }
            if (c.path("torchsummary").isArray()) {
                add(tests, name + "TORCHSUMMARY params", c.get("torchsummary").get(0).bigIntegerValue(), params.get("TORCHSUMMARY"));
            }
        });
        return tests.stream();
    }

    private static void add(List<DynamicTest> tests, String name, BigInteger measured, Expr ours) {
        tests.add(DynamicTest.dynamicTest(name, () -> {
            String otherwise = OTHERWISE.get(name);
            BigInteger expected = otherwise == null ? measured : new BigInteger(otherwise.substring(0, otherwise.indexOf(',')));
            assertEquals(expected, ours.exact());
        }));
    }

    /** What one network shares is no matter of another in the same session, even where the layers are equal. */
    @Test void equalLayersElsewhereAreNotShared() {
        var book = new NetworkBuilder();
        book.within(() -> {
            for (int i = 0; i < 2; i++) {
                assertEquals(Expr.of(512), thop(book, new TwoParents()));
                assertEquals(Expr.of(128), thop(book, new Twice()));
            }
            return null;
        });
    }

    private static Expr thop(NetworkBuilder book, Model model) {
        Shape row = new Shape(List.of(Expr.of(1), Expr.of(8)));
        Network n = Network.trace(book, model, List.of(book.tensor(new TensorType(row, DType.FLOAT32))));
        return Ledger.of(n.graph()).count(n.number(), Conventions.THOP).known();
    }

    private static NetworkView network(JsonNode c) {
        var book = new NetworkBuilder();
        return book.within(() -> {
            JsonNode in = c.get("inputs").get(0);
            var dims = new ArrayList<Expr>();
            in.get("shape").forEach(d -> dims.add(Expr.of(d.asLong())));
            Tensor x = book.tensor(new TensorType(new Shape(dims), in.get("dtype").asText().equals("int64") ? DType.INT64 : DType.FLOAT32));
            Network.trace(book, MODELS.get(c.get("case").asText()).get(), List.of(x));
            return NetworkView.last(book.graph());
        });
    }
}
