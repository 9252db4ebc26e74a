package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import layerbook.session.words.WordList;
import org.junit.jupiter.api.Test;

/** What is set holds from then on, typed as a command or said in Java. */
class FaceCommandsTest extends Typed {
    @Test void aBatchStandsInThePlaceOfN() {
        type("input(3, 32, 32);");
        type("conv2d(16, 3, padding(1));");
        type("/set batch 8");
        assertTrue(shown().contains("8×16×32×32") && shown().contains("7,077,888") && shown().contains("for a batch of 8"), shown());
        type("relu()");
        assertTrue(shown().contains("8×16×32×32") && shown().contains("7,077,888") && !shown().contains("per example"), shown());
        type("/echo brief");
        type("relu()");
        assertTrue(shown().contains("8×16×32×32") && shown().contains("FLOPs 7,077,888"), shown());
        type("/echo table");
        type("flops()");
        assertTrue(shown().contains("884736"), "flops() is of one example whatever the tables show: " + shown());
        type("set(\"batch\", 1)");
        assertTrue(shown().contains("N×16×32×32") && shown().contains("per example"), shown());
        assertEquals("/batch 32", assertFails("/set batch no", "command", "/batch is a number of examples").fix());
    }

    @Test void echoAndConventionAreSetByTheirNames() {
        type("set(\"echo\", \"brief\")");
        type("/set convention MACS");
        type("input(3, 32, 32); conv2d(16, 3, padding(1))");
        assertEquals("1  conv2d 3→16 k3 p1  N×16×32×32  params 448  MACs 442,368", shown().strip());
        type("set()");
        assertTrue(shown().matches("(?s)\\s*echo\\s+brief\\s+convention\\s+MACS\\s+batch\\s+1\\s*"), shown());
        assertEquals("/set batch", assertFails("/set bach 3", "command", "/set has echo, convention, batch here, not bach").fix());
        assertFails("/set theme dark", "command", "/set has echo, convention, batch here, not theme");
    }

    @Test void everyCommandIsAJavaCallToo() {
        type("1"); // the commands are there once the session is
        session.commands().all().stream().map(Command::name).filter(name -> !name.equals("keys"))
            .forEach(name -> assertTrue(WordList.words().stream().anyMatch(name::equalsIgnoreCase), "/" + name + " has no call in Java"));
        type("time(\"int seven = 7\")");
        assertTrue(shown().contains("seven ==> 7") && shown().matches("(?s).*\\d+ ms\\s*|.*\\d s\\s*"), shown());
        type("edit(1)");
        assertTrue(shown().contains("/replace 1 "), shown());
        assertEquals(3, type("exit(3)").exit().orElseThrow());
    }
}
