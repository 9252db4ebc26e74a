#!/usr/bin/python3
"""Files that PyTorch itself writes, against what `layerbook summary --json` says of them: names, shapes, types, bytes, parameters, multiply-adds.

Needs Debian's python3-torch, python3-torchvision and python3-onnx. Models are ResNet-18, MobileNetV2, an LSTM, an encoder layer and small random networks;
each is saved as a state dict, a checkpoint with its optimiser, whole, in the legacy layout, as TorchScript, and exported to ONNX with a fixed and with an open batch.
    /usr/bin/python3 repl/it/load_files.py [--seed N] [--keep DIRECTORY]
"""
import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import warnings

import torch
import torchvision
from torch import nn

warnings.filterwarnings("ignore")
HERE = os.path.dirname(os.path.abspath(__file__))
LAYERBOOK = os.path.join(HERE, "..", "bin", "layerbook")
FAILED = []


def macs(model, inputs):
    """Multiply-adds of convolutions, linear layers, recurrent layers and matrix products, by hooks and by the products that PyTorch runs."""
    count = [0]

    def conv(module, _, out):
        count[0] += out.numel() * module.weight[0].numel()

    def transposed(module, given, _):
        count[0] += given[0].numel() * module.weight[0].numel()

    def linear(module, given, out):
        count[0] += out.numel() * module.in_features

    def recurrent(module, given, out):
        steps = given[0].shape[0] * given[0].shape[1]
        count[0] += steps * sum(p.numel() for n, p in module.named_parameters() if n.startswith("weight"))

    def attention(module, given, out):
        q, k = given[0], given[1]
        lead, length = (q.shape[0], q.shape[1]) if module.batch_first else (q.shape[1], q.shape[0])
        e = module.embed_dim
        count[0] += lead * (4 * length * e * e + 2 * length * length * e)

    hooks = []
    for module in model.modules():
        if isinstance(module, (nn.Conv1d, nn.Conv2d, nn.Conv3d)):
            hooks.append(module.register_forward_hook(conv))
        elif isinstance(module, (nn.ConvTranspose1d, nn.ConvTranspose2d)):
            hooks.append(module.register_forward_hook(transposed))
        elif isinstance(module, nn.MultiheadAttention):
            hooks.append(module.register_forward_hook(attention))
        elif type(module) is nn.Linear:
            hooks.append(module.register_forward_hook(linear))
        elif isinstance(module, (nn.LSTM, nn.GRU, nn.RNN)):
            hooks.append(module.register_forward_hook(recurrent))
    model(*inputs)  # with gradients: the fused paths of inference pass the hooks by
    for hook in hooks:
        hook.remove()
    return count[0]


class Recurrent(nn.Module):
    def __init__(self, kind=nn.LSTM, both=False):
        super().__init__()
        self.lstm = kind(24, 40, bidirectional=both)
        self.fc = nn.Linear(80 if both else 40, 7)

    def forward(self, x):
        y, _ = self.lstm(x)
        return self.fc(y[-1])


class Encoder(nn.Module):
    def __init__(self, activation="relu"):
        super().__init__()
        self.layer = nn.TransformerEncoderLayer(64, 4, 128, batch_first=True, activation=activation)

    def forward(self, x):
        return self.layer(x)


class Tied(nn.Module):
    def __init__(self):
        super().__init__()
        self.table = nn.Embedding(50, 16)
        self.head = nn.Linear(16, 50, bias=False)
        self.head.weight = self.table.weight

    def forward(self, x):
        return self.head(self.table(x))


def random_net(rng):
    """A chain of layers that fit each other, on images."""
    layers, channels, size = [], rng.choice([1, 2, 3]), 24
    first = channels
    for _ in range(rng.randint(2, 5)):
        out = rng.choice([4, 6, 8, 12])
        kernel = rng.choice([1, 3, 5])
        stride = rng.choice([1, 1, 2])
        groups = rng.choice([g for g in (1, 2) if channels % g == 0 and out % g == 0])
        layers.append(nn.Conv2d(channels, out, kernel, stride, kernel // 2, groups=groups, bias=rng.random() < 0.5, padding_mode="zeros"))
        size = (size + 2 * (kernel // 2) - kernel) // stride + 1
        channels = out
        if rng.random() < 0.6:
            layers.append(nn.BatchNorm2d(channels))
        layers.append(rng.choice([nn.ReLU(), nn.SiLU(), nn.GELU(), nn.LeakyReLU(0.2), nn.Hardswish(), nn.ReLU6(), nn.PReLU(), nn.ELU(), nn.Softplus(), nn.Tanh()]))
        if size >= 4 and rng.random() < 0.4:
            layers.append(rng.choice([nn.MaxPool2d(2), nn.AvgPool2d(2), nn.MaxPool2d(3, 2, 1), nn.Upsample(scale_factor=2)]))
            size = size * 2 if isinstance(layers[-1], nn.Upsample) else (size + 1) // 2 if isinstance(layers[-1], nn.MaxPool2d) and layers[-1].padding == 1 else size // 2
        if rng.random() < 0.2:
            layers.append(nn.ConvTranspose2d(channels, channels, 2, 2))
            size *= 2
        if rng.random() < 0.2:
            layers.append(nn.GroupNorm(2, channels))
        if size > 40:
            layers.append(nn.AdaptiveAvgPool2d(1))
            size = 1
    layers += [nn.AdaptiveAvgPool2d(1) if rng.random() < 0.5 else nn.Identity(), nn.Flatten()]
    layers.append(nn.Linear(channels * (1 if isinstance(layers[-2], nn.AdaptiveAvgPool2d) else size * size), 5))
    if rng.random() < 0.5:
        layers += [nn.LayerNorm(5), nn.Softmax(1)]
    return nn.Sequential(*layers), (torch.zeros(1, first, 24, 24),)


def models(rng):
    image = (torch.zeros(1, 3, 224, 224),)
    yield "resnet18", torchvision.models.resnet18(), image
    yield "mobilenet_v2", torchvision.models.mobilenet_v2(), image
    yield "lstm", Recurrent(), (torch.zeros(9, 1, 24),)
    yield "lstm_both", Recurrent(both=True), (torch.zeros(9, 1, 24),)
    yield "gru", Recurrent(nn.GRU), (torch.zeros(9, 1, 24),)
    yield "encoder", Encoder(), (torch.zeros(1, 10, 64),)
    yield "encoder_gelu", Encoder("gelu"), (torch.zeros(1, 10, 64),)
    yield "tied", Tied(), (torch.zeros(1, 6, dtype=torch.int64),)
    yield "half", nn.Sequential(nn.Linear(8, 4), nn.Linear(4, 2)).half(), None
    yield "bfloat16", nn.Sequential(nn.Embedding(10, 4), nn.Linear(4, 2)).to(torch.bfloat16), None
    for n in range(12):
        net, inputs = random_net(rng)
        yield f"random{n}", net, inputs


def written(rng, folder):
    """Every file, with what it holds: (path, how it was written, model, inputs)."""
    for name, model, inputs in models(rng):
        model.eval()
        path = lambda ending: os.path.join(folder, name + ending)
        optimiser = torch.optim.Adam(model.parameters(), lr=0.001)
        if inputs is not None and not name.startswith(("resnet", "mobilenet")):
            model(*inputs).sum().backward()
            optimiser.step()
            optimiser.zero_grad()
        torch.save(model.state_dict(), path("_state.pt"))
        yield path("_state.pt"), "state", model, inputs
        torch.save({"epoch": 3, "model_state_dict": model.state_dict(), "optimizer_state_dict": optimiser.state_dict(), "loss": torch.tensor(0.5)}, path("_training.ckpt"))
        yield path("_training.ckpt"), "state", model, inputs
        torch.save(model, path("_whole.pt"))
        yield path("_whole.pt"), "state", model, inputs
        torch.save(model.state_dict(), path("_legacy.pth"), _use_new_zipfile_serialization=False)
        yield path("_legacy.pth"), "state", model, inputs
        torch.save(model, path("_legacy_whole.pth"), _use_new_zipfile_serialization=False)
        yield path("_legacy_whole.pth"), "state", model, inputs
        if inputs is None:
            continue
        torch.jit.trace(model, inputs, check_trace=False).save(path("_script.pt"))
        yield path("_script.pt"), "script", model, inputs
        for opset in sorted(rng.sample(range(9, 18), 2)) if name != "encoder" else range(9, 18):
            for open_batch in (False, True):
                axes = {"x": {1 if "lstm" in name or name == "gru" else 0: "batch"}} if open_batch else None
                file = path(f"_op{opset}{'_open' if open_batch else ''}.onnx")
                try:
                    torch.onnx.export(model, inputs, file, opset_version=opset, input_names=["x"], dynamic_axes=axes)
                except Exception as e:  # what the exporter itself does not do is no case
                    print(f"  not exported: {os.path.basename(file)} ({type(e).__name__})")
                    continue
                yield file, "onnx", model, inputs


def wrong(file, what, said, right):
    FAILED.append(file)
    print(f"FAILED {os.path.basename(file)}: {what}\n  said  {str(said)[:600]}\n  right {str(right)[:600]}")


def check_state(file, said, model, names_matter):
    right = [(n, list(t.shape), str(t.dtype).removeprefix("torch."), t.numel() * t.element_size()) for n, t in model.state_dict().items()]
    found = [(r["name"], r["shape"], r["dtype"], r["bytes"]) for r in said["rows"]]
    if sorted(found) != sorted(right) or names_matter and found != right:
        wrong(file, "tensors", [f for f in found if f not in right] or found, [r for r in right if r not in found] or right)
    totals = {"tensors": len(right), "stored": sum(t.numel() for t in model.state_dict().values()), "bytes": sum(r[3] for r in right)}
    if said["totals"] != totals:
        wrong(file, "totals", said["totals"], totals)


def check_onnx(file, said, model, inputs):
    import onnx
    from onnx import numpy_helper
    graph = onnx.load(file).graph
    right = macs(model, inputs)
    if said["totals"]["counts"]["MACS"] != right:
        wrong(file, "multiply-adds", said["totals"]["counts"]["MACS"], right)
    stored = {}
    slopes = {name for node in graph.node if node.op_type == "PRelu" for name in node.input}
    for i in graph.initializer:
        values = numpy_helper.to_array(i)
        if values.dtype.kind == "f" and (values.size > 1 or "." in i.name or i.name in slopes):
            stored[i.name] = values.size
    running = sum(n for name, n in stored.items() if "running_" in name)
    if said["totals"]["params"] != sum(stored.values()) - running:
        wrong(file, "parameters", said["totals"]["params"], f"{sum(stored.values())} stored less {running} of running statistics")
    with torch.no_grad():
        out = model(*inputs)
    shape = list(out.shape)
    given = [1 if size == "N" else size for size in said["outputs"][0]]
    if given != shape:
        wrong(file, "output", said["outputs"], shape)


def check(files):
    run = subprocess.run([LAYERBOOK, "summary", "--json"] + [f[0] for f in files], capture_output=True, text=True)
    lines = run.stdout.splitlines()
    if len(lines) != len(files):
        sys.exit(f"{len(files)} files and {len(lines)} lines: {run.stderr[:2000]}")
    for (file, how, model, inputs), line in zip(files, lines):
        said = json.loads(line)
        if not said["ok"]:
            wrong(file, "refused", said["error"], "read")
        elif how == "onnx":
            check_onnx(file, said, model, inputs)
        else:
            check_state(file, said, model, how == "state")
    return {os.path.basename(f[0]): json.loads(line) for f, line in zip(files, lines)}


def published(said):
    """The figures that everybody knows."""
    for name, count in (("resnet18", 1814073344), ("mobilenet_v2", 300774272)):
        for file, object in said.items():
            if file.startswith(name) and file.endswith(".onnx") and object["ok"]:
                if object["totals"]["counts"]["MACS"] != count:
                    wrong(file, "published multiply-adds", object["totals"]["counts"]["MACS"], count)
                if name == "resnet18" and (object["totals"]["params"] != 11680872 or not any("11,689,512" in n for n in object["notes"])):
                    wrong(file, "folded batch norms", (object["totals"]["params"], object["notes"]), "11,680,872, and a note that says 11,689,512")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=17)
    parser.add_argument("--keep")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    torch.manual_seed(options.seed)
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or scratch
        os.makedirs(folder, exist_ok=True)
        files = list(written(rng, folder))
        published(check(files))
        print(f"{len(files)} files, {len(FAILED)} failures (seed {options.seed})")
    sys.exit(1 if FAILED else 0)


if __name__ == "__main__":
    main()
