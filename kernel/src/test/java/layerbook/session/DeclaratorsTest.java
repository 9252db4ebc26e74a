package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import layerbook.session.output.Problem;
import layerbook.session.text.Declarators;
import org.junit.jupiter.api.Test;

/** Several fields under one type, in a class without a name that a var holds. */
class DeclaratorsTest extends Typed {
    private static void assertApart(String expected, String typed) {
        assertEquals(expected, Declarators.apart(typed).code());
    }

    @Test void aModelWithoutANameHasItsLayersInOneLine() {
        type("var m = new Model() {\n    Unit a = own(linear(8, 8)), b = own(linear(8, 4));\n    public Tensor forward(Tensor x) { return x.then(a).then(b); }\n};\n"
            + "var net = trace(m, 8)");
        assertEquals(8L * 8 + 8 + 8 * 4 + 4, type("net.params()").value());
        assertEquals("linear(8, 4)", type("\"\" + net.unit(\"b\")").value());
    }

    @Test void theShellTakesAnyKindOfField() {
        type("var o = new Object() { final private Map<String, Integer> m = new HashMap<String, Integer>(), n = Map.of(\"a\", 1); int k = 2, z; int[] l = {3, 4}, e = {}; int sum(int a, int b) { int c = a, d = b; return c + d + k + l[1]; } }");
        assertEquals(9, type("o.sum(1, 2)").value());
    }

    @Test void onlyFieldsAreTakenApart() {
        assertApart("var m = new A() { B a = f(x, y); B b = c < d; B e; };", "var m = new A() { B a = f(x, y), b = c < d, e; };");
        assertApart("var m = new A<B, C>(1) { p.B<C, D>[] a = new q.B<C, D>(2); p.B<C, D>[] b = (x, y) -> { return x, y; }; };",
            "var m = new A<B, C>(1) { p.B<C, D>[] a = new q.B<C, D>(2), b = (x, y) -> { return x, y; }; };");
        assertApart("var m = new A() { final B[] b = new B[] {c, d}; };", "var m = new A() { final B[] b = {c, d}; };");
        for (String same : new String[] {"A m = new A() { int a = 1, b = 2; };", "var m = new int[] {1, 2}", "var m = f(new A() { int a = 1, b = 2; });",
            "var m = new A() { void f() { int a = 1, b = 2; } { int c = 1, d; } <T> T g(T t, T u) { return t; } class C { int a, b; } };", "var {", "var m = new A("}) {
            assertApart(same, same);
        }
    }

    @Test void placesStayThoseOfWhatWasTyped() {
        String text = "var m = new Object() {\n    int a = 1, b = 2, c = missing;\n    int d = 3, e = 4; }";
        Problem problem = type(text).problem().orElseThrow();
        assertEquals("missing", text.substring(problem.start(), problem.end()));
        assertEquals(2, problem.line());
    }
}
