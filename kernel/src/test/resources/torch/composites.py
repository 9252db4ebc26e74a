import torch.nn as nn
m = nn.TransformerEncoderLayer(512, 8)
print(sum(p.numel() for p in m.parameters()))
m2=nn.MultiheadAttention(64,4)
print(sum(p.numel() for p in m2.parameters()))
print(sum(p.numel() for p in nn.Transformer(64,4,2,2,128).parameters()))
print(sum(p.numel() for p in nn.LSTM(8,16,2,bidirectional=True).parameters()))
print([n for n,_ in m.named_parameters()])
import torch
class M(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.TransformerEncoder(nn.TransformerEncoderLayer(64, 4, 128, batch_first=True), 2)
        self.b = nn.MultiheadAttention(64, 4, batch_first=True)
    def forward(self, x):
        x = self.a(x)
        return self.b(x, x, x)[0]
m = M()
print(sum(p.numel() for p in m.parameters()), len(list(m.state_dict())))
print([k for k in m.state_dict()][:14])
print(m(torch.zeros(2, 5, 64)).shape)
print(m.b)
print(nn.AdaptiveLogSoftmaxWithLoss(16, 100, [10, 50]))
print([n for n, _ in nn.Transformer(8, 2, 1, 1, 16).named_parameters()])
print(sum(p.numel() for p in nn.AdaptiveLogSoftmaxWithLoss(16, 100, [10, 50]).parameters()))
print(sum(p.numel() for p in nn.Bilinear(3,4,5).parameters()), sum(p.numel() for p in nn.MultiheadAttention(8,2,kdim=4,vdim=6,add_bias_kv=True).parameters()), [n for n,_ in nn.MultiheadAttention(8,2,kdim=4,vdim=6,add_bias_kv=True).named_parameters()])
