package layerbook.session.errors;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import layerbook.layer.Parameter;
import layerbook.layer.Signature;
import layerbook.layers.Catalogue;
import layerbook.net.Tensor;
import layerbook.session.text.JavaPieces;
import layerbook.session.text.SimilarWords;
import layerbook.session.words.WordList;

/** The calls of a statement in PyTorch's language, as they would be here: of layers, of functions, of what a tensor goes through, of what Python has built in. */
final class PythonCalls {
    /** What stands between the commas of a call, from this piece on: the word before {@code =}, or null; the parts of {@code (3, 3)}, or the one value. */
    record Argument(int at, String keyword, List<String> parts, boolean tuple) {
        String text() {
            return tuple ? "size(" + parts(", ") + ")" : parts.get(0);
        }

        String parts(String separator) {
            return String.join(separator, parts);
        }
    }

    /** What is said of {@code padding=1}, before {@code padding(1)}. */
    static final String BY_NAME = "an argument by name is ";
    private static final Set<String> MAKERS = Set.of("randn", "rand", "zeros", "ones", "empty");
    private static final Set<String> TENSOR_METHODS = Arrays.stream(Tensor.class.getMethods()).map(java.lang.reflect.Method::getName).collect(Collectors.toSet());

    private final JavaPieces pieces;
    private final Python.Names names;
    private final Set<String> fields;
    private final ObjIntConsumer<String> note;

    /**
     * @param fields the parts of networks that the statement itself declares
     * @param note hears what was not Java's, and at which piece
     */
    PythonCalls(JavaPieces pieces, Python.Names names, Set<String> fields, ObjIntConsumer<String> note) {
        this.pieces = pieces;
        this.names = names;
        this.fields = fields;
        this.note = note;
    }

    /** A call as it would be here; null if nothing in it is Python's. */
    String called(int begin, String module, boolean self, String receiver, String name, List<Argument> arguments) {
        if (receiver != null) {
            return method(begin, receiver, name, arguments);
        }
        Optional<Signature> layer = Catalogue.all().stream().filter(s -> s.className().equals(name)).findFirst().or(() -> Catalogue.find(name))
            .filter(s -> !names.isClass(name) && !names.isMethod(name));
        if (self || module == null && (names.isPart(name) || fields.contains(name)) && !names.isMethod(name)) {
            return through(begin, name, arguments);
        } else if (MAKERS.contains(name) && "torch".equals(module)) {
            note.accept("a tensor has a shape here, and no values", begin);
            return "tensor(shape(" + arguments.stream().map(a -> a.parts(", ")).collect(Collectors.joining(", ")) + "))";
        } else if (module != null && !Character.isUpperCase(name.charAt(0))) {
            return function(begin, name, arguments);
        } else if (layer.isPresent() && !pieces.before(begin).equals("new")) {
            return layer(begin, module, name, layer.get(), arguments);
        } else if (name.equals("Sequential") && !names.isClass(name)) {
            word(begin, module, name, "sequential");
            return "sequential(" + texts(arguments) + ")";
        } else if (module == null && names.isClass(name) && !pieces.before(begin).equals("new") && !names.isMethod(name)) {
            note.accept("an object is made with new", begin);
            return "new " + name + "(" + texts(arguments) + ")";
        }
        return builtIn(begin, module, name, arguments);
    }

    private String builtIn(int begin, String module, String name, List<Argument> arguments) {
        if (module != null || names.isMethod(name) || arguments.isEmpty()) {
            return null;
        }
        String value = arguments.get(0).text();
        if (name.equals("print")) {
            boolean alone = pieces.skip(0) == begin && pieces.skip(pieces.close(begin + 1) + 1) >= pieces.size();
            note.accept(alone ? "a value on a line of its own is shown" : "it is System.out.println(..)", begin);
            return alone ? value : "System.out.println(" + value + ")";
        } else if (name.equals("len") && isTensor(value)) {
            note.accept("the first size of a tensor is x.size(0)", begin);
            return value + ".size(0)";
        } else if ((name.equals("input") || name.equals("tensor")) && arguments.size() == 1 && arguments.get(0).tuple()) {
            note.accept("sizes stand in the brackets one by one", begin);
            return name + "(" + arguments.get(0).parts(", ") + ")";
        }
        return null;
    }

    private void word(int begin, String module, String name, String factory) {
        if (module != null) {
            note.accept("layers need no " + module + " in front: they are words of their own", begin);
        } else if (!name.equals(factory)) {
            note.accept("the layer " + name + " is made by the word " + factory, begin);
        }
    }

    private String layer(int begin, String module, String name, Signature layer, List<Argument> arguments) {
        word(begin, module, name, layer.factory());
        return layer.factory() + "(" + arguments.stream().map(a -> {
            if (a.keyword() == null) {
                if (a.tuple()) {
                    note.accept("several sizes are size(3, 3)", a.at());
                }
                return a.text();
            }
            List<String> options = layer.parameters().stream().map(Parameter::name).toList();
            String option = camel(a.keyword());
            List<String> near = options.contains(option) ? List.of(option) : SimilarWords.nearest(option, options);
            String said = (near.isEmpty() ? option : near.get(0)) + "(" + a.parts(", ") + ")";
            note.accept(BY_NAME + said, a.at());
            return said;
        }).collect(Collectors.joining(", ")) + ")";
    }

    /** {@code F.max_pool2d(x, 2)}: the tensor comes first. */
    private String function(int begin, String name, List<Argument> arguments) {
        String word = camel(name);
        if (arguments.isEmpty()) {
            return null;
        } else if (name.matches("cat|stack|concat")) {
            String dim = arguments.size() > 1 ? arguments.get(1).text() : "0";
            note.accept("the dim of cat comes first", begin);
            return (name.equals("concat") ? "cat" : name) + "(" + dim + ", " + arguments.get(0).parts(", ") + ")";
        } else if (!TENSOR_METHODS.contains(word)) {
            return null;
        }
        String tensor = arguments.get(0).text();
        note.accept(word + " is asked of the tensor, which comes first", begin);
        return (tensor.matches("(?s)[\\w.]+(\\(.*\\))?") ? tensor : "(" + tensor + ")") + "." + word + "(" + given(arguments.subList(1, arguments.size())) + ")";
    }

    private String method(int begin, String receiver, String name, List<Argument> arguments) {
        boolean theirs = arguments.stream().anyMatch(a -> a.keyword() != null || a.tuple());
        String word = TENSOR_METHODS.contains(name) || !TENSOR_METHODS.contains(camel(name)) ? name : camel(name);
        if (theirs && TENSOR_METHODS.contains(word)) {
            note.accept("sizes stand in the brackets one by one, options as keepdim(true)", begin);
        } else if (!word.equals(name) && isTensor(receiver)) {
            note.accept(name + " is " + word + " here", begin);
        } else if (!theirs) {
            return null;
        }
        return receiver + "." + word + "(" + given(arguments) + ")";
    }

    /** The arguments of a tensor's operation: lists of sizes are taken apart, and of what has a name only options keep it. */
    private static String given(List<Argument> arguments) {
        return arguments.stream().map(a -> a.keyword() != null && !a.keyword().matches(".*dims?") && WordList.words().contains(camel(a.keyword())) || "keepdim".equals(a.keyword())
            ? camel(a.keyword()) + "(" + a.parts(", ") + ")" : a.parts(", ")).collect(Collectors.joining(", "));
    }

    /** {@code conv1(x)}: what the tensor goes through comes behind it. */
    String through(int begin, String part, List<Argument> inputs) {
        if (inputs.isEmpty()) {
            return part + "()";
        }
        String x = inputs.get(0).text();
        String others = inputs.stream().skip(1).map(a -> ", " + a.text()).collect(Collectors.joining());
        note.accept("what a tensor goes through comes behind it: " + (x.matches("\\w+") ? x : "x") + ".then(" + (part.matches("\\w+") ? part : "..") + ")", begin);
        return x + ".then(" + part + others + ")";
    }

    private static String texts(List<Argument> arguments) {
        return arguments.stream().map(a -> (a.keyword() == null ? "" : a.keyword() + "=") + a.text()).collect(Collectors.joining(", "));
    }

    /** Whether what stands before a dot is a tensor, as far as can be known. */
    boolean isTensor(String receiver) {
        return receiver != null && (!receiver.matches("\\w+") || names.isTensor(receiver) || !names.isVariable(receiver));
    }

    private static String camel(String name) {
        return Pattern.compile("_([a-z0-9])").matcher(name).replaceAll(m -> m.group(1).toUpperCase(java.util.Locale.ROOT));
    }
}
