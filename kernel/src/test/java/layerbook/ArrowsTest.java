package layerbook;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The arrows between the packages: each may import those before it in the list, and nothing points back. */
class ArrowsTest {
    private static final List<String> ORDER = List.of("formula", "shape", "layer", "layers", "net", "operations", "count", "table", "lesson", "session", "notebook", "jupyter");
    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("layerbook");

    @TestFactory Stream<DynamicTest> nothingPointsBack() {
        return ORDER.stream().limit(ORDER.size() - 1).map(name -> DynamicTest.dynamicTest(name, () -> {
            String[] later = ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size()).stream().map(p -> "layerbook." + p).toArray(String[]::new);
            noClasses().that().resideInAPackage("layerbook." + name).should().dependOnClassesThat().resideInAnyPackage(later).check(CLASSES);
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
        noClasses().that().resideOutsideOfPackages("layerbook.table", "layerbook.session", "layerbook.lesson").should().dependOnClassesThat().resideInAPackage("tech.tablesaw..").check(CLASSES);
    }

    @Test void onlyTheSessionSeesJShell() {
        noClasses().that().resideOutsideOfPackage("layerbook.session").should().dependOnClassesThat().resideInAPackage("jdk.jshell..").check(CLASSES);
    }

    /** What comes from outside is text; nobody makes objects, beans, or names of classes of it. */
    @Test void noObjectIsReadFromOutside() {
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.io.ObjectInputStream")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.beans.XMLDecoder")
            .orShould().dependOnClassesThat().resideInAnyPackage("javax.xml..", "org.xml.sax..", "javax.script..", "java.rmi..", "javax.naming..", "com.fasterxml.jackson.databind..")
            .orShould().callMethod(java.util.ResourceBundle.class, "getBundle", String.class).check(CLASSES);
    }

    @Test void onlyTheKernelSeesZeroMq() {
        noClasses().that().resideOutsideOfPackage("layerbook.jupyter").should().dependOnClassesThat().resideInAPackage("org.zeromq..").check(CLASSES);
    }
}
