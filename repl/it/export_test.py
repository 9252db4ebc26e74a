"""Networks go from Layerbook to PyTorch source to real PyTorch: output shapes, parameter names and shapes, multiply-adds must be the same.

export_test.py [NAME ...]      the networks of notebooks/models and those of export/*.jsh beside this script; with names, only notebooks so called
"""
import glob
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile

import torch
from torch.utils._python_dispatch import TorchDispatchMode

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
LAUNCHER = os.path.join(TOP, "repl", "bin", "layerbook")


# What other letters than N stand for in INPUTS.
SIXTEEN = """java.math.BigInteger atSixteen(layerbook.formula.Expr work) {
    var at = work.at(N, 1);
    for (var letter : java.util.List.copyOf(at.symbols())) {
        at = at.at(letter, 16);
    }
    return at.exact();
}
"""


class Products(TorchDispatchMode):
    """Counts multiply-adds of products and convolutions as PyTorch dispatches them."""

    def __init__(self):
        super().__init__()
        self.macs = 0

    def __torch_dispatch__(self, func, types, args=(), kwargs=None):
        out = func(*args, **(kwargs or {}))
        name = func.__name__.split(".")[0]
        if name in ("mm", "bmm"):
            self.macs += args[0].numel() * args[1].shape[-1]
        elif name in ("addmm", "baddbmm"):
            self.macs += args[1].numel() * args[2].shape[-1]
        elif name == "convolution":
            x, weight, transposed = args[0], args[1], args[6]
            self.macs += (x if transposed else out).numel() * weight[0].numel()
        elif name in ("mv", "dot"):
            self.macs += args[0].numel()
        return out


class RMSNorm(torch.nn.Module):
    """Stands in where PyTorch is older than 2.4."""

    def __init__(self, normalized_shape, eps=None):
        super().__init__()
        self.weight = torch.nn.Parameter(torch.ones(normalized_shape))

    def forward(self, x):
        return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + 1e-6) * self.weight


if not hasattr(torch.nn, "RMSNorm"):
    torch.nn.RMSNorm = RMSNorm


def networks(notebook):
    """The variables of a notebook that hold traced networks."""
    text = open(notebook, encoding="utf-8").read()
    return re.findall(r"^var (\w+) = trace\(", text, re.M)


def written(notebook, names, folder):
    """Runs the notebook with a cell behind it for each network that writes it; gives the JSON objects of those cells."""
    copy = os.path.join(folder, os.path.basename(notebook))
    with open(notebook, encoding="utf-8") as source, open(copy, "w", encoding="utf-8") as out:
        out.write(source.read())
        out.write("\n// %% numbers for lengths\n" + SIXTEEN)
        for name in names:
            out.write('\n// %%%% export %s\ncode(%s, PYTORCH).save("%s/%s.py");\n' % (name, name, folder, name))
            out.write('Files.writeString(Path.of("%s/%s.json"), "{\\"macs\\":" + atSixteen(flopsFormula(%s, MACS)) + ",\\"params\\":" + params(%s) + "}");\n' % (folder, name, name, name))
    done = subprocess.run([LAUNCHER, "run", "--json", "--keep-going", copy], stdout=subprocess.PIPE, universal_newlines=True, cwd=os.path.dirname(notebook))
    cells = {}
    for line in done.stdout.splitlines():
        cell = json.loads(line)
        if str(cell["cell"]).startswith("export "):
            cells[cell["cell"][len("export "):]] = cell
    return cells


def shapes(value):
    if isinstance(value, torch.Tensor):
        return [list(value.shape)]
    if isinstance(value, (tuple, list)):
        return [s for v in value for s in shapes(v)]
    return []


def check(name, folder, cell):
    """What differs, or None."""
    if cell["error"]:
        return "not written: " + cell["error"]["message"]
    path = os.path.join(folder, name + ".py")
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    model = module.build().eval()
    params = sum(p.numel() for p in model.parameters())
    with open(os.path.join(folder, name + ".json"), encoding="utf-8") as file:
        wanted = json.load(file)
    if params != wanted["params"]:
        return "%d parameters for %d" % (params, wanted["params"])
    inputs = [torch.zeros(shape, dtype=dtype) for shape, dtype in module.INPUTS]
    counter = Products()
    with torch.no_grad(), torch.backends.mkldnn.flags(enabled=False), counter:
        model(*inputs)
    if counter.macs != wanted["macs"]:
        return "%d multiply-adds for %d" % (counter.macs, wanted["macs"])
    return None


def main(only):
    failed = 0
    passed = 0
    refused = 0
    for notebook in sorted(glob.glob(os.path.join(TOP, "notebooks", "models", "*.jsh"))):
        title = os.path.basename(notebook)[:-4]
        names = networks(notebook)
        if only and title not in only or not names:
            continue
        with tempfile.TemporaryDirectory() as folder:
            cells = written(notebook, names, folder)
            for name in names:
                if name not in cells:
                    wrong = "no cell"
                else:
                    try:
                        wrong = check(name, folder, cells[name])
                    except Exception as e:  # noqa: what the written source does is what is tested
                        wrong = "%s: %s" % (type(e).__name__, str(e)[:200])
                if wrong is not None and wrong.startswith("not written: "):
                    refused += 1
                    print("refused %s/%s: %s" % (title, name, wrong), flush=True)
                    continue
                print("%s %s/%s%s" % ("ok  " if wrong is None else "WRONG", title, name, "" if wrong is None else ": " + wrong), flush=True)
                failed += wrong is not None
                passed += wrong is None
    print("%d passed, %d failed, %d skipped" % (passed, failed, refused))
    return 1 if failed or not passed or refused > passed // 5 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
