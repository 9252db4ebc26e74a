#!/usr/bin/env python3
"""What PyTorch gives for calls of its tensor operations: writes operations.json beside itself. Needs torch 1.13; half a minute.

    python3 kernel/src/test/resources/truth/operations.py [SEED [CASES]]

Calls are drawn from a fixed seed: shapes, dtypes and arguments, one in seven of them wrong on purpose. Each is made with real numbers on the CPU; what
the CPU lacks for half precision only is asked of the meta device (sizes and dtypes without numbers). Written down are the output shapes and dtypes, or
what PyTorch refuses with. A tensor is {"t": shape, "d": dtype}, a dtype {"dtype": name}; "f" is PyTorch's full spelling of the function or method.
"""
import json
import random
import re
import sys
import warnings
from pathlib import Path

import torch
import torch.nn.functional as F

warnings.filterwarnings("ignore")
SEED = int(sys.argv[1]) if len(sys.argv) > 1 else 20261201
CASES = int(sys.argv[2]) if len(sys.argv) > 2 else 2600
R = random.Random(SEED)
FRACTIONS = ["float32", "float32", "float32", "float64", "float16", "bfloat16"]
WHOLES = ["int64", "int64", "int32", "int16", "int8", "uint8"]
ALL = FRACTIONS + WHOLES + ["bool", "bool", "complex64", "complex128"]
MOSTLY = FRACTIONS * 3 + WHOLES + ["bool", "complex64"]
ONLY_HERE = ("not implemented for 'Half'", "not implemented for 'BFloat16'", "not implemented for 'ComplexHalf'", "not supported on CPUType for Half",
             "does not support Half", "\"baddbmm_with_gemm\" not implemented", "Unsupported dtype Half", "unsupported tensor type: Half", "MKL FFT doesn't support")
SKIP = ("overflow", "singular", "not positive", "did not converge", "Could not run", "MKLDNN", "probability", "Meta", "meta", "cannot be inverted", "internal assert",
        "INTERNAL ASSERT", "out of range: ", "NYI", "SymInt", "getset_descriptor", "not currently supported", "Lapack", "LAPACK")


class T:
    """A tensor argument."""
    def __init__(self, shape, dtype="float32", fill=None):
        self.shape, self.dtype, self.fill = list(shape), dtype, fill

    def make(self, device="cpu"):
        kind = getattr(torch, self.dtype)
        if device == "meta":
            return torch.empty(self.shape, dtype=kind, device="meta")
        if self.fill is not None:
            return torch.full(self.shape, self.fill, dtype=kind)
        if kind.is_floating_point or kind.is_complex:
            return torch.rand(self.shape, dtype=torch.float32).to(kind)
        return torch.ones(self.shape, dtype=kind)


def chance(p):
    return R.random() < p


def one(*of):
    return R.choice(of)


def shape(low=0, high=4, zero=0.04):
    out = [one(1, 2, 3, 4, 5, 6) for _ in range(R.randint(low, high))]
    if out and chance(zero):
        out[R.randrange(len(out))] = 0
    return out


def near(s, wrong=0.12):
    """A shape that broadcasts with this one, mostly."""
    out = list(s)[R.randint(0, len(s)) if chance(0.25) else 0:]
    out = [1 if chance(0.2) else n for n in out]
    if chance(0.15):
        out = [one(1, 2, 3)] + [1] * max(0, len(s) - len(out)) + out
    if out and chance(wrong):
        out[R.randrange(len(out))] += one(1, 2)
    return out


def dim(rank, wrong=0.08):
    limit = max(rank, 1)
    return one(limit, -limit - 1, limit + 1) if chance(wrong) else R.randrange(-limit, limit)


def dims(rank, least=0):
    n = R.randint(least, max(least, min(rank, 3)))
    return [dim(rank, 0.04) for _ in range(n)] if chance(0.08) else [d - (rank if chance(0.3) else 0) for d in R.sample(range(rank), min(n, rank))]


def kind(pool=MOSTLY):
    return one(*pool)


def number():
    return one(2, 3, -1, 0.5, 1.5, -2.0, True, 1)


def index(s, values=0, pool=("int64",) * 6 + ("int32", "float32", "bool")):
    return T(s, one(*pool), values)


def some(**options):
    return {k: v() for k, v in options.items() if chance(0.35)}


OPS = {}


def op(names, weight=1):
    def enter(draw):
        for n in names.split():
            OPS[n] = (draw, weight)
        return draw
    return enter


def x(low=0, high=4, pool=MOSTLY, zero=0.04):
    return T(shape(low, high, zero), kind(pool))


# ---- element by element

@op("abs neg sign sgn square sqrt rsqrt reciprocal exp exp2 expm1 log log2 log10 log1p sin cos tan asin acos atan sinh cosh asinh acosh atanh erf erfc erfinv digamma"
    " lgamma i0 sinc deg2rad rad2deg angle floor ceil round trunc frac logical_not bitwise_not isnan isinf isfinite isreal isposinf isneginf signbit sigmoid tanh positive"
    " logit nan_to_num conj real imag clone absolute negative arcsin fix detach relu")
def unary():
    return [x(pool=ALL)], {}


@op("add sub mul div remainder floor_divide fmod pow eq ne gt ge lt le bitwise_and bitwise_or bitwise_xor copysign xlogy float_power true_divide rsub multiply greater"
    " bitwise_left_shift", 4)
def binary():
    a = x(pool=ALL)
    if chance(0.35):
        return [a, number()], {}
    return [a, T(near(a.shape), kind(ALL) if chance(0.7) else a.dtype)], {}


@op("maximum minimum fmax fmin atan2 logical_and logical_or logical_xor hypot logaddexp logaddexp2 nextafter gcd lcm heaviside isclose dist ldexp arctan2", 2)
def two():
    a = x(pool=ALL)
    return [a, T(near(a.shape), kind(ALL) if chance(0.5) else a.dtype)], {}


@op("addcmul addcdiv", 2)
def three():
    a = x(pool=ALL)
    return [a, T(near(a.shape), kind(ALL) if chance(0.5) else a.dtype), T(near(a.shape), kind(ALL) if chance(0.5) else a.dtype)], {}


@op("lerp", 2)
def lerp():
    a = x(pool=FRACTIONS)
    d = a.dtype if chance(0.8) else kind()
    return [a, T(near(a.shape), d), 0.5 if chance(0.5) else T(near(a.shape), d)], {}


@op("clamp clip", 2)
def clamp():
    a = x(pool=ALL)
    lo, hi = one(None, 0, 0.5, 1), one(None, 2, 2.5)
    if chance(0.2):
        return [a, T(near(a.shape, 0.05), a.dtype), T(near(a.shape, 0.05), a.dtype)], {}
    return [a, lo, hi], {}


@op("where", 4)
def where():
    c = T(shape(0, 3), one("bool", "bool", "bool", "bool", "uint8", "int64", "float32"), 1)
    a = number() if chance(0.2) else T(near(c.shape), kind(ALL))
    return [c, a, number() if chance(0.2) else T(near(c.shape), kind(ALL) if chance(0.6) or not isinstance(a, T) else a.dtype)], {}


@op("masked_fill", 3)
def masked_fill():
    a = x(pool=ALL)
    return [a, T(near(a.shape), one("bool", "bool", "bool", "bool", "uint8", "float32", "int64"), 1), one(0, 1, True)], {}


# ---- reductions

@op("sum mean prod nansum nanmean", 3)
def summed():
    a = x(pool=MOSTLY)
    r = len(a.shape)
    if chance(0.3):
        return [a], some(dtype=lambda: {"dtype": kind(["float32", "float64", "int64", "float16"])})
    return [a, dim(r) if chance(0.6) or CURRENT[0] == "prod" else dims(r, 1)], some(keepdim=lambda: True, dtype=lambda: {"dtype": kind(["float32", "float64", "int64"])})


@op("var std", 4)
def deviation():
    a = x(1, 4, MOSTLY, 0)
    r = len(a.shape)
    form = R.randrange(5)
    if form == 0:
        return [a], {}
    if form == 1:
        return [a, one(True, False)], {}
    if form == 2:
        return [a], {"dim": dims(r, 1), "correction": one(0, 1, 2)}
    return [a, dims(r, 1) if chance(0.5) else dim(r)], some(unbiased=lambda: False, keepdim=lambda: True)


@op("std_mean var_mean", 1)
def pairs():
    a = x(1, 4, MOSTLY, 0)
    return [a, dims(len(a.shape), 1)], some(unbiased=lambda: False, keepdim=lambda: True)


@op("amax amin logsumexp all any count_nonzero", 2)
def several():
    a = x(pool=MOSTLY)
    r = len(a.shape)
    name = CURRENT[0]
    d = dim(r) if name in ("all", "any") or chance(0.5) else dims(r, 1)
    if name in ("all", "any", "amax", "count_nonzero") and chance(0.3):
        return [a], {}
    return [a, d], {} if name == "count_nonzero" else some(keepdim=lambda: True)


@op("max min median nanmedian argmax argmin cummax cummin mode cumsum cumprod logcumsumexp sort argsort", 3)
def along():
    a = x(pool=MOSTLY)
    r = len(a.shape)
    name = CURRENT[0]
    if name in ("max", "min", "median", "nanmedian", "argmax", "argmin", "mode", "sort", "argsort") and chance(0.25):
        return [a], {}
    if name in ("max", "min") and chance(0.2):
        return [a, T(near(a.shape), kind())], {}
    keep = {} if name.startswith("cum") or name in ("logcumsumexp", "sort", "argsort") else some(keepdim=lambda: True)
    if name in ("prod",):
        keep = {}
    if name in ("cumsum", "cumprod"):
        keep = some(dtype=lambda: {"dtype": kind(["float32", "int64"])})
    return [a, dim(r)], keep


@op("topk kthvalue", 3)
def topk():
    a = x(1, 4, MOSTLY, 0)
    r = len(a.shape)
    return ([a, one(1, 2, 3, 7)] if chance(0.4) else [a, one(1, 1, 2, 4), dim(r)]), {}


@op("norm", 3)
def norm():
    a = x(pool=MOSTLY)
    r = len(a.shape)
    return one(([a], {}), ([a, one(1, 2, 3.0)], {}), ([a, one(1, 2), dim(r)], some(keepdim=lambda: True)), ([a], {"dim": dims(r, 1)}))


@op("quantile nanquantile", 2)
def quantile():
    a = x(1, 3, ["float32", "float32", "float64", "int64", "float16"], 0)
    q = one(0.5, 0.25, T([3], a.dtype if a.dtype != "int64" else "float32"), T([], "float32"))
    return ([a, q] if chance(0.4) else [a, q, dim(len(a.shape))]), some(keepdim=lambda: True)


@op("aminmax", 1)
def aminmax():
    a = x(1, 4, MOSTLY, 0)
    return [a], some(dim=lambda: dim(len(a.shape)), keepdim=lambda: True)


@op("diff", 2)
def diff():
    a = x(0, 3)
    return [a], some(n=lambda: one(1, 2, 3), dim=lambda: dim(len(a.shape)))


@op("cov corrcoef", 1)
def cov():
    return [x(0, 3, MOSTLY, 0)], {}


@op("bincount", 1)
def bincount():
    return [T([one(2, 3, 4)], one("int64", "int64", "float32"), 1)], some(minlength=lambda: 5)


# ---- sizes

def factors(n):
    out = []
    while n > 1 and len(out) < 3:
        f = one(*[k for k in range(1, n + 1) if n % k == 0])
        out.append(f)
        n //= f
    return out + ([n] if n > 1 else [])


@op("reshape view", 5)
def reshape():
    a = x(0, 4)
    n = 1
    for s in a.shape:
        n *= s
    to = factors(n) if n else [0, one(1, 2, 3)]
    R.shuffle(to)
    if to and chance(0.4):
        to[R.randrange(len(to))] = -1
    if to and chance(0.1):
        to[R.randrange(len(to))] += 1
    return [a, to], {}


@op("flatten", 3)
def flatten():
    a = x(0, 4)
    r = len(a.shape)
    return one(([a], {}), ([a, dim(r)], {}), ([a, dim(r), dim(r)], {}), ([a], {"end_dim": dim(r)}))


@op("unflatten", 2)
def unflatten():
    a = x(1, 3)
    d = dim(len(a.shape))
    n = a.shape[d] if -len(a.shape) <= d < len(a.shape) else 4
    to = factors(n) or [1]
    if chance(0.4):
        to[R.randrange(len(to))] = -1
    return [a, d, to if chance(0.9) else [n + 1]], {}


@op("permute", 3)
def permute():
    a = x(0, 4)
    order = list(range(len(a.shape)))
    R.shuffle(order)
    if order and chance(0.15):
        order[0] = one(order[-1], 7, -1)
    return [a, [o - (len(order) if chance(0.2) else 0) for o in order]], {}


@op("transpose swapaxes swapdims", 2)
def transpose():
    a = x(0, 4)
    return [a, dim(len(a.shape)), dim(len(a.shape))], {}


@op("t adjoint mT mH", 1)
def t():
    return [x(0, 3) if CURRENT[0] == "t" else x(2, 4)], {}


@op("squeeze", 3)
def squeeze():
    a = x(0, 4)
    return ([a] if chance(0.4) else [a, dim(len(a.shape))]), {}


@op("unsqueeze", 2)
def unsqueeze():
    a = x(0, 4)
    return [a, dim(len(a.shape) + 1)], {}


@op("movedim moveaxis", 2)
def movedim():
    a = x(1, 4)
    r = len(a.shape)
    if chance(0.5):
        return [a, dim(r), dim(r)], {}
    n = R.randint(1, r)
    return [a, R.sample(range(r), n), R.sample(range(r), n if chance(0.9) else max(0, n - 1))], {}


@op("expand broadcast_to", 3)
def expand():
    a = x(0, 3)
    to = [one(2, 3, 4) if n == 1 else one(n, n, n, -1) for n in a.shape]
    to = [one(1, 2, 3) for _ in range(one(0, 0, 1, 2))] + to
    if to and chance(0.12):
        to[R.randrange(len(to))] += 1
    return [a, to], {}


@op("repeat tile", 2)
def repeat():
    a = x(0, 3)
    return [a, [one(1, 2, 3, 0) for _ in range(max(0, len(a.shape) + one(0, 0, 1, -1)))]], {}


@op("repeat_interleave", 2)
def interleave():
    a = x(1, 3)
    d = dim(len(a.shape))
    if chance(0.2):
        return [a, T([a.shape[d] if -len(a.shape) <= d < len(a.shape) else 2], "int64", 2), d], {}
    return ([a, one(1, 2, 3)] if chance(0.4) else [a, one(1, 2, 3), d]), {}


@op("chunk tensor_split unsafe_chunk", 2)
def chunk():
    a = x(0, 3)
    if CURRENT[0] == "tensor_split" and chance(0.4):
        return [a, [one(1, 2), one(2, 3, 9)], dim(len(a.shape))], {}
    return ([a, one(1, 2, 3, 4, 0)] if chance(0.4) else [a, one(1, 2, 3, 7), dim(len(a.shape))]), {}


@op("split split_with_sizes", 2)
def split():
    a = x(1, 3)
    d = dim(len(a.shape))
    n = a.shape[d] if -len(a.shape) <= d < len(a.shape) else 3
    parts = []
    left = n
    while left > 0 and len(parts) < 3:
        parts.append(R.randint(1, left))
        left -= parts[-1]
    parts = parts + ([left] if left else []) or [0]
    if CURRENT[0] == "split" and chance(0.5):
        return [a, one(1, 2, 3, 5), d], {}
    return [a, parts if chance(0.85) else parts + [1], d], {}


@op("hsplit vsplit dsplit", 1)
def hsplit():
    return [x(1, 4, MOSTLY, 0), one(1, 2, 3, [1, 2])], {}


@op("unbind", 2)
def unbind():
    a = x(0, 3, MOSTLY, 0)
    return ([a] if chance(0.4) else [a, dim(len(a.shape))]), {}


@op("select narrow", 2)
def select():
    a = x(1, 3)
    r = len(a.shape)
    if CURRENT[0] == "select":
        return [a, dim(r), one(0, 1, -1, 2, 5)], {}
    return [a, dim(r), one(0, 1, -1), one(0, 1, 2)], {}


@op("flip", 2)
def flip():
    a = x(0, 4)
    return [a, dims(len(a.shape), 1)], {}


@op("fliplr flipud rot90 ravel msort trace diag diagflat argwhere", 1)
def plain():
    return [x(0, 4)], {}


@op("roll", 2)
def roll():
    a = x(0, 3)
    r = len(a.shape)
    return one(([a, one(1, -1, 3)], {}), ([a, one(1, 2), dim(r)], {}), ([a, [1, 2], [dim(r), dim(r)]], {}), ([a, [1, 2], [0]], {}))


@op("triu tril", 1)
def triangle():
    return ([x(0, 4, zero=0)] if chance(0.5) else [x(0, 4, zero=0), one(-1, 1, 2)]), {}


@op("diagonal diag_embed", 2)
def diagonal():
    a = x(1, 4)
    r = len(a.shape) + (CURRENT[0] == "diag_embed")
    return one(([a], {}), ([a, one(-1, 1, 2, 7)], {}), ([a, one(0, 1), dim(r), dim(r)], {}))


@op("unfold", 1)
def unfold():
    a = x(0, 3)
    return [a, dim(len(a.shape)), one(1, 2, 3), one(1, 2, 0)], {}


@op("as_strided", 1)
def as_strided():
    return [T([4, 5]), [one(1, 2, 3), 2], [one(1, 2), 1]], {}


# ---- joining

@op("cat concat stack hstack vstack dstack column_stack row_stack", 3)
def cat():
    a = x(1 if "cat" in CURRENT[0] else 0, 3)
    r = len(a.shape)
    d = dim(r + (CURRENT[0] == "stack"))
    all_ = [a]
    for _ in range(R.randint(0, 2)):
        s = list(a.shape)
        if "cat" in CURRENT[0] and -r <= d < r and chance(0.7):
            s[d] = one(1, 2, 3)
        if s and chance(0.1):
            s[R.randrange(len(s))] += 1
        if chance(0.05):
            s = [0]
        all_.append(T(s, a.dtype if chance(0.5) else kind(ALL)))
    if CURRENT[0] in ("cat", "concat", "stack"):
        return ([all_] if chance(0.2) else [all_, d]), {}
    return [all_], {}


@op("meshgrid cartesian_prod block_diag broadcast_tensors atleast_1d atleast_2d atleast_3d", 1)
def lists():
    n = CURRENT[0]
    high = 1 if n in ("meshgrid", "cartesian_prod") else 3
    pool = ["float32"] if n in ("meshgrid", "cartesian_prod") else MOSTLY
    a = x(1 if n == "cartesian_prod" else 0, 2 if n == "block_diag" else high, pool)
    rest = [T(near(a.shape), a.dtype) if n == "broadcast_tensors" else x(1 if n == "cartesian_prod" else 0, 2 if n == "block_diag" else high, pool)
            for _ in range(R.randint(0, 2))]
    return ["*", [a] + rest], ({"indexing": one("ij", "xy")} if n == "meshgrid" else {})


# ---- by index

@op("gather", 4)
def gather():
    a = x(1, 3, zero=0)
    d = dim(len(a.shape))
    s = [max(1, n - one(0, 0, 1)) for n in a.shape]
    if chance(0.12):
        s[R.randrange(len(s))] += 2
    if chance(0.06):
        s = s + [1]
    return [a, d, index(s)], {}


@op("take_along_dim", 2)
def along_dim():
    a = x(1, 3, zero=0)
    s = [one(n, n, 1) for n in a.shape]
    d = dim(len(a.shape))
    return ([a, index(s), d] if chance(0.8) else [a, index(shape(1, 2, 0))]), {}


@op("index_select", 4)
def index_select():
    a = x(0, 3, zero=0)
    return [a, dim(len(a.shape)), index(one([3], [2], [], [1], [2, 2]))], {}


@op("take", 1)
def take():
    return [x(1, 3, zero=0), index(shape(0, 2, 0))], {}


@op("scatter scatter_add", 3)
def scatter():
    a = x(1, 3, zero=0)
    d = dim(len(a.shape))
    s = [max(1, n - one(0, 0, 1)) for n in a.shape]
    if chance(0.12):
        s[R.randrange(len(s))] += 3
    src = [n + one(0, 0, 1) for n in s]
    if chance(0.08):
        src[R.randrange(len(s))] = max(0, src[0] - 2)
    if CURRENT[0] == "scatter" and chance(0.3):
        return [a, d, index(s), one(1, 0.5)], {}
    return [a, d, index(s), T(src, a.dtype if chance(0.85) else kind())], {}


@op("scatter_reduce", 1)
def scatter_reduce():
    a = x(1, 2, FRACTIONS, 0)
    return [a, 0, index(a.shape), T(a.shape, a.dtype), one("sum", "mean", "amax", "amin", "prod", "no")], {}


@op("index_add index_copy", 2)
def index_add():
    a = x(1, 3, zero=0)
    d = dim(len(a.shape), 0.04)
    s = list(a.shape)
    k = one(1, 2)
    if -len(s) <= d < len(s):
        s[d] = k
    if chance(0.12):
        s[R.randrange(len(s))] += 1
    return [a, d, index([k]), T(s, a.dtype if chance(0.85) else kind())], {}


@op("index_fill", 1)
def index_fill():
    a = x(1, 3, zero=0)
    return [a, dim(len(a.shape)), index(one([2], [1], [2, 2])), one(0, 1)], {}


@op("masked_select masked_scatter nonzero unique", 1)
def data():
    return [x(1, 3)], {}


@op("searchsorted bucketize", 1)
def sorted_():
    a = T([5], "float32")
    return ([a, x(0, 2, ["float32", "int64"])] if CURRENT[0] == "searchsorted" else [x(0, 3, ["float32", "int64"]), a]), some(out_int32=lambda: True)


@op("select_scatter diagonal_scatter", 1)
def into():
    a = x(2, 3, FRACTIONS, 0)
    s = list(a.shape)
    if CURRENT[0] == "select_scatter":
        return [a, T(s[1:], a.dtype), 0, 0], {}
    return [a, T(s[2:] + [min(s[0], s[1])], a.dtype)], {}


# ---- products

def mat(*s, d=None):
    s = list(s)
    if chance(0.1):
        s[R.randrange(len(s))] += 1
    return T(s, d or "float32")


@op("matmul", 6)
def matmul():
    d = kind(["float32"] * 6 + ["float64", "int64", "complex64", "bool", "float16"])
    n, k, m = one(1, 2, 3, 4), one(2, 3, 5), one(1, 2, 3, 4)
    lead = shape(0, 2)
    a = one([n, k], [k], lead + [n, k], near(lead, 0) + [n, k])
    b = one([k, m], [k], lead + [k, m], near(lead) + [k, m])
    if chance(0.1):
        b[R.randrange(len(b))] += 1
    return [T(a, d), T(b, d if chance(0.9) else kind())], {}


@op("mm bmm mv dot outer inner vdot ger", 2)
def ranked():
    d = kind(["float32"] * 5 + ["int64", "complex64", "bool", "float64"])
    e = d if chance(0.88) else kind()
    n, k, m, b = one(2, 3), one(2, 4), one(1, 5), one(2, 3)
    return {"mm": [mat(n, k, d=d), mat(k, m, d=e)], "bmm": [mat(b, n, k, d=d), mat(b, k, m, d=e)], "mv": [mat(n, k, d=d), mat(k, d=e)], "dot": [mat(k, d=d), mat(k, d=e)],
            "vdot": [mat(k, d=d), mat(k, d=e)], "outer": [mat(n, d=d), mat(m, d=e)], "ger": [mat(n, d=d), mat(m, d=e)],
            "inner": [T(shape(0, 2) + [k], d), T(shape(0, 2) + [k if chance(0.9) else k + 1], e)]}[CURRENT[0]], {}


@op("addmm addmv addr baddbmm addbmm", 2)
def added():
    n, k, m, b = one(2, 3), one(2, 4), one(1, 5), one(2, 3)
    d = kind(["float32"] * 6 + ["int64", "float64"])
    e = d if chance(0.9) else kind()
    return {"addmm": [T(near([n, m]), d), mat(n, k, d=d), mat(k, m, d=e)], "addmv": [T(near([n]), d), mat(n, k, d=d), mat(k, d=e)],
            "addr": [T(near([n, m]), d), mat(n, d=d), mat(m, d=e)], "baddbmm": [T(near([b, n, m]), d), mat(b, n, k, d=d), mat(b, k, m, d=e)],
            "addbmm": [T(near([n, m]), d), mat(b, n, k, d=d), mat(b, k, m, d=e)]}[CURRENT[0]], {}


@op("tensordot", 2)
def tensordot():
    k, j = one(2, 3), one(2, 4)
    a, b = mat(one(2, 5), k, j), mat(k, j, one(1, 3))
    return [a, b] if chance(0.3) else [a, b, one(2, 2, 1, 3, [[1, 2], [0, 1]], [[2, 1], [1, 0]])], {}


@op("einsum", 3)
def einsum():
    n, k, m, b = one(2, 3), one(2, 4), one(1, 5), one(2, 3)
    return one(["ij,jk->ik", [mat(n, k), mat(k, m)]], ["bij,bjk->bik", [mat(b, n, k), mat(b, k, m)]], ["ij->ji", [mat(n, k)]], ["ii->i", [T([n, n])]], ["ij->", [mat(n, k)]],
               ["...ij,...jk->...ik", [T(near([b, n], 0)[:1] + [n, k]), mat(b, k, m)]], ["i,j->ij", [mat(n), mat(m)]], ["bhid,bhjd->bhij", [mat(b, 2, n, k), mat(b, 2, m, k)]],
               ["ij,kj", [mat(n, k), mat(m, k)]], ["ij,jk->iz", [mat(n, k), mat(k, m)]], ["ab,bc,cd->ad", [mat(n, k), mat(k, m), mat(m, 2)]], ["ii", [T([n, n])]]), {}


@op("kron cross cdist bilinear chain_matmul linalg.multi_dot", 1)
def products():
    n, k, m = one(2, 3), one(2, 4), one(1, 5)
    c = CURRENT[0]
    if c == "cross":
        s = shape(0, 2) + [3]
        return [T(s), T(near(s, 0.1), "float32")], some(dim=lambda: -1)
    if c == "cdist":
        return [T(shape(0, 1) + [n, k], kind(["float32", "float32", "int64"])), T(shape(0, 1) + [m, k if chance(0.9) else k + 1])], some(p=lambda: 1.0)
    if c == "kron":
        return [x(0, 3), x(0, 3)], {}
    if c == "bilinear":
        return [mat(n, k), mat(n, m), mat(2, k, m)] + ([T([2])] if chance(0.4) else []), {}
    parts = [mat(n, k), mat(k, m), mat(m, 2)][:R.randint(1 if c == "chain_matmul" else 2, 3)]
    return (["*", parts] if c == "chain_matmul" else [parts]), {}


@op("inverse det slogdet logdet linalg.inv linalg.det linalg.eigvals linalg.eigh linalg.eigvalsh linalg.svd linalg.svdvals linalg.qr linalg.cholesky linalg.pinv linalg.matrix_rank"
    " linalg.slogdet matrix_exp linalg.norm linalg.vector_norm linalg.matrix_norm linalg.cond linalg.eig", 1)
def square():
    n, m = one(2, 3), one(2, 4)
    a = T(shape(0, 2, 0) + [n, n], kind(["float32"] * 6 + ["float64", "int64", "complex64"]))
    c = CURRENT[0]
    if c in ("linalg.svd", "linalg.svdvals", "linalg.qr", "linalg.pinv", "linalg.norm", "linalg.vector_norm", "linalg.matrix_norm") or chance(0.12):
        a.shape[-1] = m
    if c in ("linalg.cholesky",):
        return [T([n, n + one(0, 0, 1)], one("int64", "bool"))] if chance(0.3) else [T([n, n, n + 1])], {}
    if c == "linalg.svd":
        return [a], some(full_matrices=lambda: False)
    if c == "linalg.vector_norm":
        return [a], some(dim=lambda: dims(len(a.shape), 1), keepdim=lambda: True)
    return [a], {}


@op("linalg.solve linalg.lstsq matrix_power linalg.matrix_power triangular_solve cholesky_solve linalg.solve_triangular", 1)
def solved():
    n, k = one(2, 3), one(1, 2)
    c = CURRENT[0]
    if "power" in c:
        return [T(shape(0, 1, 0) + [n, n if chance(0.9) else n + 1]), one(0, 2, 3, -1)], {}
    if c == "linalg.solve":
        s = shape(0, 1, 0)
        return [T(s + [n, n]), T(s + [n if chance(0.9) else n + 1, k]) if chance(0.7) else T([n])], {}
    if c == "linalg.solve_triangular":
        return [T([n, n]), mat(n, k)], {"upper": True}
    if c == "linalg.lstsq":
        return [T([4, n]), mat(4, k)], {}
    return [mat(n, k), T([n, n])], {}


# ---- makers

@op("zeros ones empty rand randn", 1)
def made():
    return [shape(0, 3)], some(dtype=lambda: {"dtype": kind(["float32", "float64", "float16"] + ([] if CURRENT[0].startswith("rand") else ["int64", "bool", "complex64"]))})


@op("full", 2)
def full():
    return [shape(0, 3), one(1, 2.5, True)], some(dtype=lambda: {"dtype": kind(["float64", "int64", "float16"])})


@op("arange", 4)
def arange():
    return one(([one(5, 3, 0, 4.5)], {}), ([one(1, 0, 2.0), one(5, 9)], {}), ([0, one(5, 10, 7.5), one(1, 2, 3, 0.5)], {}), ([5, 0, -1], {}), ([5, 0], {}), ([5], {"dtype": {"dtype": "float32"}}))


@op("linspace logspace", 1)
def linspace():
    return [0, one(1, 5, 2.5), one(1, 3, 7)], some(dtype=lambda: {"dtype": kind(["float64", "float16"])})


@op("eye", 1)
def eye():
    return ([one(2, 3)] if chance(0.5) else [one(2, 3), one(1, 4)]), some(dtype=lambda: {"dtype": "int64"})


@op("zeros_like ones_like full_like empty_like rand_like randn_like", 1)
def like():
    a = x(pool=FRACTIONS if CURRENT[0].startswith("rand") else ALL)
    return ([a, 2] if CURRENT[0] == "full_like" else [a]), some(dtype=lambda: {"dtype": kind(["float32", "float64"])})


@op("randint randperm tril_indices triu_indices hann_window combinations vander", 1)
def others():
    c = CURRENT[0]
    return {"randint": [0, 5, shape(0, 2)], "randperm": [one(3, 5)], "tril_indices": [one(2, 3), one(3, 4)], "triu_indices": [one(2, 3), one(3, 4)],
            "hann_window": [one(4, 7)], "combinations": [T([one(3, 4)]), one(1, 2, 3)], "vander": [T([3]), one(2, 4)]}[c], {}


# ---- complex numbers and Fourier transforms

@op("view_as_complex", 1)
def view_as_complex():
    return [T(shape(0, 2) + [one(2, 2, 2, 3)], one("float32", "float64", "int64"))], {}


@op("view_as_real complex polar", 1)
def complexes():
    if CURRENT[0] == "view_as_real":
        return [x(pool=["complex64", "complex128", "float32"])], {}
    s = shape(0, 3)
    d = one("float32", "float64", "float32", "int64")
    return [T(s, d), T(near(s), d if chance(0.9) else "float64")], {}


@op("fft.fft fft.ifft fft.rfft fft.irfft fft.hfft fft.ihfft", 2)
def fft():
    a = T(shape(1, 3, 0), kind(["float32"] * 4 + ["float64", "int64", "complex64"]))
    return [a], some(n=lambda: one(2, 4, 8, 0), dim=lambda: dim(len(a.shape)))


@op("fft.fft2 fft.ifft2 fft.rfft2 fft.irfft2 fft.fftn fft.ifftn fft.rfftn fft.irfftn", 1)
def fft2():
    a = T(shape(2, 4, 0), kind(["float32"] * 4 + ["float64", "int64", "complex64"]))
    return [a], some(s=lambda: [4, 3])


@op("fft.fftshift fft.ifftshift fft.fftfreq fft.rfftfreq", 1)
def shift():
    return ([one(4, 5, 8)] if "freq" in CURRENT[0] else [x(1, 3)]), {}


@op("stft", 1)
def stft():
    return [T(one([40], [2, 64])), one(8, 16)], dict(some(hop_length=lambda: 4), return_complex=True)


# ---- functional

def image(c=3, pool=FRACTIONS):
    s = [one(1, 2), c, one(4, 6, 8), one(4, 5, 8)]
    return T(s, one(*pool))


@op("F.relu F.relu6 F.elu F.selu F.celu F.leaky_relu F.gelu F.silu F.mish F.softplus F.softsign F.logsigmoid F.tanhshrink F.softshrink F.hardshrink F.hardtanh F.hardsigmoid"
    " F.hardswish F.sigmoid F.tanh F.dropout F.normalize F.rrelu F.alpha_dropout F.glu", 1)
def activation():
    return [x(1, 4, MOSTLY, 0)], {}


@op("F.softmax F.log_softmax F.softmin softmax log_softmax", 2)
def softmax():
    a = x(0, 4)
    return [a, dim(len(a.shape))], some(dtype=lambda: {"dtype": kind(["float32", "float64"])})


@op("F.max_pool2d F.avg_pool2d F.lp_pool2d", 2)
def pool():
    a = image()
    k = one(2, 3, [2, 3])
    head = [a, 2.0, k] if "lp" in CURRENT[0] else [a, k]
    return head, some(stride=lambda: one(1, 2), **({} if "lp" in CURRENT[0] else {"padding": lambda: one(0, 1, 2)}), ceil_mode=lambda: True)


@op("F.adaptive_avg_pool2d F.adaptive_max_pool2d", 1)
def adaptive():
    return [image(), one(1, 2, [2, 3], [None, 3])], {}


@op("F.interpolate", 3)
def interpolate():
    a = image()
    return [a], one({"scale_factor": 2}, {"scale_factor": 0.5}, {"size": 7}, {"size": [5, 6]}, {"size": [5, 6], "mode": "bilinear", "align_corners": False}, {"scale_factor": 2, "mode": "bicubic"},
                    {"scale_factor": [1.5, 2.0]}, {}, {"size": [1, 2, 3]})


@op("F.conv2d conv2d", 4)
def conv2d():
    g = one(1, 1, 1, 2)
    a = image(4, ["float32"] * 8 + ["float64", "int64"])
    w = T([one(2, 4), 4 // g, one(1, 3), one(1, 3)], a.dtype if chance(0.92) else "float64")
    if chance(0.1):
        w.shape[1] += 1
    args = [a, w]
    if chance(0.4):
        args.append(T([w.shape[0] if chance(0.9) else 3], a.dtype))
    elif chance(0.2):
        args += [None, one(1, 2), one(0, 1)]
        return args, {"groups": g}
    return args, dict(some(stride=lambda: one(1, 2), padding=lambda: one(0, 1, "same", [1, 0]), dilation=lambda: one(1, 2)), groups=g)


@op("F.conv1d F.conv_transpose2d F.conv_transpose1d", 1)
def conv1d():
    c = CURRENT[0]
    a = T([2, 4, 8]) if "1d" in c else T([2, 4, 5, 6])
    w = T([4, 3, 3] if c != "F.conv1d" else [3, 4, 3]) if "1d" in c else T([4, 3, 3, 2])
    return [a, w], some(stride=lambda: one(1, 2), padding=lambda: one(0, 1))


@op("F.linear", 3)
def linear():
    k = one(2, 3, 5)
    d = kind(["float32"] * 6 + ["float64", "int64"])
    a, w = T(shape(0, 2) + [k], d), mat(one(2, 4), k, d=d if chance(0.9) else "float64")
    return ([a, w] if chance(0.5) else [a, w, T([w.shape[0] if chance(0.85) else w.shape[0] + 1], d)]), {}


@op("F.embedding", 2)
def embedding():
    return [T(shape(0, 3), one("int64", "int64", "int64", "int32", "float32", "bool", "int8"), 1), T([one(5, 7), 3] if chance(0.9) else [5], one("float32", "float16"))], {}


@op("F.one_hot", 2)
def one_hot():
    return [T(shape(0, 3, 0), one("int64", "int64", "int64", "int32"), 2)] + ([one(4, 6)] if chance(0.8) else [3]), {}


@op("F.layer_norm", 3)
def layer_norm():
    a = T(shape(1, 4, 0), "float32")
    n = R.randint(1, len(a.shape))
    s = a.shape[-n:] if chance(0.88) else a.shape[:n]
    return [a, s] + ([T(s)] if chance(0.4) else []), {}


@op("F.group_norm F.batch_norm F.instance_norm F.local_response_norm", 2)
def norms():
    c = CURRENT[0]
    a = T([2, 4] + shape(1, 2, 0))
    if c == "F.group_norm":
        return [a, one(1, 2, 4, 3)] + ([T([4]), T([4])] if chance(0.4) else []), {}
    if c == "F.batch_norm":
        return [a, T([4]), T([4])] + ([T([4 if chance(0.9) else 3]), T([4])] if chance(0.4) else []), {}
    return ([a] if c == "F.instance_norm" else [a, 3]), {}


@op("F.pad", 4)
def pad():
    a = T(shape(1, 4, 0), kind(FRACTIONS + ["int64"]))
    n = R.randint(1, len(a.shape))
    return [a, [one(0, 1, 2, -1) for _ in range(2 * n if chance(0.92) else 2 * n + 1)]], some(value=lambda: 0.5) if chance(0.7) else {"mode": one("reflect", "replicate", "circular", "no")}


@op("F.mse_loss F.l1_loss F.smooth_l1_loss F.huber_loss F.binary_cross_entropy F.binary_cross_entropy_with_logits F.kl_div F.soft_margin_loss F.hinge_embedding_loss"
    " F.poisson_nll_loss", 1)
def loss():
    s = shape(1, 3, 0)
    return [T(s), T(s)], some(reduction=lambda: one("none", "sum", "mean"))


@op("F.cross_entropy F.nll_loss", 2)
def classes():
    s = shape(0, 1, 0)
    return [T([2, 5] + s), T([2] + s, one("int64", "int64", "int64", "float32"), 1)], some(reduction=lambda: one("none", "sum", "mean"))


@op("cosine_similarity F.pairwise_distance F.cosine_similarity", 1)
def similarity():
    s = shape(2, 3, 0)
    return [T(s), T(near(s, 0.1) if "cosine" in CURRENT[0] else s)], {}


@op("F.grid_sample F.affine_grid", 1)
def grid():
    if CURRENT[0] == "F.affine_grid":
        return [T([2, 2, 3] if chance(0.9) else [2, 3, 4]), [2, 3, 5, 7]], {}
    return [T([2, 3, 5, 6]), T([2 if chance(0.9) else 3, 4, 5, 2 if chance(0.9) else 3])], {}


@op("F.pixel_shuffle F.pixel_unshuffle F.fold F.unfold", 1)
def shuffles():
    c = CURRENT[0]
    return {"F.pixel_shuffle": [T([2, one(4, 8, 6), 3, 3]), 2], "F.pixel_unshuffle": [T([2, 3, one(4, 6, 5), 4]), 2], "F.unfold": [T([2, 3, 6, 5]), one(2, 3, [2, 3])],
            "F.fold": [T([2, 12, one(20, 20, 19)]), [5, 6], 2]}[c], {}


@op("F.multi_head_attention_forward F.prelu F.threshold F.cosine_embedding_loss F.triplet_margin_loss F.margin_ranking_loss F.embedding_bag F.ctc_loss F.gaussian_nll_loss", 1)
def rest():
    c = CURRENT[0]
    return {"F.prelu": [T([2, 3, 4]), T([one(1, 3, 3, 4)])], "F.threshold": [x(1, 3), 0.1, 20], "F.cosine_embedding_loss": [T([3, 4]), T([3, 4]), T([3])],
            "F.triplet_margin_loss": [T([3, 4]), T([3, 4]), T([3, 4])], "F.margin_ranking_loss": [T([3]), T([3]), T([3])],
            "F.embedding_bag": [T([3, 4], "int64", 1), T([5, 6])], "F.gaussian_nll_loss": [T([3, 4]), T([3, 4]), T([3, 4])]}.get(c, [x(), x()]), {}


# ---- running

# The meta device lets kinds of number pass here that the operation is not defined for.
LAX = re.compile("bitwise|gcd|lcm")


def kinds(v):
    return [v.dtype] if isinstance(v, T) else [k for e in v for k in kinds(e)] if isinstance(v, list) else []


METHODS_ONLY = {"view", "expand", "repeat", "unfold", "t", "mT", "mH"}
CURRENT = [None]


def spelled(name):
    if name.startswith("F."):
        return "torch.nn.functional." + name[2:]
    as_method = hasattr(torch.Tensor, name) and (name in METHODS_ONLY or not hasattr(torch, name) or chance(0.35))
    return ("torch.Tensor." if as_method else "torch.") + name


def function(full):
    at = torch
    for part in full.split(".")[1:]:
        at = getattr(at, part)
    return at


def real(v, device):
    if isinstance(v, T):
        return v.make(device)
    if isinstance(v, list):
        return [real(e, device) for e in v]
    if isinstance(v, dict):
        return getattr(torch, v["dtype"])
    return v


def written(v):
    if isinstance(v, T):
        return {"t": v.shape, "d": v.dtype} if v.fill is None else {"t": v.shape, "d": v.dtype, "v": v.fill}
    return [written(e) for e in v] if isinstance(v, list) else v


def outputs(r):
    if isinstance(r, torch.Tensor):
        return [[list(r.shape), str(r.dtype)[6:]]]
    if isinstance(r, (list, tuple)):
        return [o for e in r for o in outputs(e)]
    return None


def run(full, args, kwargs, device):
    f = function(full)
    star = args and isinstance(args[0], str) and args[0] == "*"
    made = real(args[1] if star else args, device)
    named = {k: real(v, device) for k, v in kwargs.items()}
    if full.endswith((".mT", ".mH", ".H", ".T")):
        return getattr(made[0], full.rsplit(".", 1)[1])
    return f(*made, **named)


def case(name):
    CURRENT[0] = name
    args, kwargs = OPS[name][0]()
    full = spelled(name)
    if full.startswith("torch.Tensor.") and name in ("mm", "where") and args and not isinstance(args[0], T):
        return None
    if full == "torch.Tensor.where" and not (isinstance(args[1], T) and isinstance(args[2], T)):
        full = "torch.where"
    out = {"f": full, "args": written(args), "kwargs": kwargs}
    if full == "torch.Tensor.where":
        args = [args[1], args[0], args[2]]
        out["args"] = written(args)
    for device in ("cpu", "meta"):
        try:
            got = outputs(run(full, args, kwargs, device))
            if got is None:
                return None
            return dict(out, out=got)
        except Exception as e:
            text = str(e).split("\n")[0]
            if device == "cpu" and any(o in text for o in ONLY_HERE) and not LAX.search(full) and len(set(kinds(args))) < 2:
                continue
            if device == "meta" or any(o in text for o in SKIP):
                return None
            return dict(out, error=text[:160])
    return None


def main():
    torch.manual_seed(0)
    names = [n for n, (_, w) in OPS.items() for _ in range(w)]
    cases, seen = [], set()
    order = list(OPS) * 2
    while len(cases) < CASES:
        c = case(order.pop() if order else R.choice(names))
        key = json.dumps(c, sort_keys=True)
        if c is not None and key not in seen:
            seen.add(key)
            cases.append(c)
    target = Path(__file__).with_name("operations.json") if len(sys.argv) < 4 else Path(sys.argv[3])
    with open(target, "w") as f:
        f.write('{"torch": "%s", "seed": %d, "cases": [\n' % (torch.__version__, SEED))
        f.write(",\n".join(json.dumps(c) for c in cases))
        f.write("\n]}\n")
    print(len(cases), "cases,", sum("error" in c for c in cases), "refused")


if __name__ == "__main__":
    main()
