"""Logs go nowhere."""
NOTSET, DEBUG, INFO, WARNING, ERROR, CRITICAL = 0, 10, 20, 30, 40, 50
WARN = WARNING
FATAL = CRITICAL


class Logger:
    def __init__(self, name="root", level=NOTSET):
        self.name = name
        self.level = level
        self.handlers = []
        self.propagate = True
        self.disabled = False

    def _nothing(self, *values, **named):
        return None

    debug = info = warning = warn = error = critical = exception = log = fatal = _nothing
    addHandler = removeHandler = addFilter = _nothing

    def setLevel(self, level):
        self.level = level

    def isEnabledFor(self, level):
        return False

    def getEffectiveLevel(self):
        return self.level

    def hasHandlers(self):
        return False

    def getChild(self, name):
        return getLogger(self.name + "." + name)


_loggers = {}


def getLogger(name="root"):
    if name not in _loggers:
        _loggers[name] = Logger(name)
    return _loggers[name]


root = getLogger()


class Handler:
    def __init__(self, *values, **named):
        pass

    def setFormatter(self, *values):
        pass

    def setLevel(self, *values):
        pass


class StreamHandler(Handler):
    pass


class NullHandler(Handler):
    pass


class Formatter:
    def __init__(self, *values, **named):
        pass


def basicConfig(**named):
    pass


def disable(level=CRITICAL):
    pass


def debug(*values, **named): pass
def info(*values, **named): pass
def warning(*values, **named): pass
def error(*values, **named): pass
def critical(*values, **named): pass
def exception(*values, **named): pass
def log(*values, **named): pass
