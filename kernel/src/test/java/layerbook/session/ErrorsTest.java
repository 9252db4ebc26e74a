package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import layerbook.session.output.Problem;
import layerbook.session.output.Result;
import layerbook.session.output.View;
import org.junit.jupiter.api.Test;

/** What a user is told who made a mistake: the place, one sentence, and a statement that works. */
class ErrorsTest extends Typed {
    private void assertFix(String text, String message, String fix) {
        Result result = type(text);
        assertFalse(result.ok(), () -> "went through: " + text);
        Problem problem = result.problem().orElseThrow();
        assertTrue(problem.message().contains(message), () -> "expected \"" + message + "\" in\n" + shown());
        assertEquals(fix, problem.fix(), this::shown);
        assertFixRuns(problem);
    }

    @Override Problem assertFails(String text, String kind, String part) {
        Problem problem = super.assertFails(text, kind, part);
        assertFixRuns(problem);
        return problem;
    }

    private void assertMarked(String text, String marked) {
        Problem problem = type(text).problem().orElseThrow();
        assertEquals(marked, problem.source().substring(problem.start(), problem.end()), this::shown);
    }

    @Test void aVariableMadeFromItself() {
        type("var x = tensor(3, 8, 8);");
        assertFix("var x = x.then(relu())", "var declares a new x", "x = x.then(relu())");
        assertMarked("var x = x.then(relu())", "x");
        assertFix("var y = y.then(relu())", "y is used before it has a value", null);
    }

    @Test void anOptionMisspelled() {
        type("input(3, 32, 32);");
        assertFix("conv2d(16, 3, pading(1))", "conv2d has no option pading", "conv2d(16, 3, padding(1))");
        assertTrue(shown().contains("why    conv2d has inChannels, outChannels, kernelSize, stride, padding,"), shown());
        assertMarked("conv2d(16, 3, pading(1))", "pading");
    }

    @Test void anOptionOfAnotherLayer() {
        type("input(3, 32, 32);");
        assertFix("maxPool2d(2, bias(false))", "maxPool2d has no option bias", "maxPool2d(2)");
        assertFix("relu(stride(2))", "relu has no option stride", "relu()");
        assertFix("conv2d(16, 3, p(0.5), padding(1))", "conv2d has no option p", "conv2d(16, 3, padding(1))");
    }

    @Test void anArgumentThatIsNeeded() {
        type("input(3, 32, 32);");
        assertFix("conv2d(16)", "conv2d needs kernelSize", "conv2d(16, 3)");
        assertFix("linear()", "linear needs outFeatures", "linear(16)");
        assertFails("conv2d(\"16\", 3)", "option", "conv2d wants a whole number as outChannels, not \"16\"");
    }

    @Test void pyTorchsSpelling() {
        type("input(3, 32, 32);");
        assertFix("Conv2d(16, 3)", "made by the word conv2d", "conv2d(16, 3)");
        assertFix("new Conv2d(16, 3)", "made by the word conv2d", "conv2d(16, 3)");
        assertFix("conv2D(16, 3)", "made by the word conv2d", "conv2d(16, 3)");
        assertFix("class Net extends Module { }", "a network extends Model here", "class Net extends Model { }");
    }

    /** Java's own reader makes nothing of such a text, and leaves all of it, however often it is asked. */
    @Test void aTextOfWhichNothingIsRead() {
        assertTimeoutPreemptively(java.time.Duration.ofSeconds(60), () -> type("for i in range(10):"));
        assertTrue(shown().startsWith("  ✗ "), shown());
    }

    @Test void aMissingImport() {
        assertFix("LocalDate d = null", "LocalDate is not imported", "import java.time.LocalDate");
        assertTrue(type("import java.time.LocalDate").ok());
        assertTrue(type("LocalDate d = null").ok());
    }

    @Test void namesThatAreNear() {
        type("int hidden = 3");
        assertFix("hiden + 1", "there is no variable hiden", "hidden + 1");
        type("var x = tensor(8);");
        assertFix("parms()", "there is no method parms", "params()");
        assertFix("x.flaten(1)", "Tensor has no method flaten", "x.flatten(1)");
        assertFix("somethingElse", "there is no variable somethingElse", null);
    }

    @Test void whatIsMissingInTheText() {
        assertFix("for (int i = 0; i < 3; i++) { int y = i }", "a ; is missing here", "for (int i = 0; i < 3; i++) { int y = i; }");
        assertFix("String s = \"abc", "has no closing \"", "String s = \"abc\"");
        assertMarked("String s = \"abc", "\"");
        assertFix("System.out.println(\"abc);", "has no closing \"", "System.out.println(\"abc\");");
        Problem open = assertFails("conv2d(16, 3", "compile", "the text ends before ( is closed");
        assertEquals(6, open.start());
    }

    @Test void typesInTheWordsThatOneTypes() {
        assertFix("int z = \"abc\"", "this is a String, and an int is wanted", null);
        assertFix("int z = 3L * 4", "this is a long, and an int is wanted", "int z = (int) (3L * 4)");
        type("var x = tensor(3, 8, 8);");
        assertFix("x.conv2d(3, 3)", "conv2d", "x.then(conv2d(3, 3))");
        assertFix("var nothing = null", "null has none", "Object nothing = null");
    }

    @Test void aMethodThatUsesWhatNobodyDeclared() {
        type("int f() { return g() + 1; }");
        assertFails("f()", "runtime", "method f() cannot be used yet: it uses method g(), which nobody declared");
        type("int g() { return 1; }");
        assertEquals(2, type("f()").value());
    }

    @Test void aClassThatUsesWhatNobodyDeclaredHoweverItIsUsed() {
        String wrong = "class Net extends Model { Unit bn = own(batchnorm2d(16)); public Tensor forward(Tensor x) { return x.then(bn); } }";
        String right = wrong.replace("batchnorm2d", "batchNorm2d");
        if (type(wrong).ok()) { // JDK 17 keeps the class until the word is declared; 25 refuses it at once: the fix is the same
            assertEquals("created class Net, however, it cannot be used until method batchnorm2d(int) is declared", shown());
            assertFix("new Net()", "class Net cannot be used yet: it uses method batchnorm2d(int), which nobody declared", right + "\nnew Net()");
        } else {
            assertFix(wrong, "the layer batchnorm2d is made by the word batchNorm2d", right);
        }
        type("class Outer extends Model { Inner inner = new Inner(3); public Tensor forward(Tensor x) { return x.then(inner); } }");
        assertFix("trace(new Outer(), 3)", "class Outer cannot be used yet: it uses class Inner, which nobody declared", null);
        type("class Inner extends Model { Inner(int n) { } public Tensor forward(Tensor x) { return withJitter(x); } }");
        assertFix("trace(new Outer(), 3)", "cannot be used yet: it uses method withJitter(Tensor), which nobody declared", null);
    }

    @Test void aUnitIsNotAnUnit() {
        type("var x = tensor(3);");
        assertFails("Tensor y = own(relu())", "compile", "this is a Unit, and a Tensor is wanted");
    }

    @Test void aSizeIsAFormula() {
        type("var x = tensor(3, 8, 8);");
        assertFix("x.size(1) == 3", "formulas have no ==", "x.size(1).intValue() == 3");
        assertFix("int c = x.size(1)", "this is an Expr, and an int is wanted", "int c = x.size(1).intValue()");
    }

    @Test void aForwardOverridesNothing() {
        assertFix("class A extends Model { @Override public Tensor forward(Tensor x) { return x; } }", "overrides nothing",
            "class A extends Model { public Tensor forward(Tensor x) { return x; } }");
    }

    @Test void thrownExceptionsWithoutWrappers() {
        type("Object o = null;");
        assertFails("o.toString()", "runtime", "\"o\" is null");
        type("class Thing {}");
        type("new Thing()");
        assertTrue(shown().matches("\\$\\d+ ==> Thing@[0-9a-f]+"), shown());
    }

    @Test void aLayerDroppedInsideBraces() {
        type("input(8)\nfor (int i = 0; i < 2; i++) { linear(8); }");
        assertTrue(shown().contains("linear(8) inside braces is made and dropped; add(linear(8)) adds it"), shown());
        type("var layers = new ArrayList<Object>();\nfor (int i = 0; i < 2; i++) { layers.add(relu()); add(relu()); }");
        assertFalse(shown().contains("dropped"), shown());
    }

    @Test void aFrameKeepsToItsWidth() {
        type("input(3, 32, 32);");
        Problem long1 = type("conv2d(16, 3, padding(1), stride(1), dilation(1), groups(1), bias(true), paddingMode(\"zeros\"), pading(1))").problem().orElseThrow();
        for (int width = 40; width < 130; width += 7) {
            View view = View.PLAIN.withWidth(width);
            int most = width;
            long1.plain(view).lines().filter(l -> !l.startsWith("     try")).forEach(l -> assertTrue(l.length() <= most, l));
            assertTrue(long1.plain(view).contains("▔▔▔▔▔▔"));
        }
        assertTrue(long1.plain(new View(60, false, false, true)).chars().allMatch(c -> c < 128), long1.plain(new View(60, false, false, true)));
        assertNull(long1.state());
    }

    @Test void wideCharactersAreMarkedWhereTheyStand() {
        Problem problem = type("String 文 = \"中文\" + nothing").problem().orElseThrow();
        String[] lines = problem.plain(View.PLAIN).split("\n");
        assertEquals("     String 文 = \"中文\" + nothing", lines[1]);
        assertEquals(" ".repeat(5 + 12 + 6 + 3) + "▔▔▔▔▔▔▔", lines[2].replace("▔▔▔▔▔▔▔ ", ""));
    }

    @Test void anOwnedModelIsNoUnit() {
        assertFix("Unit body = own(sequential(linear(8, 8), relu()))", "own(sequential(..)) is a model: declare it Model, Sequential or var", "Sequential body = own(sequential(linear(8, 8), relu()))");
        assertTrue(type("Sequential body = own(sequential(linear(8, 8), relu()))").ok());
        type("class Block extends Model { public Tensor forward(Tensor x) { return x; } }");
        assertFix("class Net extends Model { Unit fc = own(linear(8, 8)); Unit block = own(new Block()); public Tensor forward(Tensor x) { return x; } }", "own(..) of a model is a model: declare it Model or var",
            "class Net extends Model { Unit fc = own(linear(8, 8)); Model block = own(new Block()); public Tensor forward(Tensor x) { return x; } }");
        type("Unit u = own(linear(8, 8))");
        assertFails("String s = u", "compile", "this is a Unit, and a String is wanted");
    }

    @Test void aLayerGivenATensorIsMeantForTheTensor() {
        String net = "class Net extends Model { Unit c = own(conv2d(3, 4, 3)); public Tensor forward(Tensor x) { return %s; } }";
        assertFix(net.formatted("relu(x.then(c))"), "to use it on a tensor, the tensor comes first", net.formatted("x.then(c).relu()"));
        assertFix(net.formatted("maxPool2d(x, 2)"), "maxPool2d(..) makes a layer", net.formatted("x.maxPool2d(2)"));
        assertTrue(type(net.formatted("x.then(c).relu().maxPool2d(2)")).ok());
    }

    @Test void aClassCalledLikeASymbolIsSaidToBeHidden() {
        type("enum E { A, B }");
        Problem hidden = assertFails("E.A", "compile", "E is the symbol E here, not your class E");
        assertEquals("enum EKind { A, B }", hidden.fix());
        assertTrue(type(hidden.fix()).ok());
        assertTrue(type("EKind.A").ok());
    }
}
