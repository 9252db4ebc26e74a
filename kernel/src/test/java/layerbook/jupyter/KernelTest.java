package layerbook.jupyter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelTest {
    @TempDir static Path folder;
    private static Kernel kernel;
    private static FrontEnd front;
    private static InputStream stdin;

    @BeforeAll static void start() {
        var anywhere = new Connection("127.0.0.1", 0, 0, 0, 0, 0, "secret", "hmac-sha256");
        kernel = new Kernel(anywhere, Kernel::session, History.at(folder.resolve("history.jsonl")));
        stdin = System.in;
        System.setIn(kernel.input());
        front = new FrontEnd(kernel.connection());
    }

    @AfterAll static void stop() {
        System.setIn(stdin);
        front.close();
        kernel.close();
    }

    private static Map<String, Object> ran(String code, Object... options) {
        String id = front.execute(code, options);
        Map<String, Object> reply = front.reply(front.shell, id).content();
        front.published(id);
        return reply;
    }

    @Test void itSaysWhatItIsByBothDoors() {
        for (var door : List.of(front.shell, front.control)) {
            String id = front.ask(door, "kernel_info_request", Map.of());
            Message reply = front.reply(door, id);
            assertEquals("kernel_info_reply", reply.type());
            assertEquals("ok", reply.text("status"));
            assertEquals("5.4", reply.text("protocol_version"));
            assertEquals(List.of(), reply.content().get("supported_features"));
            assertEquals(".java", reply.map("language_info").get("file_extension"));
            assertEquals(List.of("busy", "idle"), FrontEnd.types(front.published(id)));
        }
    }

    @Test void aCellIsEchoedWithItsNumberAndThenTheKernelIsIdle() {
        String id = front.execute("6 * 7");
        Map<String, Object> reply = front.reply(front.shell, id).content();
        List<Message> said = front.published(id);
        assertEquals(List.of("busy", "execute_input", "execute_result", "idle"), FrontEnd.types(said));
        assertEquals(reply.get("execution_count"), said.get(1).content().get("execution_count"));
        assertEquals(reply.get("execution_count"), said.get(2).content().get("execution_count"));
        assertEquals("42", said.get(2).map("data").get("text/plain"));
        assertEquals(Map.of(), reply.get("user_expressions"));
    }

    @Test void theLastEchoIsTheResultOfTheCellAndTheOthersAreDisplayed() {
        echoes(List.of("display_data", "display_data", "execute_result"), "1 + 1\n2 + 2\n3 + 3");
        echoes(List.of("display_data", "stream", "execute_result"), "1 + 1\nSystem.out.println(2);\n3 + 3");
        echoes(List.of("display_data", "stream"), "1 + 1\nSystem.out.println(2)");
        echoes(List.of("display_data", "display_data", "execute_result"), "1 + 1\ninput(1, 8, 8)\n2 + 2");
        echoes(List.of("display_data", "error"), "1 + 1\nthrow new Error()");
        echoes(List.of("execute_result"), "int a = 1;\n// the end");
    }

    private void echoes(List<String> types, String code) {
        String id = front.execute(code);
        List<Message> said = front.published(id);
        assertEquals(types, FrontEnd.types(said.subList(2, said.size() - 1)), code);
        front.reply(front.shell, id);
    }

    @Test void whatIsPrintedComesInFewMessagesBeforeIdle() {
        String id = front.execute("for (int i = 0; i < 20_000; i++) System.out.println(i);");
        List<Message> said = front.published(id);
        assertEquals(IntStream.range(0, 20_000).mapToObj(i -> i + "\n").collect(Collectors.joining()), FrontEnd.stream(said, "stdout"));
        assertTrue(said.size() <= 53, said.size() + " messages");
        front.reply(front.shell, id);
    }

    @Test void fiftyMegabytesAreCutWithAWord() {
        String id = front.execute("var piece = \"x\".repeat(1 << 20); for (int i = 0; i < 50; i++) System.out.print(piece);");
        List<Message> said = front.published(id);
        assertEquals(Cell.MOST, FrontEnd.stream(said, "stdout").length(), 10_000, "the echo of the piece counts as well");
        assertTrue(FrontEnd.stream(said, "stderr").contains("the rest is left out"));
        assertEquals("ok", front.reply(front.shell, id).text("status"));
    }

    @Test void errorsNameTheClassTheCellAndTheLine() {
        String id = front.execute("int zero = 0;\nint bad = 7 / zero;");
        Map<String, Object> reply = front.reply(front.shell, id).content();
        List<Message> said = front.published(id);
        Message error = said.stream().filter(m -> m.type().equals("error")).findFirst().orElseThrow();
        assertEquals("error", reply.get("status"));
        assertEquals("ArithmeticException", error.text("ename"));
        assertEquals("/ by zero", error.text("evalue"));
        String traceback = String.valueOf(error.content().get("traceback"));
        assertTrue(traceback.contains("Cell In[" + reply.get("execution_count") + "], line 2"), traceback);
        assertTrue(traceback.contains("^"), traceback);
        assertFalse(traceback.contains("layerbook."), traceback);
    }

    @Test void anExceptionOfTheUserSOwnHasItsOwnName() {
        ran("class Odd extends RuntimeException { Odd(String m) { super(m); } }");
        Map<String, Object> reply = ran("throw new Odd(\"three\")");
        assertEquals(List.of("Odd", "three"), List.of(reply.get("ename"), reply.get("evalue")));
    }

    @Test void callsThatGoTooDeepAreExplainedAndTheKernelLives() {
        Map<String, Object> reply = ran("int deep(int n) { return deep(n + 1) + 1; }\ndeep(0)");
        assertEquals("StackOverflowError", reply.get("ename"));
        assertTrue(String.valueOf(reply.get("traceback")).contains("call itself without an end"));
        assertEquals("ok", ran("1").get("status"));
    }

    @Test void aThreadThatDiedIsSaidWithoutTheFramesThatCarryCellsOut() {
        var thread = new Thread(() -> { }, "Thread-9");
        var thrown = new IllegalStateException("gone");
        thrown.setStackTrace(new StackTraceElement[] {new StackTraceElement("java.util.ArrayList", "get", "ArrayList.java", 1),
            new StackTraceElement("REPL.$JShell$4", "do_it$", "$JShell$4.java", 5), new StackTraceElement("layerbook.session.jshell.Worker", "run", "Worker.java", 9)});
        assertEquals("Exception in thread \"Thread-9\" java.lang.IllegalStateException: gone\n    at java.util.ArrayList.get(ArrayList.java:1)\n    in a cell",
            Traceback.ofThread(thread, thrown));
    }

    @Test void aSilentCellSaysNothingAndCountsNothing() {
        int before = (Integer) ran("1").get("execution_count");
        String id = front.execute("System.out.println(1); 5 + 5", "silent", true);
        assertEquals(before, front.reply(front.shell, id).content().get("execution_count"));
        assertEquals(List.of("busy", "idle"), FrontEnd.types(front.published(id)));
        assertEquals(before, ran("2", "store_history", false).get("execution_count"));
        assertEquals(before + 1, ran("3").get("execution_count"));
    }

    @Test void aFrontEndSOwnExpressionsAreAnsweredInTheReply() {
        Map<String, Object> reply = ran("int own = 20", "user_expressions", Map.of("good", "own + 1", "bad", "nowhere"));
        Map<?, ?> values = (Map<?, ?>) reply.get("user_expressions");
        assertEquals(Map.of("text/plain", "21"), ((Map<?, ?>) values.get("good")).get("data"));
        assertEquals("error", ((Map<?, ?>) values.get("bad")).get("status"));
    }

    @Test void cellsThatWaitBehindAFailedOneAreAborted() {
        String first = front.execute("System.in.read(); throw new IllegalStateException()");
        String second = front.execute("int mustNotRun = 1");
        String third = front.ask(front.shell, "kernel_info_request", Map.of());
        Message asked = front.hear(front.stdin);
        assertEquals("input_request", asked.type());
        front.ask(front.stdin, "input_reply", Map.of("value", "go"));
        assertEquals("error", front.reply(front.shell, first).text("status"));
        assertEquals("aborted", front.reply(front.shell, second).text("status"));
        assertEquals("ok", front.reply(front.shell, third).text("status"));
        assertEquals("error", ran("mustNotRun").get("status"));
        assertEquals("ok", ran("int runsAgain = 1").get("status"));
    }

    @Test void cellsBehindAFailedOneRunIfTheyAreToldTo() {
        String first = front.execute("System.in.read(); throw new IllegalStateException()", "stop_on_error", false);
        String second = front.execute("int mayRun = 1");
        front.hear(front.stdin);
        front.ask(front.stdin, "input_reply", Map.of("value", "go"));
        assertEquals("error", front.reply(front.shell, first).text("status"));
        assertEquals("ok", front.reply(front.shell, second).text("status"));
    }

    @Test void readingIsAskingTheFrontEnd() {
        String id = front.execute("System.out.print(\"Name? \"); var name = new Scanner(System.in).nextLine()");
        Message asked = front.hear(front.stdin);
        assertEquals("input_request", asked.type());
        assertEquals(id, asked.parent().get("msg_id"));
        front.ask(front.stdin, "input_reply", Map.of("value", "Ada"));
        assertEquals("ok", front.reply(front.shell, id).text("status"));
        assertEquals(Map.of("text/plain", "\"Ada\""),
            ((Map<?, ?>) ((Map<?, ?>) ran("", "user_expressions", Map.of("n", "name")).get("user_expressions")).get("n")).get("data"));
    }

    @Test void theQuestionIsOnItsWayBeforeTheAnswerIsAskedFor() {
        String id = front.execute("for (int i = 0; i < 3; i++) { System.out.print(\"number \" + i + \"? \"); System.in.read(); System.in.read(); }");
        for (int i = 0; i < 3; i++) {
            assertEquals("input_request", front.hear(front.stdin).type());
            assertEquals("number " + i + "? ", front.next("stream").text("text"));
            front.ask(front.stdin, "input_reply", Map.of("value", "7"));
        }
        assertEquals("ok", front.reply(front.shell, id).text("status"));
        front.published(id);
    }

    @Test void aPredictionIsAskedForAndTheSlipIsNamedBeforeTheTableIsShown() {
        ran("/predict params");
        String id = front.execute("input(3, 32, 32)\nconv2d(16, 3, padding(1))");
        Message asked = front.hear(front.stdin);
        assertEquals("input_request", asked.type());
        String question = String.valueOf(front.next("display_data").map("data").get("text/plain"));
        front.ask(front.stdin, "input_reply", Map.of("value", "432"));
        assertTrue(question.contains("how many parameters") && question.contains("conv2d(3, 16"), "the question is there before its answer: " + question);
        List<String> said = front.published(id).stream().map(m -> m.content().containsKey("data") ? String.valueOf(m.map("data").get("text/plain")) : String.valueOf(m.content().get("text"))).toList();
        int named = said.indexOf(said.stream().filter(t -> t.contains("Not 432 but 448: the bias was forgotten.")).findFirst().orElseThrow(() -> new AssertionError(said)));
        int table = said.indexOf(said.stream().filter(t -> t.contains("conv2d 3→16 k3 p1")).findFirst().orElseThrow(() -> new AssertionError(said)));
        assertTrue(named < table, said::toString);
        assertEquals("ok", front.reply(front.shell, id).text("status"));
        ran("/predict off");
    }

    @Test void whereNobodyCanBeAskedNothingIsPredicted() {
        ran("/predict on", "allow_stdin", false);
        assertEquals("ok", ran("input(3, 8, 8)\nconv2d(4, 3)", "allow_stdin", false).get("status"));
        ran("/predict off");
    }

    @Test void whereNobodyCanBeAskedInputIsAtItsEnd() {
        String id = front.execute("int end = System.in.read()", "allow_stdin", false);
        List<Message> said = front.published(id);
        assertTrue(FrontEnd.stream(said, "stderr").contains("nobody can be asked"));
        front.reply(front.shell, id);
    }

    @Test void displaysAreShownReplacedAndCleared() {
        String id = front.execute("""
            displayAs("bar", "<b>1</b>", "text/html");
            updateDisplay("bar", "<b>2</b>", "text/html");
            clearOutput(true);
            display("{\\"mark\\":\\"bar\\"}", "application/vnd.vegalite.v5+json");
            """);
        List<Message> said = front.published(id);
        assertEquals(List.of("busy", "execute_input", "display_data", "update_display_data", "clear_output", "display_data", "idle"), FrontEnd.types(said));
        assertEquals("<b>2</b>", said.get(3).map("data").get("text/html"));
        assertEquals(Map.of("display_id", "bar"), said.get(3).content().get("transient"));
        assertEquals(true, said.get(4).content().get("wait"));
        assertEquals(Map.of("mark", "bar"), said.get(5).map("data").get("application/vnd.vegalite.v5+json"));
        front.reply(front.shell, id);
    }

    @Test void aLayerIsEchoedAsATableForEveryFace() {
        String id = front.execute("input(3, 32, 32)\nconv2d(16, 3, padding(1))");
        Message result = front.published(id).stream().filter(m -> m.map("data").containsKey("text/html")).findFirst().orElseThrow();
        String text = String.valueOf(result.map("data").get("text/plain"));
        assertTrue(text.contains("conv2d 3→16 k3 p1"), text);
        assertTrue(String.valueOf(result.map("data").get("text/html")).contains("<table"));
        front.reply(front.shell, id);
    }

    @Test void aThreadThatPrintsLaterBelongsToTheCellThatStartedIt() {
        String id = front.execute("""
            var gate = new CountDownLatch(1);
            new Thread(() -> { try { gate.await(); System.out.println("later"); } catch (InterruptedException e) { } }).start();
            """);
        front.reply(front.shell, id);
        front.published(id);
        String opener = front.execute("gate.countDown()");
        String said = "";
        while (!said.endsWith("\n")) { // a busy machine sends the word before the end of its line is printed
            Message heard = front.next("stream");
            assertEquals(id, heard.parent().get("msg_id"));
            said += heard.text("text");
        }
        assertEquals("later\n", said);
        front.reply(front.shell, opener);
    }

    @Test void theHistoryTellsWhatWasRun() {
        ran("int remembered = 1");
        ran("remembered + 1");
        String id = front.ask(front.shell, "history_request", new HashMap<>(Map.of("hist_access_type", "tail", "n", 2, "output", true, "raw", true)));
        var rows = (List<?>) front.reply(front.shell, id).content().get("history");
        assertEquals(List.of("remembered + 1", "2"), ((List<?>) rows.get(1)).get(2));
    }

    @Test void aCommThatNobodyKnowsIsClosedAgain() {
        String id = front.ask(front.shell, "comm_open", Map.of("comm_id", "c1", "target_name", "nobody", "data", Map.of()));
        assertEquals(List.of("busy", "comm_close", "idle"), FrontEnd.types(front.published(id)));
        id = front.ask(front.shell, "comm_info_request", Map.of());
        assertEquals(Map.of(), front.reply(front.shell, id).content().get("comms"));
        id = front.ask(front.shell, "comm_msg", Map.of("comm_id", "c1", "data", Map.of()));
        assertEquals(List.of("busy", "idle"), FrontEnd.types(front.published(id)));
    }

    private static List<Message> whatIf(String values) {
        ran("input(3, 32, 32)\nconv2d(16, 3, padding(1))", "silent", true);
        String id = front.execute("whatIf(\"conv2d_1\", " + values + ")");
        front.reply(front.shell, id);
        return front.published(id);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> state(Message opened) {
        return (Map<String, Object>) opened.map("data").get("state");
    }

    private static Message model(List<Message> said, String name) {
        return said.stream().filter(m -> m.type().equals("comm_open") && name.equals(state(m).get("_model_name"))).findFirst().orElseThrow();
    }

    @Test void whatIfIsASliderWhereThereAreWidgetsAndATableWhereThereAreNone() {
        ran("/reset");
        List<Message> said = whatIf("\"kernelSize\", 1, 3, 5");
        Message result = said.stream().filter(m -> m.type().equals("execute_result")).findFirst().orElseThrow();
        assertTrue(String.valueOf(result.map("data").get("text/html")).contains("<table"));
        Message slider = model(said, "IntSliderModel");
        Message html = model(said, "HTMLModel");
        Message box = model(said, "VBoxModel");
        assertEquals("2.1.0", slider.metadata().get("version"));
        assertEquals(Map.of("version_major", 2, "version_minor", 0, "model_id", box.text("comm_id")), result.map("data").get(Widgets.VIEW));
        assertEquals(List.of("IPY_MODEL_" + slider.text("comm_id"), "IPY_MODEL_" + html.text("comm_id")), state(box).get("children"));
        assertEquals(List.of(1, 5, 2, 3), List.of(state(slider).get("min"), state(slider).get("max"), state(slider).get("step"), state(slider).get("value")));
        assertTrue(said.indexOf(box) < said.indexOf(result), "a model is there before its view is shown");

        String moved = front.ask(front.shell, "comm_msg", Map.of("comm_id", slider.text("comm_id"), "data", Map.of("method", "update", "state", Map.of("value", 5))));
        List<Message> heard = front.published(moved);
        assertEquals(List.of("busy", "comm_msg", "idle"), FrontEnd.types(heard));
        assertEquals(html.text("comm_id"), heard.get(1).text("comm_id"));
        assertTrue(String.valueOf(heard.get(1).map("data")).contains("1,216"), "16·3·5·5 + 16 parameters: " + heard.get(1).map("data"));

        String asked = front.ask(front.shell, "comm_msg", Map.of("comm_id", slider.text("comm_id"), "data", Map.of("method", "request_state")));
        assertTrue(String.valueOf(front.published(asked).get(1).map("data").get("state")).contains("value=5"), "a page that is loaded again asks for the state");
        asked = front.ask(front.shell, "comm_info_request", Map.of("target_name", "jupyter.widget"));
        assertTrue(front.reply(front.shell, asked).map("comms").containsKey(slider.text("comm_id")));
        for (Message each : said) {
            if (each.type().equals("comm_open")) {
                front.published(front.ask(front.shell, "comm_close", Map.of("comm_id", each.text("comm_id"), "data", Map.of())));
            }
        }
    }

    @Test void valuesAtUnequalDistancesAreChosenByWord() {
        ran("/reset");
        List<Message> said = whatIf("\"outChannels\", 16, 32, 128");
        assertEquals(List.of("16", "32", "128"), state(model(said, "SelectionSliderModel")).get("_options_labels"));
        for (Message each : said) {
            if (each.type().equals("comm_open")) {
                front.published(front.ask(front.shell, "comm_close", Map.of("comm_id", each.text("comm_id"), "data", Map.of())));
            }
        }
    }

    @Test void theCommandThatEndsTheKernelAsksTheFrontEndToDoSo() {
        assertEquals(List.of(Map.of("source", "ask_exit", "keepkernel", false)), ran("/exit").get("payload"));
        assertEquals("ok", ran("1").get("status"));
    }

    @Test void aRequestOfTheWrongShapeIsAnsweredWithAnError() {
        String id = front.ask(front.shell, "execute_request", Map.of("code", 7));
        assertEquals("error", front.reply(front.shell, id).text("status"));
        id = front.ask(front.shell, "complete_request", Map.of("code", "Mat", "cursor_pos", "three"));
        assertEquals("ok", front.reply(front.shell, id).text("status"));
        id = front.ask(front.shell, "no_such_request", Map.of());
        assertEquals(List.of("busy", "idle"), FrontEnd.types(front.published(id)));
    }

    @Test void heartbeatsComeBackAsTheyWere() {
        front.heartbeat.send("thump");
        assertEquals("thump", front.heartbeat.recvStr());
    }
}
