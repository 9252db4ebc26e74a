#!/usr/bin/env python3
"""What PyTorch says to sizes at the edge: writes edges.json beside itself. Needs torch; about a minute.

    python3 kernel/src/test/resources/truth/edges.py

Sizes of nothing, below nothing, near 2^31 and 2^63 and beyond, for every layer family and tensor operation: cases picked by hand, and more drawn from a
fixed seed. A case is run on the CPU where it is small and on the meta device (sizes without numbers) where it is not, each in a process of its own,
because some of them end it. What is written: the output shapes and the number of parameters, or what PyTorch refuses with. "overflow" marks a refusal
that only says that PyTorch's own 64-bit arithmetic or memory ends there; beside it stands, where a line of Python says it, what it would be exactly.
"""
import datetime
import json
import os
import random
import resource
import signal
import warnings
from inspect import signature
from pathlib import Path

import torch
import torch.nn as nn
import torch.nn.functional as F

warnings.filterwarnings("ignore")
SEED = 20261124
DRAWN_LAYERS = 1500
DRAWN_OPERATIONS = 900
SMALL = 200_000
MEMORY = 4 << 30
HUGE = [2**31 - 1, 2**31, 2**32 + 1, 3_000_000_000, 2**40, 2**62, 2**63 - 1, 2**63, 2**64 + 3, 10**20]
OVERFLOWS = ("overflow", "too large", "too big", "can't allocate", "not enough memory", "bad_alloc", "cannot be converted", "invalid shape dimension", "out of memory",
             "larger than the maximum", "integer out of range", "found element of type int at pos", "cannot be represented")
# What PyTorch counts as in training: a normalisation over one value is refused there alone.
IN_TRAINING = ("BatchNorm", "InstanceNorm")

OPERATIONS = {
    "cat": lambda dim, *xs: torch.cat(xs, dim), "stack": lambda dim, *xs: torch.stack(xs, dim),
    "avgPool2d": F.avg_pool2d, "maxPool2d": F.max_pool2d, "adaptiveAvgPool2d": F.adaptive_avg_pool2d, "pad": lambda x, *p, **kw: F.pad(x, p, **kw),
    "interpolate": F.interpolate, "softmax": lambda x, dim: F.softmax(x, dim), "glu": F.glu, "pixelShuffle": F.pixel_shuffle, "pixelUnshuffle": F.pixel_unshuffle,
    "slice": lambda x, dim, a, b, step=1: x[(slice(None),) * (dim % x.dim() if -x.dim() <= dim < x.dim() else no_axis(x, dim)) + (slice(a, b, step),)],
    "repeatInterleave": lambda x, *a: x.repeat_interleave(*a), "unflatten": lambda x, dim, *s: x.unflatten(dim, s),
    "conv2d": F.conv2d, "conv1d": F.conv1d, "linear": F.linear, "layerNorm": lambda x, s: F.layer_norm(x, s if isinstance(s, list) else [s]),
    "groupNorm": F.group_norm, "scaledDotProductAttention": None, "roll": lambda x, s, *d: x.roll(s, d or None), "channelShuffle": F.channel_shuffle,
}


def no_axis(x, dim):
    raise IndexError(f"Dimension out of range (got {dim} for {x.dim()} axes)")


# ---- drawing

class Draw:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def one(self, *of):
        return self.random.choice(of)

    def size(self):
        """Mostly a size that layers are used to, sometimes one at the edge."""
        return self.random.choice([1, 2, 3, 4, 6, 8, 1, 2, 3, 4, 6, 8, 0, 0, -1, -2, self.one(*HUGE)])

    def plain(self):
        return self.random.choice([1, 2, 3, 4, 4, 6, 8, 0])

    def zero(self):
        return self.random.choice([0, 0, 0, 1, 1, 2, 3, -1, -2, self.one(*HUGE)])

    def chance(self, p):
        return self.random.random() < p

    def shape(self, rank, at=None):
        out = [self.random.choice([1, 2, 3, 4, 5, 6, 8, 8]) for _ in range(rank)]
        if self.chance(0.35) and rank:
            out[self.random.randrange(rank)] = self.random.choice([0, 0, 1, self.one(*HUGE)])
        for i, value in (at or {}).items():
            if not self.chance(0.1):
                out[i] = value
        return out

    def some(self, **options):
        """Each option in one case of three."""
        return {k: v() for k, v in options.items() if self.chance(0.34)}


def layer(name, args=(), kwargs=None, *inputs):
    return {"layer": name, "args": list(args), "kwargs": kwargs or {}, "inputs": list(inputs)}


def operation(name, args=(), kwargs=None, *inputs):
    return {"op": name, "args": list(args), "kwargs": kwargs or {}, "inputs": list(inputs)}


def drawn_layer(d):
    axes = d.one(1, 2, 3)
    batch = d.one(1, 2, 2, 0)
    kind = d.one("conv", "conv", "transposed", "max", "avg", "lp", "adaptive", "fractional", "linear", "bilinear", "embedding", "norm", "group", "layernorm", "pad", "pad",
                 "shuffle", "fold", "unfold", "upsample", "flatten", "unflatten", "rnn", "cell", "attention", "encoder", "small", "lrn", "loss")
    if kind in ("conv", "transposed"):
        c, options = d.size(), d.some(stride=d.size, padding=d.zero, dilation=d.size, groups=d.size, bias=lambda: False)
        if kind == "transposed":
            options.update(d.some(output_padding=d.zero))
        return layer(f"Conv{'Transpose' if kind == 'transposed' else ''}{axes}d", [c, d.size(), d.size()], options, d.shape(axes + 2, {0: batch, 1: max(c, 0)}))
    if kind in ("max", "avg"):
        options = d.some(stride=d.size, padding=d.zero, ceil_mode=lambda: True, **({"dilation": d.size} if kind == "max" else {}))
        return layer(f"{kind.capitalize()}Pool{axes}d", [d.size()], options, d.shape(axes + 2))
    if kind == "lp":
        axes = min(axes, 2)
        return layer(f"LPPool{axes}d", [2, d.size()], d.some(stride=d.size, ceil_mode=lambda: True), d.shape(axes + 2))
    if kind == "adaptive":
        return layer(f"Adaptive{d.one('Avg', 'Max')}Pool{axes}d", [d.size()], {}, d.shape(axes + 2))
    if kind == "fractional":
        axes = max(axes, 2)
        return layer(f"FractionalMaxPool{axes}d", [d.size()], {"output_size": d.size()}, d.shape(axes + 2))
    if kind == "linear":
        f = d.size()
        return layer("Linear", [f, d.size()], d.some(bias=lambda: False), d.shape(d.one(1, 2, 3), {-1: max(f, 0)}))
    if kind == "bilinear":
        f, g = d.size(), d.size()
        return layer("Bilinear", [f, g, d.size()], {}, [batch, max(f, 0)], [batch, max(g, 0)])
    if kind == "embedding":
        return layer(d.one("Embedding", "EmbeddingBag"), [d.size(), d.size()], d.some(padding_idx=d.zero), {"shape": d.shape(2), "dtype": "int64"})
    if kind == "norm":
        c = d.size()
        return layer(f"{d.one('Batch', 'Instance')}Norm{axes}d", [c], d.some(affine=lambda: d.chance(0.5)), d.shape(axes + 2, {0: batch, 1: max(c, 0)}))
    if kind == "group":
        g = d.size()
        c = d.one(g, 2 * g, d.size())
        return layer("GroupNorm", [g, c], {}, d.shape(4, {1: max(c, 0)}))
    if kind == "layernorm":
        shape = d.shape(3)
        return layer("LayerNorm", [[d.size()] if d.chance(0.5) else shape[d.one(1, 2):]], {}, shape)
    if kind == "pad":
        name, low = d.one(("ZeroPad", 2), ("ConstantPad", 1), ("ReflectionPad", 1), ("ReplicationPad", 1))
        axes = 2 if name == "ZeroPad" else axes
        padding = [d.zero() for _ in range(2 * axes)] if d.chance(0.6) else d.zero()
        return layer(f"{name}{axes}d", [padding] + ([0] if name == "ConstantPad" else []), {}, d.shape(axes + d.one(1, 2)))
    if kind == "shuffle":
        name = d.one("PixelShuffle", "PixelUnshuffle", "ChannelShuffle")
        return layer(name, [d.size()], {}, d.shape(4))
    if kind == "unfold":
        return layer("Unfold", [d.size()], d.some(stride=d.size, padding=d.zero, dilation=d.size), d.shape(4))
    if kind == "fold":
        k, o = d.plain(), d.size()
        return layer("Fold", [o, k], d.some(stride=d.size, padding=d.zero), [batch, d.one(k * k * 2, d.size()), d.one(max(o - k + 1, 0) ** 2, d.plain())])
    if kind == "upsample":
        return layer("Upsample", [], d.one({"size": d.size()}, {"scale_factor": d.one(1, 2, 0, -1, 2**31, 2**40)}), d.shape(axes + 2))
    if kind == "flatten":
        return layer("Flatten", [d.one(0, 1, -1, 5), d.one(-1, 1, 0, 7)], {}, d.shape(d.one(2, 3, 4)))
    if kind == "unflatten":
        shape = d.shape(3)
        return layer("Unflatten", [d.one(1, -1, 5), [d.one(-1, 0, 2, 3), d.one(shape[1], d.size())]], {}, shape)
    if kind == "rnn":
        f = d.size()
        return layer(d.one("RNN", "LSTM", "GRU"), [f, d.size()], d.some(num_layers=d.size, bidirectional=lambda: True, bias=lambda: False), d.shape(3, {2: max(f, 0)}))
    if kind == "cell":
        f = d.size()
        return layer(d.one("RNNCell", "LSTMCell", "GRUCell"), [f, d.size()], {}, [batch, max(f, 0)])
    if kind == "attention":
        e, x = d.size(), d.shape(3)
        x[2] = max(e, 0)
        return layer("MultiheadAttention", [e, d.size()], d.some(kdim=lambda: e, bias=lambda: False), x, x, x)
    if kind == "encoder":
        e = d.size()
        return layer("TransformerEncoderLayer", [e, d.size()], {"dim_feedforward": d.size()}, d.shape(3, {2: max(e, 0)}))
    if kind == "lrn":
        return layer("LocalResponseNorm", [d.size()], {}, d.shape(4))
    if kind == "loss":
        shape = d.shape(2)
        return layer(d.one("MSELoss", "L1Loss", "SmoothL1Loss", "BCEWithLogitsLoss"), [], d.some(reduction=lambda: "none"), shape, d.one(shape, shape, d.shape(2)))
    name, args = d.one(("ReLU", []), ("Softmax", [d.one(0, 1, -1, 4)]), ("GLU", [d.one(0, 1, -1, 4)]), ("PReLU", [d.size()]), ("Softmax2d", []), ("Identity", []), ("GELU", []))
    return layer(name, args, {}, d.shape(d.one(2, 3, 4)))


def drawn_operation(d):
    x = d.shape(d.one(1, 2, 3, 3, 4))
    axis = d.one(0, 1, -1, -2, 2, 5, -7)
    i = d.one(0, 1, 2, 3, -1, -2, 8, 9, d.one(*HUGE))
    kind = d.one("view", "reshape", "flatten", "unflatten", "permute", "transpose", "squeeze", "unsqueeze", "expand", "repeat", "chunk", "split", "select", "slice", "narrow",
                 "pad", "cat", "stack", "reduce", "pair", "place", "softmax", "cumsum", "matmul", "bmm", "mm", "broadcast", "roll", "flip", "tile", "repeatInterleave", "unfold",
                 "diagonal", "topk", "unbind", "pool", "interpolate", "glu", "conv2d", "linear", "layerNorm", "groupNorm", "tril", "sort", "movedim", "unary")
    if kind in ("view", "reshape"):
        return operation(kind, [d.one(-1, d.size(), d.one(*x)) for _ in range(d.one(1, 2, 3))], {}, x)
    if kind == "flatten":
        return operation(kind, [d.one(0, 1, -1, 4), d.one(-1, 1, 0, 6)], {}, x)
    if kind == "unflatten":
        return operation(kind, [axis, d.one(-1, 0, 2), d.one(d.size(), d.one(*x))], {}, x)
    if kind == "permute":
        order = list(range(len(x)))
        d.random.shuffle(order)
        return operation(kind, order if d.chance(0.8) else order + [axis], {}, x)
    if kind in ("transpose", "movedim"):
        return operation(kind, [axis, d.one(0, 1, -1, 3)], {}, x)
    if kind in ("unsqueeze", "squeeze", "cumsum", "softmax", "glu", "unbind", "flip", "sort"):
        return operation(kind, [axis], {}, x)
    if kind in ("expand", "repeat", "tile"):
        return operation(kind, [d.one(d.size(), -1, *x) for _ in range(len(x) + d.one(0, 0, 1, -1))], {}, x)
    if kind == "chunk":
        return operation(kind, [d.size(), axis], {}, x)
    if kind == "split":
        return operation(kind, [d.one(d.size(), [d.zero(), d.size()]), axis], {}, x)
    if kind == "select":
        return operation(kind, [axis, i], {}, x)
    if kind == "slice":
        return operation(kind, [axis, i, d.one(0, 1, 3, -1, 100, d.one(*HUGE))] + ([d.one(1, 2, 0, -1, d.one(*HUGE))] if d.chance(0.4) else []), {}, x)
    if kind == "narrow":
        return operation(kind, [axis, i, d.zero()], {}, x)
    if kind == "pad":
        mode = {} if d.chance(0.6) else {"mode": d.one("reflect", "replicate", "circular")}
        return operation(kind, [d.zero() for _ in range(d.one(2, 2, 4, 3))], mode, x)
    if kind in ("cat", "stack"):
        y = list(x) if d.chance(0.7) else d.shape(len(x))
        return operation(kind, [d.one(0, 1, -1, 5)], {}, x, y)
    if kind == "reduce":
        return operation(d.one("sum", "mean", "amax", "prod", "var", "std", "norm", "logsumexp", "all")[:], [] if d.chance(0.3) else [axis], {}, x)
    if kind == "pair":
        return operation(d.one("max", "min", "median"), [] if d.chance(0.3) else [axis], {}, x)
    if kind == "place":
        return operation(d.one("argmax", "argmin"), [] if d.chance(0.3) else [axis], {}, x)
    if kind == "topk":
        return operation(kind, [d.one(0, 1, 2, 9, -1), axis], {}, x)
    if kind in ("matmul", "broadcast"):
        y = d.shape(d.one(1, 2, 3, 4))
        if d.chance(0.6):
            y = list(x)
            if kind == "matmul" and len(y) > 1:
                y[-1], y[-2] = y[-2], y[-1]
        return operation("matmul" if kind == "matmul" else d.one("add", "mul", "maximum"), [], {}, x, y)
    if kind in ("bmm", "mm"):
        rank = 3 if kind == "bmm" else 2
        x = d.shape(rank)
        return operation(kind, [], {}, x, x[:-2] + [d.one(x[-1], x[-1], 2), d.plain()])
    if kind == "roll":
        return operation(kind, [d.one(0, 1, -1, 100), axis], {}, x)
    if kind == "repeatInterleave":
        return operation(kind, [d.size()] + ([axis] if d.chance(0.7) else []), {}, x)
    if kind == "unfold":
        return operation(kind, [axis, d.one(0, 1, 2, 9, -1, 2**31 - 1), d.one(1, 2, 0, -1, 2**31 - 1)], {}, x)
    if kind == "diagonal":
        return operation(kind, [d.one(0, 1, -1, 9), d.one(0, -1), d.one(1, -2, 0)], {}, x)
    if kind == "tril":
        return operation(kind, [d.one(0, 1, -9)], {}, x)
    if kind == "pool":
        x = d.shape(4)
        return operation(d.one("avgPool2d", "maxPool2d", "adaptiveAvgPool2d"), [d.size()], {}, x)
    if kind == "interpolate":
        return operation(kind, [], {"size": d.size()}, d.shape(4))
    if kind == "conv2d":
        x = d.shape(4)
        return operation(kind, [], d.some(stride=d.size, padding=d.zero, groups=d.size), x, [d.plain(), x[1], d.plain(), d.plain()])
    if kind == "linear":
        return operation(kind, [], {}, x, [d.plain(), x[-1]])
    if kind == "layerNorm":
        return operation(kind, [d.one(x[-1], d.size())], {}, x)
    if kind == "groupNorm":
        return operation(kind, [d.one(1, 2, 0, -1, 3)], {}, d.shape(4))
    return operation(d.one("relu", "neg", "exp", "sqrt"), [], {}, x)


PICKED = [
    layer("Conv2d", [3, 0, 3], {}, [1, 3, 8, 8]), layer("Conv2d", [0, 3, 3], {}, [1, 0, 8, 8]), layer("Conv2d", [3, 8, 0], {}, [1, 3, 8, 8]),
    layer("Conv2d", [3, 8, 3], {"stride": 0}, [1, 3, 8, 8]), layer("Conv2d", [3, 8, 3], {"dilation": 0}, [1, 3, 8, 8]), layer("Conv2d", [3, 8, 3], {"groups": 0}, [1, 3, 8, 8]),
    layer("Conv2d", [3, 8, 3], {"padding": -1}, [1, 3, 8, 8]), layer("Conv2d", [3, 8, 3], {"padding": -1}, [1, 3, 4, 4]), layer("Conv2d", [3, 8, 3], {"padding": 100}, [1, 3, 2, 2]),
    layer("Conv2d", [3, 8, 3], {"padding": [1, 0]}, [1, 3, 2, 2]), layer("Conv2d", [1, 4, 3], {"padding": [1, 0]}, [1, 1, 2, 3]), layer("Conv2d", [3, 8, 3], {}, [1, 3, 2, 2]),
    layer("Conv2d", [3, 8, 3], {}, [0, 3, 8, 8]), layer("Conv2d", [3, 8, 3], {}, [1, 3, 0, 8]), layer("Conv2d", [3, 8, 3], {"padding": 2}, [1, 3, 0, 8]),
    layer("Conv2d", [3, 8, 1], {}, [1, 3, 0, 0]), layer("Conv2d", [3, 8, 3], {"padding": 2**31 - 1}, [1, 3, 8, 8]), layer("Conv2d", [3, 8, 3], {"padding": 2**40}, [1, 3, 8, 8]),
    layer("Conv2d", [3, 8, 3], {"padding": 2**62}, [1, 3, 8, 8]), layer("Conv2d", [3, 8, 3], {"stride": 2**62}, [1, 3, 8, 8]), layer("Conv2d", [3, 8, 3], {"dilation": 2**62}, [1, 3, 8, 8]),
    layer("Conv2d", [3, 8, 2**62], {}, [1, 3, 8, 8]), layer("Conv2d", [2**31, 2**31, 3], {}, [1, 2**31, 8, 8]), layer("Conv2d", [3, 2**31, 1], {}, [1, 3, 8, 8]),
    layer("Linear", [0, 5], {}, [2, 0]), layer("Linear", [5, 0], {}, [2, 5]), layer("Linear", [0, 0], {}, [2, 0]), layer("Linear", [5, 3], {}, [0, 5]), layer("Linear", [-1, 5], {}, [2, 1]),
    layer("Linear", [5, -1], {}, [2, 5]), layer("Linear", [2**40, 2], {}, [1, 2**40]), layer("Linear", [3_000_000_000, 2], {}, [1, 3_000_000_000]),
    layer("Linear", [2**31, 2**31], {}, [1, 2**31]), layer("Linear", [2**30, 2**30], {}, [1, 2**30]), layer("Linear", [2**63, 2], {}, [1, 2**63]), layer("Linear", [2**63 - 1, 1], {}, [1, 2**63 - 1]),
    layer("Linear", [2**61, 1], {}, [1, 2**61]), layer("Linear", [10**40, 2], {}, [1, 10**40]),
    layer("MaxPool2d", [2], {}, [1, 3, 1, 1]), layer("MaxPool2d", [2], {"padding": 2}, [1, 3, 8, 8]), layer("MaxPool2d", [2], {"padding": 1}, [1, 3, 1, 1]), layer("MaxPool2d", [0], {}, [1, 3, 8, 8]),
    layer("MaxPool2d", [2], {"stride": 0}, [1, 3, 8, 8]), layer("MaxPool2d", [2], {}, [0, 3, 8, 8]), layer("MaxPool2d", [2], {}, [1, 0, 8, 8]), layer("MaxPool2d", [2**31], {}, [1, 3, 8, 8]),
    layer("AvgPool2d", [2], {"stride": 0}, [1, 3, 8, 8]), layer("AvgPool2d", [2], {}, [1, 3, 0, 8]), layer("AvgPool2d", [2], {}, [0, 3, 8, 8]), layer("AvgPool2d", [2], {"divisor_override": 0}, [1, 3, 8, 8]),
    layer("ConvTranspose2d", [3, 8, 3], {"padding": 2}, [1, 3, 1, 1]), layer("ConvTranspose2d", [3, 8, 3], {"padding": 1}, [1, 3, 0, 4]), layer("ConvTranspose2d", [3, 8, 3], {"padding": -1}, [1, 3, 4, 4]),
    layer("ConvTranspose2d", [3, 8, 3], {"stride": 0}, [1, 3, 4, 4]), layer("ConvTranspose2d", [3, 8, 3], {"stride": 2**31}, [1, 3, 4, 4]), layer("ConvTranspose2d", [3, 0, 3], {}, [1, 3, 4, 4]),
    layer("ZeroPad2d", [-1], {}, [1, 3, 2, 2]), layer("ZeroPad2d", [-1], {}, [1, 3, 8, 8]), layer("ZeroPad2d", [-2], {}, [1, 3, 2, 2]), layer("ZeroPad2d", [2**62], {}, [1, 3, 2, 2]),
    layer("ZeroPad2d", [[-1, 0, 0, 0]], {}, [1, 3, 2, 2]), layer("ReflectionPad2d", [-1], {}, [1, 3, 8, 8]), layer("ReflectionPad2d", [1], {}, [1, 3, 1, 1]), layer("ReplicationPad2d", [-1], {}, [1, 3, 2, 2]),
    layer("ReplicationPad2d", [1], {}, [1, 3, 0, 2]), layer("ReplicationPad2d", [1], {}, [0, 3, 2, 2]),
    layer("BatchNorm2d", [0], {}, [2, 0, 4, 4]), layer("BatchNorm2d", [-1], {}, [2, 1, 4, 4]), layer("BatchNorm2d", [3], {}, [0, 3, 4, 4]), layer("BatchNorm1d", [3], {}, [1, 3]), layer("BatchNorm2d", [2**62], {}, [1, 2**62, 2, 2]),
    layer("GroupNorm", [0, 4], {}, [2, 4, 3, 3]), layer("GroupNorm", [2, 0], {}, [2, 0, 3, 3]), layer("GroupNorm", [-1, 4], {}, [2, 4, 3, 3]), layer("LayerNorm", [[0]], {}, [2, 0]), layer("LayerNorm", [[]], {}, [2, 3]),
    layer("Embedding", [0, 3], {}, {"shape": [2], "dtype": "int64"}), layer("Embedding", [3, 0], {}, {"shape": [2], "dtype": "int64"}), layer("Embedding", [-1, 3], {}, {"shape": [2], "dtype": "int64"}),
    layer("Embedding", [2**40, 2**20], {}, {"shape": [2], "dtype": "int64"}), layer("Embedding", [2**40, 2**30], {}, {"shape": [2], "dtype": "int64"}), layer("Embedding", [10, 3], {}, {"shape": [0], "dtype": "int64"}),
    layer("LSTM", [0, 5], {}, [3, 2, 0]), layer("LSTM", [5, 0], {}, [3, 2, 5]), layer("LSTM", [5, 4], {"num_layers": 0}, [3, 2, 5]), layer("LSTM", [5, 4], {}, [0, 2, 5]), layer("LSTM", [5, 4], {}, [3, 0, 5]),
    layer("LSTM", [5, -4], {}, [3, 2, 5]), layer("LSTM", [5, 4], {"proj_size": 4}, [3, 2, 5]), layer("LSTM", [5, 4], {"proj_size": -1}, [3, 2, 5]), layer("GRU", [2**31, 2**31], {}, [1, 1, 2**31]),
    layer("MultiheadAttention", [0, 1], {}, [3, 2, 0], [3, 2, 0], [3, 2, 0]), layer("MultiheadAttention", [8, 0], {}, [3, 2, 8], [3, 2, 8], [3, 2, 8]), layer("MultiheadAttention", [8, -2], {}, [3, 2, 8], [3, 2, 8], [3, 2, 8]),
    layer("MultiheadAttention", [8, 3], {}, [3, 2, 8], [3, 2, 8], [3, 2, 8]), layer("MultiheadAttention", [8, 2], {}, [0, 2, 8], [3, 2, 8], [3, 2, 8]), layer("MultiheadAttention", [8, 2], {}, [3, 2, 8], [0, 2, 8], [0, 2, 8]),
    layer("AdaptiveAvgPool2d", [0], {}, [1, 3, 4, 4]), layer("AdaptiveAvgPool2d", [-1], {}, [1, 3, 4, 4]), layer("AdaptiveAvgPool2d", [1], {}, [1, 3, 0, 4]), layer("AdaptiveAvgPool2d", [1], {}, [0, 3, 4, 4]),
    layer("AdaptiveAvgPool2d", [2**31], {}, [1, 3, 4, 4]), layer("AdaptiveMaxPool2d", [0], {}, [1, 3, 4, 4]),
    layer("PixelShuffle", [0], {}, [1, 4, 2, 2]), layer("PixelShuffle", [-2], {}, [1, 4, 2, 2]), layer("PixelShuffle", [2], {}, [1, 0, 2, 2]), layer("PixelUnshuffle", [0], {}, [1, 4, 2, 2]), layer("PixelUnshuffle", [2], {}, [1, 4, 0, 2]),
    layer("Upsample", [], {"size": 0}, [1, 3, 4, 4]), layer("Upsample", [], {"scale_factor": 0}, [1, 3, 4, 4]), layer("Upsample", [], {"scale_factor": 0.1}, [1, 3, 4, 4]), layer("Upsample", [], {"scale_factor": -1}, [1, 3, 4, 4]),
    layer("Upsample", [], {"scale_factor": 2}, [0, 3, 4, 4]), layer("Upsample", [], {"scale_factor": 2**40}, [1, 3, 2**31, 4]), layer("Upsample", [], {"scale_factor": 1.5}, [1, 1, 2**53 + 1, 1]),
    layer("Flatten", [], {}, [2, 0, 3]), layer("Flatten", [], {}, [2**40, 2**40, 2**40]), layer("Unflatten", [1, [0, 3]], {}, [2, 0]), layer("Unflatten", [1, [-1, 0]], {}, [2, 0]), layer("Unfold", [2], {}, [1, 3, 1, 1]), layer("Unfold", [0], {}, [1, 3, 4, 4]),
    layer("Bilinear", [0, 3, 2], {}, [4, 0], [4, 3]), layer("Bilinear", [2, 3, 0], {}, [4, 2], [4, 3]), layer("PReLU", [0], {}, [2, 0, 3]), layer("PReLU", [-1], {}, [2, 3]), layer("GLU", [], {}, [2, 0]), layer("Softmax", [1], {}, [2, 0]),
    layer("CrossEntropyLoss", [], {}, [0, 3], {"shape": [0], "dtype": "int64"}), layer("MSELoss", [], {}, [0], [0]), layer("MSELoss", [], {"reduction": "none"}, [0, 4], [0, 4]), layer("CosineSimilarity", [], {}, [2, 0], [2, 0]),
    layer("LocalResponseNorm", [0], {}, [1, 3, 4, 4]), layer("LocalResponseNorm", [-1], {}, [1, 3, 4, 4]), layer("LocalResponseNorm", [2], {}, [1, 0, 4, 4]), layer("ReLU", [], {}, [0]), layer("ReLU", [], {}, [2**62, 2]), layer("ReLU", [], {}, [2**63]),
    layer("TransformerEncoderLayer", [8, 2], {"dim_feedforward": 0}, [3, 2, 8]), layer("TransformerEncoderLayer", [8, 2], {"dim_feedforward": -4}, [3, 2, 8]), layer("TransformerEncoderLayer", [0, 1], {}, [3, 2, 0]),
    layer("TransformerEncoderLayer", [2**31, 2], {}, [1, 1, 2**31]), layer("FractionalMaxPool2d", [2], {"output_size": 0}, [1, 3, 8, 8]), layer("FractionalMaxPool2d", [0], {"output_size": 2}, [1, 3, 8, 8]),
    operation("view", [0, -1], {}, [2, 0]), operation("view", [-1, 0], {}, [0, 3]), operation("view", [-1], {}, [0, 3]), operation("view", [-2], {}, [4]), operation("view", [2**32, 2**32], {}, [4]), operation("view", [-1, -1], {}, [4]), operation("view", [0, 5], {}, [0]),
    operation("reshape", [0], {}, [2, 3]), operation("expand", [0, 3], {}, [1, 3]), operation("expand", [2, -1], {}, [1, 0]), operation("expand", [2**62, 4], {}, [1, 4]), operation("expand", [-1, 3], {}, [3]), operation("expand", [-2, 3], {}, [1, 3]),
    operation("repeat", [0, 2], {}, [2, 3]), operation("repeat", [-1, 2], {}, [2, 3]), operation("repeat", [2**40, 2**40], {}, [2, 3]), operation("repeat", [2**62, 2**62], {}, [1, 1]), operation("chunk", [0], {}, [4]), operation("chunk", [-1], {}, [4]), operation("chunk", [9], {}, [4]),
    operation("chunk", [3], {}, [0, 2]), operation("split", [0], {}, [4]), operation("split", [0], {}, [0]), operation("split", [-1], {}, [4]), operation("split", [[2, 3], 0], {}, [4]), operation("split", [[5, -1], 0], {}, [4]), operation("split", [2**31], {}, [4]),
    operation("narrow", [0, 2, 0], {}, [4]), operation("narrow", [0, 4, 1], {}, [4]), operation("narrow", [0, 0, -1], {}, [4]), operation("narrow", [0, -1, 1], {}, [4]), operation("narrow", [0, 2**62, 2**62], {}, [4]), operation("select", [0, 0], {}, [0, 3]), operation("select", [0, -5], {}, [4]),
    operation("select", [0, 2**31 - 1], {}, [2**31, 2]), operation("slice", [0, 2, 1], {}, [4]), operation("slice", [0, 0, 4, 0], {}, [4]), operation("slice", [0, 0, 4, -1], {}, [4]), operation("slice", [0, -100, 100], {}, [4]), operation("slice", [0, 2**31, 2**32], {}, [2**33]),
    operation("pad", [-2, -3], {}, [1, 4]), operation("pad", [-2, -2], {}, [1, 4]), operation("pad", [2**62, 2**62], {}, [1, 4]), operation("pad", [2**63 - 1, 1], {}, [1, 4]), operation("cat", [0], {}, [0], [2, 3]), operation("cat", [0], {}, [0, 3], [2, 3]),
    operation("cat", [0], {}, [2**62, 1], [2**62, 1]), operation("cat", [0], {}, [2**40], [2**40]), operation("stack", [0], {}, [0], [0]), operation("sum", [], {}, [0]), operation("mean", [0], {}, [0, 3]), operation("max", [], {}, [0]), operation("max", [0], {}, [0, 3]), operation("max", [1], {}, [0, 3]),
    operation("amax", [0], {}, [0, 3]), operation("argmax", [], {}, [0]), operation("argmax", [0], {}, [0, 3]), operation("argmax", [1], {}, [0, 3]), operation("median", [], {}, [0]), operation("logsumexp", [0], {}, [0, 3]), operation("matmul", [], {}, [2, 0], [0, 3]), operation("matmul", [], {}, [0], [0]),
    operation("matmul", [], {}, [2**40, 2], [2, 2**40]), operation("matmul", [], {}, [0, 2], [3, 4]), operation("bmm", [], {}, [0, 2, 3], [0, 3, 4]), operation("add", [], {}, [0], [1]), operation("add", [], {}, [0], [2]), operation("add", [], {}, [2**40, 1], [1, 2**40]),
    operation("add", [], {}, [0, 3], [3]), operation("topk", [0], {}, [4]), operation("topk", [5], {}, [4]), operation("topk", [-1], {}, [4]), operation("unfold", [0, 0, 1], {}, [4]), operation("unfold", [0, 2, 0], {}, [4]), operation("unfold", [0, 5, 1], {}, [4]), operation("unfold", [0, -1, 1], {}, [4]),
    operation("unbind", [0], {}, [0, 3]), operation("repeatInterleave", [0], {}, [4]), operation("repeatInterleave", [-1], {}, [4]), operation("repeatInterleave", [2**62, 0], {}, [4, 2]), operation("tile", [0], {}, [4]), operation("tile", [-1], {}, [4]), operation("diagonal", [9, 0, 1], {}, [2, 3]),
    operation("diagonal", [-9, 0, 1], {}, [2, 3]), operation("interpolate", [], {"size": 0}, [1, 1, 4, 4]), operation("interpolate", [], {"scale_factor": 2**40}, [1, 1, 2**31, 4]), operation("adaptiveAvgPool2d", [0], {}, [1, 3, 4, 4]), operation("unflatten", [0, 0, -1], {}, [0]),
    operation("unflatten", [0, 2, 0], {}, [0]), operation("flatten", [0, -1], {}, [0, 4]), operation("flatten", [0, -1], {}, [2**40, 2**40]), operation("softmax", [0], {}, [0]), operation("cumsum", [0], {}, [0, 2]), operation("squeeze", [0], {}, [0, 1]), operation("layerNorm", [0], {}, [2, 0]), operation("groupNorm", [0], {}, [2, 4, 3]),
    operation("linear", [], {}, [2, 0], [3, 0]), operation("conv2d", [], {}, [1, 3, 8, 8], [0, 3, 3, 3]), operation("conv2d", [], {"padding": -1}, [1, 3, 8, 8], [4, 3, 3, 3]), operation("conv2d", [], {"stride": 0}, [1, 3, 8, 8], [4, 3, 3, 3]),
]


# ---- asking PyTorch

def tensor(spec, device):
    shape, dtype = (spec["shape"], torch.int64) if isinstance(spec, dict) else (spec, torch.float32)
    return torch.zeros(shape, dtype=dtype, device=device)


def numel(shape):
    out = 1
    for s in shape:
        out *= s
    return abs(out)


def given(args):
    return [tuple(a) if isinstance(a, list) else a for a in args]


def ask(case, device):
    inputs = [tensor(i, device) for i in case["inputs"]]
    kwargs = {k: tuple(v) if isinstance(v, list) else v for k, v in case["kwargs"].items()}
    if "op" in case:
        name = case["op"]
        call = OPERATIONS.get(name) or (lambda x, *a, **kw: getattr(x, name)(*a, **kw))
        out = call(*case["args"], *inputs) if name in ("cat", "stack") else call(*inputs, *case["args"], **kwargs)
        return {"outputs": shapes(out)}
    cls = getattr(nn, case["layer"])
    takes = signature(cls.__init__).parameters
    if device == "meta" and ("device" in takes or any(p.kind == p.VAR_KEYWORD for p in takes.values()) and issubclass(cls, nn.RNNBase)):
        kwargs["device"] = "meta"
    module = cls(*given(case["args"]), **kwargs)
    module.train(case["layer"].startswith(IN_TRAINING))
    with torch.no_grad():
        out = module(*inputs)
    return {"outputs": shapes(out), "params": sum(p.numel() for p in module.parameters())}


def shapes(out):
    if isinstance(out, torch.Tensor):
        return [list(out.shape)]
    return [s for o in out if o is not None for s in shapes(o)]


def apart(case, device):
    """In a process of its own: an answer, a refusal, or None where there is no verdict to be had."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        signal.alarm(20)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        try:
            answer = dict(ask(case, device), verdict="ok")
        except NotImplementedError as e:
            answer = {"verdict": "none"} if "Could not run" in str(e) or "without output_size" in str(e) else {"verdict": "refused", "error": said(e)}
        except RuntimeError as e:
            none = "meta tensor without" in str(e)
            answer = {"verdict": "none" if none else "overflow" if any(w in str(e).lower() for w in OVERFLOWS) else "refused", "error": said(e)}
        except MemoryError as e:
            answer = {"verdict": "overflow", "error": said(e)}
        except BaseException as e:
            answer = {"verdict": "overflow" if isinstance(e, OverflowError) or any(w in str(e).lower() for w in OVERFLOWS) else "refused", "error": said(e)}
        os.write(write, json.dumps(answer).encode())
        os._exit(0)
    os.close(write)
    text = b""
    while chunk := os.read(read, 65536):
        text += chunk
    os.close(read)
    _, status = os.waitpid(child, 0)
    if text:
        return json.loads(text)
    late = os.WTERMSIG(status) == signal.SIGALRM
    return {"verdict": "none"} if late else {"verdict": "refused", "error": f"PyTorch itself ends by signal {os.WTERMSIG(status)}"}


# ---- what it would be in whole numbers that end nowhere

def spread(n, axes):
    return list(n) if isinstance(n, list) else [n] * axes


def convolved(case, axes, transposed):
    (c_in, c_out, k), kw, x = case["args"], case["kwargs"], case["inputs"][0]
    p, s, d, g = (spread(kw.get(name, other), axes) for name, other in (("padding", 0), ("stride", 1), ("dilation", 1), ("groups", 1)))
    k, q = spread(k, axes), spread(kw.get("output_padding", 0), axes)
    size = lambda i: ((x[2 + i] - 1) * s[i] - 2 * p[i] + d[i] * (k[i] - 1) + q[i] + 1 if transposed
                      else (x[2 + i] + 2 * p[i] - d[i] * (k[i] - 1) - 1) // s[i] + 1)
    weight = c_in * c_out // g[0]
    for one in k:
        weight *= one
    return {"outputs": [[x[0], c_out] + [size(i) for i in range(axes)]], "params": weight + (c_out if kw.get("bias", True) else 0)}


def padded(x, padding, axes):
    p, out = spread(padding, 2 * axes), list(x)
    for i in range(axes):
        out[-1 - i] += p[2 * i] + p[2 * i + 1]
    return {"outputs": [out], "params": 0}


def exactly(case):
    """The same by Python's own whole numbers, for the kinds whose formula is a line; None for the others."""
    name, args, kw = case.get("layer") or case["op"], case["args"], case["kwargs"]
    x = case["inputs"][0]
    if name == "Linear":
        return {"outputs": [x[:-1] + [args[1]]], "params": args[0] * args[1] + (args[1] if kw.get("bias", True) else 0)}
    if name == "Bilinear":
        return {"outputs": [x[:-1] + [args[2]]], "params": args[0] * args[1] * args[2] + args[2]}
    if name.startswith("Conv"):
        return convolved(case, int(name[-2]), "Transpose" in name)
    if "Pad" in name:
        return padded(x, args[0], int(name[-2]))
    if name == "pad" and not kw and len(args) % 2 == 0 and len(args) <= 2 * len(x):
        return padded(x, args, len(args) // 2)
    if name == "Embedding":
        return {"outputs": [x["shape"] + [args[1]]], "params": args[0] * args[1]}
    if name in ("ReLU", "GELU", "LocalResponseNorm", "exp", "relu", "neg", "sqrt", "softmax"):
        return {"outputs": [x], "params": 0}
    if name.startswith("BatchNorm") and not kw:
        return {"outputs": [x], "params": 2 * args[0]}
    if name == "GroupNorm":
        return {"outputs": [x], "params": 2 * args[1]}
    if name in ("Upsample", "interpolate") and isinstance(kw.get("scale_factor"), int):
        return {"outputs": [x[:2] + [s * kw["scale_factor"] for s in x[2:]]], "params": 0}
    if name in ("repeat", "tile") and len(args) >= len(x):
        return {"outputs": [[n * s for n, s in zip(args, [1] * (len(args) - len(x)) + x)]]}
    if name == "cat":
        out, axis = list(x), args[0] % len(x)
        out[axis] = sum(y[axis] for y in case["inputs"])
        return {"outputs": [out]}
    if name in ("matmul", "mm", "bmm") and len(x) > 1:
        return {"outputs": [x[:-1] + case["inputs"][1][-1:]]}
    if name == "RNNCell":
        return {"outputs": [[x[0], args[1]]], "params": args[1] * (args[0] + args[1] + 2)}
    if name in ("GRUCell", "LSTMCell"):
        gates = 3 if name == "GRUCell" else 4
        return {"outputs": [[x[0], args[1]]] * (gates - 2), "params": gates * args[1] * (args[0] + args[1] + 2)}
    return None


def said(e):
    return f"{type(e).__name__}: " + " ".join(str(e).split("\n")[0].split())[:160]


def small(case):
    numbers = [n for a in list(case["args"]) + list(case["kwargs"].values()) for n in (a if isinstance(a, list) else [a]) if isinstance(n, (int, float))]
    shapes_in = [i["shape"] if isinstance(i, dict) else i for i in case["inputs"]]
    return all(abs(n) <= 10_000 for n in numbers) and all(numel([max(s, 1) for s in shape]) < SMALL for shape in shapes_in)


def judged(case):
    answer = apart(case, "cpu") if small(case) else apart(case, "meta")
    if answer["verdict"] == "none":
        return None
    if answer["verdict"] == "overflow":
        answer["exactly"] = exactly(case)
    return dict(case, **answer)


def main():
    torch.set_num_threads(1)
    d = Draw(SEED)
    asked = PICKED + [drawn_layer(d) for _ in range(DRAWN_LAYERS)] + [drawn_operation(d) for _ in range(DRAWN_OPERATIONS)]
    seen, cases = set(), []
    for case in asked:
        key = json.dumps(case)
        if key not in seen:
            seen.add(key)
            answer = judged(case)
            if answer:
                cases.append(answer)
    head = {"torch": torch.__version__, "date": datetime.date.today().isoformat(), "seed": SEED}
    lines = ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases)
    Path(__file__).with_suffix(".json").write_text(json.dumps(head)[:-1] + ', "cases": [\n' + lines + "\n]}\n")
    counts = {}
    for c in cases:
        counts[c["verdict"]] = counts.get(c["verdict"], 0) + 1
    print(len(cases), counts)


if __name__ == "__main__":
    main()
