package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import layerbook.layer.Signature;
import layerbook.layers.Catalogue;
import layerbook.session.output.Completion;
import org.junit.jupiter.api.Test;

/** Completion behind PyTorch's modules. */
class PythonCompletionTest extends Typed {
    private List<Completion> at(String text) {
        return session.complete(text, text.length());
    }

    private Set<String> texts(String text) {
        return at(text).stream().map(Completion::text).collect(Collectors.toSet());
    }

    @Test void everyLayerOfTheCatalogueStandsBehindNn() {
        Set<String> offered = texts("net = nn.");
        List<String> missing = Catalogue.all().stream().map(Signature::className).filter(name -> !offered.contains(name + "(")).toList();
        assertEquals(List.of(), missing);
        assertTrue(offered.containsAll(List.of("Sequential(", "ModuleList(", "Module(", "functional")), offered::toString);
    }

    @Test void whatIsBegunIsReplacedFromItsFirstLetter() {
        for (String text : List.of("nn.Conv2", "x = 1\nself.conv = nn.Conv2", "net = torch.nn.conv2", "nn.Sequential(nn.Conv2")) {
            Completion one = at(text).stream().filter(c -> c.text().equals("Conv2d(")).findFirst().orElseThrow(() -> new AssertionError(text));
            assertEquals(text.lastIndexOf('.') + 1, one.from(), text);
            assertEquals("class", one.kind());
            assertFalse(one.doc().isEmpty());
        }
        assertEquals(Set.of("Conv2d("), texts("nn.Conv2"));
    }

    @Test void functionsStandBehindFAndTorch() {
        assertTrue(texts("x = F.re").contains("relu("), () -> texts("x = F.re").toString());
        assertTrue(texts("torch.ca").contains("cat("), () -> texts("torch.ca").toString());
        assertTrue(texts("F.").stream().noneMatch(t -> t.startsWith("_")));
    }

    @Test void namesOfImportsAreKnown() {
        type("import torch.nn.functional as FF");
        assertTrue(texts("FF.max_poo").contains("max_pool2d("), () -> texts("FF.max_poo").toString());
    }

    @Test void aVariableOfJavaKeepsItsOwnMethods() {
        type("var F = \"text\"");
        assertTrue(texts("F.leng").contains("length()"), () -> texts("F.leng").toString());
        assertFalse(texts("F.re").contains("relu("));
    }
}
