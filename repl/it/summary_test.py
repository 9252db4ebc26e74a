#!/usr/bin/env python3
"""`layerbook summary` of files of several kinds at once: networks are drawn, each is written as PyTorch source, as a notebook and, where PyTorch is
installed, exported by it to ONNX; all have the parameters and multiply-adds of the closed formula.

Usage: repl/it/summary_test.py [SEED]
"""
import json
import os
import random
import subprocess
import sys
import tempfile

from tmux import LAUNCHER, PATIENCE

try:
    import torch
except ImportError:
    torch = None

SEED = int(sys.argv[1]) if len(sys.argv) > 1 else 15
DRAWN = 4


def layerbook(*arguments):
    done = subprocess.run([LAUNCHER, *arguments], capture_output=True, text=True, timeout=PATIENCE, check=False)
    return done.returncode, done.stdout + done.stderr


def write(folder, name, text):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(text)
    return os.path.join(folder, name)


def export(folder, number, sizes):
    layers = []
    for a, b in zip(sizes, sizes[1:]):
        layers += [torch.nn.Linear(a, b), torch.nn.ReLU()]
    name = os.path.join(folder, "net%d.onnx" % number)
    torch.onnx.export(torch.nn.Sequential(*layers), torch.zeros(1, sizes[0]), name, dynamic_axes={"x": {0: "batch"}}, input_names=["x"])
    return name


def draw(folder, number, draws):
    """Files of one network, and its figures."""
    sizes = [draws.randint(1, 60) for _ in range(draws.randint(2, 5))]
    pairs = list(zip(sizes, sizes[1:]))
    layers = ", ".join("nn.Linear(%d, %d), nn.ReLU()" % p for p in pairs)
    source = "import torch\nimport torch.nn as nn\nnet = nn.Sequential(%s)\nnet(torch.randn(1, %d))\n" % (layers, sizes[0])
    words = "// %%%%\ninput(%d)\n" % sizes[0] + "".join("linear(%d)\nrelu()\n" % b for _, b in pairs)
    files = [write(folder, "net%d.py" % number, source), write(folder, "net%d.jsh" % number, words)]
    files += [export(folder, number, sizes)] if torch else []
    return files, sum((a + 1) * b for a, b in pairs), sum(a * b for a, b in pairs)


def figures(object):
    """Parameters and multiply-adds for one example."""
    return object["totals"]["params"], object["totals"]["counts"]["MACS"]


def main():
    draws = random.Random(SEED)
    with tempfile.TemporaryDirectory() as folder:
        files, wanted = [], []
        for number in range(DRAWN):
            some, params, macs = draw(folder, number, draws)
            files += some
            wanted += [(params, macs)] * len(some)
        code, said = layerbook("summary", "--json", *files)
        got = [figures(json.loads(line)) for line in said.splitlines() if line.startswith("{")]
        assert code == 0 and got == wanted, "seed %d: wanted %s, got %s\n%s" % (SEED, wanted, got, said[:2000])
        code, said = layerbook("summary", *files)
        assert code == 0 and all(format(p, ",") in said and format(m, ",") in said for p, m in wanted), said
        bare = write(folder, "bare.py", "import torch.nn as nn\nclass Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n"
                     "        self.fc = nn.Linear(3, 4)\n    def forward(self, x):\n        return self.fc(x)\n")
        code, said = layerbook("summary", files[0], bare)
        assert code == 1 and "bare.py: what goes in is not said" in said and "✗ not read" in said, said
        code, said = layerbook("summary", files[1], bare, "--input", "3")
        assert code == 0 and "12" in said and "16" in said, said
        code, said = layerbook("summary", files[0], os.path.join(folder, "none.py"))
        assert code == 2 and "there is no file" in said, said
        code, said = layerbook("summary", bare, "--input", "3", "--device", "RTX 4090")
        assert code == 0 and "weights in float16: 32 bytes" in said and "it fits" in said, said
        code, said = layerbook("summary", files[0], bare, "--device", "RTX 4090")
        assert code == 2 and "--device wants one file" in said, said
    print("summary: %d files of %d networks as one table and as JSON, seed %d" % (len(files), DRAWN, SEED))


if __name__ == "__main__":
    main()
