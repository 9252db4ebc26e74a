package layerbook.hardware;

import layerbook.shape.Refusal;

/** So many devices of one kind: {@code gpus(1024, "H100 SXM")}. */
public record Gpus(int count, Device device) {
    public Gpus {
        if (count < 1) {
            throw Refusal.option("gpus(..) takes 1 device or more, not " + count).at("count", "must be 1 or more").fix("gpus(1, \"" + device.name() + "\")");
        }
    }
}
