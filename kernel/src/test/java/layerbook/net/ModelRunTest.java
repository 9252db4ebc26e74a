package layerbook.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import layerbook.count.Ledger;
import layerbook.count.Network;
import layerbook.formula.Expr;
import layerbook.layer.Option;
import layerbook.layers.Catalogue;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;
import org.junit.jupiter.api.Test;

/** What a kind of model may say of itself, and what may go in and out of forward. */
class ModelRunTest {
    /** A model that keeps its members in a map and its forward in a function, as one read from Python's text does. */
    private static final class Declared extends Model {
        final Map<String, Object> members = new LinkedHashMap<>();
        String className = "Block";
        ModelRole role = ModelRole.MODULE;
        Unit layer;
        java.util.function.BiFunction<List<?>, Map<String, ?>, Object> forward;

        @Override protected Iterable<Map.Entry<String, Object>> declaredMembers() {
            return members.entrySet();
        }

        @Override protected Unit declaredUnit() {
            return layer;
        }

        @Override protected ModelRole declaredRole() {
            return role;
        }

        @Override protected String declaredClassName() {
            return className;
        }

        @Override protected Object declaredForward(List<?> arguments, Map<String, ?> keywords) {
            return forward.apply(arguments, keywords);
        }
    }

    private final NetworkBuilder builder = new NetworkBuilder();

    private static Unit linear(int in, int out) {
        return Unit.of(Catalogue.find("linear").orElseThrow().read(new Object[] {in, out}));
    }

    private Tensor rows(int width) {
        return builder.tensor(TensorType.of(Shape.of(Expr.symbol("N"), Expr.of(width))));
    }

    private <T> T within(Supplier<T> body) {
        return builder.within(body);
    }

    private List<String> names() {
        return builder.graph().calls().stream().map(Call::name).toList();
    }

    @Test void membersAreWhatTheModelDeclares() {
        within(() -> {
            var inner = new Declared();
            inner.members.put("fc", linear(4, 4));
            inner.forward = (a, k) -> ((Tensor) a.get(0)).then(inner.members.get("fc"));
            var outer = new Declared();
            outer.members.put("blocks", List.of(inner));
            outer.members.put("again", inner);
            outer.members.put("scale", builder.parameter(List.of(Expr.of(4))));
            outer.members.put("angles", builder.bare("buffer", TensorType.of(Shape.of(7))));
            outer.members.put("number", 3);
            outer.forward = (a, k) -> ((Tensor) a.get(0)).then(inner).mul(outer.members.get("scale"));
            assertEquals(List.of("blocks.0", "blocks.0.fc", "again", "again.fc", "scale", "angles"), Members.of(outer).stream().map(Members.Member::path).toList());
            Network net = Network.trace(builder, outer, List.of(rows(4)));
            assertEquals(20 + 4, net.params());
            assertEquals(7, Ledger.of(net.graph()).totals(net.number()).buffers().exact().intValue());
            assertEquals(List.of("input", "blocks.0.fc", "scale", "mul_1"), names());
            assertEquals("Block", builder.graph().call(1).scope().className());
            return null;
        });
    }

    @Test void aModelThatIsALayerHasTheWeightsAndTheNameItself() {
        within(() -> {
            var conv = new Declared();
            conv.className = "ScaledLinear";
            conv.layer = linear(4, 6);
            conv.members.put("extra", linear(6, 6));
            conv.forward = (a, k) -> ((Tensor) a.get(0)).then(conv.layer).relu();
            var outer = new Declared();
            outer.members.put("head", conv);
            outer.forward = (a, k) -> ((Tensor) a.get(0)).then(conv);
            assertEquals(List.of("head", "head", "head.extra"), Members.of(outer).stream().map(Members.Member::path).toList());
            Network net = Network.trace(builder, outer, List.of(rows(4)));
            assertEquals(30 + 42, net.params());
            assertEquals(24, net.macs());
            assertEquals(List.of("input", "head", "head.relu_1"), names());
            assertEquals(Call.What.FUNCTION, builder.graph().call(1).what());
            ModuleRun run = ModuleRun.of(net.calls()).get(0).inside().get(0);
            assertEquals("head ScaledLinear MODEL", run.name() + " " + run.className() + " " + run.kind());
            assertTrue(run.inside().stream().noneMatch(ModuleRun::isModule));
            return null;
        });
    }

    @Test void argumentsAndResultsPassThrough() {
        within(() -> {
            var model = new Declared();
            var seen = new ArrayList<Object>();
            model.forward = (a, k) -> {
                seen.addAll(a);
                seen.add(k);
                var result = new LinkedHashMap<String, Object>();
                result.put("first", a.get(0));
                result.put("none", null);
                result.put("list", List.of(((Tensor) a.get(0)).relu(), 3, List.of(((Tensor) a.get(0)).tanh())));
                return result;
            };
            Tensor x = rows(4);
            Object back = builder.run(model, Arrays.asList(x, 3, null, "text"), Map.of("flag", true));
            assertEquals(Arrays.asList(x, 3, null, "text", Map.of("flag", true)), seen);
            assertTrue(back instanceof Map<?, ?> map && map.containsKey("none"));
            List<TensorType> outputs = builder.graph().outputs(0);
            assertEquals(4, outputs.size());
            assertNull(outputs.get(1));
            assertNotNull(outputs.get(3));
            return null;
        });
    }

    @Test void whatIsMadeInAConstructorLeavesNoRowUnlessItIsUsed() {
        within(() -> {
            Unit probe = linear(4, 9);
            var made = builder.aside(() -> {
                rows(4).then(probe);
                return List.of(builder.bare("ones", TensorType.of(Shape.of(4))).relu(), builder.bare("zeros", TensorType.of(Shape.of(9))).tanh());
            });
            assertTrue(builder.graph().isEmpty());
            var model = new Declared();
            model.members.put("fc", probe);
            model.forward = (a, k) -> ((Tensor) a.get(0)).mul(made.get(0)).add(made.get(0)).then(probe);
            Network net = Network.trace(builder, model, List.of(rows(4)));
            assertEquals(List.of("input", "ones_1", "relu_1", "mul_1", "add_1", "fc"), names());
            assertEquals(45, net.params());
            return null;
        });
    }

    @Test void whatAConstructorTiesAndFreezesHolds() {
        within(() -> {
            Unit a = linear(4, 4);
            Unit b = linear(4, 4);
            builder.aside(() -> {
                builder.tie(a.weight(), b.weight());
                builder.freeze(java.util.Set.of(a.ref("bias")), true);
                return null;
            });
            Tensor y = rows(4).then(a).then(b);
            assertEquals(16 + 4 + 4, Ledger.of(builder.graph()).totals(builder.graph().networkOf(y.call())).params().exact().intValue());
            assertEquals(20, Ledger.of(builder.graph()).totals(0).trainable().exact().intValue());
            return null;
        });
    }

    public static class Sizes extends Model {
        public Tensor forward(Tensor x, Expr h, long w, boolean flip, double scale) {
            return x.view(x.size(0), flip ? w : h, flip ? h : w);
        }
    }

    @Test void numbersBecomeSizesAndSizesNumbers() {
        within(() -> {
            Tensor y = rows(12).then(new Sizes(), 3, Expr.of(4), true, 2);
            assertEquals(Shape.of(Expr.symbol("N"), Expr.of(4), Expr.of(3)), y.shape());
            return null;
        });
    }

    public static class Several extends Model {
        public Tensor forward(Tensor... all) {
            return all[0].add(all[all.length - 1]);
        }

        public Tensor forward(Tensor x, Option dim) {
            return x;
        }
    }

    @Test void theForwardThatFitsIsCalled() {
        within(() -> {
            Tensor x = rows(4);
            assertSame(x, x.then(new Several(), Option.of("dim", 1)));
            assertEquals("add", x.then(new Several(), x, x).call().layer().factoryName());
            Refusal none = assertThrows(Refusal.class, () -> x.then(new Several(), "text"));
            assertTrue(none.getMessage().contains("String text"), none.getMessage());
            return null;
        });
    }
}
