"""Warnings are not shown."""


def warn(message, category=None, stacklevel=1, source=None):
    pass


def filterwarnings(*values, **named):
    pass


def simplefilter(*values, **named):
    pass


def warn_explicit(*values, **named):
    pass


class catch_warnings:
    def __init__(self, *, record=False, **named):
        pass

    def __enter__(self):
        return []

    def __exit__(self, kind, error, trace):
        return False
