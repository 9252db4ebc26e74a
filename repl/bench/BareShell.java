import java.util.List;
import jdk.jshell.JShell;

/** A statement, which is the argument, in JShell alone, in this process: milliseconds each, warm. */
public class BareShell {
    public static void main(String[] args) {
        String classPath = System.getProperty("java.class.path");
        try (JShell shell = JShell.builder().executionEngine("local").compilerOptions("-classpath", classPath).build()) {
            shell.addToClasspath(classPath);
            for (String line : List.of("import java.util.*;", "import java.util.function.*;", "import java.util.stream.*;", "import static layerbook.session.words.Nn.*;")) {
                shell.eval(line);
            }
            for (int i = 0; i < 40; i++) {
                long began = System.nanoTime();
                shell.eval(args[0]);
                if (i >= 10) {
                    System.out.println((System.nanoTime() - began) / 1e6);
                }
            }
        }
    }
}
