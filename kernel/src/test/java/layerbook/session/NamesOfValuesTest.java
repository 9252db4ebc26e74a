package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import layerbook.session.output.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values have a name, what {@code /vars} says of them, and which of them went to the network. */
class NamesOfValuesTest extends Typed {
    /** The second of each is none that is carried out without the compiler. */
    @ParameterizedTest
    @ValueSource(strings = {"linear(7, 7)", "java.util.List.of(linear(7, 7)).get(0)", "own(linear(7, 7))", "java.util.List.of(own(linear(7, 7))).get(0)"})
    void whatTheNetworkRefusesHasNoName(String refused) {
        type("input(8, 8)");
        assertFails(refused, "shape", "");
        assertShows("/vars", "Tensor $1 = N×8×8");
        assertTrue(type("linear(8, 3)").ok());
        assertShows("/vars", "Tensor $1 = N×8×8", "Layer $3 = linear(8, 3)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"held = relu(inplace(true))", "held = (Layer) relu(inplace(true))"})
    void anAssignmentAddsNothing(String assignment) {
        type("input(8, 8)");
        assertShows("Layer held = relu()", "held ==> relu()");
        assertShows(assignment, "held ==> relu(inplace(true))");
        assertEquals(1, session.book().graph().size());
        assertTrue(type("held").ok());
        assertEquals(2, session.book().graph().size());
    }

    @Test void aUnitThatIsAssignedIsNamedByItsVariable() {
        type("Unit fc = null");
        type("var x = tensor(8);");
        assertShows("fc = own(linear(8, 3))", "fc ==> linear(8, 3)");
        type("x.then(fc);");
        assertEquals("fc", session.book().graph().last().name());
    }

    @Test void layersAndModelsSayWhatTheyHold() {
        type("class Net extends Model { Unit conv1 = own(conv2d(3, 16, 3)); Model rest = own(sequential(relu(), linear(3, 3))); public Tensor forward(Tensor x) { return x.then(conv1); } }");
        assertShows("var net = new Net()", "net ==> Net: conv1 conv2d(3, 16, 3), rest Sequential");
        assertShows("net.rest.toString().isEmpty()", "$1 ==> false");
        type("class Own extends Model { public Tensor forward(Tensor x) { return x; } public String toString() { return \"mine\"; } }");
        assertShows("new Own()", "$2 ==> mine");
        assertShows("Layer[] both = {relu(), conv2d(3, 3)}", "both ==> Layer[2] { relu(), conv2d(3, 3) }");
    }

    @Test void netOfWhatIsNoNetworkSaysWhatToDo() {
        Problem none = assertFails("/net a", "command", "there is no network yet");
        assertEquals("input(3, 32, 32)", none.fix());
        type("input(3, 32, 32)");
        type("conv2d(16, 3)");
        Problem row = assertFails("/net a", "command", "rows are called input, conv2d_1");
        assertEquals("net()", row.fix());
        assertEquals("/net conv2d_1", assertFails("/net conv2d_2", "command", "no row is called").fix());
        assertEquals("/explain conv2d_1", assertFails("/explain conv2d_2", "command", "no row is called").fix());
        assertEquals("/whatif conv2d_1 kernelSize 1 3", assertFails("/whatif conv2d_2 kernelSize 1 3", "command", "no row is called").fix());
        type("Layer c = relu()");
        assertEquals("tensor(3, 32, 32).then(relu())", assertFails("/net c", "command", "nothing has gone through it").fix());
        type("class Net extends Model { public Tensor forward(Tensor x) { return x; } }");
        type("var net = new Net()");
        assertEquals("trace(net, 3, 32, 32)", assertFails("/net net", "command", "nothing has gone through it").fix());
    }

    @Test void netOfATensorShowsItsNetwork() {
        type("var x = tensor(4)");
        type("x = x.then(linear(4, 2))");
        type("input(3, 32, 32)");
        type("/net x");
        assertTrue(shown().contains("linear 4→2") && !shown().contains("32×32"), shown());
    }
}
