package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import layerbook.session.output.Result;
import org.junit.jupiter.api.Test;

/** What people write who know PyTorch and have read one page. */
class StrangersTest extends Typed {
    private Object value(String text) {
        Result result = type(text);
        assertTrue(result.ok(), this::shown);
        return result.value();
    }

    @Test void unitsAreTiedByTheirWeights() {
        type("var e = own(embedding(100, 8)); var h = own(linear(8, 100, bias(false))); tie(e, h); tensor(shape(N, 5), INT64).then(e).then(h);");
        assertEquals(800L, value("params()"));
        assertFails("tie(e, 3)", "option", "tie(a.weight(), b.weight())");
    }

    @Test void aViewThatDoesNotComeOutEvenIsRefused() {
        assertFails("tensor(2, 7, 7).view(-1, 10)", "shape", "holds 98·N numbers");
        assertTrue(type("tensor(32, 56, 56).view(-1, 2048)").ok(), this::shown);
    }

    @Test void aFoldThatTearsNothingIsToldWithoutBlame() {
        type("tensor(shape(N, symbol(\"T\"), 768)).view(-1, 768)");
        assertTrue(shown().contains("turns 1 example into T rows"), this::shown);
        assertFalse(shown().contains("do not make up"), this::shown);
    }

    @Test void aFunctionHasNoWeightsOfItsOwn() {
        assertFails("tensor(3, 8, 8).instanceNorm2d(3, affine(true))", "option", "as a function has no weights of its own");
        assertTrue(type("tensor(3, 8, 8).instanceNorm2d(3)").ok(), this::shown);
    }

    @Test void weightsMadeInsideForwardAreWarnedOf() {
        type("class M extends Model { public Tensor forward(Tensor x) { return x.then(own(linear(8, 8))); } }\ntrace(new M(), 8)");
        assertTrue(shown().contains("inside forward makes new weights at each call"), this::shown);
    }

    @Test void rowsSayTheNumbersOfAnOperation() {
        type("var x = tensor(8); x.clamp(0, 6); x.maskedFill(x.gt(0), -1e9);");
        assertEquals("0 6", session.book().graph().call(1).layer().briefArguments());
        assertEquals("-1.0E9", session.book().graph().call(3).layer().briefArguments());
    }
}
