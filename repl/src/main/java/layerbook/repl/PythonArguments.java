package layerbook.repl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import layerbook.count.Convention;
import layerbook.count.Conventions;
import layerbook.formula.Expr;
import layerbook.shape.TensorType;

/**
 * The arguments behind {@code summary FILE.py} and {@code run FILE.py}, read without an option parser.
 *
 * @param make the expression that makes the model, or null
 * @param inputs sizes without the batch
 * @param shapes whole shapes
 * @param folders where imports may be read from, besides the file's own folder
 * @param device the name of a device on which it is to be used, or null
 * @param context how many positions of a text it is used on, or null
 */
record PythonArguments(Path file, String make, List<TensorType> inputs, List<TensorType> shapes, List<Path> folders,
                       Convention convention, boolean json, boolean plain, String device, Long context) {
    /** Reads them; null where they are not understood, or are none of these. */
    static PythonArguments read(List<String> given) {
        Path file = null;
        String make = null;
        var inputs = new ArrayList<TensorType>();
        var shapes = new ArrayList<TensorType>();
        var folders = new ArrayList<Path>();
        Convention convention = Conventions.FLOPS;
        boolean json = false;
        boolean plain = false;
        for (int i = 0; i < given.size(); i++) {
            String word = given.get(i);
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String option = equals < 0 ? word : word.substring(0, equals);
            boolean takes = List.of("--make", "--input", "--shape", "--path", "--convention").contains(option);
            if (takes && equals < 0 && i + 1 == given.size()) {
                return null;
            }
            String value = !takes ? null : equals >= 0 ? word.substring(equals + 1) : given.get(++i);
            switch (option) {
                case "--make" -> make = value;
                case "--path" -> folders.add(Path.of(value));
                case "--input", "--shape" -> (option.equals("--input") ? inputs : shapes).add(PythonFile.type(value, option.equals("--input")));
                case "--convention" -> convention = Conventions.all().stream().filter(c -> c.name().equalsIgnoreCase(value)).findFirst().orElse(null);
                case "--json" -> json = true;
                case "--plain" -> plain = true;
                default -> {
                    if (file != null || word.startsWith("-") || !word.endsWith(".py")) {
                        return null;
                    }
                    file = Path.of(word);
                }
            }
        }
        boolean understood = file != null && convention != null && !inputs.contains(null) && !shapes.contains(null);
        return understood ? new PythonArguments(file, make, inputs, shapes, folders, convention, json, plain, null, null) : null;
    }

    boolean isBatched() {
        return !inputs.isEmpty();
    }

    /** The inputs with N in front, and the whole shapes. */
    List<TensorType> batched() {
        var all = new ArrayList<>(inputs);
        all.addAll(shapes);
        return all;
    }

    /** One example of each. */
    List<TensorType> single() {
        var one = Map.<Expr.Sym, Expr>of(Expr.symbol("N"), Expr.ONE);
        var all = new ArrayList<TensorType>();
        inputs.forEach(type -> all.add(new TensorType(type.shape().at(one), type.dtype())));
        all.addAll(shapes);
        return all;
    }

    /** The command so far, for what is to be typed. */
    String command() {
        return "layerbook summary " + file + (make == null ? "" : " --make \"" + make + "\"");
    }
}
