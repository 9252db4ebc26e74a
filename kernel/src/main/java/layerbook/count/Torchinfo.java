package layerbook.count;

import layerbook.formula.Expr;
import layerbook.layer.Applied;

/** What torchinfo calls mult-adds: each parameter times the positions it is used at, biases included; only modules. Source: torchinfo 1.8.0, layer_info.py. */
final class Torchinfo extends Tool {
    Torchinfo() {
        module(s -> Cost.of(params(s).times(dim(y(s), 0)).times(from(y(s), 2))), "Conv1d", "Conv2d", "Conv3d", "ConvTranspose1d", "ConvTranspose2d", "ConvTranspose3d");
        module(s -> Cost.of(params(s).times(Expr.product(y(s).slice(0, Math.max(0, y(s).rank() - 1))))), "Linear");
        module(s -> Cost.of(params(s).times(dim(y(s), 0)).times(dim(y(s), 1))), "RNN", "GRU", "LSTM", "RNNCell", "GRUCell", "LSTMCell");
        module(s -> Cost.UNCOUNTED, "MultiheadAttention");
        module(s -> fused(s) ? Cost.UNCOUNTED : null, "TransformerEncoderLayer");
        because("biases", "Conv1d", "Conv2d", "Conv3d", "Linear");
        because("each parameter at every output position", "ConvTranspose1d", "ConvTranspose2d", "ConvTranspose3d");
        because("each parameter at every step, biases too", "RNN", "GRU", "LSTM");
        because("each parameter times the numbers that come out, not the examples", "RNNCell", "GRUCell", "LSTMCell");
        because("each parameter once per example", "BatchNorm1d", "BatchNorm2d", "BatchNorm3d", "SyncBatchNorm", "InstanceNorm1d", "InstanceNorm2d", "InstanceNorm3d", "LayerNorm", "GroupNorm", "PReLU", "Bilinear", "RMSNorm");
        because("a look-up priced as a product with the whole table", "Embedding", "EmbeddingBag");
        because("its parts never run as modules of their own", "MultiheadAttention");
    }

    @Override public Cost own(Site site) {
        Applied a = site.applied();
        Cost special = super.own(site);
        boolean plain = special instanceof Cost.Uncounted && site.module() && a.parts().isEmpty() && !a.weights().isEmpty() && !site.is("MultiheadAttention");
        return plain ? Cost.of(params(site).times(dim(y(site), 0))) : special;
    }

    @Override public String name() {
        return "TORCHINFO";
    }

    @Override public String version() {
        return "torchinfo 1.8.0";
    }

    @Override public String sentence() {
        return "each parameter times the positions it is used at, biases included; attention and functions are not counted";
    }
}
