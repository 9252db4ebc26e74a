package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import layerbook.session.output.Result;
import layerbook.session.output.Settings;
import layerbook.session.output.View;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A statement that is carried out without the compiler shows, gives and leaves behind what it does when it is compiled. Every text runs in two sessions, in one
 * of which a static import has all statements compiled.
 */
class WithoutCompilerTest {
    private static final String ALL_COMPILED = "import static java.lang.Character.isLetter;";

    /** All that can be told of a text that has run. */
    private static String story(Session session, String text) {
        var shown = new ArrayList<String>();
        Result result = session.run(text, o -> shown.add(o.getClass().getSimpleName() + ": " + o.plain(View.PLAIN)));
        return withoutNumbers(text + "\n" + String.join("\n", shown) + "\n" + result.ok() + " " + result.valueText() + " " + type(result.value()) + " " + result.firstLine() + " " + result.warnings()
            + result.problem().map(p -> "\n" + p.kind() + " " + p.message() + " " + p.start() + "-" + p.end() + " " + p.line() + ":" + p.column() + " " + p.details() + " " + p.fix() + " " + p.state()).orElse("")
            + "\n" + session.statements() + "\n" + session.variables() + "\n" + session.book().graph().size());
    }

    /** Without what Java makes up: the numbers of classes and of objects. */
    private static String withoutNumbers(String story) {
        return story.replaceAll("@[0-9a-f]{4,}", "@").replaceAll("\\$g0_\\d+[A-Z]*", "");
    }

    private static String type(Object value) {
        return value == null ? "null" : value.getClass().getName();
    }

    private static void compare(List<String> texts) {
        try (Session direct = Session.open(Settings.standard()); Session compiled = Session.open(Settings.standard())) {
            compiled.run(ALL_COMPILED, o -> { });
            for (String text : texts) {
                String theirs = story(compiled, text).replace(ALL_COMPILED + ", ", "").replace(ALL_COMPILED, "");
                assertEquals(theirs, story(direct, text), () -> "after " + texts);
            }
        }
    }

    private static boolean isDirect(String text) {
        try (Session session = Session.open(Settings.standard())) {
            return session.engine().isDirect(text);
        }
    }

    @Test void callsDeclarationsAndAssignments() {
        compare(List.of("input(3, 32, 32)", "conv2d(16, 3, padding(1))\nbatchNorm2d()\nrelu(); // and so on", "var x = tensor(3, 8, 8)", "x = x.then(conv2d(3, 16, 3)).then(relu());",
            "var c = own(conv2d(16, 8, 1))", "x = x.then(c)", "c", "x", "params()", "params(x) + 1", "long p = params()", "p", "int i = 3", "long wide = i", "wide", "double d = 3", "d / 2",
            "i = 4", "wide = i", "check(params(x) == 448)", "check(p >= 0 && !false)", "1 + 2 * 3 - -4 % 3", "\"text\" + i + 2.5 + true + null", "\"text\" + i + 2.5 + true", "7 / 2", "7 / 2.0",
            "2147483647 + 1", "2147483648", "3000000000L", "x.size(2).exact().intValue()", "x\n  .then(relu())\n  .then(maxPool2d(2))", "explain(1)", "net(x)", "N", "MACS", "flops(THOP)", "var n = N",
            "Tensor t = x.relu()", "Layer l = relu()", "l", "var m = sequential(linear(3, 4), relu())", "m", "x.outputs()", "x.shape()", "var s = x.shape()", "/vars", "/undo", "x", "/redo"));
    }

    @Test void errors() {
        compare(List.of("input(3, 32, 32)", "linear(5, 5)", "x", "var y = tensor(4).then(linear(5, 5))", "y", "y.relu()", "conv2d(16, 3, pading(1))", "conv2d(16)", "1 / 0", "int z = 1 / 0", "z", "z\n + 1 / z",
            "var q = 5; q = q.then(relu())", "int before = 2", "double before = params(7)", "before", "int u = 3000000000", "String t = 5", "check(false)", "check(1)", "check(params() == 1, \"not one\")", "var w = check(true)", "undeclared", "undeclared()", "relu().then(x)",
            "x = 5", "int i = 5L", "var v = v", "Tensor r = r", "own(5)", "own(\"a\", relu())", "params(1, 2, 3)", "flops(\"NONE\")", "flops(\"THOP\")", "explain(99)", "relu(", "relu()) ", "+", "5 5"));
    }

    @Test void whatTheCompilerDeclaresAndWhatItDoesNotSeeEachOther() {
        compare(List.of("var x = tensor(3, 8, 8)", "int k = 3", "Tensor twice(Tensor a) { return a.then(conv2d(3, k)).then(conv2d(3, k)); }", "twice(x)", "k = 1", "twice(x)", "int k = 2", "twice(x)", "long k = 3", "twice(x)",
            "int k = 1", "twice(x)", "for (int i = 0; i < 2; i++) { x = x.then(relu()); }", "x", "var list = new ArrayList<Tensor>()", "list.add(x)", "x = list.get(0).then(relu())", "x", "Object o = x", "o = 5", "o", "o + 1",
            "class Net extends Model { Unit a = own(linear(8, 4)); public Tensor forward(Tensor t) { return t.then(a); } }", "var net = new Net()", "x = x.then(net)", "trace(net, 3, 8)", "var same = net", "same == net",
            "int later() { return soon + 1; }", "int soon = 4", "later()", "soon = 6", "later()", "var soon = \"text\"", "later()"));
    }

    @Test void aWordThatTheUserDeclaresIsTheirs() {
        compare(List.of("input(3, 8, 8)", "relu()", "int relu() { return 7; }", "relu()", "int N = 5", "N", "N + 1", "tensor(N, 3)", "var early = tensor(5)", "Tensor earlier = early", "class Tensor { public String toString() { return \"mine\"; } }", "early", "earlier", "var t = new Tensor()", "t",
            "var x = tensor(3)", "x", "import java.awt.*", "Layer l = linear(2, 3)", "String padding(int p) { return \"padded\"; }", "padding(3)", "conv2d(4, 3, padding(1))", "import static java.lang.Math.*", "max(3, 4)", "params()"));
    }

    @Test void aTypeThatIsDeclaredAnewResetsItsVariables() {
        compare(List.of("var u = own(linear(2, 3))", "var x = tensor(2)", "x = x.then(u)", "record Unit(int a) {}", "u", "var v = new Unit(3)", "v", "u = v", "x.then(u)", "Unit w = own(relu())"));
    }

    @Test void lastingNames() {
        compare(List.of("int a = 1", "a + 1", "$1", "$1 + a", "\"é\" + a", "var größe = 3", "größe", "int $x = 4", "$x", "int a1 = a; int a2 = a1", "a1 == a2", "boolean b = a < 2", "b || a / 0 == 1", "!b",
            "var /* why */ c /* not */ = a // so\n", "c;", "(a)", "(a + c) * 2", "-a", "- -a", "a-1", "a --1", "a - - 1", "a++", "a", "a += 2", "a", "a < c", "a <= c == true", "(1)", "((relu()))"));
    }

    @Tag("slow") @ParameterizedTest @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void drawnStatements(int seed) {
        var random = new Random(seed);
        var texts = new ArrayList<>(List.of("input(3, 16, 16)", "var x = tensor(3, 16, 16)", "int a = 2", "long b = 7"));
        for (int i = 0; i < 40; i++) {
            texts.add(Drawn.statement(random));
        }
        compare(texts);
    }

    @Test void whatIsPrintedReckonedAndMade() {
        compare(List.of("System.out.println(\"a\" + 1)", "System.out.print(3L)", "System.out.println(2.5)", "System.out.println()", "System.out.println(tensor(3))", "Math.max(1, 2)", "Math.max(1, 2L)", "Math.round(2.5)",
            "Math.abs(-3)", "Math.pow(2, 3)", "Math.floorDiv(7, 2)", "Math.max(1)", "Math.PI", "System.out", "var o = System.out", "System.err.println(1)", "class Net extends Model { public Tensor forward(Tensor t) { return t.then(relu()); } }",
            "var n = trace(new Net(), 3, 8)", "params(n)", "tensor(4).then(new Net())", "class Net extends Model { public Tensor forward(Tensor t) { return t.then(linear(2)); } }", "trace(new Net(), 3, 8)", "new Net()", "new Nothing()",
            "abstract class Half extends Model {}", "trace(new Half(), 3)", "class Needs extends Model { Needs(int i) {} public Tensor forward(Tensor t) { return null; } }", "trace(new Needs(), 3)",
            "class Waits extends Model { public Tensor forward(Tensor t) { return t.then(missing); } }", "trace(new Waits(), 3)", "class Fails extends Model { Unit u = own(linear(0, 1 / 0)); public Tensor forward(Tensor t) { return t; } }",
            "trace(new Fails(), 3)", "class Math { static int max(int a, int b) { return 99; } }", "Math.max(1, 2)", "int System = 3", "System", "System.out.println(1)"));
    }

    @Test void plainStatementsNeedNoCompiler() {
        for (String text : List.of("input(3, 32, 32)", "conv2d(16, 3, padding(1))", "var x = tensor(3, 32, 32)", "1 + 1", "int i = 3;", "check(params() == 0)", "explain(1)", "own(\"fc\", linear(3, 4))")) {
            assertTrue(isDirect(text), text);
        }
        for (String text : List.of("new ArrayList<String>()", "relu(", "x.then(relu())", "(int) 3.5", "i++", "int a, b", "List<Tensor> l = x.chunk(2)", "Integer.parseInt(\"3\")", "this", "null", "3000000000", "var a = a")) {
            assertFalse(isDirect(text), text);
        }
    }

    /** Statements at random, right and wrong ones. */
    private static final class Drawn {
        static String statement(Random random) {
            return switch (random.nextInt(9)) {
                case 0 -> layer(random);
                case 1 -> "var " + name(random) + " = " + value(random, 2);
                case 2 -> name(random) + " = " + value(random, 2);
                case 3 -> "x = x.then(" + layer(random) + ")";
                case 4 -> "int f" + random.nextInt(2) + "() { return " + name(random) + " == null ? 0 : 1; }";
                case 5 -> one(random, "int", "long", "double", "Tensor", "String") + " " + name(random) + " = " + value(random, 2);
                case 6 -> one(random, "f0()", "f1()", "params()", "flops(x)", "params(" + name(random) + ")");
                case 7 -> "check(" + value(random, 1) + one(random, " == ", " < ", " != ") + value(random, 1) + ")";
                default -> value(random, 3);
            };
        }

        private static String value(Random random, int depth) {
            return depth == 0 || random.nextInt(4) == 0 ? one(random, "1", "2", "3L", "2.5", "\"t\"", "true", name(random))
                : switch (random.nextInt(5)) {
                    case 0 -> "(" + value(random, depth - 1) + one(random, " + ", " - ", " * ") + value(random, depth - 1) + ")";
                    case 1 -> "params(x)";
                    case 2 -> layer(random);
                    case 3 -> "x.then(" + layer(random) + ")";
                    default -> value(random, depth - 1) + " + " + value(random, depth - 1);
                };
        }

        private static String layer(Random random) {
            String number = one(random, "1", "3", "a", "b", "2 * 8");
            return one(random, "relu()", "conv2d(" + number + ", 3, padding(1))", "conv2d(3, " + number + ", 1)", "batchNorm2d()", "linear(" + number + ")", "dropout(0.5)", "maxPool2d(2)", "conv2d(4, 3, stride(" + number + "), bias(false))");
        }

        private static String name(Random random) {
            return one(random, "a", "b", "c", "x", "y");
        }

        private static String one(Random random, String... of) {
            return of[random.nextInt(of.length)];
        }
    }
}
