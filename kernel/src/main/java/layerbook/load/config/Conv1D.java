package layerbook.load.config;

import java.util.List;
import layerbook.formula.Expr;
import layerbook.net.Tensor;

/** GPT-2's linear layer, whose weight stands the other way round: takes N×T×in, gives N×T×out with a weight of in×out. */
final class Conv1D extends Block {
    private final long in;
    private final long out;
    private final Tensor weight;
    private final Tensor bias;

    Conv1D(long in, long out) {
        this.in = in;
        this.out = out;
        weight = hold("weight", Parts.parameter(in, out));
        bias = hold("bias", Parts.parameter(out));
    }

    @Override Object forward(List<?> arguments) {
        Tensor x = tensor(arguments, 0);
        Expr n = x.size(0);
        Expr t = x.size(1);
        return bias.addmm(x.view(n.times(t), in), weight).view(n, t, out);
    }
}
