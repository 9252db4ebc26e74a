"""Classes whose members are a fixed set of named values."""


class auto:
    value = None


class EnumMeta(type):
    def __new__(metaclass, name, bases, names, **others):
        members = {}
        plain = {}
        sunder = names.get("_ignore_", ())
        for key, value in names.items():
            described = hasattr(value, "__get__") or isinstance(value, (property, classmethod, staticmethod, type))
            if key.startswith("_") or key in sunder or described:
                plain[key] = value
            else:
                members[key] = value
        for base in bases:
            if getattr(base, "_member_map_", None):
                raise TypeError(f"{name}: cannot extend enumeration '{base.__name__}'")
        cls = type.__new__(metaclass, name, bases, plain)
        type.__setattr__(cls, "_member_map_", {})
        type.__setattr__(cls, "_value2member_map_", {})
        if cls._mixed() is not object:
            first = [base for base in cls.__mro__[1:] if isinstance(base, EnumMeta)]
            for method in ("__repr__", "__str__", "__format__"):
                if first and method not in names:
                    type.__setattr__(cls, method, getattr(first[0], method))
        last = []
        for key, value in members.items():
            if isinstance(value, auto):
                value = cls._generate_next_value_(key, 1, len(last), last)
            last.append(value)
            cls._add(key, value)
        return cls

    def _add(cls, name, value):
        arguments = value if isinstance(value, tuple) else (value,)
        for member in cls._member_map_.values():
            if member._value_ == value and type(member._value_) is type(value):
                cls._member_map_[name] = member
                type.__setattr__(cls, name, member)
                return
        mixed = cls._mixed()
        member = mixed.__new__(cls, *arguments) if "__new__" not in cls.__dict__ else cls.__dict__["__new__"](cls, *arguments)
        if "_value_" not in member.__dict__:
            member._value_ = value if mixed is object or mixed is not tuple and not isinstance(value, tuple) else mixed(*arguments)
        member._name_ = name
        member._sort_order_ = len(cls._member_map_)
        member.__init__(*arguments)
        cls._member_map_[name] = member
        try:
            cls._value2member_map_[member._value_] = member
        except TypeError:
            pass
        type.__setattr__(cls, name, member)

    def _mixed(cls):
        for base in cls.__mro__:
            if base in (int, float, str, tuple):
                return base
        return object

    def __call__(cls, value, names=None, **others):
        if names is not None:
            return cls._functional(value, names)
        if isinstance(value, cls):
            return value
        for member in cls._member_map_.values():
            if member._value_ == value:
                return member
        found = cls._missing_(value)
        if found is None:
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        return found

    def _functional(cls, name, names):
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        pairs = names.items() if isinstance(names, dict) else [(n, i + 1) if isinstance(n, str) else n for i, n in enumerate(names)]
        return EnumMeta.__new__(EnumMeta, name, (cls,), dict(pairs))

    def __iter__(cls):
        seen = []
        for name, member in cls._member_map_.items():
            if member._name_ == name:
                seen.append(member)
        return iter(seen)

    def __reversed__(cls):
        return reversed(list(cls))

    def __len__(cls):
        return len(list(iter(cls)))

    def __bool__(cls):
        return True

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __contains__(cls, value):
        if not isinstance(value, Enum):
            raise TypeError(f"unsupported operand type(s) for 'in': '{type(value).__qualname__}' and '{cls.__class__.__qualname__}'")
        return isinstance(value, cls) and value._name_ in cls._member_map_

    @property
    def __members__(cls):
        return dict(cls._member_map_)

    def __repr__(cls):
        return f"<enum {cls.__name__!r}>"

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        type.__setattr__(cls, name, value)


EnumType = EnumMeta


class Enum(metaclass=EnumMeta):
    def __init__(self, *arguments):
        pass

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    @staticmethod
    def _generate_next_value_(name, start, count, last):
        for value in reversed(last):
            if isinstance(value, int):
                return value + 1
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return f"<{self.__class__.__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __format__(self, specification):
        return str.__format__(str(self), specification)

    def __hash__(self):
        return hash(self._name_)

    def __dir__(self):
        return ["name", "value"]


class IntEnum(int, Enum):
    def __str__(self):
        return str(self._value_)

    def __format__(self, specification):
        return format(self._value_, specification)

    def __hash__(self):
        return hash(self._value_)


class StrEnum(str, Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last):
        return name.lower()

    def __str__(self):
        return self._value_

    def __format__(self, specification):
        return format(self._value_, specification)

    def __hash__(self):
        return hash(self._value_)


class Flag(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last):
        return 1 << len([v for v in last if v and not v & (v - 1)])

    @classmethod
    def _missing_(cls, value):
        parts = [m for m in cls._member_map_.values() if m._value_ and m._value_ & value == m._value_]
        made = object.__new__(cls)
        made._value_ = value
        made._name_ = "|".join(m._name_ for m in parts) or None
        return made

    def __or__(self, other):
        return type(self)(self._value_ | other._value_)

    def __and__(self, other):
        return type(self)(self._value_ & other._value_)

    def __xor__(self, other):
        return type(self)(self._value_ ^ other._value_)

    def __contains__(self, other):
        return other._value_ & self._value_ == other._value_

    def __bool__(self):
        return bool(self._value_)

    def __eq__(self, other):
        return type(self) is type(other) and self._value_ == other._value_

    def __hash__(self):
        return hash(self._value_)


IntFlag = Flag


def unique(cls):
    doubles = [(name, member.name) for name, member in cls.__members__.items() if name != member.name]
    if doubles:
        raise ValueError(f"duplicate values found in {cls!r}: " + ", ".join(f"{alias} -> {name}" for alias, name in doubles))
    return cls
