package layerbook.count;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.operations.Operations;
import layerbook.session.words.Nn;

/** torchvision's functions for windowed attention, written with tensor operations as its own code is. */
final class Swin {
    private Swin() {}

    /** A bias for each head and pair of places in a window, looked up in a table. */
    static Tensor positionBias(Tensor table, Unit pairs, int window) {
        int places = window * window;
        return table.then(pairs).view(places, places, -1).permute(2, 0, 1).contiguous().unsqueeze(0);
    }

    /** Attention inside windows that are shifted by so much; sizes are multiples of the window, as at 224. */
    static Tensor attention(Tensor x, Unit qkv, Unit proj, Tensor bias, int window, int heads, int shift) {
        Expr batch = x.size(0);
        int height = x.size(1).exact().intValueExact();
        int channels = x.size(3).exact().intValueExact();
        int across = height / window;
        int shifted = window >= height ? 0 : shift;
        Tensor at = shifted == 0 ? x : x.roll(Nn.size(-shifted, -shifted), 1, 2);
        at = at.view(batch, across, window, across, window, channels).permute(0, 1, 3, 2, 4, 5);
        at = at.reshape(batch.times(across * across), window * window, channels);
        Tensor y = inside(at, qkv, proj, bias, heads, shifted == 0 ? 0 : across * across);
        y = y.view(batch, across, across, window, window, channels).permute(0, 1, 3, 2, 4, 5).reshape(batch, height, height, channels);
        return shifted == 0 ? y : y.roll(Nn.size(shifted, shifted), 1, 2);
    }

    private static Tensor inside(Tensor x, Unit qkv, Unit proj, Tensor bias, int heads, int masks) {
        Expr windows = x.size(0);
        int places = x.size(1).exact().intValueExact();
        int channels = x.size(2).exact().intValueExact();
        Tensor all = x.linear(qkv.weight(), qkv.bias()).reshape(windows, places, 3, heads, channels / heads).permute(2, 0, 3, 1, 4);
        Tensor q = all.select(0, 0).mul(Math.pow(channels / heads, -0.5));
        Tensor scores = q.matmul(all.select(0, 1).transpose(-2, -1)).add(bias);
        if (masks > 0) {
            Tensor mask = Nn.tensor(Nn.shape(masks, places, places));
            scores = scores.view(windows.over(Expr.of(masks)), masks, heads, places, places).add(mask.unsqueeze(1).unsqueeze(0)).view(-1, heads, places, places);
        }
        Tensor y = scores.softmax(-1).dropout(0.0).matmul(all.select(0, 2)).transpose(1, 2).reshape(windows, places, channels);
        return y.linear(proj.weight(), proj.bias()).dropout(0.0);
    }

    /** Four neighbours behind one another. */
    static Tensor merged(Tensor x) {
        Expr height = x.size(1);
        Expr width = x.size(2);
        List<Tensor> parts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            parts.add(x.slice(1, i % 2, height, 2).slice(2, i / 2, width, 2));
        }
        return Operations.find("cat").apply(java.util.List.of(parts, -1), java.util.Map.of()).tensor();
    }
}
