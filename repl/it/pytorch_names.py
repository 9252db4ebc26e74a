"""Lists the names that PyTorch and Python have, so that none of them is taken for a misspelled word of ours: python3 repl/it/pytorch_names.py > FILE
FILE is kernel/src/main/resources/layerbook/session/errors/names.txt; PyTorch 1.13 or newer is needed."""
import builtins, math
import torch
import torch.nn as nn
import torch.nn.functional as F

names = set()
for where in (torch.Tensor, torch, F, nn, nn.init, nn.Module, torch.linalg, torch.fft, torch.special, builtins, math, str, list, dict):
    names |= {n for n in dir(where) if not n.startswith("_") and len(n) > 1}
names |= {"rearrange", "asnumpy", "parse_shape", "pack", "unpack"}  # einops
print("\n".join(sorted(names)))
