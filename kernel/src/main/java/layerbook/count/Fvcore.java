package layerbook.count;

import layerbook.layer.Arguments;

/** What fvcore calls flops: one per multiply-add, plus normalisations; it sees functions too. Source: fvcore, nn/jit_handles.py. */
final class Fvcore extends Tool {
    Fvcore() {
        module(s -> args(s).isText("padding") && args(s).text("paddingMode").equals("zeros") ? Cost.UNCOUNTED : Cost.of(macs(s)), "Conv1d", "Conv2d", "Conv3d");
        module(s -> Cost.of(macs(s)), "ConvTranspose1d", "ConvTranspose2d", "ConvTranspose3d", "Linear", "RNNCell", "GRUCell", "LSTMCell", "MultiheadAttention");
        module(Fvcore::batchNorm, "BatchNorm1d", "BatchNorm2d", "BatchNorm3d", "SyncBatchNorm");
        module(s -> input(s, affine(s) ? 5 : 4), "InstanceNorm1d", "InstanceNorm2d", "InstanceNorm3d", "LayerNorm", "GroupNorm");
        module(s -> input(s, 1), "AdaptiveAvgPool2d");
        module(Fvcore::upsample, "Upsample", "UpsamplingNearest2d", "UpsamplingBilinear2d");
        function(s -> Cost.of(macs(s)), "matmul", "bmm", "addmm", "linear", "einsum", "scaledDotProductAttention", "convTranspose1d", "convTranspose2d", "convTranspose3d");
        function(s -> arguments(s).get("padding") instanceof String ? Cost.UNCOUNTED : Cost.of(macs(s)), "conv1d", "conv2d", "conv3d");
        function(Tool::norm, "layerNorm", "groupNorm", "batchNorm");
        function(s -> input(s, 4), "InstanceNorm1d", "InstanceNorm2d", "InstanceNorm3d");
        function(s -> input(s, 1), "AdaptiveAvgPool2d");
        function(Fvcore::upsample, "Upsample");
        because("padding by word is not seen", "Conv1d", "Conv2d", "Conv3d");
        because("2 per number, 1 without scale and shift; 5 and 4 without running statistics", "BatchNorm1d", "BatchNorm2d", "BatchNorm3d", "SyncBatchNorm");
        because("5 per number, 4 without scale and shift", "InstanceNorm1d", "InstanceNorm2d", "InstanceNorm3d", "LayerNorm", "GroupNorm", "layerNorm", "groupNorm");
        because("1 per number that goes in", "AdaptiveAvgPool2d");
        because("1 or 4 per number that comes out, by mode", "Upsample", "UpsamplingNearest2d", "UpsamplingBilinear2d");
        because("recurrent layers are not seen", "RNN", "GRU", "LSTM");
    }

    @Override public String name() {
        return "FVCORE";
    }

    @Override public String version() {
        return "fvcore of 2026-02";
    }

    @Override public String sentence() {
        return "1 per multiply-add, functions included; normalisations 2 to 5 per number; recurrent layers and padding by word are not counted";
    }

    static Cost batchNorm(Site s) {
        Arguments a = args(s);
        return input(s, a.flag("trackRunningStats") ? a.flag("affine") ? 2 : 1 : a.flag("affine") ? 5 : 4);
    }

    private static Cost upsample(Site s) {
        String mode = s.is("UpsamplingBilinear2d") ? "bilinear" : s.is("UpsamplingNearest2d") ? "nearest" : args(s).text("mode");
        if (x(s).rank() != 4) {
            return Cost.UNCOUNTED;
        }
        return mode.equals("nearest") ? output(s, 1) : mode.equals("bilinear") ? output(s, 4) : Cost.UNCOUNTED;
    }
}
