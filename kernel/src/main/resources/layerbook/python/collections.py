"""Containers beside list, dict, set and tuple."""
from _classes import OrderedDict, defaultdict
import collections.abc as abc


def _method_new(name, names, defaults):
    least = len(names) - len(defaults)

    def __new__(cls, *values, **named):
        if len(values) > len(names):
            raise TypeError(f"{name}.__new__() takes {len(names) + 1} positional arguments but {len(values) + 1} were given")
        row = list(values)
        missing = []
        for i in range(len(values), len(names)):
            if names[i] in named:
                row.append(named.pop(names[i]))
            elif i >= least:
                row.append(defaults[i - least])
            else:
                missing.append(repr(names[i]))
        for key in named:
            kind = "multiple values for" if key in names else "an unexpected keyword"
            raise TypeError(f"{name}.__new__() got {kind} argument {key!r}")
        if missing:
            text = missing[0] if len(missing) == 1 else " and ".join(missing) if len(missing) == 2 else ", ".join(missing[:-1]) + ", and " + missing[-1]
            raise TypeError(f"{name}.__new__() missing {len(missing)} required positional argument{'s' * (len(missing) > 1)}: {text}")
        return tuple.__new__(cls, row)

    return __new__


class _Record(tuple):
    def _asdict(self):
        return dict(zip(self._fields, self))

    def _replace(self, **changes):
        for key in changes:
            if key not in self._fields:
                raise ValueError(f"Got unexpected field names: {list(changes)!r}")
        return type(self)(*[changes.get(n, v) for n, v in zip(self._fields, self)])

    @classmethod
    def _make(cls, values):
        return cls(*values)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join([f'{n}={v!r}' for n, v in zip(self._fields, self)])})"


def _field(i):
    return property(lambda self: self[i])


def _fill(cls, name, names, defaults):
    cls._fields = tuple(names)
    cls._field_defaults = dict(zip(names[len(names) - len(defaults):], defaults))
    cls.__match_args__ = tuple(names)
    for i, n in enumerate(names):
        setattr(cls, n, _field(i))
    cls.__new__ = _method_new(name, names, defaults)
    return cls


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = [str(n) for n in field_names]
    for n in names:
        if not n.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {n!r}")
    if len(set(names)) != len(names):
        raise ValueError(f"Encountered duplicate field name: {[n for i, n in enumerate(names) if n in names[:i]][0]!r}")
    return _fill(type(typename, (_Record,), {}), typename, names, list(defaults or ()))


class NamedTuple(_Record):
    def __init_subclass__(cls, **others):
        names = list(cls.__annotations__)
        if names:
            _fill(cls, cls.__name__, names, [cls.__dict__[n] for n in names if n in cls.__dict__])


class Counter(dict):
    def __init__(self, iterable=None, /, **counts):
        super().__init__()
        self.update(iterable, **counts)

    def __missing__(self, key):
        return 0

    def update(self, iterable=None, /, **counts):
        self._count(iterable, 1)
        self._count(counts, 1)

    def subtract(self, iterable=None, /, **counts):
        self._count(iterable, -1)
        self._count(counts, -1)

    def _count(self, iterable, sign):
        if iterable is None:
            return
        pairs = iterable.items() if isinstance(iterable, dict) else [(v, 1) for v in iterable]
        for key, n in pairs:
            self[key] = self.get(key, 0) + sign * n

    def most_common(self, n=None):
        ordered = sorted(self.items(), key=lambda pair: pair[1], reverse=True)
        return ordered if n is None else ordered[:n]

    def elements(self):
        for key, n in self.items():
            for _ in range(n):
                yield key

    def total(self):
        return sum(self.values())

    def copy(self):
        return Counter(self)

    def _joined(self, other, how):
        made = Counter()
        for key in list(self) + [k for k in other if k not in self]:
            n = how(self[key], other[key])
            if n > 0:
                made[key] = n
        return made

    def __add__(self, other):
        return self._joined(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._joined(other, lambda a, b: a - b)

    def __and__(self, other):
        return self._joined(other, min)

    def __or__(self, other):
        return self._joined(other, max)

    def __repr__(self):
        if not self:
            return "Counter()"
        return "Counter({" + ", ".join([f"{k!r}: {n!r}" for k, n in self.most_common()]) + "})"


class deque:
    def __init__(self, iterable=(), maxlen=None):
        self.maxlen = maxlen
        self._values = []
        self.extend(iterable)

    def append(self, value):
        self._values.append(value)
        if self.maxlen is not None and len(self._values) > self.maxlen:
            del self._values[0]

    def appendleft(self, value):
        self._values.insert(0, value)
        if self.maxlen is not None and len(self._values) > self.maxlen:
            del self._values[-1]

    def extend(self, iterable):
        for value in iterable:
            self.append(value)

    def extendleft(self, iterable):
        for value in iterable:
            self.appendleft(value)

    def pop(self):
        if not self._values:
            raise IndexError("pop from an empty deque")
        return self._values.pop()

    def popleft(self):
        if not self._values:
            raise IndexError("pop from an empty deque")
        return self._values.pop(0)

    def rotate(self, n=1):
        if self._values:
            n %= len(self._values)
            self._values = self._values[len(self._values) - n:] + self._values[:len(self._values) - n]

    def clear(self):
        self._values.clear()

    def count(self, value):
        return self._values.count(value)

    def index(self, value, *bounds):
        return self._values.index(value, *bounds)

    def remove(self, value):
        if value not in self._values:
            raise ValueError("deque.remove(x): x not in deque")
        self._values.remove(value)

    def reverse(self):
        self._values.reverse()

    def copy(self):
        return deque(self._values, self.maxlen)

    def __len__(self):
        return len(self._values)

    def __iter__(self):
        return iter(self._values)

    def __reversed__(self):
        return reversed(self._values)

    def __getitem__(self, index):
        if not -len(self._values) <= index < len(self._values):
            raise IndexError("deque index out of range")
        return self._values[index]

    def __setitem__(self, index, value):
        self._values[index] = value

    def __delitem__(self, index):
        del self._values[index]

    def __contains__(self, value):
        return value in self._values

    def __bool__(self):
        return bool(self._values)

    def __eq__(self, other):
        return isinstance(other, deque) and self._values == other._values

    def __add__(self, other):
        return deque(self._values + list(other), self.maxlen)

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __repr__(self):
        return f"deque({self._values!r}" + ("" if self.maxlen is None else f", maxlen={self.maxlen}") + ")"


class ChainMap:
    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __getitem__(self, key):
        for m in self.maps:
            if key in m:
                return m[key]
        raise KeyError(key)

    def get(self, key, otherwise=None):
        return self[key] if key in self else otherwise

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __contains__(self, key):
        return any(key in m for m in self.maps)

    def _all(self):
        all = {}
        for m in reversed(self.maps):
            all.update(m)
        return all

    def __iter__(self):
        return iter(self._all())

    def __len__(self):
        return len(self._all())

    def keys(self):
        return self._all().keys()

    def values(self):
        return self._all().values()

    def items(self):
        return self._all().items()

    def new_child(self, m=None):
        return ChainMap({} if m is None else m, *self.maps)


class UserDict(dict):
    @property
    def data(self):
        return self


UserList = list
UserString = str
