package layerbook.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import layerbook.count.Network;
import layerbook.count.NetworkView;
import layerbook.formula.Expr;
import layerbook.hardware.Device;
import layerbook.hardware.Devices;
import layerbook.hardware.OpenLetters;
import layerbook.layer.Option;
import layerbook.session.output.View;
import layerbook.session.words.Nn;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.table.FitsTable;
import layerbook.table.KvCacheTable;
import layerbook.table.Laid;
import layerbook.table.RooflineTable;

/**
 * What {@code summary FILE --device NAME} says below the table: the bytes of the weights, whether the network fits on the
 * device, bounds on its speed; in float16, for a batch of one. While a length is open, keys and values are a formula in it,
 * and {@code --context N} puts a number in its place.
 *
 * @param device a device's name, or null: then nothing is said
 * @param context positions of a text, or null
 */
record HardwareLines(String device, Long context) {
    private static final Pattern NEAR = Pattern.compile("device\\(\"(.*)\"\\)");

    /**
     * The lines below the table of a network; none without a device.
     *
     * @throws Refusal if no device has the name, or a context is given where no length is open
     */
    String below(Network network, View view) {
        if (device == null) {
            return "";
        }
        Device known = find();
        NetworkView seen = NetworkView.of(network);
        boolean open = !OpenLetters.lengths(seen).isEmpty();
        if (!open && context != null) {
            throw Refusal.option("--context has no place: no length of the network is open").fix("--device \"" + known.name() + "\"");
        }
        var said = new ArrayList<String>();
        said.add("weights in float16: " + Expr.of(Nn.bytes(seen, DType.FLOAT16).stored().bytes()).text() + " bytes");
        if (open && context == null) {
            KvCacheTable cache = Nn.kvCache(seen, DType.FLOAT16);
            said.add(text(cache, view));
            said.add("whether it fits on " + known.name() + " depends on the length "
                + OpenLetters.lengths(seen).get(0).text() + ", which is open; try  --context 8192");
        } else {
            fits(seen, known, view, said);
        }
        return "\n" + String.join("\n", said);
    }

    private void fits(NetworkView network, Device known, View view, List<String> said) {
        FitsTable fits = Nn.fits(choices(network, known));
        RooflineTable roofline = Nn.roofline(choices(network, known));
        said.add(text(fits, view));
        said.addAll(roofline.grid().notes());
    }

    private Object[] choices(NetworkView network, Device known) {
        Option length = context == null ? null : Nn.context(context);
        return new Object[] {network, known, DType.FLOAT16, length};
    }

    private static String text(Laid laid, View view) {
        return laid.text(view.width(), view.unicode(), view.colour());
    }

    private Device find() {
        try {
            return Devices.find(device);
        } catch (Refusal e) {
            Matcher near = NEAR.matcher(String.valueOf(e.suggestion()));
            String name = near.matches() ? near.group(1) : Devices.all().get(0).name();
            throw Refusal.option(e.getMessage()).why(e.details().get(0).replaceFirst("^why +", "")).fix("--device \"" + name + "\"");
        }
    }
}
