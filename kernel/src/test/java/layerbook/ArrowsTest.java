package layerbook;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The arrows between the packages: each may import those it names, what they import in turn, and {@code io}; nothing points back. */
class ArrowsTest {
    private static final String ROOT = "layerbook.";

    /** A package and what its arrows point at. A package that is not there yet is not looked at. */
    private static final Map<String, List<String>> ARROWS = Map.ofEntries(
        arrow("io"),
        arrow("formula"),
        arrow("shape", "formula"),
        arrow("layer", "shape"),
        arrow("layers", "layer"),
        arrow("net", "layers"),
        arrow("operations", "net"),
        arrow("count", "operations"),
        arrow("hardware", "count"),
        arrow("table", "hardware"),
        arrow("lesson", "table"),
        arrow("syntax"),
        arrow("python", "syntax", "operations"),
        arrow("torch", "python", "lesson"),
        arrow("load", "load.pickle", "load.onnx", "load.config"),
        arrow("load.file", "lesson"),
        arrow("load.tensors", "load.file"),
        arrow("load.pickle", "load.tensors"),
        arrow("load.onnx", "load.file"),
        arrow("load.config", "load.file"),
        arrow("export", "lesson"),
        arrow("session.text"),
        arrow("session.output", "lesson"),
        arrow("session.jshell", "session.text", "session.output"),
        arrow("session.words", "session.output", "torch", "load", "export"),
        arrow("session.errors", "session.jshell", "session.words"),
        arrow("session.python", "session.errors"),
        arrow("session", "session.python"),
        arrow("notebook.format"),
        arrow("page", "session", "notebook.format"),
        arrow("notebook", "page"),
        arrow("jupyter", "notebook"));

    private static final int MOST_FILES = 48;
    private static final JavaClasses CLASSES =
        new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("layerbook");

    private static Map.Entry<String, List<String>> arrow(String from, String... to) {
        return Map.entry(from, List.of(to));
    }

    /** All that a package may import: what its arrows point at, and so on. */
    private static Set<String> importsOf(String name) {
        var all = new HashSet<>(List.of("io", name));
        for (String next : ARROWS.get(name)) {
            all.addAll(importsOf(next));
        }
        return all;
    }

    @Test void everyPackageHasItsArrows() {
        Set<String> unknown = CLASSES.stream().map(JavaClass::getPackageName).map(p -> p.substring(ROOT.length()))
            .filter(p -> !ARROWS.containsKey(p)).collect(Collectors.toCollection(TreeSet::new));
        assertTrue(unknown.isEmpty(), "packages without arrows: " + unknown);
    }

    /** Past some forty files a package is two; {@code layers} and {@code operations} have a file an entry, {@code torch} a file a module; {@code python} is still to be split. */
    @Test void noPackageIsPastSomeFortyFiles() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/main/java/layerbook"))) {
            Map<String, Long> sizes = all.filter(file -> file.toString().endsWith(".java")).map(Path::getParent).map(Path::getFileName)
                .map(Path::toString).filter(name -> !name.equals("layers") && !name.equals("operations") && !name.equals("python") && !name.equals("torch"))
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
            sizes.values().removeIf(files -> files <= MOST_FILES);
            assertTrue(sizes.isEmpty(), "packages with more than " + MOST_FILES + " files: " + sizes);
        }
    }

    @TestFactory Stream<DynamicTest> onlyArrowsAreImported() {
        return ARROWS.keySet().stream().sorted().map(name -> DynamicTest.dynamicTest(name, () -> {
            Set<String> allowed = importsOf(name);
            String[] others = ARROWS.keySet().stream().filter(p -> !allowed.contains(p)).map(p -> ROOT + p).toArray(String[]::new);
            noClasses().that().resideInAPackage(ROOT + name).should().dependOnClassesThat().resideInAnyPackage(others)
                .allowEmptyShould(true).check(CLASSES);
        }));
    }

    /** Files that people have stand on lessons; words and what is behind them use these packages. */
    @Test void loadStandsOnLesson() {
        noClasses().that().resideInAPackage("layerbook.load..")
            .should().dependOnClassesThat().resideInAnyPackage("layerbook.session..", "layerbook.notebook..", "layerbook.jupyter..").check(CLASSES);
        noClasses().that().resideInAnyPackage("layerbook.formula", "layerbook.shape", "layerbook.layer", "layerbook.layers", "layerbook.net", "layerbook.count",
            "layerbook.table", "layerbook.lesson").should().dependOnClassesThat().resideInAPackage("layerbook.load..").check(CLASSES);
        noClasses().that().resideInAPackage("layerbook.load.file").should().dependOnClassesThat().resideInAnyPackage("layerbook.load", "layerbook.load.tensors..").check(CLASSES);
    }

    @Test void syntaxImportsNothingOfOurs() {
        noClasses().that().resideInAPackage("layerbook.syntax").should()
            .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe("are in another package of ours",
                c -> c.getPackageName().startsWith("layerbook.") && !c.getPackageName().equals("layerbook.syntax"))).check(CLASSES);
    }

    @Test void onlyTheTableSeesTablesaw() {
        noClasses().that().resideOutsideOfPackages("layerbook.table", "layerbook.session.words", "layerbook.session", "layerbook.lesson")
            .should().dependOnClassesThat().resideInAPackage("tech.tablesaw..").check(CLASSES);
    }

    @Test void onlyTheEngineSeesJShell() {
        noClasses().that().resideOutsideOfPackage("layerbook.session.jshell")
            .should().dependOnClassesThat().resideInAPackage("jdk.jshell..").check(CLASSES);
    }

    /** What comes from outside is text; nobody makes objects, beans, or names of classes of it. */
    @Test void noObjectIsReadFromOutside() {
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.io.ObjectInputStream")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.beans.XMLDecoder")
            .orShould().dependOnClassesThat().resideInAnyPackage("javax.xml..", "org.xml.sax..", "javax.script..", "java.rmi..",
                "javax.naming..", "com.fasterxml.jackson.databind..")
            .orShould().callMethod(java.util.ResourceBundle.class, "getBundle", String.class).check(CLASSES);
    }

    @Test void onlyTheKernelSeesZeroMq() {
        noClasses().that().resideOutsideOfPackage("layerbook.jupyter").should().dependOnClassesThat().resideInAPackage("org.zeromq..").check(CLASSES);
    }
}
