import torch
import torch.nn as nn, os.path as p
from . import a
from ..x.y import (b, c as d,)
from ... import e
from z import *
@decorated
@nn.jit(1)
class Net(nn.Module, metaclass=M, **kw):
    """doc"""
    x: int = 3
    y: str
    (z): int
    def f(self, a, /, b: int = 1, *args: int, c, d=2, **kw: str) -> None: pass
    def g(self, *, a): return
    async def h(self):
        await x
        async for i in y: pass
        async with a as b, c: return [i async for i in z]
def gen(*args):
    x = yield
    y = yield 1, 2
    yield from z
    global q, r
    nonlocal_ = 1
    def inner():
        nonlocal x
        del x, y[0], (z.w)
x = y = 1, *z
x, (y, *z), [w.a, v[0]] = f()
x += 1; x //= 2; x **= 3; x @= y; x >>= 1; x <<= 2; x &= 1; x |= 1; x ^= 1; x %= 2; x -= 1; x *= 2; x /= 3
x: list[int] = []
if a: pass
elif b := f(): pass
else: pass
while (n := n - 1) > 0:
    if n: continue
    break
else: pass
for i, (j, k) in enumerate(x): print(i)
for x in *a, b: pass
else: x
try: pass
except (A, B) as e: raise X from e
except C: raise
else: pass
finally: pass
try: pass
except* A: pass
with open(f) as a, b as (c, d): pass
with (a as b, c): pass
with (a, b): pass
with (a): pass
with (a) as b: pass
with (yield): pass
assert x, "m"
match = match(1)
match[0] = match.x
match x, y:
    case 1 | -2 | 1+2j | "a" "b": pass
    case None | True: pass
    case [a, *_, b] if a: pass
    case (a): pass
    case (a,): pass
    case {"k": v, A.b: 2, **rest}: pass
    case P(0, y=[1]) as q: pass
    case a.b.c: pass
    case a, *b: pass
    case _: pass
case = type = 1
type(x)
print(type, case)
