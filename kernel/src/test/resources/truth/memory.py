"""Measures what PyTorch keeps for the backward pass, for every layer and operation, and the most memory at once in use, and writes memory.json beside this file.

Run with Debian's python3-torch 1.13: /usr/bin/python3 kernel/src/test/resources/truth/memory.py

kept: bytes of the distinct storages that autograd saved (saved_tensors_hooks) in a linear layer and what follows it. Weights, buffers and scalars made of Python
numbers are left out: the first are there anyway, the last are no activations.
peak: the most bytes at once in use, storages followed as the dispatcher makes them and as they are freed; weights are left out.
Sizes are drawn with a seed; each form is drawn several times. `torch2` and `gpu` are what the rules of a newer version or another device give, `why` says so.
"""
import json, os, random, warnings, weakref
import torch, torch.nn as nn, torch.nn.functional as F
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_flatten
from memory_forms import FORMS, PEAKS

warnings.filterwarnings("ignore")
HERE = os.path.dirname(os.path.abspath(__file__))
DRAWS = 2


class Run:
    """Makes the tensors of a form: `made` behind a linear layer, so that it needs a gradient; `u` and `ints` from outside; `M` registers a module."""

    def __init__(self, training):
        self.training, self.modules, self.kept, self.outside = training, [], [], []

    def M(self, module):
        module.train(self.training)
        self.modules.append(module)
        return module

    def made(self, *dims):
        x = self.u(*dims)
        return self.M(nn.Linear(dims[-1], dims[-1]))(x)

    def u(self, *dims):
        return self.from_outside(torch.rand(*dims))

    def ints(self, high, *dims):
        return self.from_outside(torch.randint(0, high, dims))

    def bools(self, *dims):
        return self.from_outside(torch.rand(*dims) > 0.5)

    def P(self, *dims):
        p = nn.Parameter(torch.rand(*dims))
        self.modules.append(nn.ParameterList([p]))
        return p

    def from_outside(self, t):
        self.outside.append(t)
        return t

    def owned(self):
        return {t.storage().data_ptr() for m in self.modules for t in list(m.parameters()) + list(m.buffers())}

    def evaluate(self, form):
        scope = {"torch": torch, "nn": nn, "F": F, "made": self.made, "u": self.u, "ints": self.ints, "bools": self.bools, "P": self.P, "M": self.M}
        return eval(form, scope)


def kept(form):
    run, saved = Run(True), []
    with torch.autograd.graph.saved_tensors_hooks(lambda t: (saved.append(t), t)[1], lambda t: t):
        y = run.evaluate(form)
    own = run.owned()
    storages = {}
    for t in saved:
        s = t.storage()
        scalar = t.dim() == 0 and t.dtype in (torch.float64, torch.int64) and t.grad_fn is None
        if s.data_ptr() and s.data_ptr() not in own and not scalar:
            storages[s.data_ptr()] = s.nbytes()
    return sum(storages.values())


class Following(TorchDispatchMode):
    """Follows storages as operations make them and as they are freed."""

    def __init__(self, run):
        super().__init__()
        self.run, self.live, self.seen = run, {}, []

    def __torch_dispatch__(self, func, types, args=(), kwargs=None):
        out = func(*args, **(kwargs or {}))
        for t in tree_flatten(out)[0]:
            self.follow(t)
        self.look()
        return out

    def follow(self, t):
        if isinstance(t, torch.Tensor) and t.storage().nbytes():
            entry = self.live.setdefault(t.storage().data_ptr(), [t.storage().nbytes(), []])
            entry[0] = t.storage().nbytes()
            entry[1].append(weakref.ref(t))

    def look(self):
        for p in [p for p, (_, refs) in self.live.items() if all(r() is None for r in refs)]:
            del self.live[p]
        self.seen.append({p: b for p, (b, _) in self.live.items()})

    def most(self):
        """Weights are known for what they are only when their module is made, and then they stay."""
        own = self.run.owned()
        return max(sum(b for p, b in held.items() if p not in own) for held in self.seen)


def peak(form):
    """The most bytes at once while the form is evaluated in eval and without gradients; what comes from outside is freed like everything else."""
    run = Run(False)
    run.from_outside = lambda t: t
    following = Following(run)
    with torch.no_grad(), following:
        run.evaluate(form)
    return following.most()


def main():
    random.seed(13)
    cases = []
    for measure, java, python, *note in [("kept", *f) for f in FORMS] + [("peak", *f) for f in PEAKS]:
        seen = set()
        for _ in range(DRAWS):
            n, c, l, d, h, w, f, k = (random.choice(r) for r in ((2, 3, 4), (4, 6, 8), (5, 6, 7), (4, 5), (6, 7, 8), (6, 7, 9), (5, 7, 8), (2, 3)))
            sizes = {"n": n, "c": c, "l": l, "d": d, "h": h, "w": w, "f": f, "k": k, "half": c // 2}
            filled = java
            code = python
            for key, value in sizes.items():
                filled = filled.replace("<" + key + ">", str(value))
                code = code.replace("<" + key + ">", str(value))
            if filled in seen:
                continue
            seen.add(filled)
            torch.manual_seed(0)
            try:
                case = {"java": filled, measure: kept(code) if measure == "kept" else peak(code)}
            except Exception as e:
                raise SystemExit("%s: %s" % (code, e))
            for key, value in (note[0] if note else {}).items():
                for size, number in sizes.items():
                    value = value.replace("<" + size + ">", str(number))
                case[key] = value if key == "why" else eval(value)
            cases.append(case)
    with open(os.path.join(HERE, "memory.json"), "w", encoding="utf-8") as out:
        out.write("[\n" + ",\n".join(json.dumps(c, ensure_ascii=False) for c in cases) + "\n]\n")
    print(len(cases), "cases of", len(FORMS), "forms")


if __name__ == "__main__":
    main()
