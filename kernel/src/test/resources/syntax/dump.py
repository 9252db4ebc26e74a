"""Prints the digest of the tree of each Python file named on standard input, one "digest path" a line; with --show FILE its whole tree.
layerbook.syntax.Dump prints the same of Layerbook's tree. Places are line, column, end line and end column in characters."""
import ast
import hashlib
import json
import struct
import sys
import tokenize
import warnings

warnings.simplefilter("ignore")
SKIPPED = {"ctx", "kind", "type_comment", "type_ignores", "type_params"}


class Dump:
    def __init__(self, text):
        self.lines = text.splitlines(keepends=True) if text.isascii() else [l for l in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
        self.ascii = text.isascii()
        self.out = []

    def column(self, line, byte):
        return byte if self.ascii else len(self.lines[line - 1].encode("utf-8")[:byte].decode("utf-8", "replace"))

    def value(self, v, places):
        out = self.out
        if isinstance(v, ast.AST):
            self.node(v, places)
        elif isinstance(v, list):
            out.append("[")
            for e in v:
                self.value(e, places)
            out.append("]")
        elif v is None:
            out.append("~")
        elif isinstance(v, str):
            out.append(json.dumps(v))
        else:
            out.append(str(v))

    def node(self, n, places):
        out = self.out
        out.append("(" + type(n).__name__)
        if isinstance(n, ast.Constant):
            out.append(" " + constant(n.value))
        else:
            for f in n._fields:
                if f not in SKIPPED:
                    self.value(getattr(n, f, None), places and not isinstance(n, ast.JoinedStr))
        if places and isinstance(n, (ast.expr, ast.stmt)):
            out.append("@%d:%d:%d:%d" % (n.lineno, self.column(n.lineno, n.col_offset), n.end_lineno, self.column(n.end_lineno, n.end_col_offset)))
        out.append(")")


def constant(v):
    if v is None or v is Ellipsis or isinstance(v, bool):
        return str(v)
    if isinstance(v, int):
        return "i%x" % v
    if isinstance(v, float):
        return "f" + struct.pack(">d", v).hex()
    if isinstance(v, complex):
        return "j" + struct.pack(">d", v.imag).hex()
    if isinstance(v, bytes):
        return "b" + v.hex()
    return json.dumps(v)


def dump(path):
    with tokenize.open(path) as f:
        text = f.read()
    d = Dump(text)
    d.value(ast.parse(text).body, True)
    return "".join(d.out)


def main():
    sys.setrecursionlimit(20000)
    if sys.argv[1:2] == ["--show"]:
        print(dump(sys.argv[2]))
        return
    for path in sys.stdin.read().splitlines():
        try:
            print(hashlib.sha1(dump(path).encode()).hexdigest(), path)
        except (SyntaxError, UnicodeDecodeError, ValueError) as e:
            print("refused", path)


main()
