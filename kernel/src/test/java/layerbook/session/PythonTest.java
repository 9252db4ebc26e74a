package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import layerbook.session.errors.Python;
import layerbook.session.errors.PythonNames;
import layerbook.session.output.Problem;
import layerbook.session.output.Result;
import org.junit.jupiter.api.Test;

/** What is typed by those who have PyTorch, or another shell, in their fingers: each gets the statement that it would be here, and that one works. */
class PythonTest extends Typed {
    private static final String SETTING = """
        class Net extends Model { Unit conv1 = own(conv2d(3, 16, 3)); public Tensor forward(Tensor x) { return x.then(conv1).relu(); } }
        Net m = new Net()
        Unit conv1 = own(conv2d(3, 16, 3))
        Unit fc = own(linear(16, 10))
        Model pool = own(sequential(maxPool2d(2)))
        Tensor x = tensor(3, 32, 32)
        input(3, 32, 32);
        """;

    private static final List<String> TYPED = List.of(
        // layers
        "Sequential(relu())                                      | sequential(relu())                         | the layer Sequential is made by the word sequential",
        "conv2d(16, 3, padding=1)                                | conv2d(16, 3, padding(1))                  | an argument by name is padding(1)",
        "conv2d(16, 3, pading = 1)                               | conv2d(16, 3, padding(1))                  | an argument by name is padding(1)",
        "conv2d(16, kernel_size=(3, 5))                          | conv2d(16, kernelSize(3, 5))               | an argument by name is kernelSize(3, 5)",
        "conv2d(16, (3, 5))                                      | conv2d(16, size(3, 5))                     | several sizes are size(3, 3)",
        "conv2d(16, [3, 5])                                      | conv2d(16, size(3, 5))                     | several sizes are size(3, 3)",
        "Conv2d(16, 3, padding='same')                           | conv2d(16, 3, padding(\"same\"))           | the layer Conv2d is made by the word conv2d",
        "conv2d(16 3)                                            | conv2d(16, 3)                              | a , is missing here",
        "conv2d(16, 3 padding(1))                                | conv2d(16, 3, padding(1))                  | a , is missing here",
        "conv2d(16, 3, padding 1)                                | conv2d(16, 3, padding(1))                  | the value of padding stands in brackets",
        // names
        "self.conv22 = nn.Conv2d(3, 16, 3)                       | var conv22 = own(conv2d(3, 16, 3))         | a class names its own fields without self",
        "model4 = Net()                                          | var model4 = new Net()                     | nothing is called model4 yet",
        "# a comment                                             | // a comment                               | a comment begins with //",
        // tensors
        "input((3, 32, 32))                                      | input(3, 32, 32)                           | sizes stand in the brackets one by one",
        "len(x)                                                  | x.size(0)                                  | the first size of a tensor",
        "x = F.relu(self.conv1(x))                               | x = x.then(conv1).relu()                   | relu is asked of the tensor",
        "x = conv1(x)                                            | x = x.then(conv1)                          | x.then(conv1)",
        // networks
        "m(x)                                                    | x.then(m)                                  | what a tensor goes through",
        "m.parameters()                                          | params(m)                                  | params(..) is asked of a network",
        "m.summary()                                             | summary(trace(m, 3, 32, 32))               | summary(..) is asked of a network",
        "summary(m, (3, 32, 32))                                 | summary(trace(m, 3, 32, 32))               | a model is traced",
        "summary(model, input_size=(3, 32, 32))                  | summary()                                  | a model is traced",
        "torchsummary.summary(net)                               | summary()                                  | a model is traced",
        "model.summary()                                         | summary()                                  | summary(..) is asked of a network",
        // words alone
        "help                                                    | help()                                     | help needs its brackets",
        "exit                                                    | exit()                                     | exit needs its brackets",
        "quit()                                                  | exit()                                     | quit is exit here",
        "whos                                                    | vars()                                     | whos is vars here",
        "relu                                                    | relu()                                     | relu needs its brackets",
        "ReLU                                                    | relu()                                     | relu needs its brackets",
        "conv2d                                                  | conv2d(16, 3)                              | conv2d needs its brackets",
        "input                                                   | input(3, 32, 32)                           | input needs its brackets",
        "params                                                  | params()                                   | params needs its brackets",
        "explain                                                 | ?explain                                   | explain needs its brackets",
        "/quit                                                   | /exit                                      | there is no command /quit",
        "/q                                                      | /exit                                      | /q may mean /exit, /quiz");

    private Problem wrong(String text) {
        Result result = type(text);
        assertFalse(result.ok(), () -> "went through: " + text);
        return result.problem().orElseThrow();
    }

    @Test void hasAStatementThatWorks() {
        assertTrue(type(SETTING).ok(), this::shown);
        for (String row : TYPED) {
            String[] said = row.split(" +\\| ");
            assertTrue(type("x = tensor(3, 32, 32); input(3, 32, 32);").ok());
            Problem problem = wrong(said[0]);
            assertEquals(said[1], problem.fix(), this::shown);
            assertTrue(problem.message().contains(said[2]), this::shown);
            assertTrue(type(said[1]).ok(), this::shown);
        }
    }

    /** What can be nothing but Python runs as Python. */
    @Test void whatOnlyPythonSaysRuns() {
        assertTrue(type(SETTING).ok(), this::shown);
        for (String text : List.of(
            "nn.Conv2d(3, 16, kernel_size=3)",
            "nn.Conv2d(3,16,3,padding=1,bias=False)",
            "torch.nn.Linear(in_features=32, out_features=4)",
            "nn.ReLU(inplace=True)",
            "nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU())",
            "conv21 = nn.Conv2d(3, 16, 3)",
            "y3 = 3",
            "y5 = True",
            "y6 = 'abc'",
            "2 ** 10",
            "x ** 2",
            "x = torch.randn(1,3,32,32)",
            "z7 = torch.zeros((8, 3, 32, 32))",
            "print(x.shape)",
            "print(x)",
            "x.shape[1]",
            "x = x.view(x.shape[0], -1)",
            "x = torch.flatten(x, 1)",
            "x = torch.flatten(x, start_dim=1)",
            "x = F.max_pool2d(x, 2)",
            "x = pool(F.relu(conv1(x)))",
            "x = nn.Conv2d(3, 16, 3)(x)",
            "x = torch.cat((x, x), dim=1)",
            "x.mean(dim=(2, 3), keepdim=True)",
            "import torch.nn as nn",
            "from torch import nn")) {
            assertTrue(type("x = tensor(3, 32, 32); input(3, 32, 32);").ok(), this::shown);
            assertTrue(type(text).ok(), () -> text + "\n" + shown());
        }
    }

    /** Where nothing can be put in its place, it is said what is done instead. */
    @Test void isAnswered() {
        for (String row : List.of(
            "!pip install torch        | commands of the system are not run here",
            "%%time\nrelu()           | /time relu()",
            "for (i in x) { }          | a loop is for (int i = 0;",
            "foo bar baz               | each statement stands on a line of its own",
            "def forward(self, x):     | expected an indented block",
            "class Net(nn.Module):     | expected an indented block",
            "for i in range(10):       | expected an indented block",
            "if x > 3:                 | expected an indented block",
            "while x > 3:              | expected an indented block",
            "with torch.no_grad():     | expected an indented block",
            "pip install torch         | all that is needed is there",
            "clear()                   | Ctrl-L clears a terminal's screen",
            "cls                       | Ctrl-L clears a terminal's screen",
            "/clear                    | Ctrl-L clears the screen")) {
            String[] said = row.split(" +\\| ");
            Problem problem = wrong(said[0]);
            assertTrue(shown().replaceAll("\\s+", " ").contains(said[1]), this::shown);
            assertTrue(!problem.message().startsWith("this is ") || problem.start() == 0, this::shown);
        }
    }

    @Test void aModelWithThemIsMendedAsAWhole() {
        String wrong = "class Cnn extends Model { Unit conv1 = own(conv2d(3, 16, 3)); Unit fc = own(linear(16, 10)); public Tensor forward(Tensor x) { x = relu(conv1(x)); return fc(x); } }";
        String right = wrong.replace("relu(conv1(x))", "relu(x.then(conv1))").replace("fc(x)", "x.then(fc)");
        Result first = type(wrong);
        if (first.ok()) { // JDK 17 keeps the class until the names are declared
            assertTrue(shown().contains("what a tensor goes through comes behind it: x.then(conv1)"), shown());
        } else {
            assertEquals(right, first.problem().orElseThrow().fix(), this::shown);
        }
        String mended = wrong(right).fix();
        assertEquals(right.replace("relu(x.then(conv1))", "x.then(conv1).relu()"), mended, this::shown);
        assertTrue(type(mended).ok(), this::shown);
    }

    @Test void theSizeOfTheBatchIsTypedToo() {
        type("input(1, 3, 32, 32)");
        Problem problem = wrong("conv2d(16, 3)");
        assertEquals("input(3, 32, 32)", problem.fix());
        assertTrue(shown().replaceAll("\\s+", " ").contains("N stands for the size of the batch already; the 1 is taken for the channels"), shown());
        type("Tensor t = tensor(8, 3, 1024, 1024)");
        assertEquals("tensor(3, 1024, 1024).then(conv2d(16, 3))", wrong("t.then(conv2d(16, 3))").fix());
        assertTrue(type("t.then(conv3d(16, 3))").ok(), this::shown);
        type("input(1, 28, 28)");
        assertEquals("conv2d(1, 16, 3)", wrong("conv1d(16, 3)").fix(), "an image of one channel, and no batch");
    }

    /** Java takes it, since there is a variable of that name; what it means then is told. */
    @Test void anArgumentByNameThatIsAnAssignment() {
        type("int padding = 0");
        type("int padding2 = 0");
        type("input(3, 32, 32)");
        String told = "inside a call = is Java's assignment: the variable has a new value, and the layer got it by its place; an argument by name is padding(1)";
        assertEquals(List.of(told), type("Layer c = conv2d(3, 16, 3, padding=1)").warnings());
        assertEquals(1, type("padding").value());
        assertEquals(List.of(), type("for (int i = 0; i < Math.max(padding2 = 1, 1); i++) add(relu())").warnings());
    }

    /** Java that is wrong for another reason is not taken for Python. */
    @Test void whatIsJavaStaysJava() {
        for (String typed : List.of("int a = (1 + 2) * \"b\"", "nothing(x.shape(), (int) 3L)", "for (int i = 0; i < 3; i++) { int b = nothing; }", "int[] c = {1, 2, \"3\"}",
            "String d = nothing ? \"a\" : 'b'", "record P(int a, int b) { int f() { return nothing; } }; int q = nothing", "Object e = new Object(nothing)")) {
            assertTrue(Python.read(typed, new PythonNames(session.engine())).isEmpty(), typed);
        }
    }

    @Test void aClassOfOnesOwnIsNoLayer() {
        type("class P { public int shape = 3; }");
        type("var p = new P()");
        Problem problem = wrong("p.shape + nothing");
        assertTrue(problem.message().contains("there is no variable nothing"), this::shown);
        assertEquals(List.of(), Python.read("p.shape + 1", new PythonNames(session.engine())).stream().toList());
    }
}
