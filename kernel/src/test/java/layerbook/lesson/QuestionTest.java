package layerbook.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import layerbook.count.NetworkView;
import layerbook.net.Graph;
import layerbook.session.Session;
import layerbook.session.output.Settings;
import layerbook.session.output.View;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A question about a row: answers in many spellings are understood, and wrong ones are told the slip that leads to them. */
class QuestionTest {
    private static Session session;

    @BeforeAll
    static void open() {
        session = Session.open(Settings.standard());
    }

    @AfterAll
    static void close() {
        session.close();
    }

    private static final Map<String, Graph> GRAPHS = new HashMap<>();

    private static Graph graph(String statements) {
        return GRAPHS.computeIfAbsent(statements, QuestionTest::made);
    }

    private static Graph made(String statements) {
        session.run("/reset", output -> { });
        var said = new StringBuffer();
        assertTrue(session.run(statements.replace(" ; ", "\n"), output -> said.append(output.plain(View.PLAIN)).append('\n')).ok(), said::toString);
        return session.book().graph();
    }

    private static Verdict verdict(String statements, Question.Ask ask, String typed) {
        Graph graph = graph(statements);
        return Question.of(graph, graph.last(), ask).orElseThrow().judge(typed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "PARAMS | 448", "PARAMS | 0.448k", "PARAMS | 448?", "SHAPE | 16x32x32", "SHAPE | 16×32×32", "SHAPE | N×16×32×32", "SHAPE | (16, 32, 32)", "SHAPE | 1x16x32x32",
        "SHAPE | [16,32,32]", "FLOPS | 884,736", "FLOPS | 884736·N", "FLOPS | 0.88M", "FLOPS | 0.88M?", "FLOPS | 884736 FLOPs", "FLOPS | N*884736"})
    void understood(Question.Ask ask, String typed) {
        Verdict verdict = verdict("input(3, 32, 32) ; conv2d(16, 3, padding(1))", ask, typed);
        assertTrue(verdict.right(), verdict.text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "conv2d(16, 3, padding(1))            | PARAMS | 432       | the bias was forgotten",
        "conv2d(16, 3, padding(1))            | PARAMS | 160       | the input channels were left out",
        "conv2d(16, 3, padding(1))            | PARAMS | 160       | the kernel was not squared",
        "conv2d(16, 3, padding(1))            | PARAMS | 435       | in and out were swapped",
        "conv2d(16, 3, padding(1))            | PARAMS | 144       | and the bias",
        "conv2d(16, 3, padding(1))            | SHAPE  | 16x30x30  | the padding was forgotten",
        "conv2d(16, 3, padding(1))            | SHAPE  | 30x30     | the padding was forgotten",
        "conv2d(16, 3, padding(1))            | SHAPE  | 32x32     | what stands before them is missing",
        "conv2d(16, 3, padding(1))            | SHAPE  | 32x32x16  | channels come first",
        "conv2d(16, 3, padding(1))            | SHAPE  | 16x31x31  | at one side only",
        "conv2d(16, 3, padding(1))            | SHAPE  | 3x32x32   | that is what goes in",
        "conv2d(16, 3, padding(1))            | FLOPS  | 442368    | those are multiply-adds",
        "conv2d(16, 3, padding(1))            | FLOPS  | 0.44M     | those are multiply-adds",
        "conv2d(16, 3, padding(1))            | FLOPS  | 901120    | the bias was added in",
        "conv2d(16, 3, padding(1))            | FLOPS  | 864       | the work at one position",
        "conv2d(16, 3)                        | FLOPS  | 884736    | the size of the input was taken",
        "conv2d(16, 3, stride(2), padding(1)) | SHAPE  | 16x32x32  | the stride was forgotten",
        "conv2d(16, 3, stride(2), padding(1)) | SHAPE  | 16x17x17  | rounded up",
        "conv2d(16, 3, dilation(2))           | SHAPE  | 16x30x30  | the dilation was forgotten",
        "conv2d(6, 3, groups(3))              | PARAMS | 168       | the groups were forgotten",
        "maxPool2d(3)                         | SHAPE  | 3x11x11   | rounded up",
        "maxPool2d(3, ceilMode(true))         | SHAPE  | 3x10x10   | rounded down",
        "batchNorm2d()                        | PARAMS | 13        | buffers are kept"})
    void slipsAreNamed(String layer, Question.Ask ask, String typed, String why) {
        Verdict verdict = verdict("input(3, 32, 32) ; " + layer, ask, typed);
        assertFalse(verdict.right(), verdict.text());
        assertTrue(verdict.text().contains(why) || why.equals("and the bias") && verdict.text().contains("the bias was forgotten; and "), verdict.text());
    }

    @Test
    void aLayerUsedAgainAddsNothing() {
        Verdict verdict = verdict("var fc = own(linear(8, 8)) ; var x = tensor(8) ; x.then(fc).then(fc)", Question.Ask.PARAMS, "72");
        assertTrue(verdict.text().startsWith("Not 72 but 0: these weights are used again"), verdict.text());
    }

    @Test
    void whatIsNoAnswerIsSaidAndNoSlipIsInvented() {
        assertEquals("Not 449 but 448.", verdict("input(3, 32, 32) ; conv2d(16, 3)", Question.Ask.PARAMS, "449").text());
        assertTrue(verdict("input(3, 32, 32) ; conv2d(16, 3)", Question.Ask.PARAMS, "many").text().contains("is no number that is understood"));
    }

    @Test
    void aQuizIsTheSameForTheSameSeedAndAsksWhatWouldBreak() {
        Graph graph = graph("input(3, 32, 32) ; conv2d(16, 3, padding(1)) ; relu() ; maxPool2d(2) ; flatten() ; linear(4096, 10)");
        NetworkView network = NetworkView.last(graph);
        List<String> texts = Quiz.of(network, 6, 7).stream().map(Question::text).toList();
        assertEquals(texts, Quiz.of(network, 6, 7).stream().map(Question::text).toList());
        assertEquals(6, texts.size());
        Question breaks = Quiz.of(network, 99, 1).stream().filter(q -> q.text().startsWith("If the input's size were 64")).findFirst().orElseThrow();
        assertTrue(breaks.judge("5").right(), breaks.judge("5").text());
        assertTrue(breaks.judge("4").text().contains("4 flatten_1 still fits"), breaks.judge("4").text());
    }
}
