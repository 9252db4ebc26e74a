package layerbook.table;

import static layerbook.session.words.Nn.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.count.Network;
import layerbook.net.Model;
import layerbook.net.NetworkBuilder;
import layerbook.net.Sequential;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.shape.DType;

/** The models whose texts were measured, written as their PyTorch classes are; by name, each traced in a book of its own. */
final class MeasuredModels {
    private MeasuredModels() {}

    static Network network(String name) {
        return new NetworkBuilder().within(() -> switch (name) {
            case "Nested" -> trace(new Nested(), 3, 16, 16);
            case "Shared" -> trace(new Shared(), 8);
            case "TwoParents" -> trace(new TwoParents(), 8);
            case "TwoNames" -> trace(new TwoNames(), 8);
            case "Gru" -> trace(new Gru(), 7, 10);
            case "Gru2" -> trace(new Gru2(), 7, 10);
            case "Lstm" -> trace(new Lstm(), 7, 10);
            case "Cells" -> trace(new Cells(), 5, 10);
            case "Frozen" -> frozen();
            case "Words" -> trace(new Words(false), tensor(12, DType.INT64));
            case "Tied" -> trace(new Tied(), tensor(12, DType.INT64));
            case "TwoInputs" -> trace(new TwoInputs(), tensor(4, 6), tensor(3));
            case "Attn" -> trace(new Attn(), 6, 16);
            case "Encoder" -> trace(new Encoder(), 6, 16);
            case "Tuple" -> trace(new Tuple(), 5, 8);
            case "Bare" -> trace(new Bare(), 9);
            case "Unused" -> trace(new Unused(), 8);
            case "Deep" -> trace(new Deep(), 3, 20, 20);
            case "Net" -> trace(new SummariesTest.Net(), 3, 224, 224);
            case "Typed" -> typed();
            case "Wide" -> trace(new Wide(), 30, 4096);
            case "alexnet" -> trace(new AlexNet(), 3, 224, 224);
            case "vgg11" -> trace(new VGG(), 3, 224, 224);
            case "resnet18" -> trace(new ResNet(), 3, 224, 224);
            case "mobilenet_v2" -> trace(new MobileNetV2(), 3, 224, 224);
            default -> throw new IllegalArgumentException(name);
        });
    }

    private static Network typed() {
        input(1, 12, 12);
        add(conv2d(3, 3), relu(), flatten(), linear(10));
        Tensor y = add(softmax(1));
        return new Network(NetworkBuilder.current(), NetworkBuilder.current().graph(), 0, null, y);
    }

    private static Network frozen() {
        var model = new Frozen();
        Network net = trace(model, 3, 8, 8);
        freeze(model.conv);
        freeze(model.fc.bias());
        return new Network(NetworkBuilder.current(), NetworkBuilder.current().graph(), net.number(), model, net.output());
    }

    static class Block extends Model {
        final Sequential body;
        final Unit skip;

        Block(int in, int out) {
            body = sequential(conv2d(in, out, 3, padding(1)), batchNorm2d(out), relu());
            skip = own(conv2d(in, out, 1));
        }

        public Tensor forward(Tensor x) {
            return x.then(body).add(x.then(skip)).relu();
        }
    }

    static class Nested extends Model {
        final List<Block> blocks = List.of(new Block(3, 8), new Block(8, 12));
        final Unit pool = own(adaptiveAvgPool2d(1));
        final Unit fc = own(linear(12, 5));

        public Tensor forward(Tensor x) {
            for (Block b : blocks) {
                x = x.then(b);
            }
            return x.then(pool).flatten(1).then(fc);
        }
    }

    static class Shared extends Model {
        final Unit fc = own(linear(8, 8));
        final Unit act = own(tanh());

        public Tensor forward(Tensor x) {
            return x.then(fc).then(act).then(fc).then(act);
        }
    }

    static class Half extends Model {
        final Unit fc;

        Half(Unit fc) {
            this.fc = fc;
        }

        public Tensor forward(Tensor x) {
            return x.then(fc).relu();
        }
    }

    static class TwoParents extends Model {
        final Half a;
        final Half b;

        TwoParents() {
            Unit fc = own(linear(8, 8));
            a = new Half(fc);
            b = new Half(fc);
        }

        public Tensor forward(Tensor x) {
            return x.then(a).then(b);
        }
    }

    static class TwoNames extends Model {
        final Unit a = own(linear(8, 8));
        final Unit b = a;

        public Tensor forward(Tensor x) {
            return x.then(a).then(b);
        }
    }

    static class Gru extends Model {
        final Unit gru = own(gru(10, 20, batchFirst(true)));
        final Unit fc = own(linear(20, 4));

        public Tensor forward(Tensor x) {
            return x.then(gru).select(1, -1).then(fc);
        }
    }

    static class Gru2 extends Model {
        final Unit gru = own(gru(10, 20, numLayers(2), bidirectional(true)));

        public Tensor forward(Tensor x) {
            return x.then(gru).output(1);
        }
    }

    static class Lstm extends Model {
        final Unit lstm = own(lstm(10, 20, batchFirst(true)));
        final Unit fc = own(linear(20, 4));

        public Tensor forward(Tensor x) {
            return x.then(lstm).select(1, -1).then(fc);
        }
    }

    static class Cells extends Model {
        final Unit cell = own(lstmCell(10, 6));

        public Tensor forward(Tensor x) {
            Tensor h = x.select(1, 0).then(cell);
            for (int t = 1; t < 3; t++) {
                h = x.select(1, t).then(cell, h.output(0), h.output(1));
            }
            return h;
        }
    }

    static class Frozen extends Model {
        final Unit conv = own(conv2d(3, 4, 3));
        final Unit norm = own(batchNorm2d(4));
        final Unit fc = own(linear(144, 10));

        public Tensor forward(Tensor x) {
            return x.then(conv).then(norm).flatten(1).then(fc);
        }
    }

    static class Words extends Model {
        final Unit emb = own(embedding(50, 16));
        final Unit fc = own(linear(16, 50, bias(false)));

        Words(boolean tied) {
            if (tied) {
                tie(fc.weight(), emb.weight());
            }
        }

        public Tensor forward(Tensor x) {
            return x.then(emb).then(fc);
        }
    }

    static class Tied extends Words {
        Tied() {
            super(true);
        }
    }

    static class TwoInputs extends Model {
        final Unit a = own(linear(24, 8));
        final Unit b = own(linear(3, 8));

        public Tensor forward(Tensor x, Tensor y) {
            return cat(1, x.flatten(1).then(a), y.then(b));
        }
    }

    static class Attn extends Model {
        final Unit attn = own(multiheadAttention(16, 4, batchFirst(true)));
        final Unit norm = own(layerNorm(16));

        public Tensor forward(Tensor x) {
            return x.add(x.then(attn, x, x)).then(norm);
        }
    }

    static class Encoder extends Model {
        final Unit enc = own(transformerEncoder(transformerEncoderLayer(16, 4, dimFeedforward(32)), 2));
        final Unit fc = own(linear(16, 3));

        public Tensor forward(Tensor x) {
            return x.then(enc).then(fc);
        }
    }

    static class Tuple extends Model {
        final Unit a = own(linear(8, 6));
        final Unit b = own(linear(8, 6));

        public List<Tensor> forward(Tensor x) {
            return List.of(x.then(a), x.then(b));
        }
    }

    static class Gain extends Model {
        final Tensor weight;
        final Tensor bias;

        Gain(int n) {
            weight = parameter(n);
            bias = parameter(n);
        }

        public Tensor forward(Tensor x) {
            return x.mul(weight).add(bias);
        }
    }

    static class Bare extends Model {
        final Gain gain = new Gain(9);
        final Tensor scale = parameter(9);
        final Unit fc = own(linear(9, 2));

        public Tensor forward(Tensor x) {
            return x.then(gain).mul(scale).then(fc);
        }
    }

    static class Unused extends Model {
        final Unit fc = own(linear(8, 8));
        final Unit rest = own(linear(8, 80));

        public Tensor forward(Tensor x) {
            return x.then(fc);
        }
    }

    static class CNR extends Sequential {
        CNR(int in, int out) {
            super(conv2d(in, out, 3), batchNorm2d(out, affine(false)), relu6());
        }
    }

    static class Deep extends Model {
        final Sequential features = sequential(sequential(new CNR(3, 4), new CNR(4, 5)), maxPool2d(2));
        final Map<String, Unit> head = new LinkedHashMap<>();

        Deep() {
            head.put("left", own(linear(320, 2)));
            head.put("right", own(linear(320, 3)));
        }

        public Tensor forward(Tensor x) {
            x = x.then(features).flatten(1);
            return cat(1, x.then(head.get("left")), x.then(head.get("right")));
        }
    }

    static class Wide extends Model {
        final Unit up = own(linear(4096, 16385));
        final Unit down = own(linear(16385, 1237));

        public Tensor forward(Tensor x) {
            return x.then(up).gelu().then(down);
        }
    }

    static class AlexNet extends Model {
        final Sequential features = sequential(conv2d(3, 64, 11, stride(4), padding(2)), relu(), maxPool2d(3, stride(2)), conv2d(64, 192, 5, padding(2)), relu(), maxPool2d(3, stride(2)),
            conv2d(192, 384, 3, padding(1)), relu(), conv2d(384, 256, 3, padding(1)), relu(), conv2d(256, 256, 3, padding(1)), relu(), maxPool2d(3, stride(2)));
        final Unit avgpool = own(adaptiveAvgPool2d(6));
        final Sequential classifier = sequential(dropout(), linear(9216, 4096), relu(), dropout(), linear(4096, 4096), relu(), linear(4096, 1000));

        public Tensor forward(Tensor x) {
            return x.then(features).then(avgpool).flatten(1).then(classifier);
        }
    }

    static class VGG extends Model {
        final Sequential features;
        final Unit avgpool = own(adaptiveAvgPool2d(7));
        final Sequential classifier = sequential(linear(512 * 7 * 7, 4096), relu(), dropout(), linear(4096, 4096), relu(), dropout(), linear(4096, 1000));

        VGG() {
            var layers = new ArrayList<Object>();
            int in = 3;
            for (int out : new int[] {64, 0, 128, 0, 256, 256, 0, 512, 512, 0, 512, 512, 0}) {
                if (out == 0) {
                    layers.add(maxPool2d(2, stride(2)));
                } else {
                    layers.add(conv2d(in, out, 3, padding(1)));
                    layers.add(relu());
                    in = out;
                }
            }
            features = sequential(layers);
        }

        public Tensor forward(Tensor x) {
            return x.then(features).then(avgpool).flatten(1).then(classifier);
        }
    }

    static class BasicBlock extends Model {
        final Unit conv1;
        final Unit bn1;
        final Unit relu = own(relu());
        final Unit conv2;
        final Unit bn2;
        final Sequential downsample;

        BasicBlock(int in, int out, int step) {
            conv1 = own(conv2d(in, out, 3, stride(step), padding(1), bias(false)));
            bn1 = own(batchNorm2d(out));
            conv2 = own(conv2d(out, out, 3, padding(1), bias(false)));
            bn2 = own(batchNorm2d(out));
            downsample = in == out ? null : sequential(conv2d(in, out, 1, stride(step), bias(false)), batchNorm2d(out));
        }

        public Tensor forward(Tensor x) {
            Tensor y = x.then(conv1).then(bn1).then(relu).then(conv2).then(bn2);
            return y.add(downsample == null ? x : x.then(downsample)).then(relu);
        }
    }

    static class ResNet extends Model {
        final Unit conv1 = own(conv2d(3, 64, 7, stride(2), padding(3), bias(false)));
        final Unit bn1 = own(batchNorm2d(64));
        final Unit relu = own(relu());
        final Unit maxpool = own(maxPool2d(3, stride(2), padding(1)));
        final Sequential layer1 = sequential(new BasicBlock(64, 64, 1), new BasicBlock(64, 64, 1));
        final Sequential layer2 = sequential(new BasicBlock(64, 128, 2), new BasicBlock(128, 128, 1));
        final Sequential layer3 = sequential(new BasicBlock(128, 256, 2), new BasicBlock(256, 256, 1));
        final Sequential layer4 = sequential(new BasicBlock(256, 512, 2), new BasicBlock(512, 512, 1));
        final Unit avgpool = own(adaptiveAvgPool2d(1));
        final Unit fc = own(linear(512, 1000));

        public Tensor forward(Tensor x) {
            x = x.then(conv1).then(bn1).then(relu).then(maxpool);
            return x.then(layer1).then(layer2).then(layer3).then(layer4).then(avgpool).flatten(1).then(fc);
        }
    }

    static class Conv2dNormActivation extends Sequential {
        Conv2dNormActivation(int in, int out, int k, int step, int groups) {
            super(conv2d(in, out, k, stride(step), padding((k - 1) / 2), groups(groups), bias(false)), batchNorm2d(out), relu6());
        }
    }

    static class InvertedResidual extends Model {
        final Sequential conv;
        final boolean skips;

        InvertedResidual(int in, int out, int step, int expand) {
            int hidden = in * expand;
            var layers = new ArrayList<Object>();
            if (expand != 1) {
                layers.add(new Conv2dNormActivation(in, hidden, 1, 1, 1));
            }
            layers.add(new Conv2dNormActivation(hidden, hidden, 3, step, hidden));
            layers.add(conv2d(hidden, out, 1, bias(false)));
            layers.add(batchNorm2d(out));
            conv = sequential(layers);
            skips = step == 1 && in == out;
        }

        public Tensor forward(Tensor x) {
            return skips ? x.add(x.then(conv)) : x.then(conv);
        }
    }

    static class MobileNetV2 extends Model {
        final Sequential features;
        final Sequential classifier = sequential(dropout(0.2), linear(1280, 1000));

        MobileNetV2() {
            var layers = new ArrayList<Object>(List.of(new Conv2dNormActivation(3, 32, 3, 2, 1)));
            int in = 32;
            for (int[] s : new int[][] {{1, 16, 1, 1}, {6, 24, 2, 2}, {6, 32, 3, 2}, {6, 64, 4, 2}, {6, 96, 3, 1}, {6, 160, 3, 2}, {6, 320, 1, 1}}) {
                for (int i = 0; i < s[2]; i++) {
                    layers.add(new InvertedResidual(in, s[1], i == 0 ? s[3] : 1, s[0]));
                    in = s[1];
                }
            }
            layers.add(new Conv2dNormActivation(320, 1280, 1, 1, 1));
            features = sequential(layers);
        }

        public Tensor forward(Tensor x) {
            return x.then(features).mean(2, 3).then(classifier);
        }
    }
}
