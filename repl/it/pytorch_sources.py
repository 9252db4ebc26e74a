"""Reads PyTorch source unchanged and compares with PyTorch itself: models of torchvision and torchaudio out of their own files, and small modules drawn by
a seed. For each: shapes of all outputs, parameters, buffers, and the multiply-adds that PyTorch dispatches. Needs Debian's python3-torch,
python3-torchvision and python3-torchaudio; run in the project's checkout.
pytorch_sources.py [--seed N] [--count N] [-v]
Fails if a number is wrong, if something crashes, or if less than 95 % are exact."""
import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile

import torch
from torch.utils._python_dispatch import TorchDispatchMode

PACKAGES = "/usr/lib/python3/dist-packages"
PROGRAM = os.path.join(os.getcwd(), "repl", "bin", "layerbook")
IMAGE = [1, 3, 224, 224]
MODELS = [  # file, expression, input
    ("torchvision/models/resnet.py", "resnet34(num_classes=7)", IMAGE), ("torchvision/models/resnet.py", "resnext50_32x4d()", [2, 3, 96, 96]),
    ("torchvision/models/vgg.py", "vgg13_bn()", IMAGE), ("torchvision/models/alexnet.py", "alexnet()", IMAGE),
    ("torchvision/models/squeezenet.py", "squeezenet1_1()", IMAGE), ("torchvision/models/googlenet.py", "GoogLeNet(init_weights=False)", IMAGE),
    ("torchvision/models/densenet.py", "densenet169()", [1, 3, 96, 96]), ("torchvision/models/mobilenetv3.py", "mobilenet_v3_large()", IMAGE),
    ("torchvision/models/shufflenetv2.py", "shufflenet_v2_x1_0()", IMAGE), ("torchvision/models/mnasnet.py", "mnasnet0_5()", IMAGE),
    ("torchvision/models/efficientnet.py", "efficientnet_b1()", [1, 3, 128, 128]), ("torchvision/models/regnet.py", "regnet_y_400mf()", IMAGE),
    ("torchvision/models/convnext.py", "convnext_small()", IMAGE), ("torchvision/models/vision_transformer.py", "vit_b_16()", IMAGE),
    ("torchvision/models/swin_transformer.py", "swin_s()", IMAGE), ("torchvision/models/segmentation/fcn.py", "fcn_resnet101(weights_backbone=None)", [2, 3, 64, 64]),
    ("torchvision/models/video/resnet.py", "r3d_18()", [1, 3, 8, 56, 56]), ("torchvision/models/video/resnet.py", "mc3_18()", [1, 3, 8, 56, 56]),
    ("torchaudio/models/wav2letter.py", "Wav2Letter(num_classes=30)", [1, 1, 400]), ("torchaudio/models/conv_tasnet.py", "ConvTasNet()", [1, 1, 4000]),
]

# Lines that may follow each other in a module: what __init__ makes, what forward does; C stands for channels that change.
BLOCKS = [
    ("self.m{i} = nn.Conv2d({c}, {d}, {k}, padding={p}, bias={b})", "x = self.m{i}(x)"),
    ("self.m{i} = nn.Sequential(nn.Conv2d({c}, {d}, 1), nn.BatchNorm2d({d}), nn.ReLU(inplace=True))", "x = self.m{i}(x)"),
    ("self.m{i} = nn.ConvTranspose2d({c}, {d}, 2, stride=2)", "x = F.relu(self.m{i}(x))"),
    ("self.m{i} = nn.ModuleList([nn.Conv2d({c}, {d}, 1) for _ in range({n})])", "x = sum(m(x) for m in self.m{i}) / len(self.m{i})"),
    ("self.m{i} = nn.ModuleDict({{'a': nn.Conv2d({c}, {d}, 3, padding=1), 'b': nn.Identity()}})", "x = self.m{i}['a'](x); x = self.m{i}['b'](x)"),
    ("self.w{i} = nn.Parameter(torch.randn({d}, {c}) * .02)", "x = torch.einsum('oc,nchw->nohw', self.w{i}, x)"),
    ("self.m{i} = nn.utils.weight_norm(nn.Conv2d({c}, {d}, 3, padding=1))", "x = self.m{i}(x)"),
    ("self.m{i} = Part({c}, {d})", "x = x.mean() + self.m{i}(x)"),
    ("self.m{i} = Scaled({c}, {d}, 1)", "x = self.m{i}(x)"),
]
SAME = [
    ("self.register_buffer('b{i}', torch.arange({c}).float().view(1, -1, 1, 1))", "x = x * self.b{i}"),
    ("self.n{i} = nn.BatchNorm2d({c}); self.n{i}.bias = None if {b} else self.n{i}.bias", "x = self.n{i}(x) if self.n{i}.bias is not None else x"),
    ("self.g = nn.Parameter(torch.zeros({c}))", "x = x + self.g[None, :, None, None]"),
    ("self.p{i} = nn.MaxPool2d(2)", "x = self.p{i}(x) if x.shape[-1] > 3 else x"),
    ("pass", "n, c, h, w = x.shape; x = x.flatten(2).transpose(1, 2); x = x.softmax(-1).transpose(1, 2).reshape(n, c, h, w)"),
    ("pass", "a, *rest = x.chunk(2, dim=1); x = torch.cat([a] + [r.tanh() for r in rest], 1)"),
    ("pass", "m = torch.zeros(x.shape[0], 1, *x.shape[2:]); m[..., 0] = 1; x = x.masked_fill(m == 0, 0.0)"),
    ("self.e{i} = nn.Linear({c}, {c}); self.f{i} = nn.Linear({c}, {c}); self.f{i}.weight = self.e{i}.weight", "x = self.f{i}(self.e{i}(x.permute(0, 2, 3, 1))).permute(0, 3, 1, 2)"),
    ("self.a{i} = nn.MultiheadAttention({c}, 1, batch_first=True)", "n, c, h, w = x.shape; s = x.flatten(2).mT; s = s + self.a{i}(s, s, s)[0]; x = s.mT.view(n, c, h, w)"),
    ("self.d{i} = copy.deepcopy(nn.Conv2d({c}, {c}, 1, groups={c}))", "x = F.interpolate(self.d{i}(x), scale_factor=2.0) if x.size(2) < 9 else x"),
]
HEAD = """import copy
import torch
import torch.nn as nn
import torch.nn.functional as F


class Scaled(nn.Conv2d):
    def forward(self, x):
        return super().forward(x) * 2


class Part(nn.Module):
    def __init__(self, c, d, *, depth=2):
        super().__init__()
        layers = []
        for k in range(depth):
            layers += [nn.Conv2d(c if k == 0 else d, d, 3, padding=1), nn.GELU()]
        self.layers = nn.Sequential(*layers)

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = layer(x)
        return self.layers[-1](x)


"""


def drawn(r):
    init, run, c = [], [], 4
    for i in range(r.randint(2, 7)):
        d = r.choice([2, 4, 6, 8])
        line, use = r.choice(BLOCKS if r.random() < .5 else SAME)
        if (line, use) in SAME:
            d = c
        values = dict(i=i, c=c, d=d, k=r.choice([1, 3, 5]), p=r.choice([0, 1, 2]), b=r.random() < .5, n=r.randint(1, 3))
        init.append(line.format(**values))
        run.append(use.format(**values))
        c = d
    text = HEAD + "class Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n"
    text += "".join("        %s\n" % l for l in init) + "\n    def forward(self, x):\n" + "".join("        %s\n" % l for l in run) + "        return x\n"
    return text


def product(sizes):
    n = 1
    for s in sizes:
        n *= s
    return n


class Products(TorchDispatchMode):
    """Sums the multiply-adds of what is dispatched."""
    def __init__(self):
        super().__init__()
        self.macs = 0

    def __torch_dispatch__(self, f, types, args=(), kwargs=None):
        out = f(*args, **(kwargs or {}))
        name = f.__name__.split(".")[0]
        if name in ("mm", "addmm"):
            a, b = args[-2:] if name == "mm" else args[1:3]
            self.macs += a.shape[0] * a.shape[1] * b.shape[1]
        elif name in ("bmm", "baddbmm"):
            a, b = args[:2] if name == "bmm" else args[1:3]
            self.macs += product(a.shape) * b.shape[2]
        elif name in ("mv", "addmv"):
            self.macs += product(args[0 if name == "mv" else 1].shape)
        elif name == "convolution":
            x, w, transposed = args[0], args[1], args[6]
            self.macs += product(x.shape if transposed else out.shape) * product(w.shape[1:])
        return out


def tensors(out):
    if isinstance(out, torch.Tensor):
        return [list(out.shape)]
    if isinstance(out, dict):
        out = list(out.values())
    if isinstance(out, (list, tuple)):
        return [s for o in out for s in tensors(o)]
    return [s for o in vars(out).values() for s in tensors(o)] if hasattr(out, "__dict__") else []


def truth(make, scope, shape):
    """What PyTorch says; None where PyTorch refuses."""
    try:
        torch.manual_seed(0)
        net = eval(make, scope).eval()
        with Products() as p:  # with gradients on, since without them PyTorch fuses attention and its products are not seen
            out = net(torch.randn(*shape))
        return {"out": tensors(out), "params": sum(w.numel() for w in net.parameters()), "buffers": sum(b.numel() for b in net.buffers()), "macs": p.macs}
    except Exception:  # whatever PyTorch refuses must be refused
        return None


def ours(file, make, shape, path):
    command = [PROGRAM, "summary", file, "--make", make, "--shape", ",".join(map(str, shape)), "--json"] + (["--path", path] if path else [])
    p = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if "\tat " in p.stderr + p.stdout:
        return None, p.stderr
    try:
        return json.loads(p.stdout.splitlines()[-1]), p.stderr
    except (ValueError, IndexError):
        return None, p.stdout + p.stderr


def judge(said, expected):
    if said is None:
        return "crashed"
    if not said["ok"]:
        return "exact" if expected is None else "refused"
    if expected is None:
        return "wrong"
    t = said["totals"]
    same = said["outputs"] == expected["out"] and t["params"] == expected["params"] and t["buffers"] == expected["buffers"] and t["counts"]["MACS"] == expected["macs"]
    return "exact" if same else "wrong"


def main():
    o = argparse.ArgumentParser()
    o.add_argument("--seed", type=int, default=15)
    o.add_argument("--count", type=int, default=30)
    o.add_argument("-v", action="store_true")
    o = o.parse_args()
    counts = {"exact": 0, "refused": 0, "wrong": 0, "crashed": 0}

    def one(name, file, make, scope, shape, path):
        expected = truth(make, scope, shape)
        said, trace = ours(file, make, shape, path)
        verdict = judge(said, expected)
        counts[verdict] += 1
        if verdict != "exact" or o.v:
            totals = said and (said["error"] or {"out": said["outputs"], **{k: said["totals"][k] for k in ("params", "buffers")}, "macs": said["totals"]["counts"]["MACS"]})
            print("%-8s %s\n   PyTorch %s\n   we      %s" % (verdict, name, expected, totals if said else trace[-300:]), flush=True)

    for file, make, shape in MODELS:
        scope = {"torch": torch}
        exec("from %s import *" % re.sub(r"\.py$", "", file).replace("/", "."), scope)
        one(make, os.path.join(PACKAGES, file), make, scope, shape, PACKAGES)
    r = random.Random(o.seed)
    with tempfile.TemporaryDirectory() as folder:
        for i in range(o.count):
            text = drawn(r)
            file = os.path.join(folder, "net%d.py" % i)
            with open(file, "w") as f:
                f.write(text)
            scope = {}
            exec(compile(text, file, "exec"), scope)
            before = counts["exact"]
            one("net%d" % i, file, "Net()", scope, [2, 4, 9, 9], None)
            if counts["exact"] == before:
                print(text[len(HEAD):], flush=True)
    total = sum(counts.values())
    print("pytorch sources: %(exact)d exact, %(refused)d refused, %(wrong)d wrong, %(crashed)d crashed" % counts)
    sys.exit(counts["wrong"] > 0 or counts["crashed"] > 0 or counts["exact"] < .95 * total)


main()
