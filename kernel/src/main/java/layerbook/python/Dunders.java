package layerbook.python;

import layerbook.syntax.BinaryOperator;
import layerbook.syntax.Comparison;
import layerbook.syntax.UnaryOperator;

/** The special methods of Python's own classes as functions: {@code list.__getitem__}, {@code super().__setitem__(..)}. */
final class Dunders {
    private static final String ORDER = "__eq__ __ne__ __lt__ __le__ __gt__ __ge__ ";
    static final String NUMBER = ORDER + "__add__ __radd__ __sub__ __rsub__ __mul__ __rmul__ __truediv__ __rtruediv__ __floordiv__ __rfloordiv__ __mod__ __rmod__ "
        + "__pow__ __rpow__ __neg__ __pos__ __bool__ __abs__ __int__ __float__ __round__ __hash__ __repr__ __str__ __format__";
    static final String TEXT = ORDER + "__add__ __mul__ __rmul__ __mod__ __len__ __getitem__ __contains__ __iter__ __hash__ __repr__ __str__ __format__ __new__";
    static final String SEQUENCE = ORDER + "__add__ __mul__ __rmul__ __len__ __getitem__ __contains__ __iter__ __repr__";
    static final String MAPPING = "__eq__ __ne__ __or__ __len__ __getitem__ __setitem__ __delitem__ __contains__ __iter__ __repr__ __init__ __ior__";

    private Dunders() {}

    static Object call(String name, Object self, Arguments a) {
        switch (name) {
            case "__len__": return self instanceof PyInstance o ? o.rawLength() : Operators.length(self);
            case "__getitem__": return self instanceof PyInstance o ? o.rawItem(a.at(0)) : Operators.item(self, a.at(0));
            case "__contains__": return self instanceof PyInstance o ? o.rawContains(a.at(0)) : Operators.contains(self, a.at(0));
            case "__iter__": return new PyIterator(self instanceof PyInstance o ? o.rawIterator() : Iteration.of(self));
            case "__hash__": return self instanceof PyInstance o ? o.rawHash() : Equality.hash(self);
            case "__repr__": return self instanceof PyInstance o ? o.rawRepr() : Texts.repr(self);
            case "__str__": return self instanceof PyInstance o ? o.rawStr() : Texts.str(self);
            case "__format__": return self instanceof PyInstance o ? o.rawFormat(TextMethods.text(a.at(0))) : Formatting.format(self, TextMethods.text(a.at(0)));
            case "__bool__": return self instanceof PyInstance o ? o.rawTruth() : Operators.truth(self);
            case "__neg__": return unary(UnaryOperator.NEGATIVE, self);
            case "__pos__": return unary(UnaryOperator.POSITIVE, self);
            case "__invert__": return unary(UnaryOperator.INVERT, self);
            case "__abs__": return NumberFunctions.absolute(PyBoxed.unbox(self));
            case "__int__": return NumberFunctions.toInt(PyBoxed.unbox(self));
            case "__float__": return Numbers.toDouble(self);
            case "__round__": return NumberFunctions.round(PyBoxed.unbox(self), a.at(0, Special.NONE));
            case "__setitem__":
                ((PyInstance) self).rawSetItem(a.at(0), a.at(1));
                return Special.NONE;
            case "__delitem__":
                ((PyInstance) self).rawDeleteItem(a.at(0));
                return Special.NONE;
            default: return operator(name, self, a);
        }
    }

    private static Object unary(UnaryOperator op, Object self) {
        return self instanceof PyInstance o ? o.rawUnary(op) : Operators.unary(op, self);
    }

    private static Object operator(String name, Object self, Arguments a) {
        Comparison comparison = Specials.comparison(name);
        if (comparison != null) {
            return self instanceof PyInstance o ? o.rawCompare(comparison, a.at(0)) : Operators.compareOrNot(comparison, self, a.at(0));
        }
        BinaryOperator op = Specials.binary(name);
        if (op != null) {
            return self instanceof PyInstance o ? o.rawBinary(op, a.at(0)) : Operators.binaryOrNot(op, self, a.at(0));
        }
        op = Specials.reflectedBinary(name);
        if (op != null) {
            return self instanceof PyInstance o ? o.rawReflected(op, a.at(0)) : Operators.binaryOrNot(op, a.at(0), self);
        }
        if (name.equals("__ior__") || name.equals("__iadd__")) {
            return ((PyInstance) self).rawInPlace(name.equals("__ior__") ? BinaryOperator.BIT_OR : BinaryOperator.ADD, a.at(0));
        }
        throw Errors.attribute(self, name);
    }
}
