package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import layerbook.net.Call;
import layerbook.session.output.Result;
import org.junit.jupiter.api.Test;

/** The article's network, in each of the three ways to write one: the same calls, shapes and numbers. */
class ArticleNetworkTest extends Typed {
    private static final String LINES = String.join("\n", "input(3, %1$d, %1$d)", "conv2d(16, 3, padding(1))", "batchNorm2d()", "relu()", "maxPool2d(2)",
        "conv2d(32, 3, padding(1))", "batchNorm2d()", "relu()", "maxPool2d(2)", "view(-1, 2048)", "linear(64)", "relu()", "linear(10)");
    private static final String TENSORS = "var x = tensor(3, %1$d, %1$d)\n"
        + "x = x.then(conv2d(3, 16, 3, padding(1))).then(batchNorm2d(16)).then(relu()).then(maxPool2d(2))\n"
        + "x = x.then(conv2d(16, 32, 3, padding(1))).then(batchNorm2d(32)).then(relu()).then(maxPool2d(2))\n"
        + "x = x.view(-1, 32 * 8 * 8).then(linear(2048, 64)).then(relu()).then(linear(64, 10))";
    private static final String CLASS = "class Net extends Model {\n"
        + "    Unit conv1 = own(conv2d(inChannels(3), outChannels(16), kernelSize(3), stride(1), padding(1))), bn1 = own(batchNorm2d(16));\n"
        + "    Unit pool1 = own(maxPool2d(kernelSize(2), stride(2)));\n"
        + "    Unit conv2 = own(conv2d(inChannels(16), outChannels(32), kernelSize(3), stride(1), padding(1))), bn2 = own(batchNorm2d(32));\n"
        + "    Unit pool2 = own(maxPool2d(kernelSize(2), stride(2))), fc1 = own(linear(32 * 8 * 8, 64)), fc2 = own(linear(64, 10));\n"
        + "    public Tensor forward(Tensor x) {\n"
        + "        x = x.then(conv1).then(bn1).then(relu()).then(pool1).then(conv2).then(bn2).then(relu()).then(pool2);\n"
        + "        return x.view(-1, 32 * 8 * 8).then(fc1).then(relu()).then(fc2);\n"
        + "    }\n}\ntrace(new Net(), 3, %1$d, %1$d)";

    private List<String> ledger(String text, int size) {
        assertTrue(type("/reset").ok());
        assertTrue(type(String.format(text, size)).ok(), this::shown);
        return session.book().graph().calls().stream().map(ArticleNetworkTest::row).toList();
    }

    private static String row(Call call) {
        return call.layer().factoryName() + " " + call.outputs().get(0).shape().text() + " " + call.applied().weights();
    }

    private Object value(String text) {
        Result result = type(text);
        assertTrue(result.ok(), this::shown);
        return result.value();
    }

    @Test void threeWaysToWriteItOneLedger() {
        List<String> byLine = ledger(LINES, 32);
        assertEquals(byLine, ledger(TENSORS, 32));
        assertEquals(byLine, ledger(CLASS, 32));
        assertEquals(13, byLine.size());
    }

    @Test void theNumbersAreThoseOfTheArticleAndItsCounters() {
        for (String text : List.of(LINES, TENSORS)) {
            ledger(text, 32);
            assertEquals(136_970L, value("params()"));
            assertEquals(1_753_728L, value("flops(MACS)"));
            assertEquals(3_507_456L, value("flops()"));
        }
        ledger(CLASS, 32);
        assertEquals(136_970L, value("params()"));
        assertEquals(1_852_032L, value("flops(THOP)"));
    }

    @Test void aLargerPictureIsFoldedIntoTheBatchWithAWarning() {
        ledger(CLASS, 224);
        assertTrue(shown().contains("view turns 1 example into 49 rows"), this::shown);
        assertEquals(90_749_568L, value("flops(THOP)"));
        ledger(LINES, 224);
        assertTrue(shown().contains("view turns 1 example into 49 rows"), this::shown);
        assertEquals("(49·N)×10", session.book().graph().last().outputs().get(0).shape().text());
    }

    @Test void aStatementThatFailsLeavesTheNetworkAsItWas() {
        type("var x = tensor(2048)\nvar kept = 1");
        assertFails("for (int i = 0; i < 3; i++) { kept++; x = x.then(linear(2048 - i, 64)); }", "shape", "Nothing was added: the network still ends at 0 input");
        assertEquals(1, session.book().graph().size());
        assertEquals(3, value("kept"));
        assertFails("var y = x.then(linear(2048, 64)).then(linear(64, 10)).then(linear(64, 10))", "shape", "Nothing was added");
        assertEquals(1, session.book().graph().size());
        assertTrue(type("x.then(linear(2048, 64))").ok(), this::shown);
        assertEquals(List.of("var x = tensor(2048)", "var kept = 1", "kept", "x.then(linear(2048, 64))"), session.statements());
    }
}
