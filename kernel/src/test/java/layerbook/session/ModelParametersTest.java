package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import layerbook.session.output.Result;
import org.junit.jupiter.api.Test;

/** Numbers of a part: a model in a larger network, a layer without a network. And the text of what such questions show. */
class ModelParametersTest extends Typed {
    @Test void aLayerOnItsOwn() {
        assertEquals(110L, type("params(linear(10, 10))").value());
        assertFails("params(linear(10))", "runtime", "not known yet");
    }

    @Test void aModelInANetworkMeansItsOwn() {
        type("var body = sequential(linear(8, 4), relu()); var x = tensor(8); x = x.then(body).then(linear(4, 100))");
        assertEquals(36L, type("params(body)").value());
        assertEquals(36L + 500, type("params()").value());
        Object inside = type("flops(body)").value();
        type("x = tensor(8).then(body)");
        assertEquals(36L, type("params(body)").value());
        assertEquals(type("flops()").value(), inside);
        assertEquals(inside, type("flops(body)").value());
    }

    @Test void weightsThatAreOneCountOnceAndThoseThatNobodyUsedCount() {
        type("class Net extends Model { Unit a = own(linear(8, 8)), b = own(linear(8, 8)), c = own(linear(8, 1)); Net() { tie(a.weight(), b.weight()); } "
            + "public Tensor forward(Tensor x) { return x.then(a).then(a).then(b); } } var net = new Net()");
        assertEquals(64L + 8 + 8 + 9, type("params(net)").value(), this::shown);
        type("var t = trace(net, 8)");
        assertEquals(64L + 8 + 8 + 9, type("params(net)").value());
        assertEquals(type("t.flops()").value(), type("flops(net)").value());
    }

    @Test void theTextOfAnExplanationIsWhatIsShown() {
        type("input(16); linear(8)");
        for (String asked : new String[] {"explain(1)", "explain(linear(3))", "whatIf(1, \"outFeatures\", 4, 8)", "diagram()"}) {
            Result result = type(asked);
            assertTrue(result.valueText().length() > 20 && !result.valueText().contains("@"), result::valueText);
            assertTrue(shown().contains(result.valueText().strip()), this::shown);
        }
    }
}
