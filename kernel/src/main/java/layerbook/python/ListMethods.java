package layerbook.python;

/** The methods of list. */
final class ListMethods {
    static final String NAMES = "append extend insert remove pop clear index count sort reverse copy __setitem__ __delitem__ __init__ __iadd__ __reversed__ "
        + Dunders.SEQUENCE;

    private ListMethods() {}

    static Object call(String name, Object of, Arguments a) {
        if (!(of instanceof PyList self)) {
            throw Errors.type("descriptor '" + name + "' for 'list' objects doesn't apply to a '" + Types.of(of).name() + "' object");
        }
        switch (name) {
            case "append":
                self.add(a.exactly("list.append", 1, 1).at(0));
                return Special.NONE;
            case "extend":
                self.addAll(a.at(0) == self ? PyList.of(self.toArray()).iterator() : Iteration.of(a.at(0)));
                return Special.NONE;
            case "insert": {
                long i = Numbers.toLong(a.at(0));
                i = i < 0 ? Math.max(0, i + self.size()) : Math.min(i, self.size());
                self.live().add((int) i, a.at(1));
                return Special.NONE;
            }
            case "remove": {
                int i = indexOf(self, a.at(0), 0, self.size());
                if (i < 0) {
                    throw Errors.value("list.remove(x): x not in list");
                }
                self.live().remove(i);
                return Special.NONE;
            }
            case "pop": return pop(self, a);
            case "clear":
                self.live().clear();
                return Special.NONE;
            case "index": return index(self, a);
            case "count": return count(self, a.at(0));
            case "sort":
                Ordering.sort(self.live(), a.named("key"), Operators.truth(a.get(9, "reverse", false)));
                return Special.NONE;
            case "reverse":
                java.util.Collections.reverse(self.live());
                return Special.NONE;
            case "copy": return PyList.of(self.toArray());
            case "__reversed__": return new PyIterator(reversed(self));
            case "__init__":
                self.live().clear();
                if (a.count() > 0) {
                    self.addAll(Iteration.of(a.at(0)));
                }
                return Special.NONE;
            default: return Dunders.call(name, self, a);
        }
    }

    static java.util.Iterator<Object> reversed(PySequence s) {
        return new java.util.Iterator<>() {
            private int left = s.size();

            @Override public boolean hasNext() {
                return left > 0;
            }

            @Override public Object next() {
                return s.get(--left);
            }
        };
    }

    private static Object pop(PyList self, Arguments a) {
        if (self.size() == 0) {
            throw Errors.index("pop from empty list");
        }
        long i = Numbers.toLong(a.at(0, -1L));
        i = i < 0 ? i + self.size() : i;
        if (i < 0 || i >= self.size()) {
            throw Errors.index("pop index out of range");
        }
        return self.live().remove((int) i);
    }

    static int indexOf(PySequence self, Object value, int from, int to) {
        for (int i = from; i < Math.min(to, self.size()); i++) {
            if (Equality.same(self.get(i), value)) {
                return i;
            }
        }
        return -1;
    }

    static long index(PySequence self, Arguments a) {
        PySlice.Range r = new PySlice(a.at(1, Special.NONE), a.at(2, Special.NONE), Special.NONE).over(self.size());
        int i = indexOf(self, a.at(0), (int) r.start(), (int) r.stop());
        if (i < 0) {
            throw Errors.value(self instanceof PyList ? Texts.repr(a.at(0)) + " is not in list" : "tuple.index(x): x not in tuple");
        }
        return i;
    }

    static long count(PySequence self, Object value) {
        long n = 0;
        for (int i = 0; i < self.size(); i++) {
            n += Equality.same(self.get(i), value) ? 1 : 0;
        }
        return n;
    }
}
