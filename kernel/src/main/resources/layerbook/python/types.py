"""Names of Python's own classes, and a plain object with attributes."""
FunctionType = LambdaType = type(lambda: 0)
BuiltinFunctionType = BuiltinMethodType = type(len)
ModuleType = type(__import__) if False else object
NoneType = type(None)
EllipsisType = type(Ellipsis)
NotImplementedType = type(NotImplemented)
GeneratorType = type((lambda: (yield))())


class _C:
    def _m(self):
        pass


MethodType = type(_C()._m)
MappingProxyType = dict


class SimpleNamespace:
    def __init__(self, /, **names):
        self.__dict__.update(names)

    def __repr__(self):
        return "namespace(" + ", ".join([f"{k}={v!r}" for k, v in self.__dict__.items()]) + ")"

    def __eq__(self, other):
        return isinstance(other, SimpleNamespace) and self.__dict__ == other.__dict__
