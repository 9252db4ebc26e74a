import torch
import torch.nn as nn
from parts import Block

class Net(nn.Module):
    def __init__(self, num_classes=10):
        super().__init__()
        self.block = Block(3, 8)
        self.fc = nn.Linear(8, num_classes)

    def forward(self, x):
        x = self.block(x).mean((2, 3))
        return self.fc(x)

class Other(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.fc = nn.Linear(width, width)

    def forward(self, x):
        return self.fc(x)

def small(num_classes=5):
    return Net(num_classes)
