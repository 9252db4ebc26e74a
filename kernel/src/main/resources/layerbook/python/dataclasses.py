"""Classes that are their fields."""
MISSING = type("_MISSING_TYPE", (), {"__repr__": lambda self: "<dataclasses._MISSING_TYPE object>"})()
KW_ONLY = type("_KW_ONLY_TYPE", (), {})()


class FrozenInstanceError(AttributeError):
    pass


class Field:
    def __init__(self, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = metadata or {}
        self.kw_only = kw_only

    def open(self):
        return self.default is MISSING and self.default_factory is MISSING


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _fields_of(cls, kw_only):
    all = {}
    for base in reversed(cls.__mro__[1:]):
        all.update(base.__dict__.get("__dataclass_fields__", {}))
    own = cls.__annotations__
    for name, annotation in own.items():
        if annotation is KW_ONLY:
            kw_only = True
            continue
        if "ClassVar" in (annotation if isinstance(annotation, str) else repr(annotation)):
            continue
        value = cls.__dict__.get(name, MISSING)
        made = value if isinstance(value, Field) else Field(default=value)
        made.name = name
        made.type = annotation
        if made.kw_only is MISSING:
            made.kw_only = kw_only
        if isinstance(made.default, (list, dict, set)):
            raise ValueError(f"mutable default {type(made.default)} for field {name} is not allowed: use default_factory")
        all[name] = made
        if isinstance(value, Field):
            if made.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, made.default)
    return all


def _initialiser(cls, frozen):
    every = [f for f in cls.__dataclass_fields__.values() if f.init]
    positional = [f for f in every if not f.kw_only]
    seen = None
    for f in positional:
        if not f.open():
            seen = f.name
        elif seen is not None:
            raise TypeError(f"non-default argument {f.name!r} follows default argument")

    def __init__(self, *values, **named):
        if len(values) > len(positional):
            least = len([f for f in positional if f.open()]) + 1
            most = len(positional) + 1
            takes = f"{most}" if least == most else f"from {least} to {most}"
            raise TypeError(f"{cls.__qualname__}.__init__() takes {takes} positional arguments but {len(values) + 1} were given")
        given = {}
        for f, value in zip(positional, values):
            given[f.name] = value
        for name, value in named.items():
            if name in given:
                raise TypeError(f"{cls.__qualname__}.__init__() got multiple values for argument {name!r}")
            if name not in cls.__dataclass_fields__ or not cls.__dataclass_fields__[name].init:
                raise TypeError(f"{cls.__qualname__}.__init__() got an unexpected keyword argument {name!r}")
            given[name] = value
        missing = [f for f in positional if f.name not in given and f.open()] or [f for f in every if f.name not in given and f.open()]
        if missing:
            names = [repr(f.name) for f in missing]
            kind = "keyword-only" if missing[0].kw_only else "positional"
            text = names[0] if len(names) == 1 else " and ".join(names) if len(names) == 2 else ", ".join(names[:-1]) + ", and " + names[-1]
            raise TypeError(f"{cls.__qualname__}.__init__() missing {len(names)} required {kind} argument{'s' * (len(names) > 1)}: {text}")
        for f in cls.__dataclass_fields__.values():
            if f.name in given:
                value = given[f.name]
            elif f.default_factory is not MISSING:
                value = f.default_factory()
            elif f.default is not MISSING:
                value = f.default
            else:
                continue
            object.__setattr__(self, f.name, value) if frozen else setattr(self, f.name, value)
        if hasattr(self, "__post_init__"):
            self.__post_init__()

    return __init__


def _frozen(self, name, value=None):
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _compared(self):
    return tuple([getattr(self, f.name) for f in type(self).__dataclass_fields__.values() if f.compare])


def _order(cls, name, holds):
    def method(self, other):
        return holds(_compared(self), _compared(other)) if other.__class__ is self.__class__ else NotImplemented

    setattr(cls, name, method)


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, kw_only):
    cls.__dataclass_fields__ = _fields_of(cls, kw_only)
    own = cls.__dict__
    if init:
        cls.__init__ = _initialiser(cls, frozen)
    if repr and "__repr__" not in own:
        def __repr__(self):
            shown = [f"{f.name}={getattr(self, f.name)!r}" for f in type(self).__dataclass_fields__.values() if f.repr]
            return f"{type(self).__qualname__}({', '.join(shown)})"
        cls.__repr__ = __repr__
    if eq and "__eq__" not in own:
        _order(cls, "__eq__", lambda a, b: a == b)
    if order:
        _order(cls, "__lt__", lambda a, b: a < b)
        _order(cls, "__le__", lambda a, b: a <= b)
        _order(cls, "__gt__", lambda a, b: a > b)
        _order(cls, "__ge__", lambda a, b: a >= b)
    if frozen:
        cls.__setattr__ = _frozen
        cls.__delattr__ = _frozen
    if eq and (frozen or unsafe_hash):
        cls.__hash__ = lambda self: hash(_compared(self))
    elif eq and "__hash__" not in own:
        cls.__hash__ = None
    cls.__match_args__ = tuple([f.name for f in cls.__dataclass_fields__.values() if f.init and not f.kw_only])
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False,
              weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, kw_only)

    return wrap if cls is None else wrap(cls)


def fields(cls):
    if not hasattr(cls, "__dataclass_fields__"):
        raise TypeError("must be called with a dataclass type or instance")
    return tuple(cls.__dataclass_fields__.values())


def is_dataclass(value):
    return hasattr(value, "__dataclass_fields__")


def _plain(value, factory):
    if is_dataclass(value) and not isinstance(value, type):
        return factory([(f.name, _plain(getattr(value, f.name), factory)) for f in fields(value)])
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*[_plain(v, factory) for v in value])
    if isinstance(value, (list, tuple)):
        return type(value)([_plain(v, factory) for v in value])
    if isinstance(value, dict):
        return {_plain(k, factory): _plain(v, factory) for k, v in value.items()}
    return value


def asdict(value, *, dict_factory=dict):
    return _plain(value, dict_factory)


def astuple(value, *, tuple_factory=tuple):
    return tuple_factory([astuple(getattr(value, f.name)) if is_dataclass(getattr(value, f.name)) else getattr(value, f.name) for f in fields(value)])


def replace(value, /, **changes):
    for f in fields(value):
        if f.init and f.name not in changes:
            changes[f.name] = getattr(value, f.name)
    return type(value)(**changes)


def make_dataclass(name, all, *, bases=(), namespace=None, **options):
    names = dict(namespace or {})
    cls = type(name, bases, names)
    order = {}
    for f in all:
        if isinstance(f, str):
            order[f] = "typing.Any"
        else:
            order[f[0]] = f[1]
            if len(f) > 2:
                setattr(cls, f[0], f[2])
    cls.__annotations__ = order
    return dataclass(**options)(cls)
