package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** forward takes whatever the model wants and returns any structure, as typed in a session. */
class ForwardArgumentsTest extends Typed {
    @BeforeEach void models() {
        type("""
            record Out(Tensor first, Tensor second) {}
            class Window extends Model {
                Unit fc = own(linear(8, 8));
                public Tensor forward(Tensor x, int size, boolean shift) { x = x.then(fc); return shift ? x : x.view(x.size(0), size, x.size(1).over(size)); }
                public Tensor forward(Tensor x, List<Tensor> others) { for (Tensor t : others) x = x.add(t); return x.then(fc); }
                public Tensor forward(Tensor x, Map<String, Object> named) { return named.containsKey("scale") ? x.mul(2) : x; }
            }
            class Several extends Model {
                Unit a = own(linear(8, 4)), b = own(linear(8, 2));
                public Out forward(Tensor x, Tensor mask) { return new Out(x.then(a), mask == null ? null : x.mul(mask).then(b)); }
            }
            class Flag extends Model {
                Unit fc = own(linear(8, 4));
                public Tensor forward(Tensor x, boolean keepdim, int dim) { return x.then(fc).mean(dim, keepdim(keepdim)); }
            }""");
    }

    private void assertShape(String text, String shape) {
        assertEquals(shape, type("(" + text + ").shape().text()").value(), this::shown);
    }

    @Test void numbersFlagsListsAndMaps() {
        assertShape("tensor(8).then(new Window(), 4, false)", "N×4×2");
        assertShape("tensor(8).then(new Window(), 4, true)", "N×8");
        assertShape("tensor(8).then(new Window(), List.of(tensor(8), tensor(8)))", "N×8");
        assertShape("tensor(8).then(new Window(), Map.of(\"scale\", 2))", "N×8");
        assertShape("tensor(8).then(new Window(), tensor(8).size(1).over(2), false)", "N×4×2");
        assertShape("trace(new Window(), tensor(8), 2, false).output()", "N×2×4");
        assertShape("new Window().forward(tensor(8), 4, false)", "N×4×2");
    }

    @Test void argumentsByTheirNames() {
        assertShape("tensor(8).then(new Flag(), dim(1), keepdim(true))", "N×1");
        assertShape("tensor(8).then(new Flag(), false, dim(1))", "N");
    }

    @Test void aRecordWithAGapIsSeveralOutputs() {
        type("var open = trace(new Several(), tensor(8), null); var both = trace(new Several(), tensor(8), tensor(8));");
        assertEquals("[N×4, null]", type("open.outputs().toString()").value(), this::shown);
        assertEquals("[N×4, N×2]", type("both.outputs().toString()").value(), this::shown);
        assertEquals(54L, type("open.params()").value(), "what forward left out belongs to the model all the same");
        assertEquals(32L, type("open.macs()").value());
        assertTrue(type("both.unit(\"b\") != null").ok());
    }

    @Test void whatNoForwardTakesIsSaidWithThoseThatThereAre() {
        assertFails("tensor(8).then(new Flag(), 3)", "runtime", "forward(Tensor x, boolean keepdim, int dim)");
        assertFails("tensor(8).then(new Several(), \"mask\")", "runtime", "String mask");
    }
}
