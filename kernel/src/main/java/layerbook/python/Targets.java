package layerbook.python;

import java.util.Iterator;
import java.util.List;
import layerbook.syntax.Expression;
import layerbook.syntax.Statement;

/** Assigns to names, attributes, subscripts and their tuples, and deletes them. */
final class Targets {
    private Targets() {}

    static void assign(Evaluator in, Expression target, Object value) {
        if (target instanceof Expression.Name n) {
            in.frame.set(n.name(), value);
        } else if (target instanceof Expression.Attribute a) {
            Object o = in.eval(a.value());
            in.frame.at = a.place();
            Attributes.set(o, a.name(), value);
        } else if (target instanceof Expression.Subscript s) {
            Object o = in.eval(s.value());
            Object index = in.eval(s.index());
            in.frame.at = s.place();
            Operators.setItem(o, index, value);
        } else if (target instanceof Expression.TupleDisplay t) {
            unpack(in, t.elements(), value, t);
        } else if (target instanceof Expression.ListDisplay l) {
            unpack(in, l.elements(), value, l);
        } else if (target instanceof Expression.Starred s) {
            assign(in, s.value(), Iteration.list(value));
        } else {
            throw Errors.raise("SyntaxError", "cannot assign to expression");
        }
    }

    private static void unpack(Evaluator in, List<Expression> targets, Object value, Expression whole) {
        in.frame.at = whole.place();
        int star = -1;
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i) instanceof Expression.Starred) {
                star = i;
            }
        }
        Object[] all = take(value, star < 0 ? targets.size() : -1);
        if (star < 0) {
            if (all.length != targets.size()) {
                throw all.length > targets.size() ? Errors.value("too many values to unpack (expected " + targets.size() + ")")
                    : Errors.value("not enough values to unpack (expected " + targets.size() + ", got " + all.length + ")");
            }
            for (int i = 0; i < all.length; i++) {
                assign(in, targets.get(i), all[i]);
            }
            return;
        }
        int behind = targets.size() - star - 1;
        if (all.length < star + behind) {
            throw Errors.value("not enough values to unpack (expected at least " + (star + behind) + ", got " + all.length + ")");
        }
        for (int i = 0; i < targets.size(); i++) {
            if (i == star) {
                assign(in, ((Expression.Starred) targets.get(i)).value(), PyList.of(java.util.Arrays.copyOfRange(all, star, all.length - behind)));
            } else {
                assign(in, targets.get(i), all[i < star ? i : all.length - targets.size() + i]);
            }
        }
    }

    /** The elements; one more than wanted is enough to see that there are too many. */
    private static Object[] take(Object value, int wanted) {
        if (value instanceof PySequence s && (s.type() == Types.TUPLE || s.type() == Types.LIST)) {
            return s.toArray();
        }
        Iterator<Object> all;
        try {
            all = Iteration.of(value);
        } catch (Raised r) {
            throw r.is("TypeError") && !(value instanceof PyInstance) ? Errors.type("cannot unpack non-iterable " + Types.of(value).name() + " object") : r;
        }
        var list = new PyList();
        while (all.hasNext() && (wanted < 0 || list.size() <= wanted)) {
            list.add(all.next());
        }
        return list.toArray();
    }

    static void augment(Evaluator in, Statement.AugAssign s) {
        if (s.target() instanceof Expression.Name n) {
            Object old = in.eval(n);
            Object right = in.eval(s.value());
            in.frame.at = s.place();
            in.frame.set(n.name(), Operators.inPlace(s.operator(), old, right));
        } else if (s.target() instanceof Expression.Attribute a) {
            Object o = in.eval(a.value());
            in.frame.at = a.place();
            Object old = Attributes.get(o, a.name());
            Object right = in.eval(s.value());
            in.frame.at = s.place();
            Attributes.set(o, a.name(), Operators.inPlace(s.operator(), old, right));
        } else if (s.target() instanceof Expression.Subscript t) {
            Object o = in.eval(t.value());
            Object index = in.eval(t.index());
            in.frame.at = t.place();
            Object old = Operators.item(o, index);
            Object right = in.eval(s.value());
            in.frame.at = s.place();
            Operators.setItem(o, index, Operators.inPlace(s.operator(), old, right));
        } else {
            throw Errors.raise("SyntaxError", "illegal target for augmented assignment");
        }
    }

    static void delete(Evaluator in, Expression target) {
        if (target instanceof Expression.Name n) {
            in.frame.delete(n.name());
        } else if (target instanceof Expression.Attribute a) {
            Object o = in.eval(a.value());
            if (!(o instanceof PyObject object)) {
                throw Errors.attribute(o, a.name());
            }
            object.deleteAttribute(a.name());
        } else if (target instanceof Expression.Subscript s) {
            Object o = in.eval(s.value());
            Operators.deleteItem(o, in.eval(s.index()));
        } else if (target instanceof Expression.TupleDisplay t) {
            t.elements().forEach(e -> delete(in, e));
        } else if (target instanceof Expression.ListDisplay l) {
            l.elements().forEach(e -> delete(in, e));
        }
    }
}
