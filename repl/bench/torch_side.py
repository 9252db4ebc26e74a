"""The same work in PyTorch: import, build, one pass with hooks that note shapes, parameters and multiply-adds, print. What torchsummary and thop do."""
import io
import sys
import time

import torch
from torch import nn


class Net(nn.Module):
    """The article's network."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 16, kernel_size=3, padding=1)
        self.bn1 = nn.BatchNorm2d(16)
        self.pool1 = nn.MaxPool2d(2)
        self.conv2 = nn.Conv2d(16, 32, kernel_size=3, padding=1)
        self.bn2 = nn.BatchNorm2d(32)
        self.pool2 = nn.MaxPool2d(2)
        self.fc1 = nn.Linear(32 * 8 * 8, 64)
        self.fc2 = nn.Linear(64, 10)

    def forward(self, x):
        x = self.pool1(torch.relu(self.bn1(self.conv1(x))))
        x = self.pool2(torch.relu(self.bn2(self.conv2(x))))
        return self.fc2(torch.relu(self.fc1(x.view(-1, 32 * 8 * 8))))


def summary(model, size, device):
    rows = []

    def note(module, inputs, output):
        weights = sum(p.numel() for p in module.parameters(recurse=False))
        shape = list(output.shape) if hasattr(output, "shape") else "-"
        macs = weights * (output.numel() // output.shape[1] if isinstance(module, nn.Conv2d) else 1) if hasattr(output, "shape") else 0
        rows.append((type(module).__name__, shape, weights, macs))

    hooks = [m.register_forward_hook(note) for m in model.modules() if not list(m.children())]
    with torch.no_grad():
        model.eval()(torch.zeros(1, *size, device=device))
    for hook in hooks:
        hook.remove()
    for row in rows:
        print("{:<20} {!s:<24} {:>12,} {:>16,}".format(*row))
    print(f"{sum(p.numel() for p in model.parameters()):,} parameters, {sum(r[3] for r in rows):,} multiply-adds")


def warm(model, torchinfo):
    """ResNet-152, built before, counted again and again: milliseconds each."""
    out = sys.stdout
    for i in range(8):
        sys.stdout = io.StringIO()
        began = time.perf_counter()
        torchinfo(model, input_size=(1, 3, 224, 224), device="meta") if torchinfo else summary(model, (3, 224, 224), "meta")
        took = (time.perf_counter() - began) * 1000
        sys.stdout = out
        if i >= 3:
            print(took)


def main(name):
    try:
        from torchinfo import summary as torchinfo
    except ImportError:
        torchinfo = None
    if name == "cnn":
        summary(Net(), (3, 32, 32), "cpu")
        summary(Net(), (3, 32, 32), "cpu")  # torchsummary passes once, thop passes again
        return
    import torchvision
    if name == "warm":
        return warm(torchvision.models.resnet152().to("meta"), torchinfo)
    model = getattr(torchvision.models, name)()
    model = model.to("meta")
    if torchinfo:
        torchinfo(model, input_size=(1, 3, 224, 224), device="meta")
    else:
        summary(model, (3, 224, 224), "meta")


main(sys.argv[1])
