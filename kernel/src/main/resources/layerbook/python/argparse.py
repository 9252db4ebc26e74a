"""Command lines: a script is given none, so every option has its default."""
from types import SimpleNamespace as Namespace
SUPPRESS = "==SUPPRESS=="
REMAINDER = "..."


class ArgumentTypeError(Exception):
    pass


class HelpFormatter:
    pass


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    pass


class RawTextHelpFormatter(HelpFormatter):
    pass


class RawDescriptionHelpFormatter(HelpFormatter):
    pass


class _Group:
    def __init__(self, parser):
        self._parser = parser

    def add_argument(self, *names, **options):
        return self._parser.add_argument(*names, **options)

    def add_mutually_exclusive_group(self, **named):
        return self

    def add_argument_group(self, *values, **named):
        return self


class ArgumentParser:
    def __init__(self, *values, **named):
        self._values = {}
        self._required = []

    def add_argument(self, *names, action="store", dest=None, default=None, required=False, type=None, nargs=None, const=None, **others):
        long = [n for n in names if n.startswith("--")] or list(names)
        if dest is None:
            dest = long[0].lstrip("-").replace("-", "_")
        if action == "store_true" and default is None:
            default = False
        elif action == "store_false" and default is None:
            default = True
        elif action in ("help", "version"):
            return
        if isinstance(default, str) and type is not None and callable(type):
            default = type(default)
        if (required or not names[0].startswith("-") and nargs not in ("?", "*")) and default is None:
            self._required.append(names[-1])
        if default is not SUPPRESS:
            self._values[dest] = default

    def add_argument_group(self, *values, **named):
        return _Group(self)

    def add_mutually_exclusive_group(self, **named):
        return _Group(self)

    def set_defaults(self, **named):
        self._values.update(named)

    def get_default(self, name):
        return self._values.get(name)

    def parse_args(self, args=None, namespace=None):
        if self._required:
            raise SystemExit("the following arguments are required: " + ", ".join(self._required))
        return Namespace(**self._values)

    def parse_known_args(self, args=None, namespace=None):
        return self.parse_args(args), []

    def print_help(self, *values):
        pass
