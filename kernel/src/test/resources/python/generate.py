"""Draws Python programs and writes what Python prints for each: generate.py [--seed N] [--count N] > programs.json

A program ends with an uncaught error at times; its last line is then the error's, as in a traceback. Python 3.11 wrote the kept file.
"""
import argparse
import contextlib
import io
import json
import random
import sys

INTS = [0, 1, -1, 2, 3, 5, 7, -7, 10, 12, 64, 100, -100, 255, 1000, 12345, -98765, 2**31, 2**53 + 1, -2**63, 2**64, 10**18, 10**20, -10**25]
FLOATS = [0.0, -0.0, 0.5, 1.5, 2.5, -2.5, 0.1, 0.2, 1 / 3, 2.675, 1e-5, 1e-4, 123456.789, 1e15, 1e16, 1.5e16, 1e22, 1e23, 1e100, -3.75, 5e-324, 0.30000000000000004,
          float("inf"), 1e-7, 99999.5, 0.045, 1e21, 12345678.9]
WORDS = ["", "a", "abc", "Hello, World", "  padded  ", "x=1;y=2", "The quick brown fox", "tab\there", "it's", 'say "hi"', "both ' and \"", "line\nbreak", "ünïcödé", "UPPER lower",
         "a,b,,c", "123", "-42", "3.14", "snake_case_name", "conv1.weight", "layer1.0.bn2", "aaa", "abcabc", "/path/to/file.tar.gz", "é", "0042"]


class Draw:
    def __init__(self, seed):
        self.r = random.Random(seed)

    def of(self, *options):
        return self.r.choice(options)

    def int(self):
        return self.r.choice(INTS) if self.r.random() < 0.7 else self.r.randint(-10**6, 10**6)

    def small(self):
        return self.r.randint(-6, 8)

    def float(self):
        return self.r.choice(FLOATS) if self.r.random() < 0.7 else round(self.r.uniform(-1000, 1000), self.r.randint(0, 6))

    def number(self):
        return self.int() if self.r.random() < 0.5 else self.float()

    def word(self):
        return self.r.choice(WORDS)

    def value(self, depth=2):
        k = self.r.randint(0, 9 if depth else 5)
        if k <= 1:
            return self.lit(self.int())
        if k == 2:
            return self.lit(self.float())
        if k == 3:
            return repr(self.word())
        if k == 4:
            return self.of("True", "False", "None")
        if k == 5:
            return str(self.small())
        inner = [self.value(depth - 1) for _ in range(self.r.randint(0, 3))]
        if k == 6:
            return "[" + ", ".join(inner) + "]"
        if k == 7:
            return "(" + "".join(i + ", " for i in inner) + ")"
        if k == 8:
            return "{" + ", ".join(repr(self.word()) + ": " + i for i in inner) + "}"
        return "range(%d)" % abs(self.small())

    def lit(self, v):
        return "float('inf')" if v == float("inf") else repr(v)

    def expression(self, depth, atom):
        if depth == 0 or self.r.random() < 0.15:
            return atom()
        k = self.r.randint(0, 9)
        a = lambda: self.expression(depth - 1, atom)
        if k < 7:
            return "(%s %s %s)" % (a(), self.of("+", "-", "*", "//", "%", "/", "+", "-", "*"), a())
        if k == 7:
            return "(-%s)" % a()
        if k == 8:
            return "(%s if %s %s %s else %s)" % (a(), a(), self.of("<", "<=", "==", "!=", ">", ">="), a(), a())
        return "%s(%s, %s)" % (self.of("max", "min"), a(), a())


def guarded(code):
    """Prints the value, or the error that it raises."""
    return "try:\n    print(%s)\nexcept Exception as e:\n    print(type(e).__name__, e)\n" % code


def arithmetic(d):
    out = ""
    for _ in range(6):
        out += guarded(d.expression(d.r.randint(1, 3), lambda: d.lit(d.number())))
    for _ in range(3):
        a, b = d.int(), d.int()
        out += guarded("%r %s %r" % (a, d.of("&", "|", "^"), b))
        out += guarded("(%r %s %d, ~%r, -%r ** 2)" % (a, d.of("<<", ">>", "**"), abs(d.small()), a, d.small()))
    return out


def rounding(d):
    out = ""
    for _ in range(5):
        out += guarded("round(%s, %d)" % (d.lit(d.number()), d.small()))
        out += guarded("(round(%s), int(%s), divmod(%s, %s))" % tuple(d.lit(d.number()) for _ in range(4)))
        out += guarded("(abs(%s), pow(%d, %d, %d), hash(%d))" % (d.lit(d.number()), abs(d.small()), abs(d.int()) % 1000, d.of(7, 1000, 13), d.small()))
    out += guarded("int(%r)" % d.word())
    out += guarded("float(%r)" % d.of("1e5", " 2.5 ", "-.5", "inf", "x", "1_000", "", "1e400", "-Infinity", "0x1"))
    out += guarded("int(%r, %d)" % (d.of("ff", "0x1f", "101", "zz", "-77"), d.of(2, 8, 16, 36, 0)))
    out += guarded("(bin(%d), oct(%d), hex(%d), bool(%s), %d .bit_length())" % (d.int(), d.int(), d.int(), d.lit(d.number()), d.int()))
    return out


def comparisons(d):
    out = ""
    for _ in range(6):
        out += guarded("%s %s %s %s %s" % (d.value(), d.of("<", "==", "!=", ">=", "is not", "in"), d.value(), d.of("<", "==", "and", "or"), d.value()))
        out += guarded("sorted([%s])" % ", ".join(d.lit(d.number()) for _ in range(5)))
        out += guarded("(not %s, bool(%s), %s or %s)" % (d.value(), d.value(), d.value(), d.value()))
    return out


def spec(d, kind):
    align = d.of("", "", "<", ">", "^", "=", "*<", "0>", "_^")
    sign = d.of("", "", "+", " ", "-")
    width = d.of("", "", "8", "12", "3", "08")
    group = d.of("", "", ",", "_")
    precision = d.of("", "", ".0", ".1", ".2", ".4", ".10")
    if kind == "int":
        return align + sign + d.of("", "", "#") + width + group + d.of("", "d", "b", "o", "x", "X", "e", ".2f", "%", "n" if not group else "d", "c")
    if kind == "float":
        return align + sign + width + group + precision + d.of("", "f", "e", "g", "E", "G", "%", "F")
    return align.replace("=", "<") + width.lstrip("0") + precision + d.of("", "s")


def formats(d):
    out = ""
    for _ in range(8):
        out += guarded("format(%s, %r)" % (d.lit(d.int()), spec(d, "int")))
        out += guarded("format(%s, %r)" % (d.lit(d.float()), spec(d, "float")))
        out += guarded("'[{:%s}]'.format(%r)" % (spec(d, "text"), d.word()))
    return out


def fstrings(d):
    out = "name, n, f = %r, %s, %s\nwidth, digits = %d, %d\nrow = {'k': [1, 2.5]}\n" % (d.word(), d.lit(d.int()), d.lit(d.float()), d.r.randint(0, 14), d.r.randint(0, 5))
    for _ in range(6):
        out += guarded("f" + repr(d.of("{name!r:>20}|{n:,}", "{f:.{digits}f} and {n:>{width}}", "{{literal}} {n + 1} {row['k'][1]}", "{f!s:*^{width}}", "{n=} {f=:.2f}", "{name:<10}{n:_}",
                                       "{'nested ' + name!a}", "{f:{width}.{digits}e}", "{n % 7:03d}/{n // 7}", "{row!r}", "{f:%}", "{f:g} {f:.3g}", "{n:e}", "{[x for x in range(3)]}")))
    for _ in range(3):
        template = d.of("{0} {1} {0}", "{} {}", "{a:>8} {b!r}", "{0[k]} {1.real}", "{:{}}", "{} {} {}", "{x}", "{", "{0:>{1}}", "}{", "{{}} {}")
        out += guarded("%r.format(%s, %d, a=%s, b=%r)" % (template, d.of("row", "n", "name"), d.r.randint(1, 9), d.value(0), d.word()))
    return out


def percent(d):
    out = ""
    for _ in range(8):
        flags = d.of("", "-", "0", "+", " ", "#") + d.of("", "5", "10") + d.of("", ".0", ".2", ".5")
        kind = d.of("d", "i", "f", "e", "g", "s", "r", "x", "o", "c", "E", "G", "%")
        v = repr(d.word()) if kind in "sr" else str(d.of(65, 97, 10)) if kind == "c" else d.lit(d.number())
        out += guarded("'[%%%s%s]' %% (%s,)" % (flags, kind, v) if kind != "%" else "'%d%% of %s' % (5, 'x')")
    out += guarded("'%%(a)s %%(b)5.1f' %% {'a': %s, 'b': %s}" % (d.value(0), d.lit(d.float())))
    out += guarded("'%s %s' % " + d.of("(1,)", "(1, 2, 3)", "5", "[1]", "((1, 2),)", "('a', None)"))
    out += guarded("'%*d' % (6, 42)")
    return out


def texts(d):
    out = ""
    for _ in range(10):
        s, t = repr(d.word()), repr(d.of("a", " ", ",", "b", "o", ".", "ab", "/", "1", "l", "_", "zz"))
        out += guarded(d.of(
            f"{s}.split({t})", f"{s}.split()", f"{s}.rsplit({t}, 1)", f"{s}.split(None, 1)", f"{s}.replace({t}, 'Z')", f"{s}.replace({t}, '', 1)", f"{s}.find({t})", f"{s}.rfind({t})",
            f"{s}.count({t})", f"{s}.startswith({t})", f"{s}.endswith(('c', {t}))", f"{s}.partition({t})", f"{s}.rpartition({t})", f"{s}.strip()", f"{s}.strip('ax ')", f"{s}.lstrip({t})",
            f"{s}.upper()", f"{s}.title()", f"{s}.capitalize()", f"{s}.swapcase()", f"{s}.center(20, '*')", f"{s}.ljust(9) + '|'", f"{s}.zfill(8)", f"{t}.join({s})", f"{s}.isdigit()",
            f"{s}.isalpha(), {s}.isidentifier(), {s}.islower(), {s}.isspace(), {s}.isupper(), {s}.istitle(), {s}.isalnum()", f"{s}.index({t})", f"{s}.removeprefix({t}), {s}.removesuffix({t})",
            f"{s}.expandtabs(4)", f"{s}.splitlines()", f"repr({s})", f"ascii({s})", f"{s}[{d.small()}]", f"{s}[{d.small()}:{d.small()}]", f"{s}[::{d.of(-1, 2, -2)}]", f"len({s})",
            f"{t} in {s}", f"sorted({s})", f"list(reversed({s}))", f"{s} * {d.small()}", f"[ord(c) for c in {s}]", f"{s} < {t}", f"{s} + {d.value(0)}", f"{s}.encode()", f"max({s} + 'm')",
            f"{s}.translate(str.maketrans('abc', 'xyz', 'o'))", f"{s}.casefold()", f"str({d.value()})", f"{s}.rjust({d.small()})"))
    return out


def slices(d):
    n = d.r.randint(0, 8)
    part = lambda: d.of("", str(d.small()))
    s = lambda: part() + ":" + part() + d.of("", "", ":" + d.of("-1", "2", "-2", "3", ""))
    out = "xs = list(range(%d))\n" % n
    for _ in range(5):
        out += guarded("xs[%s], tuple(xs)[%s], 'abcdefgh'[%s], list(range(10)[%s])" % (s(), s(), s(), s()))
    for _ in range(5):
        out += "try:\n    xs[%s] = %s\nexcept Exception as e:\n    print(type(e).__name__, e)\nprint(xs)\n" % (s(), d.of("[9]", "[7, 8]", "[]", "'ab'", "range(3)", "5"))
    out += "try:\n    del xs[%s]\nexcept Exception as e:\n    print(type(e).__name__, e)\nprint(xs, slice(%s, 2).indices(5))\n" % (s(), d.small())
    out += guarded("xs[%d]" % d.small()) + guarded("xs.pop(%d), xs" % d.small()) + guarded("xs['a']") + guarded("range(%d, %d, %d)[%d]" % (d.small(), d.small(), d.of(1, -1, 2), d.small()))
    return out


def lists(d):
    out = "xs = [%s]\n" % ", ".join(d.value(1) for _ in range(4))
    for _ in range(8):
        v = d.value(1)
        out += guarded(d.of(f"xs.append({v})", f"xs.extend({v})", f"xs.insert({d.small()}, {v})", f"xs.remove({v})", f"xs.index({v})", f"xs.count({v})", f"xs.reverse()", f"xs + [{v}]",
                            f"xs * {d.small()}", f"{v} in xs", "xs.copy()", "xs.sort()", f"xs == {v}", f"sum({v})", f"[*xs, *{v}]", "len(xs)", f"list(zip(xs, {v}))", "list(enumerate(xs, 1))",
                            f"any(xs), all(xs)", f"sorted(xs, key=str, reverse={d.of(True, False)})", "sorted(xs, key=lambda v: len(str(v)))", f"list(map(str, {v}))", f"max({v})",
                            f"list(filter(None, xs))", f"tuple(xs) < ({v},)", f"list(reversed(xs))", f"xs.pop()"))
        out += "print(xs)\n"
    return out


def unpacking(d):
    target = d.of("a, b", "a, *b", "*a, b", "a, *b, c", "(a, b), c", "[a, b]", "a, (b, *c)", "a, b, c")
    value = d.of("(1, 2)", "[1, 2, 3]", "'xy'", "range(4)", "((1, 2), 3)", "(1, 'pqr')", "{'k': 1, 'm': 2}", "5", "(1,)", "iter([1, 2])", "(v for v in 'ab')", "None", "{}.items()")
    out = "a = b = c = None\ntry:\n    %s = %s\nexcept Exception as e:\n    print(type(e).__name__, e)\nprint(a, b, c)\n" % (target, value)
    out += "for i, (j, k) in enumerate(zip([1, 2, 3], 'xyz')):\n    print(i, j, k, end=%r)\nprint()\n" % d.of(" ", ";", "")
    out += "x, y = %d, %d\nx, y = y, x + y\nprint(x, y)\n" % (d.small(), d.small())
    out += "first, *rest = sorted(%s, key=repr)\nprint(first, rest)\nd = {**{'a': 1}, 'b': 2, **{'a': %s}}\nprint(d, [*d], {*d} == {'a', 'b'})\n" % (d.of("[3, 1, 2]", "'hello'", "(9, 8)"), d.value(1))
    out += "i = 0\nxs = [5, 6, 7]\ni, xs[i] = 1, %d\nprint(i, xs)\nxs[0] += 4\nprint(xs)\nprint(n := len(xs), n * 2)\n" % d.small()
    return out


def scoping(d):
    k = d.small()
    return d.of(
        f"def outer(x={k}):\n    def inner():\n        nonlocal x\n        x += 1\n        return x\n    return inner\nf, g = outer(), outer({k + 1})\nprint(f(), f(), g(), f())\n",
        f"total = {k}\ndef add(n):\n    global total\n    total += n\n    return total\nprint(add(2), add(3), total)\ndef bad():\n    print(total)\n    total = 1\ntry:\n    bad()\nexcept UnboundLocalError as e:\n    print(e)\n",
        f"def collect(v, to=[]):\n    to.append(v)\n    return to\nprint(collect(1), collect({k}), collect(3, [0]), collect(4))\n",
        f"fs = [lambda: i for i in range(3)]\nprint([f() for f in fs])\nfs = [lambda i=i: i * {k} for i in range(3)]\nprint([f() for f in fs])\n",
        f"x = 'module'\nclass A:\n    x = 'class'\n    def m(self):\n        return x\n    ys = [x for _ in range(2)]\n    z = x\nprint(A().m(), A.ys, A.z)\ni = {k}\nprint([i for i in range(3)], i)\n",
        f"def f():\n    try:\n        print(y)\n    except NameError as e:\n        print(e)\nf()\ny = {k}\nf()\nprint([y for x in range(2) if (y := x + {k})], y)\n",
        f"def counter():\n    n = {k}\n    def up(by=1):\n        nonlocal n\n        n += by\n        return n\n    def get():\n        return n\n    return up, get\nup, get = counter()\nup(); up(5)\nprint(get())\ndel n if False else up\n" if False else
        f"def counter():\n    n = {k}\n    def up(by=1):\n        nonlocal n\n        n += by\n        return n\n    return up, lambda: n\nup, get = counter()\nup(); up(5)\nprint(get())\ndel up\ntry:\n    up()\nexcept NameError as e:\n    print(e)\n",
        f"def make(n):\n    if n == 0:\n        return lambda: 'base'\n    return lambda: (n, make(n - 1)())\nprint(make({abs(k)})())\ndef fib(n, memo={{}}):\n    if n in memo:\n        return memo[n]\n    memo[n] = n if n < 2 else fib(n - 1) + fib(n - 2)\n    return memo[n]\nprint(fib({abs(k) * 10}))\n")


def arguments(d):
    params = d.of("a, b", "a, b=2", "a, *args", "a, b=2, *args, c, d=4, **kw", "a, /, b", "*, a, b=1", "**kw", "*args", "a, b, /, c=3, *, e=5", "a, *args, b")
    names = [p.split("=")[0].strip("*") for p in params.split(", ") if p not in ("/", "*")]
    out = "def f(%s):\n    return %s\n" % (params, ", ".join(names) + ",")
    for _ in range(7):
        call = ", ".join([str(d.small()) for _ in range(d.r.randint(0, 3))] + d.r.sample(["*[7, 8]", "b=20", "c=30", "a=10", "**{'d': 40}", "e=1", "zz=5", "*()"], d.r.randint(0, 3)))
        call = ", ".join(sorted(call.split(", "), key=lambda s: (("=" in s) or s.startswith("**"), s.startswith("**")))) if call else ""
        out += "try:\n    print(f(%s))\nexcept TypeError as e:\n    print(e)\n" % call if "**{'d': 40}" not in call else guarded("f(%s)" % call)
    out += "class C:\n    def m(self, x, y=1):\n        return x, y\n" + guarded("C().m()") + guarded("C().m(1, 2, 3)") + guarded("C.m(1, 2)") + guarded("C(1)") + guarded("len(1, 2)")
    return out


def classes(d):
    names = ["A", "B", "C", "D", "E"]
    out = ""
    for i, n in enumerate(names):
        bases = d.r.sample(names[:i], min(i, d.r.randint(0, 2)))
        d.r.shuffle(bases)
        body = ""
        if d.r.random() < 0.7:
            parent = "super().who()" if bases else "'-'"
            body += "    def who(self):\n        return %r + %s\n" % (n, parent if not bases else "(super().who() if hasattr(super(), 'who') else '.')")
        if d.r.random() < 0.4:
            body += "    tag = %r\n" % (n * 2)
        if d.r.random() < 0.3:
            body += "    @classmethod\n    def make(cls, *a):\n        return cls.__name__, a\n"
        if d.r.random() < 0.3:
            body += "    @staticmethod\n    def st(x=%d):\n        return x\n" % i
        if d.r.random() < 0.3:
            body += "    @property\n    def p(self):\n        return self.tag + '!'\n"
        out += "try:\n" + "\n".join("    " + l for l in ("class %s(%s):\n%s" % (n, ", ".join(bases), body or "    pass\n")).splitlines()) + "\nexcept TypeError as e:\n    print(e)\n    class %s: pass\n" % n
        out += "print([c.__name__ for c in %s.__mro__])\n" % n
        for what in ("who()", "tag", "make(1)", "st()", "p", "missing"):
            out += "try:\n    print(%s().%s)\nexcept AttributeError as e:\n    print(e)\n" % (n, what)
    out += "print(isinstance(E(), A), issubclass(E, (B, C)), type(E()).__name__, E.__bases__ == E.__mro__[1:2])\n"
    return out


def specials(d):
    k = d.small()
    return d.of(
        f"class V:\n    def __init__(self, *xs):\n        self.xs = xs\n    def __add__(self, o):\n        return V(*[a + b for a, b in zip(self.xs, o.xs)])\n    def __mul__(self, k):\n        return V(*[a * k for a in self.xs]) if isinstance(k, int) else NotImplemented\n    __rmul__ = __mul__\n    def __eq__(self, o):\n        return isinstance(o, V) and self.xs == o.xs\n    def __len__(self):\n        return len(self.xs)\n    def __getitem__(self, i):\n        return self.xs[i]\n    def __repr__(self):\n        return f'V{{self.xs}}'\n    def __neg__(self):\n        return self * -1\n    def __bool__(self):\n        return any(self.xs)\n    def __contains__(self, v):\n        return v in self.xs\na = V(1, {k}, 3)\nprint(a + V(1, 1, 1), a * 2, {k} * a, -a, len(a), a[1], a[::2], list(a), bool(V(0)), {k} in a, a == V(1, {k}, 3), a != V(1))\ntry:\n    a * 'x'\nexcept TypeError as e:\n    print(e)\ntry:\n    hash(a)\nexcept TypeError as e:\n    print(e)\na += V(1, 1, 1)\nprint(a)\n",
        f"class G:\n    def __init__(self):\n        self.log = []\n    def __getattr__(self, n):\n        if n.startswith('x'):\n            return n * 2\n        raise AttributeError(f'no {{n}}')\n    def __setattr__(self, n, v):\n        object.__setattr__(self, n, v)\n        if n != 'log':\n            self.log.append((n, v))\n    def __delattr__(self, n):\n        super().__delattr__(n)\n        self.log.append(n)\ng = G()\ng.a = {k}\nprint(g.xy, g.a, g.log, getattr(g, 'q', 'none'), hasattr(g, 'q'))\ndel g.a\nprint(g.log, g.__dict__)\ntry:\n    g.nope\nexcept AttributeError as e:\n    print(e)\n",
        f"class P:\n    def __init__(self, v):\n        self._v = v\n    @property\n    def v(self):\n        return self._v\n    @v.setter\n    def v(self, n):\n        if n < 0:\n            raise ValueError('negative')\n        self._v = n\n    @property\n    def ro(self):\n        return 1\np = P({k})\ntry:\n    p.v = {k + 2}\n    print(p.v)\n    p.ro = 5\nexcept (ValueError, AttributeError) as e:\n    print(type(e).__name__)\nprint(p.v, vars(p))\n",
        f"class D:\n    def __set_name__(self, owner, name):\n        self.name = '_' + name\n    def __get__(self, obj, cls=None):\n        return self if obj is None else getattr(obj, self.name, {k})\n    def __set__(self, obj, value):\n        setattr(obj, self.name, value * 2)\nclass U:\n    d = D()\nu = U()\nprint(u.d)\nu.d = 21\nprint(u.d, u.__dict__, isinstance(U.d, D))\n",
        f"class Call:\n    n = 0\n    def __call__(self, *a, **k):\n        Call.n += 1\n        return a, k, self.n\nc = Call()\nprint(c(1, x={k}), c(), callable(c), Call.n)\nclass It:\n    def __init__(self, n):\n        self.n = n\n    def __iter__(self):\n        return self\n    def __next__(self):\n        if self.n <= 0:\n            raise StopIteration\n        self.n -= 1\n        return self.n\nprint(list(It({abs(k)})), sum(It(4)), 2 in It(5), tuple(zip(It(3), 'ab')), max(It(3)))\na, b = It(2)\nprint(a, b)\n",
        f"from functools import total_ordering\n@total_ordering\nclass O:\n    def __init__(self, v):\n        self.v = v\n    def __eq__(self, o):\n        return self.v == o.v\n    def __lt__(self, o):\n        return self.v < o.v\n    def __hash__(self):\n        return hash(self.v)\n    def __str__(self):\n        return f'<{{self.v}}>'\n    def __format__(self, s):\n        return 'F' + s\nxs = [O(v) for v in (3, {k}, 2)]\nprint(*sorted(xs), max(xs), O(1) >= O(1), O(2) > O(3), len({{O(1), O(1), O(2)}}), f'{{O(1):abc}}', '{{:>5}}'.format(O(2)))\n",
        f"class Base:\n    registry = []\n    def __init_subclass__(cls, tag='t', **kw):\n        super().__init_subclass__(**kw)\n        Base.registry.append((cls.__name__, tag))\n    def __new__(cls, *a):\n        o = super().__new__(cls)\n        o.made = a\n        return o\n    def __init__(self, *a):\n        self.n = len(a)\nclass X(Base, tag='x'):\n    pass\nclass Y(X):\n    def __init__(self, a):\n        super().__init__(a, a)\nprint(Base.registry, Y({k}).n, Y(1).made, X().n)\nclass M(type):\n    def __call__(cls, *a):\n        o = super().__call__(*a)\n        o.via = cls.__name__\n        return o\nclass Z(metaclass=M):\n    pass\nprint(Z().via, type(Z).__name__, isinstance(Z, M))\n",
        f"class L(list):\n    def __getitem__(self, i):\n        return ('L', super().__getitem__(i))\n    def first(self):\n        return self[0]\nl = L([1, {k}])\nl.append(5)\nprint(l.first(), len(l), l, isinstance(l, list), list(l), l + [1])\nclass Dd(dict):\n    __getattr__ = dict.get\n    def __missing__(self, key):\n        return key * 2\nd = Dd(a=1)\nprint(d.a, d.b, d['zz'], d, 'zz' in d, {{**d}})\nclass I(int):\n    def half(self):\n        return self // 2\nprint(I(10).half(), I(3) + 4, type(I(3) + 4).__name__, I(7))\nclass S(str):\n    pass\nprint(S('ab').upper(), S('a') == 'a', {{S('k'): 1}}['k'])\n",
        f"class Ctx:\n    def __init__(self, n, swallow=False):\n        self.n, self.swallow = n, swallow\n    def __enter__(self):\n        print('enter', self.n)\n        return self.n\n    def __exit__(self, t, e, tb):\n        print('exit', self.n, t.__name__ if t else None, e)\n        return self.swallow\nwith Ctx(1) as a, Ctx({k}, True) as b:\n    print(a, b)\n    raise KeyError('k')\nprint('after')\ntry:\n    with Ctx(3):\n        1 / 0\nexcept ZeroDivisionError as e:\n    print('caught', e)\ndef f():\n    with Ctx(4):\n        return 'r'\nprint(f())\nfor i in range(3):\n    with Ctx(i):\n        if i == 1:\n            break\n")


def generators(d):
    k = abs(d.small()) + 1
    return d.of(
        f"def g(n):\n    for i in range(n):\n        got = yield i\n        if got:\n            print('got', got)\n    return 'done'\nx = g({k})\nprint(next(x))\ntry:\n    print(x.send('hi'))\n    print(x.send('there'))\n    while True:\n        print(next(x))\nexcept StopIteration as e:\n    print('stop', e.value)\n",
        f"def inner():\n    x = yield 1\n    print('inner', x)\n    yield 2\n    return 'ret'\ndef outer():\n    r = yield from inner()\n    print('r', r)\n    yield from [10, 20]\n    yield from range({k})\no = outer()\nprint(next(o), o.send('s'), list(o))\n",
        f"def g():\n    try:\n        yield 1\n        yield 2\n    except ValueError as e:\n        print('caught', e)\n        yield 'recovered'\n    finally:\n        print('cleanup')\ng1 = g()\nprint(next(g1), g1.throw(ValueError('v')))\nprint(list(g1))\ng2 = g()\nnext(g2)\ng2.close()\nprint(list(g2))\nfor v in g():\n    print(v)\n    if v == 1:\n        continue\n    break\n" if False else
        f"def g():\n    try:\n        yield 1\n        yield 2\n    except ValueError as e:\n        print('caught', e)\n        yield 'recovered'\n    finally:\n        print('cleanup')\ng1 = g()\nprint(next(g1), g1.throw(ValueError('v')))\nprint(list(g1))\ng2 = g()\nnext(g2)\ng2.close()\nprint(list(g2))\n",
        f"def primes():\n    found = []\n    n = 2\n    while True:\n        for p in found:\n            if n % p == 0:\n                break\n        else:\n            found.append(n)\n            yield n\n        n += 1\nfrom itertools import islice, takewhile\nprint(list(islice(primes(), {k * 3})), list(takewhile(lambda p: p < 30, primes())))\n",
        f"def tree(n):\n    if n:\n        yield from tree(n - 1)\n        yield n\n        yield from tree(n - 1)\nprint(list(tree({min(k, 4)})))\ndef pairs(xs):\n    for i, a in enumerate(xs):\n        for b in xs[i + 1:]:\n            if a == b:\n                continue\n            yield a, b\nprint(list(pairs('abca')))\n",
        f"def g(n):\n    with open_(n) as c:\n        i = 0\n        while i < n:\n            i += 1\n            if i % 2:\n                yield c, i\n            elif i == 4:\n                return\n            else:\n                x = [(yield 'even'), (yield i * 10)]\n                print(x)\nclass open_:\n    def __init__(self, n):\n        self.n = n\n    def __enter__(self):\n        print('in')\n        return self.n\n    def __exit__(self, *a):\n        print('out', a[0] is None)\nprint(list(g({k})))\n",
        f"xs = [1, 2, 3]\nge = (x * m for x in xs for m in (1, {k}) if x != 2)\nprint(next(ge), list(ge), list(ge))\nprint(sum(x for x in range({k})), max((len(w), w) for w in 'a bb cc'.split()), {{x % 3: [y for y in range(x)] for x in range(4)}})\nprint(sorted({{x // 2 for x in range(7)}}), [[i * j for j in range(3)] for i in range(3)], dict(zip('ab', range(2))))\n",
        f"def g():\n    try:\n        x = 0\n        while x < 3:\n            try:\n                x = (yield x) or x + 1\n            except KeyError:\n                yield 'key'\n                x += 1\n            else:\n                print('else', x)\n            finally:\n                print('fin', x)\n    finally:\n        print('end')\na = g()\nprint(next(a), a.send(2))\nprint(a.throw(KeyError))\nprint(list(a))\n")


def errors(d):
    k = d.small()
    kinds = ["ValueError('v')", "KeyError('k')", "IndexError", "ZeroDivisionError('z')", "MyError(1, 2)", "RuntimeError()", "TypeError('t')"]
    out = "class MyError(Exception):\n    def __init__(self, a, b):\n        super().__init__(f'{a}-{b}')\n        self.a = a\n"
    out += "def f(n):\n    try:\n        print('try', n)\n        if n == 1:\n            raise %s\n        if n == 2:\n            return 'returned'\n        if n == 3:\n            raise %s from KeyError('cause')\n    except (ValueError, IndexError) as e:\n        print('first', repr(e), str(e))\n        return 'handled'\n    except MyError as e:\n        print('mine', e, e.a, e.args)\n        raise\n    except Exception as e:\n        print('other', type(e).__name__, e, e.__cause__)\n        raise TypeError('again') from e\n    else:\n        print('else')\n        return 'else'\n    finally:\n        print('finally')\n        %s\n" % (d.of(*kinds), d.of(*kinds), d.of("pass", "pass", "print('x')"))
    out += "for i in range(5):\n    try:\n        print(f(i))\n    except Exception as e:\n        print(type(e).__name__, e, repr(e.__cause__), e.__context__ is not None)\n"
    out += "for i in range(4):\n    try:\n        if i == 1:\n            continue\n        if i == 3:\n            break\n        print(i)\n    finally:\n        print('f', i)\nelse:\n    print('never')\n"
    for _ in range(5):
        out += guarded(d.of("[][%d]" % abs(k), "{}['k']", "1 / 0", "int('x')", "'a' + 1", "None.x", "undefined_name", "len(5)", "[1, 2].index(9)", "(1, 2)[5]", "'abc'.foo", "1 + None", "[] + ()",
                            "{[]: 1}", "next(iter([]))", "float('y')", "max([])", "iter(5)", "5()", "'a' < 1", "[1] < ['a']", "{} < {}", "-'a'", "'%d' % 'x'", "range(0, 1, 0)", "chr(-1)",
                            "sum(['a'])", "sorted([1, 'a'])", "dict([1])", "'a' * 1.5", "(1).real, (2.5).is_integer(), True + True", "print.__name__, len.__name__", "int.__name__, [].__class__"))
    if d.r.random() < 0.3:
        out += d.of("raise MyError('last', %d)\n" % k, "x = {}\nx['missing']\n", "def deep(n):\n    return deep(n + 1)\ntry:\n    deep(0)\nexcept RecursionError:\n    print('too deep')\nassert %d == 100, 'not so'\n" % k)
    return out


def dicts(d):
    out = "d = {%s}\n" % ", ".join("%s: %s" % (d.value(0), d.value(1)) for _ in range(4))
    for _ in range(8):
        key = d.value(0)
        out += guarded(d.of(f"d[{key}]", f"d.get({key}, 'none')", f"d.pop({key}, None)", f"d.setdefault({key}, [])", f"{key} in d", "list(d.items())", "d.update(a=1)", f"d | {{{key}: 1}}",
                            "sorted(map(str, d))", "list(reversed(d))", "{v: k for k, v in enumerate(d)}", "len(d), bool(d)", "d.keys() & {1, 'a'} == set()", f"d == dict(d)", "d.copy() is d",
                            "dict.fromkeys('ab', 0)", "d.popitem()", "min(d.values(), key=str)", "list(d.values())[-1:]", "{1: 'a', 1.0: 'b', True: 'c'}", "str(d.keys())"))
        out += "print(d)\n"
    out += "d2 = {}\nfor w in 'the cat the dog the end'.split():\n    d2[w] = d2.get(w, 0) + 1\nprint(d2, sorted(d2.items(), key=lambda p: (-p[1], p[0])))\ntry:\n    for k in d2:\n        del d2[k]\nexcept RuntimeError as e:\n    print(e)\n"
    return out


def sets(d):
    nums = lambda: "{" + ", ".join(str(d.r.randint(0, 6)) for _ in range(d.r.randint(1, 5))) + "}"
    out = "a, b = %s, %s\n" % (nums(), nums())
    for op in ("|", "&", "-", "^"):
        out += "print(sorted(a %s b))\n" % op
    out += "print(a < b, a <= b, a == b, a.isdisjoint(b), a.issubset(a | b), len(a), 3 in a)\na.add(9); a.discard(100); a |= {7}\nprint(sorted(a), sorted(a.union([1], (2,))), sorted(a.difference(b)))\n"
    out += guarded("a.remove(100)") + guarded("{[1]}") + "print(frozenset([1, 2]) == {1, 2}, set(), frozenset(), {1}, set('a'), hash(frozenset([1])) == hash(frozenset([1])))\na &= b\nprint(sorted(a), {frozenset([1]): 'x'}[frozenset([1])])\n"
    return out


def matching(d):
    values = ", ".join(d.of("1", "'go'", "['go', 'north']", "(1, 2, 3)", "{'type': 'circle', 'r': 2}", "Point(0, 3)", "Point(4, 4)", "None", "True", "[1, [2, 3]]", "3.5", "Color.RED", "[]", "{'a': 1}",
                                  "'other'", "['go', 'a', 'b']") for _ in range(7))
    return ("from dataclasses import dataclass\nfrom enum import Enum\nclass Color(Enum):\n    RED = 1\n@dataclass\nclass Point:\n    x: int\n    y: int\ndef f(v):\n    match v:\n        case None:\n            return 'none'\n"
            "        case True | False:\n            return 'bool'\n        case int(n) if n > 0:\n            return 'int', n\n        case Color.RED:\n            return 'red'\n        case Point(x=0, y=y):\n            return 'on y', y\n"
            "        case Point(x, y) if x == y:\n            return 'diagonal', x\n        case ['go', where]:\n            return 'go', where\n        case ['go', *rest]:\n            return 'rest', rest\n        case [a, [b, *_]]:\n            return a, b\n"
            "        case {'type': 'circle', 'r': r, **others}:\n            return 'circle', r, others\n        case {'a': _}:\n            return 'has a'\n        case 'go' | 'stop' as word:\n            return word\n        case (a, b, c):\n            return 'three', a, b, c\n"
            "        case []:\n            return 'empty'\n        case str() as s:\n            return 'str', s\n        case float():\n            return 'float'\n        case _:\n            return 'default'\n"
            "for v in [%s]:\n    print(v, '->', f(v))\n" % values)


def records(d):
    k = d.small()
    return d.of(
        f"from dataclasses import dataclass, field, asdict, replace, fields, FrozenInstanceError, astuple\n@dataclass\nclass C:\n    a: int\n    b: str = 'x'\n    c: list = field(default_factory=list)\n    d: float = field(default=1.5, repr=False)\n    def __post_init__(self):\n        self.e = self.a * 2\n@dataclass\nclass D(C):\n    f: int = {k}\nprint(C(1), C(1) == C(1), C(1) == C(2), D(5, f=7), asdict(D(1, 'q', [C(2)])), [x.name for x in fields(D)], replace(C(1), a=9), C(3).e, astuple(C(4)))\nC(1).c.append(1)\nprint(C(1).c)\nfor call in (lambda: C(), lambda: C(1, 2, 3, 4, 5), lambda: C(1, z=2), lambda: hash(C(1))):\n    try:\n        call()\n    except TypeError as e:\n        print(e)\n@dataclass(frozen=True, order=True)\nclass F:\n    x: int\n    y: int = 0\ntry:\n    F(1).x = 2\nexcept FrozenInstanceError as e:\n    print(e)\nprint(F(1) < F(2), sorted([F(3), F(1, 5), F(1)]), len({{F(1), F(1)}}), F(1, y={k}))\n",
        f"from enum import Enum, IntEnum, auto, Flag\nclass Color(Enum):\n    RED = 1\n    GREEN = {abs(k) + 2}\n    ALIAS = 1\n    def hi(self):\n        return self.name.lower()\nprint(Color.RED, repr(Color.GREEN), Color(1), Color['GREEN'].value, list(Color), len(Color), Color.ALIAS is Color.RED, Color.RED.hi(), Color.RED in Color, {{Color.RED: 1}}, Color.RED == 1, f'{{Color.RED}}')\ntry:\n    Color(99)\nexcept ValueError as e:\n    print(e)\nclass N(IntEnum):\n    A = auto()\n    B = auto()\nprint(N.A + 1, N.B > N.A, N(2), [n.name for n in N], f'{{N.A}}', str(N.B), repr(N.A), isinstance(N.A, int), max(N).name)\nclass S(str, Enum):\n    X = 'x'\n    Y = 'y'\nprint(S.X == 'x', S('y'), S.X.value, S.X.upper(), repr(S.X), S.X in ('x',), {{'x': 5}}[S.X])\n",
        f"from collections import namedtuple, OrderedDict, defaultdict, Counter, deque\nP = namedtuple('P', 'x y z', defaults=[{k}])\np = P(1, 2)\nprint(p, p.x, p[1], p._asdict(), p._replace(x=9), P._fields, p == (1, 2, {k}), *p, len(p), p + (1,))\ntry:\n    P(1)\nexcept TypeError as e:\n    print(e)\no = OrderedDict([('b', 1), ('a', 2)])\no.move_to_end('b')\nprint(o, list(o), o == {{'a': 2, 'b': 1}}, o.popitem(last=False), OrderedDict(a=1) == OrderedDict(a=1))\ndd = defaultdict(list)\ndd['k'].append({k})\nprint(dd, dd['q'], len(dd), defaultdict(int, a=1)['b'])\nc = Counter('hello')\nprint(c.most_common(2), c['z'], sum(c.values()), c + Counter('lo'), c)\nq = deque([1, 2, 3], maxlen=3)\nq.append(4); q.appendleft(0)\nprint(q, q.pop(), q.popleft(), list(q), len(q))\nq.rotate(1)\nprint(q)\n",
        f"from typing import NamedTuple, Optional, List, Union, Dict, Tuple, Any, Callable\nclass E(NamedTuple):\n    name: str\n    n: int = {k}\n    def up(self):\n        return self.name.upper()\ne = E('bob')\nprint(e, e.up(), e.n, E._fields, E(name='q', n=2))\nX = Optional[List[int]]\ndef f(a: X = None, *b: Any, **c: Dict[str, Union[int, Tuple[int, ...]]]) -> Callable[[int], int]:\n    return a\nprint(f(), f([1]), isinstance(3, (int, str)), isinstance(3, int | str), isinstance('a', int | float))\n",
        f"from abc import ABC, abstractmethod\nclass Shape(ABC):\n    @abstractmethod\n    def area(self): ...\n    @property\n    @abstractmethod\n    def name(self): ...\n    def show(self):\n        return f'{{self.name}}={{self.area()}}'\nclass Sq(Shape):\n    name = 'sq'\n    def __init__(self, s):\n        self.s = s\n    def area(self):\n        return self.s ** 2\nprint(Sq({k}).show())\nclass Half(Shape):\n    name = 'h'\nfor c in (Shape, Half):\n    try:\n        c()\n    except TypeError as e:\n        print(e)\n")


def library(d):
    k = abs(d.small())
    return d.of(
        f"from itertools import *\nprint(list(chain([1], 'ab', range(2))), list(product('ab', [1, {k}])), list(permutations([1, 2, 3], 2)), list(combinations('abcd', 2)), list(accumulate([1, 2, 3, {k}])), list(zip_longest('ab', [1, 2, 3], fillvalue='-')))\nprint([(a, list(b)) for a, b in groupby('aabbbc')], list(islice(count({k}, 2), 4)), list(repeat({k}, 3)), list(starmap(pow, [(2, 3), (3, 2)])), list(dropwhile(lambda x: x < 3, [1, 3, 2])), list(filterfalse(lambda x: x % 2, range(5))), list(compress('abc', [1, 0, 1])), list(chain.from_iterable([[1], [2, 3]])), list(islice(cycle('ab'), 5)), list(pairwise([1, 2, 3])))\n",
        f"from functools import *\nimport operator as op\nf = partial(pow, 2)\nprint(f({k}), f.args, f.keywords, partial(int, base=2)('101'), reduce(op.add, [1, 2, 3], {k}), reduce(lambda a, b: a * b, range(1, 6)))\n@lru_cache(maxsize=None)\ndef fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\nprint(fib({k * 7}), fib.cache_info().misses)\ndef deco(times):\n    def wrap(g):\n        @wraps(g)\n        def inner(*a, **kw):\n            return [g(*a, **kw) for _ in range(times)]\n        return inner\n    return wrap\n@deco(2)\ndef hello(n, end='!'):\n    'Says hello.'\n    return 'hi ' + n + end\nprint(hello('x', end='?'), hello.__name__, hello.__doc__, hello.__wrapped__('y'))\nclass A:\n    @cached_property\n    def p(self):\n        print('once')\n        return {k}\na = A()\nprint(a.p, a.p, sorted([3, 1, 2], key=cmp_to_key(lambda x, y: y - x)))\nprint(op.itemgetter(1, 0)('ab'), op.attrgetter('real')(5), sorted([(2, 'b'), (1, 'z')], key=op.itemgetter(1)), op.methodcaller('upper')('q'))\n",
        f"import math\nprint(math.sqrt({k}), math.ceil({k}.2), math.floor(-{k}.5), math.gcd(12, {k}), math.prod([2, {k + 1}, 3]), math.factorial({k}), math.log2({2 ** k}), math.isclose(0.1 + 0.2, 0.3), math.hypot(3, 4), math.comb(10, {k}), math.pi, math.inf, math.trunc(-3.7), math.isqrt({k * 17}), math.lcm(4, 6), math.fabs(-{k}), math.log(math.e), math.copysign(1, -0.0), math.fmod(7, 3), math.pow(2, {k}))\nfor c in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.ceil('a')):\n    try:\n        print(c())\n    except (ValueError, TypeError) as e:\n        print(type(e).__name__, e)\n",
        f"import copy, json, os.path\na = [1, [2, {k}], {{'k': (1, [2])}}]\nb, c = copy.copy(a), copy.deepcopy(a)\na[1].append(9)\nprint(b, c, b[1] is a[1])\nclass N:\n    def __init__(self):\n        self.x = [1]\n        self.me = self\nn = copy.deepcopy(N())\nprint(n.me is n, n.x)\nprint(json.dumps({{'a': [1, 2.5, None, True], 'b': 'q\"x', 'c': {{}}}}), json.dumps([1, {{'z': {k}}}], indent=2), json.loads('{{\"a\": [1, 2.5, null, \"x\"], \"b\": {{}}}}'), json.dumps({{'b': 1, 'a': 2}}, sort_keys=True))\nprint(os.path.join('a', 'b', '/c', 'd.txt'), os.path.splitext('x/y.tar.gz'), os.path.basename('/a/b'), os.path.dirname('/a/b/c'))\n",
        f"from contextlib import contextmanager, suppress, nullcontext, ExitStack\n@contextmanager\ndef cm(n):\n    print('in', n)\n    try:\n        yield n * 2\n    except ValueError as e:\n        print('swallowed', e)\n    finally:\n        print('out', n)\nwith cm({k}) as v:\n    print(v)\nwith cm('a'):\n    raise ValueError('boom')\nwith suppress(KeyError):\n    {{}}['x']\nwith nullcontext(5) as n, ExitStack() as s:\n    s.enter_context(cm('s'))\n    print(n)\ntry:\n    with cm(1):\n        raise KeyError('k')\nexcept KeyError as e:\n    print('key', e)\n",
        f"import re\nprint(re.match(r'(\\w+)-(\\d+)', 'abc-{k}').groups(), re.sub(r'(\\d)', r'<\\1>', 'a1b2'), re.findall(r'[a-z]+', 'ab1cd2'), re.split(r'[,;]\\s*', 'a, b;c'), bool(re.search('z', 'abc')), re.compile(r'(?P<n>\\d+)').search('x42').group('n'), re.match('a', 'b'))\n",
        f"from functools import singledispatch\n@singledispatch\ndef show(x):\n    return 'object'\n@show.register(int)\ndef _(x):\n    return 'int'\n@show.register\ndef _(x: list):\n    return 'list'\nprint(show({k}), show([1]), show('s'), show(True))\nprint(list(map(lambda a, b: a * b, [1, 2], [3, {k}])), dict(a=1, **{{'b': 2}}), list(iter([1, 2].pop, 1)), type('T', (), {{'x': {k}}}).x, getattr(3, 'imag'), vars(type('Q', (), {{}})()), id(1) == id(1), eval.__name__)\nprint(*range(3), sep='-', end='!\\n')\nprint(*[1, 2], sep=', ')\nprint()\nprint(__name__, int('7') + True, [True, 2][True], 'a' 'b', 0x1F, 0b101, 1_000, 1e3, .5)\n")


FAMILIES = [arithmetic, rounding, comparisons, formats, fstrings, percent, texts, slices, lists, unpacking, scoping, arguments, classes, specials, generators, errors, dicts, sets, matching, records, library]


def run(text):
    out = io.StringIO()
    sys.setrecursionlimit(1000)
    with contextlib.redirect_stdout(out):
        try:
            exec(compile(text, "program.py", "exec"), {"__name__": "__main__", "__builtins__": __builtins__})
        except BaseException as e:
            module = type(e).__module__
            name = type(e).__name__ if module in ("builtins",) else module + "." + type(e).__qualname__
            print(name + (": " + str(e) if str(e) else ""))
    return out.getvalue()


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--seed", type=int, default=15)
    p.add_argument("--count", type=int, default=40, help="programs of each family")
    a = p.parse_args()
    programs = []
    for family in FAMILIES:
        seen = set()
        for i in range(a.count):
            text = family(Draw("%d %s %d" % (a.seed, family.__name__, i)))
            try:
                compile(text, "program.py", "exec")
            except SyntaxError as e:
                continue
            printed = run(text)
            if text not in seen and " at 0x" not in printed:
                programs.append({"name": "%s %d" % (family.__name__, i), "text": text, "prints": printed})
                seen.add(text)
    print("[" + ",\n".join(json.dumps(x) for x in programs) + "]")


if __name__ == "__main__":
    main()
