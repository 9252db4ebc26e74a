#!/usr/bin/env python3
"""What einops gives for patterns: writes einops.json beside itself. Needs numpy and einops (0.8).

    python3 kernel/src/test/resources/truth/einops_patterns.py [SEED [CASES]]

Patterns are drawn from a fixed seed: axes are split, joined, moved, repeated and reduced, with dots and ones; one in six is wrong on purpose.
A case is operation, pattern, shape, sizes of axes, and the output shape or null where einops refuses.
"""
import json
import random
import sys
from pathlib import Path

import einops
import numpy

SEED = int(sys.argv[1]) if len(sys.argv) > 1 else 20261201
CASES = int(sys.argv[2]) if len(sys.argv) > 2 else 600
R = random.Random(SEED)
NAMES = "b c h w t d p1 heads dim_in x".split()


def grouped(names):
    """The names in brackets by chance; ones and empty brackets among them."""
    out, i = [], 0
    while i < len(names):
        n = R.choice((1, 1, 1, 2, 3))
        out.append(names[i:i + n])
        i += n
    if R.random() < 0.12:
        out.insert(R.randint(0, len(out)), R.choice((["1"], [])))
    return out


def text(groups):
    return " ".join(g[0] if len(g) == 1 and R.random() < 0.9 else "(" + " ".join(g) + ")" for g in groups)


def case():
    operation = R.choice(("rearrange", "rearrange", "repeat", "reduce"))
    names = R.sample(NAMES, R.randint(1, 5))
    sizes = {n: R.choice((1, 2, 3, 4)) for n in names}
    left, right = grouped(names), R.sample(names, len(names))
    known = {g[k]: sizes[g[k]] for g in left for hidden in [R.randrange(len(g)) if g else 0] for k in range(len(g)) if k != hidden and g[k] in sizes}
    if operation == "reduce":
        right = [n for n in right if R.random() < 0.6]
    if operation == "repeat":
        for _ in range(R.randint(0, 2)):
            new = R.choice([n for n in NAMES if n not in names and n not in right] + ["3"])
            right.insert(R.randint(0, len(right)), new)
            if new != "3":
                known[new] = R.choice((1, 2, 5))
    shape = []
    for g in left:
        size = 1
        for n in g:
            size *= sizes.get(n, 1)
        shape.append(size)
    to = grouped(right)
    if R.random() < 0.25:
        at, more = R.randint(0, len(left)), [R.choice((1, 2, 5)) for _ in range(R.randint(0, 2))]
        left.insert(at, ["..."])
        shape[at:at] = more
        if operation != "reduce" or R.random() < 0.7:
            to.insert(R.randint(0, len(to)), ["..."])
    if R.random() < 0.17:  # wrong on purpose
        slip = R.randrange(5)
        if slip == 0 and shape:
            shape[R.randrange(len(shape))] += R.choice((1, 3))
        elif slip == 1:
            known[R.choice(NAMES)] = R.choice((1, 2, 3))
        elif slip == 2 and known:
            known.pop(R.choice(sorted(known)))
        elif slip == 3 and to:
            to.pop(R.randrange(len(to)))
        else:
            shape.append(2)
    pattern = text(left) + " -> " + text(to)
    how = R.choice(("mean", "sum", "max", "min", "prod")) if operation == "reduce" else operation
    x = numpy.ones(shape, dtype="float32")
    try:
        out = einops.reduce(x, pattern, how, **known) if operation == "reduce" else getattr(einops, operation)(x, pattern, **known)
        gives = list(out.shape)
    except einops.EinopsError:
        gives = None
    return {"operation": how, "pattern": pattern, "shape": shape, "sizes": known, "out": gives}


cases = [case() for _ in range(CASES)]
lines = ",\n".join(json.dumps(c) for c in cases)
Path(__file__).with_name("einops.json").write_text('{"cases": [\n' + lines + "\n]}\n")
print(len(cases), "cases,", sum(c["out"] is None for c in cases), "refused")
