"""Functions about functions."""
from _classes import partial, cached_property

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__")
WRAPPER_UPDATES = ("__dict__",)
_none = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        if hasattr(wrapped, name):
            setattr(wrapper, name, getattr(wrapped, name))
    wrapper.__dict__.update(getattr(wrapped, "__dict__", {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return lambda wrapper: update_wrapper(wrapper, wrapped, assigned, updated)


def reduce(function, iterable, initial=_none):
    rest = iter(iterable)
    if initial is _none:
        total = next(rest, _none)
        if total is _none:
            raise TypeError("reduce() of empty iterable with no initial value")
    else:
        total = initial
    for value in rest:
        total = function(total, value)
    return total


class _CacheInfo(tuple):
    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return "CacheInfo(hits=%d, misses=%d, maxsize=%s, currsize=%d)" % self


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize):
        return lru_cache(128)(maxsize)

    def decorate(function):
        kept = {}
        counts = [0, 0]

        def wrapper(*values, **named):
            key = (values, tuple(named.items())) if named else values
            if key in kept:
                counts[0] += 1
                value = kept.pop(key)
                kept[key] = value
                return value
            counts[1] += 1
            value = function(*values, **named)
            kept[key] = value
            if maxsize is not None and len(kept) > maxsize:
                kept.pop(next(iter(kept)))
            return value

        def cache_clear():
            kept.clear()
            counts[:] = [0, 0]

        update_wrapper(wrapper, function)
        wrapper.cache_info = lambda: _CacheInfo((counts[0], counts[1], maxsize, len(kept)))
        wrapper.cache_clear = cache_clear
        return wrapper

    return decorate


def cache(function):
    return lru_cache(None)(function)


def cmp_to_key(compare):
    class Key:
        def __init__(self, value):
            self.value = value

        def __lt__(self, other):
            return compare(self.value, other.value) < 0

        def __gt__(self, other):
            return compare(self.value, other.value) > 0

        def __eq__(self, other):
            return compare(self.value, other.value) == 0

    return Key


def total_ordering(cls):
    own = cls.__dict__
    if "__lt__" in own:
        extra = {"__gt__": lambda a, b: not (a < b) and a != b, "__le__": lambda a, b: a < b or a == b, "__ge__": lambda a, b: not a < b}
    elif "__gt__" in own:
        extra = {"__lt__": lambda a, b: not (a > b) and a != b, "__ge__": lambda a, b: a > b or a == b, "__le__": lambda a, b: not a > b}
    elif "__le__" in own:
        extra = {"__ge__": lambda a, b: not a <= b or a == b, "__lt__": lambda a, b: a <= b and a != b, "__gt__": lambda a, b: not a <= b}
    elif "__ge__" in own:
        extra = {"__le__": lambda a, b: not a >= b or a == b, "__gt__": lambda a, b: a >= b and a != b, "__lt__": lambda a, b: not a >= b}
    else:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for name, method in extra.items():
        if name not in own:
            setattr(cls, name, method)
    return cls


def singledispatch(function):
    known = {}

    def find(type):
        for base in type.__mro__:
            if base in known:
                return known[base]
        return function

    def register(type, method=None):
        if method is None and not isinstance(type, _type):
            annotations = [v for k, v in type.__annotations__.items() if k != "return"]
            known[annotations[0]] = type
            return type
        if method is None:
            return lambda f: register(type, f)
        known[type] = method
        return method

    def wrapper(*values, **named):
        return find(values[0].__class__)(*values, **named)

    update_wrapper(wrapper, function)
    wrapper.register = register
    wrapper.dispatch = find
    return wrapper


_type = type


class singledispatchmethod:
    def __init__(self, function):
        self.dispatcher = singledispatch(function)

    def register(self, type, method=None):
        return self.dispatcher.register(type, method)

    def __get__(self, object, cls=None):
        def method(*values, **named):
            return self.dispatcher.dispatch(values[0].__class__)(object, *values, **named)

        return method


class partialmethod:
    def __init__(self, function, /, *values, **named):
        self.function = function
        self.values = values
        self.named = named

    def __get__(self, object, cls=None):
        return lambda *values, **named: self.function(object, *self.values, *values, **{**self.named, **named})
