package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import layerbook.net.Call;
import org.junit.jupiter.api.Test;

/** What variables hold gives names; what is said of a network follows the words of a user. */
class NamesTest extends Typed {
    private String lastName() {
        Call last = session.book().graph().last();
        return last.name();
    }

    @Test void aListThatIsFilledLater() {
        type("var layers = new ArrayList<Unit>()\nfor (int i = 0; i < 3; i++) layers.add(own(linear(8, 8)));\nvar x = tensor(8)\nx = x.then(layers.get(2))");
        assertEquals("layers.2", lastName());
        assertEquals(72L, type("params()").value(), "a unit that nothing has gone through belongs to no network");
    }

    @Test void theFacadeByName() {
        type("record Halves(int stride) implements Layer { public Rule rule() { var p = Nn.maxPool2d(2, Nn.stride(2)); return Rule.of(\"Halves\").takes(ANY).gives(ANY); } }\n"
            + "var y = tensor(8).then(new Halves(2))");
        assertEquals("halves_1", lastName());
    }

    @Test void foldedToADepth() {
        type("var net = block(\"a\", () -> tensor(8).then(linear(8, 8)).then(relu()))");
        type("/net depth 1");
        assertEquals(1, shown().lines().filter(l -> l.contains("2 rows")).count(), this::shown);
        type("net(depth(1))");
        assertEquals(1, shown().lines().filter(l -> l.contains("2 rows")).count(), this::shown);
    }

    @Test void lengthsThatCannotBeShownToBeEqual() {
        type("var T = symbol(\"T\")\nvar S = symbol(\"S\")");
        assertFails("tensor(shape(N, T, 8)).add(tensor(shape(N, S, 8)))", "shape", "cannot be shown");
        assertFails("cat(2, tensor(shape(N, T, 8)), tensor(shape(N, S, 8)))", "shape", "cannot be shown");
        assertFails("tensor(shape(N, T, S)).matmul(tensor(shape(N, T, S)))", "shape", "cannot be shown");
        assertFails("tensor(shape(N, T, 8)).then(linear(8, 8))\nflops()", "runtime", "flopsFormula()");
    }

    @Test void unitsInArraysAndMapsAreNamedAsThoseInLists() {
        type("Unit[] us = {own(linear(8, 8)), own(linear(8, 4))}; Map<String, Unit> heads = Map.of(\"cls\", own(linear(4, 3)))");
        type("Map<String, Unit> later = new HashMap<>(); later.put(\"box\", own(linear(3, 2))); Unit[] empty = new Unit[1]; empty[0] = own(linear(2, 2))");
        type("var x = tensor(8); x = x.then(us[0]).then(us[1]).then(heads.get(\"cls\")).then(later.get(\"box\")).then(empty[0])");
        for (String name : new String[] {"us.0", "us.1", "heads.cls", "later.box", "empty.0"}) {
            org.junit.jupiter.api.Assertions.assertTrue(shown().contains(name), () -> name + " in\n" + shown());
        }
    }

    @Test void aSequenceIsNamedByTheWordThatOwnsIt() {
        type("tensor(3, 8, 8).then(own(\"features\", sequential(conv2d(3, 8, 3), relu())));");
        assertEquals("features.1", lastName());
        type("class Net extends Model { Model body = own(\"other\", sequential(linear(8, 8))); public Tensor forward(Tensor x) { return x.then(body); } }\ntrace(new Net(), 8);");
        assertEquals("body.0", lastName(), "in a model the field says the name, as it does for a unit");
    }

    @Test void aModelThatIsUndoneLeavesItsNumberToTheNext() {
        type("class Block extends Model { Unit fc = own(linear(8, 8)); public Tensor forward(Tensor x) { return x.then(fc); } }");
        type("var x = tensor(8); x = x.then(new Block()); x = x.then(new Block());");
        type("x = x.then(new Block());");
        assertEquals("block_2.fc", lastName());
        type("/undo");
        type("x = x.then(new Block());");
        assertEquals("block_2.fc", lastName());
        type("/undo");
        type("/redo");
        type("x = x.then(new Block());");
        assertEquals("block_3.fc", lastName());
    }
}
