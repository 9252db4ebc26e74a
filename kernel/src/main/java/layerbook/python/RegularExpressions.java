package layerbook.python;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** {@code re}, by Java's own expressions where they say the same. */
final class RegularExpressions extends PyModule {
    private static final PyType PATTERN = new PyType("Pattern", List.of(Types.OBJECT)).plain().in("re");
    private static final PyType MATCH = new PyType("Match", List.of(Types.OBJECT)).plain().in("re");
    private static final List<String> FUNCTIONS = List.of("compile", "match", "search", "fullmatch", "findall", "finditer", "sub", "split", "escape");
    private static final int LONGEST = 100_000;

    RegularExpressions() {
        super("re");
        set("IGNORECASE", 2L).set("I", 2L).set("MULTILINE", 8L).set("M", 8L).set("DOTALL", 16L).set("S", 16L).set("VERBOSE", 64L).set("X", 64L);
        set("Pattern", PATTERN).set("Match", MATCH);
    }

    @Override public Iterable<String> makes() {
        return FUNCTIONS;
    }

    @Override protected Object make(String name) {
        return FUNCTIONS.contains(name) ? new PyBuiltin(name, a -> call(name, a)) : null;
    }

    private static Object call(String name, Arguments a) {
        if (name.equals("escape")) {
            return TextMethods.text(a.at(0)).replaceAll("([^A-Za-z0-9_])", "\\\\$1");
        }
        int flagsAt = name.equals("compile") ? 1 : name.equals("sub") || name.equals("split") ? 9 : 2;
        Expression e = a.at(0) instanceof Expression known ? known : new Expression(TextMethods.text(a.at(0)), Numbers.toLong(a.get(flagsAt, "flags", 0L)));
        return name.equals("compile") ? e : e.run(name, a.withoutFirst());
    }

    /** A compiled expression. */
    private static final class Expression extends PyObject {
        private final String text;
        private final Pattern pattern;

        Expression(String text, long flags) {
            this.text = text;
            int f = (int) ((flags & 2) != 0 ? Pattern.CASE_INSENSITIVE : 0) | ((flags & 8) != 0 ? Pattern.MULTILINE : 0) | ((flags & 16) != 0 ? Pattern.DOTALL : 0)
                | ((flags & 64) != 0 ? Pattern.COMMENTS : 0);
            try {
                pattern = Pattern.compile(text.replace("(?P<", "(?<").replaceAll("\\(\\?P=(\\w+)\\)", "\\\\k<$1>"), f);
            } catch (PatternSyntaxException e) {
                throw Errors.value("bad regular expression: " + e.getDescription());
            }
        }

        @Override public PyType type() {
            return PATTERN;
        }

        @Override public Object attribute(String name) {
            return name.equals("pattern") ? text : FUNCTIONS.contains(name) ? new PyBuiltin(name, a -> run(name, a)) : super.attribute(name);
        }

        Object run(String name, Arguments a) {
            boolean second = name.equals("sub");
            String subject = TextMethods.text(a.at(second ? 1 : 0));
            if (subject.length() > LONGEST) {
                throw Unsupported.function("re." + name + "(..)", "the text is too long");
            }
            Matcher m = pattern.matcher(subject);
            switch (name) {
                case "match": return m.lookingAt() ? new Match(m) : Special.NONE;
                case "fullmatch": return m.matches() ? new Match(m) : Special.NONE;
                case "search": return m.find() ? new Match(m) : Special.NONE;
                case "sub": return substituted(m, subject, a.at(0), Numbers.toLong(a.get(2, "count", 0L)));
                case "split": return split(m, subject, Numbers.toLong(a.get(1, "maxsplit", 0L)));
                default: return all(m, name.equals("findall"));
            }
        }

        private static Object all(Matcher m, boolean texts) {
            var list = new PyList();
            while (m.find()) {
                Match one = new Match(m);
                list.add(!texts ? one : m.groupCount() == 0 ? m.group() : m.groupCount() == 1 ? orEmpty(m.group(1)) : one.groups(""));
            }
            return texts ? list : new PyIterator(list.iterator());
        }

        private static String orEmpty(String s) {
            return s == null ? "" : s;
        }

        private static String substituted(Matcher m, String subject, Object by, long most) {
            var b = new StringBuilder();
            int at = 0;
            for (long n = 0; m.find() && (most == 0 || n < most); n++) {
                b.append(subject, at, m.start());
                b.append(by instanceof String s ? expanded(s, m) : TextMethods.text(Calls.call(by, new Match(m))));
                at = m.end();
            }
            return b.append(subject.substring(at)).toString();
        }

        private static String expanded(String template, Matcher m) {
            var b = new StringBuilder();
            for (int i = 0; i < template.length(); i++) {
                char c = template.charAt(i);
                if (c != '\\' || i + 1 >= template.length()) {
                    b.append(c);
                    continue;
                }
                char next = template.charAt(++i);
                if (Character.isDigit(next)) {
                    b.append(orEmpty(m.group(next - '0')));
                } else if (next == 'g' && i + 1 < template.length() && template.charAt(i + 1) == '<') {
                    int end = template.indexOf('>', i);
                    String group = template.substring(i + 2, end);
                    b.append(orEmpty(group.chars().allMatch(Character::isDigit) ? m.group(Integer.parseInt(group)) : m.group(group)));
                    i = end;
                } else {
                    b.append(next == 'n' ? '\n' : next == 't' ? '\t' : next);
                }
            }
            return b.toString();
        }

        private static PyList split(Matcher m, String subject, long most) {
            var list = new PyList();
            int at = 0;
            for (long n = 0; (most == 0 || n < most) && m.find(); n++) {
                list.add(subject.substring(at, m.start()));
                for (int g = 1; g <= m.groupCount(); g++) {
                    list.add(m.group(g) == null ? Special.NONE : m.group(g));
                }
                at = m.end();
            }
            list.add(subject.substring(at));
            return list;
        }

        @Override public String repr() {
            return "re.compile(" + Texts.repr(text) + ")";
        }
    }

    /** Where an expression was found. */
    private static final class Match extends PyObject {
        private final java.util.regex.MatchResult result;
        private final Pattern pattern;

        Match(Matcher m) {
            result = m.toMatchResult();
            pattern = m.pattern();
        }

        @Override public PyType type() {
            return MATCH;
        }

        private Object group(Object which) {
            String s = which instanceof String name ? named(name) : result.group((int) Numbers.toLong(which));
            return s == null ? Special.NONE : s;
        }

        private String named(String name) {
            Matcher again = pattern.matcher(result.group());
            if (!again.matches()) {
                throw Errors.index("no such group");
            }
            return again.group(name);
        }

        PyTuple groups(Object otherwise) {
            var all = new Object[result.groupCount()];
            for (int i = 0; i < all.length; i++) {
                all[i] = result.group(i + 1) == null ? otherwise : result.group(i + 1);
            }
            return PyTuple.of(all);
        }

        @Override public Object item(Object index) {
            return group(index);
        }

        @Override public Object attribute(String name) {
            switch (name) {
                case "group": return new PyBuiltin(name, a -> a.count() == 0 ? result.group() : a.count() == 1 ? group(a.at(0))
                    : PyTuple.of(a.positional().stream().map(this::group).toArray()));
                case "groups": return new PyBuiltin(name, a -> groups(a.get(0, "default", Special.NONE)));
                case "start": return new PyBuiltin(name, a -> (long) result.start((int) Numbers.toLong(a.at(0, 0L))));
                case "end": return new PyBuiltin(name, a -> (long) result.end((int) Numbers.toLong(a.at(0, 0L))));
                case "span": return new PyBuiltin(name, a -> PyTuple.of((long) result.start(), (long) result.end()));
                default: return super.attribute(name);
            }
        }
    }
}
