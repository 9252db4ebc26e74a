package layerbook.count;

import static layerbook.session.words.Nn.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.layer.Layer;
import layerbook.net.Model;
import layerbook.net.Sequential;
import layerbook.net.Tensor;
import layerbook.net.Unit;

/** Models of torchvision that no traced graph stands for, written as classes with the field names of its own code. */
final class VisionModels {
    private VisionModels() {}

    static Map<String, Model> all() {
        return Map.of("shufflenet_v2_x1_0", new ShuffleNet(), "vit_b_16", new VisionTransformer(), "fcn_resnet50", new Fcn(), "r3d_18", new VideoResNet());
    }

    // ---- ShuffleNet V2: channels split, one half worked on, both shuffled

    static class ShuffleNet extends Model {
        Sequential conv1 = sequential(conv2d(3, 24, 3, stride(2), padding(1), bias(false)), batchNorm2d(24), relu());
        Unit maxpool = own(maxPool2d(3, stride(2), padding(1)));
        Sequential stage2 = stage(24, 116, 4);
        Sequential stage3 = stage(116, 232, 8);
        Sequential stage4 = stage(232, 464, 4);
        Sequential conv5 = sequential(conv2d(464, 1024, 1, bias(false)), batchNorm2d(1024), relu());
        Unit fc = own(linear(1024, 1000));

        private static Sequential stage(int in, int out, int repeats) {
            var blocks = new ArrayList<Object>(List.of(new Shuffled(in, out, 2)));
            for (int i = 1; i < repeats; i++) {
                blocks.add(new Shuffled(out, out, 1));
            }
            return sequential(blocks);
        }

        public Tensor forward(Tensor x) {
            return x.then(conv1).then(maxpool).then(stage2).then(stage3).then(stage4).then(conv5).mean(2, 3).then(fc);
        }
    }

    static class Shuffled extends Model {
        private final boolean halves;
        Sequential branch1;
        Sequential branch2;

        Shuffled(int in, int out, int step) {
            int half = out / 2;
            halves = step == 1;
            branch1 = halves ? sequential() : sequential(conv2d(in, in, 3, stride(step), padding(1), groups(in), bias(false)), batchNorm2d(in),
                conv2d(in, half, 1, bias(false)), batchNorm2d(half), relu());
            branch2 = sequential(conv2d(halves ? half : in, half, 1, bias(false)), batchNorm2d(half), relu(),
                conv2d(half, half, 3, stride(step), padding(1), groups(half), bias(false)), batchNorm2d(half),
                conv2d(half, half, 1, bias(false)), batchNorm2d(half), relu());
        }

        public Tensor forward(Tensor x) {
            if (!halves) {
                return shuffled(cat(1, x.then(branch1), x.then(branch2)));
            }
            List<Tensor> parts = x.chunk(2, 1);
            return shuffled(cat(1, parts.get(0), parts.get(1).then(branch2)));
        }

        private static Tensor shuffled(Tensor x) {
            return x.view(x.size(0), 2, x.size(1).over(layerbook.formula.Expr.of(2)), x.size(2), x.size(3)).transpose(1, 2).contiguous()
                .view(x.size(0), -1, x.size(2), x.size(3));
        }
    }

    // ---- vision transformer: patches as a sequence, a class token in front

    static class VisionTransformer extends Model {
        Tensor class_token = parameter(1, 1, 768);
        Unit conv_proj = own(conv2d(3, 768, 16, stride(16)));
        Encoder encoder = new Encoder();
        Map<String, Unit> heads = Map.of("head", own(linear(768, 1000)));

        public Tensor forward(Tensor x) {
            Tensor patches = x.then(conv_proj).reshape(x.size(0), 768, 14 * 14).permute(0, 2, 1);
            Tensor all = cat(1, class_token.expand(x.size(0), -1, -1), patches).then(encoder);
            return all.select(1, 0).then(heads.get("head"));
        }
    }

    static class Encoder extends Model {
        Tensor pos_embedding = parameter(1, 197, 768);
        Unit dropout = own(dropout(0.0));
        Map<String, EncoderBlock> layers = new LinkedHashMap<>();
        Unit ln = own(layerNorm(768));

        Encoder() {
            for (int i = 0; i < 12; i++) {
                layers.put("encoder_layer_" + i, new EncoderBlock());
            }
        }

        public Tensor forward(Tensor x) {
            Tensor y = x.add(pos_embedding).then(dropout);
            for (EncoderBlock block : layers.values()) {
                y = y.then(block);
            }
            return y.then(ln);
        }
    }

    static class EncoderBlock extends Model {
        Unit ln_1 = own(layerNorm(768));
        Unit self_attention = own(multiheadAttention(768, 12, batchFirst(true)));
        Unit dropout = own(dropout(0.0));
        Unit ln_2 = own(layerNorm(768));
        Sequential mlp = sequential(linear(768, 3072), gelu(), dropout(0.0), linear(3072, 768), dropout(0.0));

        public Tensor forward(Tensor x) {
            Tensor y = x.then(ln_1);
            Tensor z = y.then(self_attention, y, y).then(dropout).add(x);
            return z.add(z.then(ln_2).then(mlp));
        }
    }

    // ---- FCN: a residual network whose later stages widen their windows, and a head for each pixel

    static class Fcn extends Model {
        DilatedResNet backbone = new DilatedResNet();
        Sequential classifier = sequential(conv2d(2048, 512, 3, padding(1), bias(false)), batchNorm2d(512), relu(), dropout(0.1), conv2d(512, 21, 1));

        public Map<String, Tensor> forward(Tensor x) {
            Tensor y = x.then(backbone).then(classifier);
            return Map.of("out", y.interpolate(size(x.size(2), x.size(3)), mode("bilinear"), alignCorners(false)));
        }
    }

    static class DilatedResNet extends Model {
        Unit conv1 = own(conv2d(3, 64, 7, stride(2), padding(3), bias(false)));
        Unit bn1 = own(batchNorm2d(64));
        Unit relu = own(relu());
        Unit maxpool = own(maxPool2d(3, stride(2), padding(1)));
        Sequential layer1 = layer(64, 64, 3, 1, 1, 1);
        Sequential layer2 = layer(256, 128, 4, 2, 1, 1);
        Sequential layer3 = layer(512, 256, 6, 1, 1, 2);
        Sequential layer4 = layer(1024, 512, 3, 1, 2, 4);

        private static Sequential layer(int in, int width, int blocks, int step, int first, int rest) {
            var all = new ArrayList<Object>(List.of(new Bottleneck(in, width, step, first, true)));
            for (int i = 1; i < blocks; i++) {
                all.add(new Bottleneck(4 * width, width, 1, rest, false));
            }
            return sequential(all);
        }

        public Tensor forward(Tensor x) {
            return x.then(conv1).then(bn1).then(relu).then(maxpool).then(layer1).then(layer2).then(layer3).then(layer4);
        }
    }

    static class Bottleneck extends Model {
        Unit conv1;
        Unit bn1;
        Unit conv2;
        Unit bn2;
        Unit conv3;
        Unit bn3;
        Unit relu = own(relu());
        Sequential downsample;

        Bottleneck(int in, int width, int step, int wide, boolean first) {
            conv1 = own(conv2d(in, width, 1, bias(false)));
            bn1 = own(batchNorm2d(width));
            conv2 = own(conv2d(width, width, 3, stride(step), padding(wide), dilation(wide), bias(false)));
            bn2 = own(batchNorm2d(width));
            conv3 = own(conv2d(width, 4 * width, 1, bias(false)));
            bn3 = own(batchNorm2d(4 * width));
            downsample = first ? sequential(conv2d(in, 4 * width, 1, stride(step), bias(false)), batchNorm2d(4 * width)) : null;
        }

        public Tensor forward(Tensor x) {
            Tensor y = x.then(conv1).then(bn1).then(relu).then(conv2).then(bn2).then(relu).then(conv3).then(bn3);
            return y.add(downsample == null ? x : x.then(downsample)).then(relu);
        }
    }

    // ---- a residual network over video

    static class VideoResNet extends Model {
        Sequential stem = sequential(conv3d(3, 64, size(3, 7, 7), stride(1, 2, 2), padding(1, 3, 3), bias(false)), batchNorm3d(64), relu());
        Sequential layer1 = sequential(new VideoBlock(64, 64, 1), new VideoBlock(64, 64, 1));
        Sequential layer2 = sequential(new VideoBlock(64, 128, 2), new VideoBlock(128, 128, 1));
        Sequential layer3 = sequential(new VideoBlock(128, 256, 2), new VideoBlock(256, 256, 1));
        Sequential layer4 = sequential(new VideoBlock(256, 512, 2), new VideoBlock(512, 512, 1));
        Unit avgpool = own(adaptiveAvgPool3d(size(1, 1, 1)));
        Unit fc = own(linear(512, 400));

        public Tensor forward(Tensor x) {
            return x.then(stem).then(layer1).then(layer2).then(layer3).then(layer4).then(avgpool).flatten(1).then(fc);
        }
    }

    static class VideoBlock extends Model {
        Sequential conv1;
        Sequential conv2;
        Unit relu = own(relu());
        Sequential downsample;

        VideoBlock(int in, int out, int step) {
            conv1 = sequential(simple(in, out, step), batchNorm3d(out), relu());
            conv2 = sequential(simple(out, out, 1), batchNorm3d(out));
            downsample = step == 1 ? null : sequential(conv3d(in, out, 1, stride(step), bias(false)), batchNorm3d(out));
        }

        private static Layer simple(int in, int out, int step) {
            return conv3d(in, out, 3, stride(step), padding(1), bias(false));
        }

        public Tensor forward(Tensor x) {
            Tensor y = x.then(conv1).then(conv2);
            return y.add(downsample == null ? x : x.then(downsample)).then(relu);
        }
    }
}
