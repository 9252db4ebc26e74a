"""Copies of values."""


class Error(Exception):
    pass


_plain = (int, float, bool, str, bytes, type(None), type, type(Ellipsis), type(NotImplemented), range, type(len), type(lambda: 0))


def copy(value):
    if isinstance(value, _plain) or isinstance(value, (tuple, frozenset)):
        return value
    if hasattr(value, "__copy__"):
        return value.__copy__()
    if type(value) in (list, dict, set):
        return value.copy()
    return _remade(value, lambda v: v)


def deepcopy(value, memo=None):
    memo = {} if memo is None else memo
    if isinstance(value, _plain):
        return value
    if id(value) in memo:
        return memo[id(value)]
    if hasattr(value, "__deepcopy__"):
        made = value.__deepcopy__(memo)
        memo[id(value)] = made
        return made
    if type(value) is list:
        made = []
        memo[id(value)] = made
        made.extend([deepcopy(v, memo) for v in value])
        return made
    if type(value) is tuple:
        return tuple([deepcopy(v, memo) for v in value])
    if type(value) in (set, frozenset):
        return type(value)([deepcopy(v, memo) for v in value])
    if type(value) is dict:
        made = {}
        memo[id(value)] = made
        for key, v in value.items():
            made[deepcopy(key, memo)] = deepcopy(v, memo)
        return made
    return _remade(value, lambda v: deepcopy(v, memo), memo)


def _remade(value, each, memo=None):
    cls = type(value)
    if isinstance(value, tuple):
        return tuple.__new__(cls, [each(v) for v in value])
    if getattr(cls, "_member_map_", None) is not None:
        return value
    made = cls.__new__(cls)
    if memo is not None:
        memo[id(value)] = made
    if isinstance(value, dict):
        if hasattr(value, "default_factory"):
            made.default_factory = value.default_factory
        for key, v in value.items():
            dict.__setitem__(made, each(key), each(v))
    elif isinstance(value, list):
        for v in list.__iter__(value):
            list.append(made, each(v))
    elif isinstance(value, set):
        for v in value:
            made.add(each(v))
    if hasattr(value, "__dict__"):
        for name, v in value.__dict__.items():
            object.__setattr__(made, name, each(v))
    return made


def replace(value, **changes):
    return value._replace(**changes) if hasattr(value, "_replace") else value.__replace__(**changes)
