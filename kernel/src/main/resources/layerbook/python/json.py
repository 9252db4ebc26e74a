"""JSON texts."""


class JSONDecodeError(ValueError):
    pass


_escapes = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}


def _text(s, ensure_ascii):
    parts = []
    for c in s:
        n = ord(c)
        if c in _escapes:
            parts.append(_escapes[c])
        elif n < 32 or ensure_ascii and 126 < n < 65536:
            parts.append(f"\\u{n:04x}")
        elif ensure_ascii and n >= 65536:
            n -= 65536
            parts.append(f"\\u{0xd800 + (n >> 10):04x}\\u{0xdc00 + (n & 1023):04x}")
        else:
            parts.append(c)
    return '"' + "".join(parts) + '"'


def _number(v):
    return "NaN" if v != v else "Infinity" if v == float("inf") else "-Infinity" if v == float("-inf") else float.__repr__(v)


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None, sort_keys=False):
    between, colon = separators or (", " if indent is None else ",", ": ")
    step = " " * indent if isinstance(indent, int) else indent

    def key(k):
        if isinstance(k, str):
            return k
        if k is True or k is False or k is None:
            return {True: "true", False: "false", None: "null"}[k]
        if isinstance(k, (int, float)):
            return _number(k) if isinstance(k, float) else int.__repr__(k)
        raise TypeError(f"keys must be str, int, float, bool or None, not {k.__class__.__name__}")

    def block(open, close, parts, depth):
        if not parts:
            return open + close
        if step is None:
            return open + between.join(parts) + close
        line = "\n" + step * (depth + 1)
        return open + line + (between + line).join(parts) + "\n" + step * depth + close

    def write(v, depth):
        if isinstance(v, str):
            return _text(v, ensure_ascii)
        if v is None or v is True or v is False:
            return "null" if v is None else "true" if v else "false"
        if isinstance(v, int):
            return int.__repr__(v)
        if isinstance(v, float):
            return _number(v)
        if isinstance(v, (list, tuple)):
            return block("[", "]", [write(x, depth + 1) for x in v], depth)
        if isinstance(v, dict):
            pairs = sorted(v.items()) if sort_keys else v.items()
            return block("{", "}", [_text(key(k), ensure_ascii) + colon + write(x, depth + 1) for k, x in pairs], depth)
        if default is not None:
            return write(default(v), depth)
        raise TypeError(f"Object of type {v.__class__.__name__} is not JSON serializable")

    return write(obj, 0)


def loads(s, **options):
    at = 0

    def fail(message, where):
        raise JSONDecodeError(f"{message}: line {s.count(chr(10), 0, where) + 1} column {where - s.rfind(chr(10), 0, where)} (char {where})")

    def space(i):
        while i < len(s) and s[i] in " \t\n\r":
            i += 1
        return i

    def text(i):
        parts = []
        while True:
            if i >= len(s):
                fail("Unterminated string starting at", i)
            c = s[i]
            if c == '"':
                return "".join(parts), i + 1
            if c == "\\":
                e = s[i + 1]
                if e == "u":
                    parts.append(chr(int(s[i + 2:i + 6], 16)))
                    i += 6
                    continue
                parts.append({"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}.get(e, e))
                i += 2
                continue
            parts.append(c)
            i += 1

    def value(i):
        i = space(i)
        if i >= len(s):
            fail("Expecting value", i)
        c = s[i]
        if c == '"':
            return text(i + 1)
        if c == "{":
            made = {}
            i = space(i + 1)
            if s[i:i + 1] == "}":
                return made, i + 1
            while True:
                i = space(i)
                if s[i:i + 1] != '"':
                    fail("Expecting property name enclosed in double quotes", i)
                k, i = text(i + 1)
                i = space(i)
                if s[i:i + 1] != ":":
                    fail("Expecting ':' delimiter", i)
                made[k], i = value(i + 1)
                i = space(i)
                if s[i:i + 1] == "}":
                    return made, i + 1
                if s[i:i + 1] != ",":
                    fail("Expecting ',' delimiter", i)
                i += 1
        if c == "[":
            made = []
            i = space(i + 1)
            if s[i:i + 1] == "]":
                return made, i + 1
            while True:
                v, i = value(i)
                made.append(v)
                i = space(i)
                if s[i:i + 1] == "]":
                    return made, i + 1
                if s[i:i + 1] != ",":
                    fail("Expecting ',' delimiter", i)
                i += 1
        for word, known in (("true", True), ("false", False), ("null", None)):
            if s[i:i + len(word)] == word:
                return known, i + len(word)
        end = i
        while end < len(s) and s[end] in "+-0123456789.eE":
            end += 1
        if end == i:
            fail("Expecting value", i)
        number = s[i:end]
        return (float(number) if "." in number or "e" in number or "E" in number else int(number)), end

    found, at = value(0)
    at = space(at)
    if at < len(s):
        fail("Extra data", at)
    return found
