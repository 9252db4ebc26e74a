package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import layerbook.session.output.Completion;
import layerbook.session.output.Problem;
import layerbook.session.output.View;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A session goes on in a new shell as if it were the old one. */
class RenewalTest extends Typed {
    private void renewed() {
        assertTrue(session.engine().renew(), "the new shell did not take over");
    }

    @Test void valuesAndTypesOfVariablesStay() {
        type("int i = 1; long big = 5_000_000_000L; var list = new ArrayList<Map<String, int[]>>(); String s; double[] d = {1.5}");
        type("list.add(Map.of(\"a\", new int[] {7}))");
        Object before = type("list").value();
        renewed();
        assertSame(before, type("list").value());
        assertShows("list.get(0).get(\"a\")[0] + 1", "$2 ==> 8");
        assertShows("i + big", "$3 ==> 5000000001");
        assertShows("s", "s ==> null");
        assertShows("d[0] *= 2; d[0]", "$4 ==> 3.0", "$5 ==> 3.0");
        assertFails("i = \"no\"", "compile", "incompatible types");
    }

    @Test void assignmentsReachTheSameVariable() {
        type("int count = 0; void inc() { count++; } Runnable twice = () -> count += 2;");
        renewed();
        type("inc(); count += 10; twice.run();");
        renewed();
        type("inc()");
        assertShows("count", "count ==> 14");
    }

    @Tag("slow") @Test void manyTimesOver() {
        type("int x = 0; record P(int a) {}; P p = new P(1); int f() { return x; }");
        for (int i = 1; i < 6; i++) {
            renewed();
            assertShows("x = x + 1", "x ==> " + i);
            assertEquals(String.valueOf(i), type("f()").valueText());
            assertShows("p = new P(p.a() + f())", "p ==> P[a=" + (1 + i * (i + 1) / 2) + "]");
            type("int v" + i + " = " + i);
        }
        assertEquals("8", type("v1 + v2 + v5").valueText());
    }

    @Test void instancesStayInstancesOfTheirClass() {
        type("class Net { int n = 3; Net more() { n++; return this; } static int made = 1; }");
        type("var a = new Net(); var nets = new ArrayList<Net>(); nets.add(a)");
        renewed();
        assertShows("nets.get(0) == a && a instanceof Net && a.getClass() == Net.class", "$2 ==> true");
        assertShows("a.more().n + Net.made", "$3 ==> 5");
        type("class Deep extends Net { int m = n + 1; }");
        assertShows("new Deep().m", "$4 ==> 4");
        type("a = new Deep()");
        assertShows("a.more().n", "$5 ==> 4");
        renewed();
        assertShows("((Deep) a).m", "$6 ==> 4");
        assertShows("nets.size()", "$7 ==> 1");
    }

    @Tag("slow") @Test void enumsInterfacesGenericsAndNestedTypes() {
        type("enum Colour { RED, GREEN { public String toString() { return \"go\"; } } }");
        type("interface Shape<T extends Number> { T area(); default String say() { return \"area \" + area(); } }");
        type("class Outer { static class Inner { int k = 4; } class Own { int j = 5; } }");
        type("var c = Colour.GREEN; Shape<Integer> square = () -> 9; var in = new Outer.Inner(); <T> List<T> twice(T t) { return List.of(t, t); }");
        renewed();
        assertShows("switch (c) { case RED -> 1; case GREEN -> 2; }", "$1 ==> 2");
        assertShows("c", "c ==> go");
        assertShows("square.say()", "$2 ==> \"area 9\"");
        assertShows("in.k + new Outer().new Own().j", "$3 ==> 9");
        assertShows("twice(in).get(1).k", "$4 ==> 4");
        assertShows("twice(\"x\")", "$5 ==> [x, x]");
    }

    @Test void anonymousClassesAndLambdasKeepWhatTheyCaptured() {
        type("int base = 10; var o = new Object() { int hidden = 5; int sum(int a) { return a + hidden + base; } }");
        type("Function<Integer, Integer> add = v -> v + base");
        renewed();
        assertShows("o.sum(1) + o.hidden", "$1 ==> 21");
        type("base = 20");
        assertShows("add.apply(1)", "$2 ==> 21");
        assertShows("o.sum(0)", "$3 ==> 25");
    }

    @Tag("slow") @Test void importsStay() {
        type("import java.time.Duration; import static java.lang.Math.*; import java.util.concurrent.atomic.*");
        renewed();
        assertShows("Duration.ofSeconds((long) hypot(3, 4)).toSeconds() + new AtomicInteger(1).get()", "$1 ==> 6");
        assertShows("PI > 3", "$2 ==> true");
    }

    @Tag("slow") @Test void variablesNamedLikeSomethingImportedWin() {
        type("import static java.lang.Math.*; double PI = 4; int N = 7; String FLOPS = \"mine\"; var relu = 5");
        renewed();
        assertShows("PI", "PI ==> 4.0");
        assertShows("N + relu", "$1 ==> 12");
        assertShows("FLOPS.length()", "$2 ==> 4");
        assertShows("relu = relu + 1", "relu ==> 6");
    }

    @Test void redeclaredVariablesChangeForAllWhoUseThem() {
        type("int x = 1; int f() { return x + 1; } int g() { return f() * 10; }");
        renewed();
        assertShows("int x = 5", "x ==> 5");
        assertShows("g()", "$1 ==> 60");
        renewed();
        assertShows("double x = 2.5", "x ==> 2.5");
        assertShows("x", "x ==> 2.5");
        assertFails("f()", "compile", "f");
        assertFails("g()", "runtime", "method g() cannot be used yet: it uses method f()");
        assertShows("double f() { return x; }", "modified method f()");
    }

    @Test void redefinedMethodsReachTheirCallers() {
        type("int f() { return 1; } int g() { return f() + 1; } var v = f()");
        renewed();
        assertShows("int f() { return 41; }", "modified method f()");
        assertShows("g()", "$1 ==> 42");
        assertShows("v", "v ==> 1");
        assertShows("int f(int a) { return a; }", "created method f(int)");
        assertShows("f(3) + f()", "$2 ==> 44");
        renewed();
        assertShows("f(3) + f() + g()", "$3 ==> 86");
    }

    @Test void redefinedClassesReachThoseWhoMentionThem() {
        type("class A { int one() { return 1; } } class B { A a = new A(); } int use(B b) { return b.a.one(); } int n = use(new B()); A old = new A(); var many = List.of(old)");
        renewed();
        assertShows("class A { int one() { return 2; } }", "replaced class A", "  ⚠ old was reset to null: its value is not of the type as it is now");
        assertShows("use(new B())", "$1 ==> 2");
        assertShows("n", "n ==> 1");
        assertShows("many.size()", "$2 ==> 1");
        assertShows("old", "old ==> null");
        type("old = new A()");
        assertShows("old.one()", "$3 ==> 2");
    }

    @Tag("slow") @Test void aRefusedRedefinitionChangesNothing() {
        type("class A { int one() { return 1; } } A a = new A(); int f() { return a.one(); }");
        renewed();
        assertFails("class A { int one() { return \"no\"; } }", "compile", "incompatible types");
        assertShows("f() + a.one()", "$1 ==> 2");
        assertShows("a instanceof A", "$2 ==> true");
    }

    @Test void whatWaitsForADeclarationGoesOnWaiting() {
        assertShows("int f() { return later() + 1; }", "created method f(), however, it cannot be used until method later() is declared");
        type("int g() { return f(); }");
        renewed();
        assertFails("g()", "runtime", "method f() cannot be used yet: it uses method later()");
        assertShows("int later() { return 1; }", "created method later()");
        assertShows("g()", "$2 ==> 2");
    }

    @Tag("slow") @Test void errorsHaveTheirLines() {
        type("int f(int a) {\n    return 1 / a;\n}");
        renewed();
        Problem problem = assertFails("int b = 1;\nfor (int i = 1; i >= 0; i--) {\n    f(i);\n}", "runtime", "/ by zero");
        assertEquals(4, problem.line() + 1);
        assertFails("f(", "compile", "never closed");
        assertFails("nothing", "compile", "cannot find symbol");
    }

    @Tag("slow") @Test void layersAndNetworksGoOn() {
        type("record Twice(int c) implements Layer { public Rule rule() { return Rule.of(\"Twice\").let(symbol(\"c\"), c).takes(N, symbol(\"c\")).gives(N, symbol(\"c\")); } }");
        type("input(8)\nvar l = linear(8, 4)\nl");
        type("class Net extends Model { Unit fc = own(linear(8, 8)); public Tensor forward(Tensor x) { return x.then(fc).then(relu()); } } var net = new Net()");
        renewed();
        assertTrue(type("linear(3)").ok(), this::shown);
        assertEquals("51", type("params()").valueText());
        assertEquals("72", type("trace(net, 8).params()").valueText());
    }

    @Tag("slow") @Test void undoGoesBackOverIt() {
        type("int x = 1");
        type("x = 2");
        renewed();
        type("x = 3");
        type("/undo");
        assertShows("x", "x ==> 2");
        type("/undo");
        assertShows("x", "x ==> 1");
        type("/redo");
        assertShows("x", "x ==> 2");
    }

    @Test void completionAndDocumentationStillKnow() {
        type("int counted = 4; int counting(int a) { return a; } class Counter { int inside; }");
        renewed();
        type("int countless = 5");
        var found = session.complete("count", 5).stream().map(Completion::text).toList();
        assertTrue(found.containsAll(List.of("counted", "counting(", "countless")), found::toString);
        assertTrue(session.complete("new Counter().ins", 17).stream().anyMatch(c -> c.text().startsWith("inside")), "members of a class");
        assertEquals("int counted = 4", session.inspect("counted", 3, 0).orElseThrow().plain(View.PLAIN));
        assertTrue(session.variables().contains("int counted = 4\nint countless = 5"), session::variables);
    }

    @Tag("slow") @Test void itHappensByItself() {
        Engine engine = session.engine();
        int first = engine.shellNumber();
        type("int x = 0");
        long until = System.nanoTime() + 60_000_000_000L;
        int i = 0;
        while (engine.shellNumber() == first && System.nanoTime() < until) {
            assertShows("x = Integer.sum(x, 1)", "x ==> " + ++i);
            type("int y" + i + " = Integer.sum(x, 0)");
        }
        assertTrue(engine.shellNumber() != first, "no new shell took over");
        assertShows("x + y1 + y" + i, "$1 ==> " + (i + 1 + i));
    }
}
