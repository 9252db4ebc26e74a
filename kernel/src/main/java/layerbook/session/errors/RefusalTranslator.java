package layerbook.session.errors;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import layerbook.formula.FormulaException;
import layerbook.layer.Parameter;
import layerbook.layer.Signature;
import layerbook.layers.Catalogue;
import layerbook.python.Raised;
import layerbook.session.output.Problem;
import layerbook.session.text.JavaText;
import layerbook.session.text.SimilarWords;
import layerbook.session.text.Statement;
import layerbook.shape.Refusal;
import layerbook.torch.Script;

/** Puts a refusal of a rule into the frame: finds the refused call in the statement, and the argument to mark in it. */
public final class RefusalTranslator {
    private static final Pattern FORMULA = Pattern.compile("(?<![\\w.])(floor|ceil)\\(|(?<![\\w.])[A-Z]\\s*[*/^+-]\\s*\\w|\\w\\s*[*/^+-]\\s*\\(?[A-Z](?!\\w)");
    private static final Pattern FLATTENED = Pattern.compile("sequential\\(flatten\\(1\\), (.*)\\)", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("^(\\w+)");

    private static final Pattern NO_OPTION = Pattern.compile("(\\w+) has no option (\\w+)");
    private static final Pattern NEEDS = Pattern.compile("(\\w+) needs (\\w+): .*");

    private RefusalTranslator() {}

    /** The refusal behind what was thrown, or null. */
    public static Refusal behind(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof Refusal r) {
                return r;
            } else if (t instanceof Raised raised) {
                return Script.refusal(raised);
            } else if (t instanceof FormulaException formula) {
                return refused(formula);
            }
        }
        return null;
    }

    private static Refusal refused(FormulaException formula) {
        Refusal refusal = Refusal.of("runtime", formula.getMessage());
        return formula.open().isEmpty() ? refusal : refusal.why("at(" + formula.open().get(0).text() + ", 1024) puts a number in the place of a letter");
    }

    public static Problem framed(Statement statement, Refusal r, String state) {
        String source = statement.source();
        int[] place = place(source, r);
        List<String> details = new ArrayList<>(r.details());
        String mark = r.mark() == null ? "" : r.mark();
        String fix = r.suggestion() != null ? whole(source, r) : fix(source, r);
        Problem p = Problems.at(r.kind(), r.getMessage(), statement, place[0], place[1], mark, details, fix != null && isFormula(fix) ? null : fix, r);
        return new Problem(p.kind(), p.message(), p.source(), p.start(), p.end(), p.mark(), p.details(), p.fix(), state, p.line(), p.column(), p.cause());
    }

    /** Whether it holds a formula as it is shown, {@code 2·N·T} or {@code floor(H / 2)}, which is no Java: what cannot be typed is not suggested. */
    private static boolean isFormula(String fix) {
        boolean[] found = {false};
        var bare = new StringBuilder();
        JavaText.cut(fix, piece -> {
            boolean text = piece.kind() == JavaText.Kind.TEXT || piece.kind() == JavaText.Kind.COMMENT;
            bare.append(text ? "\"\"" : fix.substring(piece.from(), piece.to()));
            found[0] |= piece.kind() == JavaText.Kind.SIGN && fix.charAt(piece.from()) > 127;
        });
        return found[0] || FORMULA.matcher(bare).find();
    }

    /**
     * What is suggested, put into the statement in place of the refused call (or the tensor that it is about), so that it can be run as it stands. Null if it
     * stands for a call that the statement does not show, one in the forward of a model.
     */
    private static String whole(String source, Refusal r) {
        String fix = r.suggestion();
        int call = refusedCall(source, r);
        if (source.indexOf('\n') >= 0 || call < 0) {
            return isLayer(fix) ? null : fix;
        } else if (source.lastIndexOf('{', call) >= 0 && isLayer(fix)) {
            return null; // what runs more than once may not fit the next time
        } else if (fix.startsWith("tensor(")) {
            return retyped(source, fix, end(source, call));
        }
        Matcher flattened = FLATTENED.matcher(fix);
        if (flattened.matches()) {
            return flattened(source, call, flattened.group(1));
        }
        boolean inPlace = source.startsWith(word(fix) + "(", call) || isLayer(fix) || fix.startsWith("sequential(") || fix.startsWith("reshape(") || fix.startsWith("transpose(");
        return inPlace ? source.substring(0, call) + fix + source.substring(end(source, call)) : fix;
    }

    /** The step in front of the layer: of its own where the layer stands alone, else a method of the tensor that goes in. */
    private static String flattened(String source, int call, String layer) {
        int end = end(source, call);
        String before = source.substring(0, call);
        if (before.isBlank() && source.substring(end).matches("\\s*;?\\s*")) {
            return "flatten(1); " + layer + source.substring(end);
        } else if (before.endsWith(".then(")) {
            return before.substring(0, before.length() - ".then(".length()) + ".flatten(1).then(" + layer + source.substring(end);
        }
        return before + "sequential(flatten(1), " + layer + ")" + source.substring(end);
    }

    /** Where the refused call stands: that of the layer or operation that the message begins with, else that of the layer that is suggested. */
    private static int refusedCall(String source, Refusal r) {
        String said = word(r.getMessage());
        String suggested = word(r.suggestion());
        boolean option = Catalogue.find(said).isEmpty() && Catalogue.find(suggested).isPresent();
        return find(source, option ? suggested : said, 0);
    }

    private static String word(String text) {
        Matcher word = WORD.matcher(text);
        return word.find() ? word.group(1) : "";
    }

    /** Whether it makes a layer, alone or behind a step: what stands in the place of a layer. */
    private static boolean isLayer(String fix) {
        String first = fix.startsWith("sequential(") ? fix.replaceFirst(".*, (\\w+\\()", "$1") : fix;
        return Catalogue.find(word(first)).isPresent();
    }

    /** The tensor of the same sizes in the statement with another type, or else the one that is given with the layer, such as a target. */
    private static String retyped(String source, String fix, int behind) {
        String sizes = fix.replaceAll("[ \\n]|,INT64", "").replace(",INT64", "");
        for (int at = find(source, "tensor", 0); at >= 0; at = find(source, "tensor", at + 1)) {
            if (source.substring(at, end(source, at)).replaceAll("\\s", "").replace(",INT64", "").equals(sizes)) {
                return source.substring(0, at) + fix + source.substring(end(source, at));
            }
        }
        int target = find(source, "tensor", behind);
        return target < 0 ? fix : source.substring(0, target) + fix + source.substring(end(source, target));
    }

    /** An option that the layer does not have is respelled or left out; an argument that it needs is put in. Null where the statement does not show them. */
    private static String fix(String source, Refusal r) {
        Matcher wrong = NO_OPTION.matcher(r.getMessage());
        if (wrong.matches()) {
            int at = find(source, wrong.group(2), Math.max(0, find(source, wrong.group(1), 0)));
            Signature signature = Catalogue.find(wrong.group(1)).orElse(null);
            return at < 0 || signature == null ? null : respelled(source, at, wrong.group(2), signature);
        }
        Matcher missing = NEEDS.matcher(r.getMessage());
        int call = missing.matches() ? find(source, missing.group(1), 0) : -1;
        if (call < 0) {
            return null;
        }
        int close = end(source, call) - 1;
        boolean empty = source.substring(source.indexOf('(', call) + 1, close).isBlank();
        return source.substring(0, close) + (empty ? "" : ", ") + (missing.group(2).startsWith("kernel") ? "3" : "16") + source.substring(close);
    }

    /** The statement with the option respelled as one that the layer has, or without it. */
    static String respelled(String source, int at, String option, Signature signature) {
        List<String> near = SimilarWords.nearest(option, signature.parameters().stream().map(Parameter::name).toList());
        if (!near.isEmpty()) {
            return source.substring(0, at) + near.get(0) + source.substring(at + option.length());
        }
        String before = source.substring(0, at).replaceFirst(",\\s*$", "");
        String behind = source.substring(end(source, at));
        return before.endsWith("(") ? before + behind.replaceFirst("^\\s*,\\s*", "") : before + behind;
    }

    /** Where the argument stands: its option, or its place among the positional ones; else the call; else the first line. */
    private static int[] place(String source, Refusal r) {
        Matcher word = WORD.matcher(r.getMessage());
        String factory = word.find() ? word.group(1) : "";
        int call = find(source, factory, 0);
        int from = call < 0 ? 0 : call;
        if (r.argument() != null) {
            int option = find(source, r.argument(), from);
            if (option >= 0) {
                return new int[] {option, end(source, option)};
            }
            int[] positional = call < 0 ? null : positional(source, call, factory, r.argument());
            if (positional != null) {
                return positional;
            }
        }
        if (call >= 0) {
            return new int[] {call, end(source, call)};
        }
        int line = source.indexOf('\n');
        return new int[] {0, line < 0 ? source.length() : line};
    }

    /** Where {@code word(} begins, as a word of its own. */
    private static int find(String source, String word, int from) {
        if (word.isEmpty()) {
            return -1;
        }
        Matcher m = Pattern.compile("\\b" + Pattern.quote(word) + "\\s*\\(").matcher(source);
        return m.find(Math.min(from, source.length())) ? m.start() : -1;
    }

    /** Behind the bracket that closes the call at this place. */
    private static int end(String source, int call) {
        int depth = 0;
        for (int i = source.indexOf('(', call); i >= 0 && i < source.length(); i++) {
            depth += source.charAt(i) == '(' ? 1 : source.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return source.length();
    }

    private static int[] positional(String source, int call, String factory, String argument) {
        Signature signature = Catalogue.find(factory).orElse(null);
        if (signature == null) {
            return null;
        }
        List<int[]> arguments = split(source, source.indexOf('(', call) + 1, end(source, call) - 1);
        arguments.removeIf(a -> source.substring(a[0], a[1]).strip().matches("(?s)[a-zA-Z]\\w*\\s*\\(.*"));
        List<Parameter> needed = signature.parameters().stream().filter(p -> p.need() != Parameter.Need.OPTIONAL).toList();
        long required = needed.stream().filter(p -> p.need() == Parameter.Need.REQUIRED).count();
        List<Parameter> order = arguments.size() >= needed.size() ? signature.parameters()
            : needed.stream().filter(p -> p.need() == Parameter.Need.REQUIRED).limit(required).toList();
        for (int i = 0; i < Math.min(order.size(), arguments.size()); i++) {
            if (order.get(i).name().equals(argument)) {
                return arguments.get(i);
            }
        }
        return null;
    }

    private static List<int[]> split(String source, int from, int to) {
        var out = new ArrayList<int[]>();
        int depth = 0;
        int begin = from;
        for (int i = from; i <= to; i++) {
            char c = i < to ? source.charAt(i) : ',';
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                int start = begin;
                while (start < i && Character.isWhitespace(source.charAt(start))) {
                    start++;
                }
                if (start < i) {
                    out.add(new int[] {start, i});
                }
                begin = i + 1;
            }
        }
        return out;
    }
}
