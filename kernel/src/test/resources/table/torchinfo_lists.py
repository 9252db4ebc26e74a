"""Draws models of nested and shared lists, prints them with torchinfo 1.8.0, and writes torchinfo_lists.json beside this file.

Run: PYTHONPATH=folder-of-torchinfo /usr/bin/python3 kernel/src/test/resources/table/torchinfo_lists.py (torch 1.13, torchinfo of 2026-08)
A model is data: `children` by name, each a leaf ("linear", "norm", "relu"), a list, a model, or {"same": path} for a module that stands elsewhere;
`calls` are paths inside the model in the order in which its forward calls them; "forward:path" calls the forward of a model by hand.
"""
import json, os, random
import torch, torch.nn as nn, torchinfo

LEAVES = {"linear": lambda: nn.Linear(8, 8), "norm": lambda: nn.LayerNorm(8), "relu": lambda: nn.ReLU()}
COLUMNS = {"input": "input_size", "output": "output_size", "params": "num_params", "macs": "mult_adds", "percent": "params_percent", "trainable": "trainable", "kernel": "kernel_size"}


class Made(nn.Module):
    def __init__(self, spec, shared):
        super().__init__()
        self.calls = spec["calls"]
        for name, child in spec["children"].items():
            setattr(self, name, build(child, shared))

    def forward(self, x):
        for call in self.calls:
            by_hand = call.startswith("forward:")
            module = self
            for part in call.split(":")[-1].split("."):
                module = getattr(module, part) if not part.isdigit() else module[int(part)]
            x = module.forward(x) if by_hand else module(x)
        return x


def build(spec, shared):
    if isinstance(spec, str):
        return LEAVES[spec]()
    if isinstance(spec, list):
        return nn.ModuleList(build(s, shared) for s in spec)
    if "same" in spec:
        return shared.setdefault(spec["same"], LEAVES[spec["leaf"]]())
    return Made(spec, shared)


def draw(depth):
    """A model of some children; lists are walked in order, a shared activation between."""
    children, calls = {}, []
    for i in range(random.randint(1, 3)):
        name, kind = "abc"[i], random.choice(["leaf", "list", "list", "model", "shared", "lists"])
        if kind == "model" and depth > 0:
            children[name] = draw(depth - 1)
            calls.append(random.choice(["", "", "forward:"]) + name)
        elif kind == "list":
            children[name] = [draw(depth - 1) if depth > 0 and random.random() < 0.4 else random.choice(list(LEAVES)) for _ in range(random.randint(1, 3))]
            calls += ["%s.%d" % (name, k) for k in range(len(children[name]))]
        elif kind == "lists":
            children[name] = [[random.choice(list(LEAVES)) for _ in range(random.randint(1, 2))] for _ in range(2)]
            calls += ["%s.%d.%d" % (name, k, j) for k in range(2) for j in range(len(children[name][k]))]
        elif kind == "shared":
            key = random.choice(["p", "q"])
            children[name] = {"same": key, "leaf": {"p": "relu", "q": "linear"}[key]}
            calls.append(name)
        else:
            children[name] = random.choice(list(LEAVES))
            calls.append(name)
    if random.random() < 0.5:
        children["act"] = "relu"
        calls = [c for call in calls for c in (call, "act")]
    if random.random() < 0.2:
        children["spare"] = "linear"
    return {"children": children, "calls": calls}


def main():
    random.seed(21)
    cases = []
    for i in range(40):
        spec = draw(2)
        columns = ["output", "params"] if i % 4 else random.sample(list(COLUMNS), 4)
        model = Made(spec, {}).eval()
        depth = random.choice([1, 2, 3, 3, 9])
        text = str(torchinfo.summary(model, (2, 8), verbose=0, device="cpu", depth=depth, col_names=[COLUMNS[c] for c in columns]))
        cases.append({"model": spec, "depth": depth, "columns": columns, "text": text})
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "torchinfo_lists.json"), "w", encoding="utf-8") as out:
        out.write("[\n" + ",\n".join(json.dumps(c, ensure_ascii=False) for c in cases) + "\n]\n")


if __name__ == "__main__":
    main()
