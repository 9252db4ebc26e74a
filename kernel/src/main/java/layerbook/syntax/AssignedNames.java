package layerbook.syntax;

import java.util.ArrayList;
import java.util.List;

/** The names that a statement assigns. */
public final class AssignedNames {
    private AssignedNames() {}

    /** In order; one may come twice. */
    public static List<String> of(Statement s) {
        var names = new ArrayList<String>();
        collect(s, names);
        return names;
    }

    private static void collect(Statement s, List<String> into) {
        if (s instanceof Statement.Assign a) {
            a.targets().forEach(t -> target(t, into));
        } else if (s instanceof Statement.AnnAssign a) {
            target(a.target(), into);
        } else if (s instanceof Statement.AugAssign a) {
            target(a.target(), into);
        } else if (s instanceof Statement.For f) {
            target(f.target(), into);
            f.body().forEach(b -> collect(b, into));
        } else if (s instanceof Statement.If i) {
            i.body().forEach(b -> collect(b, into));
            i.otherwise().forEach(b -> collect(b, into));
        } else if (s instanceof Statement.While w) {
            w.body().forEach(b -> collect(b, into));
        } else if (s instanceof Statement.With w) {
            w.items().stream().filter(i -> i.target() != null).forEach(i -> target(i.target(), into));
            w.body().forEach(b -> collect(b, into));
        } else if (s instanceof Statement.Try t) {
            t.body().forEach(b -> collect(b, into));
            t.handlers().forEach(h -> h.body().forEach(b -> collect(b, into)));
        } else if (s instanceof Statement.FunctionDef f) {
            into.add(f.name());
        } else if (s instanceof Statement.ClassDef c) {
            into.add(c.name());
        }
    }

    private static void target(Expression t, List<String> into) {
        if (t instanceof Expression.Name n) {
            into.add(n.name());
        } else if (t instanceof Expression.TupleDisplay tuple) {
            tuple.elements().forEach(e -> target(e, into));
        } else if (t instanceof Expression.ListDisplay list) {
            list.elements().forEach(e -> target(e, into));
        } else if (t instanceof Expression.Starred s) {
            target(s.value(), into);
        }
    }
}
