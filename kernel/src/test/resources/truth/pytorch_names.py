#!/usr/bin/env python3
"""The functions of PyTorch 1.13's torch, torch.nn.functional and torch.Tensor by full name: writes pytorch-names.txt beside itself.

    python3 kernel/src/test/resources/truth/pytorch_names.py
"""
import types
from pathlib import Path

import torch
import torch.nn.functional as F

names = set()
for prefix, where in (("torch.Tensor.", torch.Tensor), ("torch.", torch), ("torch.nn.functional.", F)):
    for name in dir(where):
        value = getattr(where, name)
        if not name.startswith("_") and callable(value) and not isinstance(value, (type, types.ModuleType)) and getattr(value, "__module__", "") != "typing":
            names.add(prefix + name)
Path(__file__).with_name("pytorch-names.txt").write_text("\n".join(sorted(names)) + "\n")
print(len(names), "names of torch", torch.__version__)
