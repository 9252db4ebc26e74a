"""What stands behind with."""
from functools import wraps


class _Manager:
    def __init__(self, generator):
        self.generator = generator

    def __enter__(self):
        try:
            return next(self.generator)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, kind, error, trace):
        if kind is None:
            try:
                next(self.generator)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        try:
            self.generator.throw(error)
        except StopIteration:
            return True
        except BaseException as other:
            if other is error:
                return False
            raise
        raise RuntimeError("generator didn't stop after throw()")

    def __call__(self, function):
        @wraps(function)
        def inner(*values, **named):
            with self:
                return function(*values, **named)

        return inner


def contextmanager(function):
    @wraps(function)
    def make(*values, **named):
        return _Manager(function(*values, **named))

    return make


class ContextDecorator:
    def __call__(self, function):
        @wraps(function)
        def inner(*values, **named):
            with self:
                return function(*values, **named)

        return inner


class AbstractContextManager:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        return None


class nullcontext(AbstractContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result


class suppress(AbstractContextManager):
    def __init__(self, *kinds):
        self.kinds = kinds

    def __exit__(self, kind, error, trace):
        return kind is not None and issubclass(kind, self.kinds)


class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, kind, error, trace):
        self.thing.close()


class redirect_stdout(AbstractContextManager):
    def __init__(self, target):
        raise NotImplementedError("what is printed goes to one place")


class ExitStack(AbstractContextManager):
    def __init__(self):
        self._callbacks = []

    def enter_context(self, manager):
        value = manager.__enter__()
        self._callbacks.append(manager.__exit__)
        return value

    def push(self, exit):
        self._callbacks.append(exit.__exit__ if hasattr(exit, "__exit__") else exit)
        return exit

    def callback(self, function, /, *values, **named):
        self._callbacks.append(lambda kind, error, trace: function(*values, **named) and False)
        return function

    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, kind, error, trace):
        swallowed = False
        while self._callbacks:
            if self._callbacks.pop()(kind, error, trace):
                swallowed = True
                kind = error = None
        return swallowed
