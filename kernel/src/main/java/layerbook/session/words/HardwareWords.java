package layerbook.session.words;

import layerbook.hardware.Device;
import layerbook.hardware.Devices;
import layerbook.hardware.Format;
import layerbook.hardware.Formats;
import layerbook.hardware.Gpus;
import layerbook.hardware.Precision;
import layerbook.layer.Option;
import layerbook.table.AdaptersTable;
import layerbook.table.DevicesTable;
import layerbook.table.FitsTable;
import layerbook.table.Grid;
import layerbook.table.KvCacheTable;
import layerbook.table.RooflineTable;
import layerbook.table.StoredBytesTable;
import layerbook.table.TrainingTimeTable;

/** The words that tell what a network takes on a device: stored bytes, keys and values, fit, bounds on speed, training. */
abstract class HardwareWords extends DrawingWords {
    /** Mixed precision: weights and gradients in 16 bits, a copy and the optimiser's numbers in float32. */
    public static final Precision MIXED = Precision.MIXED;
    public static final Format FP8 = format("FP8");
    public static final Format NF4 = format("NF4");
    public static final Format NF4_DOUBLE = format("NF4_DOUBLE");
    public static final Format GPTQ4 = format("GPTQ4");
    public static final Format AWQ4 = format("AWQ4");
    public static final Format MXFP4 = format("MXFP4");
    public static final Format F16 = format("F16");
    public static final Format Q8_0 = format("Q8_0");
    public static final Format Q6_K = format("Q6_K");
    public static final Format Q5_K_M = format("Q5_K_M");
    public static final Format Q5_K_S = format("Q5_K_S");
    public static final Format Q5_0 = format("Q5_0");
    public static final Format Q5_1 = format("Q5_1");
    public static final Format Q4_K_M = format("Q4_K_M");
    public static final Format Q4_K_S = format("Q4_K_S");
    public static final Format Q4_0 = format("Q4_0");
    public static final Format Q4_1 = format("Q4_1");
    public static final Format IQ4_NL = format("IQ4_NL");
    public static final Format IQ4_XS = format("IQ4_XS");
    public static final Format Q3_K_L = format("Q3_K_L");
    public static final Format Q3_K_M = format("Q3_K_M");
    public static final Format Q3_K_S = format("Q3_K_S");
    public static final Format Q2_K = format("Q2_K");

    HardwareWords() {}

    private static Format format(String name) {
        return Formats.find(name).orElseThrow();
    }

    @Doc(value = "The bytes of the network's weights in a format, exact, by kind of tensor: FLOAT32, FLOAT16, BFLOAT16, FP8, INT8, NF4, GPTQ4, AWQ4, "
            + "MXFP4, and those of llama.cpp, such as Q8_0, Q6_K, Q5_K_M, Q4_K_M, Q4_0. .total() is the number.",
        examples = {"bytes(FLOAT16)", "bytes(net, Q4_K_M)", "bytes(net, Q4_K_M).total()"})
    public static StoredBytesTable bytes(Object... what) {
        return new HardwareArguments("bytes", what).bytes();
    }

    @Doc(value = "The keys and values that the network keeps from token to token, as bytes in N and T, by kind of attention; context(..) and batch(..) "
            + "put numbers in. In FLOAT16 if no type is given.",
        examples = {"kvCache(net)", "kvCache(net, context(8192), batch(1), FLOAT16).total()", "explain(kvCache(net))"})
    public static KvCacheTable kvCache(Object... what) {
        return new HardwareArguments("kvCache", what).kvCache();
    }

    @Doc(value = "Whether the network can be used on a device: weights in a format, keys and values, activations of one step; with what is left, the longest "
            + "context and the largest batch.",
        examples = {"fits(net, \"RTX 4090\", Q4_K_M, context(8192), batch(1))", "fits(net, \"RTX 4090\", Q4_K_M, context(8192)).longestContext()"})
    public static FitsTable fits(Object... what) {
        return new HardwareArguments("fits", what).fits();
    }

    @Doc(value = "Layer by layer the operations, the bytes, and which of them a device waits for; tokens or examples a second as upper bounds.",
        examples = {"roofline(net, \"H100 SXM\", BFLOAT16, context(8192))", "roofline(net, \"H100 SXM\", BFLOAT16, context(8192)).decode()"})
    public static RooflineTable roofline(Object... what) {
        return new HardwareArguments("roofline", what).roofline();
    }

    @Doc(value = "How long training takes: 6 operations for each parameter and token, at a share of the devices' peak, beside the network's own work.",
        examples = {"trainingTime(net, tokens(15e12), gpus(1024, \"H100 SXM\"), mfu(0.4))"})
    public static TrainingTimeTable trainingTime(Object... what) {
        return new HardwareArguments("trainingTime", what).trainingTime();
    }

    @Doc(value = "The network with low-rank adapters on the linear layers of these names; only the adapters are trained.",
        examples = {"lora(net, 8, \"q_proj\", \"v_proj\").trainable()", "memory(lora(net, 8, \"q_proj\", \"v_proj\"), ADAM, MIXED)"})
    public static AdaptersTable lora(Object network, int rank, String... targets) {
        return HardwareArguments.lora(network, rank, targets);
    }

    /** Adapters as a choice of {@code memory(..)}: {@code memory(net, ADAM, MIXED, lora(8, "q_proj", "v_proj"))}. */
    public static Option lora(int rank, String... targets) {
        return Option.of("lora", rank, java.util.List.of(targets));
    }

    @Doc(value = "A device by its name, or one with figures of your own: memory, bandwidth, dense peaks.",
        examples = {"device(\"RTX 4090\")", "device(\"mine\", gb(24), gbps(900), tflops(BFLOAT16, 100))"})
    public static Device device(String name, Option... figures) {
        return figures.length == 0 ? Devices.find(name) : HardwareArguments.device(name, figures);
    }

    @Doc(value = "The devices that are known by name, with memory, bandwidth, dense peaks and source.", examples = {"devices()"})
    public static Grid devices() {
        return DevicesTable.of(Devices.all());
    }

    @Doc(value = "How many positions of a text are kept or worked out: it sets the one open length of the network.", examples = {"kvCache(net, context(8192))"})
    public static Option context(long positions) {
        return Option.of("context", positions);
    }

    @Doc(value = "The share of peak and bandwidth that bounds are multiplied by; 1 if it is not given.", examples = {"roofline(net, \"M4\", Q4_K_M, efficiency(0.7))"})
    public static Option efficiency(double share) {
        return Option.of("efficiency", share);
    }

    @Doc(value = "How ZeRO divides the states of training among devices: stage 1 the optimiser's numbers, 2 gradients too, 3 weights too.",
        examples = {"memory(net, ADAM, MIXED, zero(3, 64))"})
    public static Option zero(int stage, int devices) {
        return Option.of("zero", stage, devices);
    }

    @Doc(value = "Full shards of weights, gradients and the optimiser's numbers: the same as zero(3, devices).", examples = {"memory(net, ADAM, MIXED, fsdp(64))"})
    public static Option fsdp(int devices) {
        return Option.of("zero", 3, devices);
    }

    @Doc(value = "What is worked out again in the backward pass instead of kept: \"selective\" the scores of attention, \"full\" all but what goes into each block.",
        examples = {"memory(net, ADAM, MIXED, recompute(\"full\"))"})
    public static Option recompute(String what) {
        return Option.of("recompute", what);
    }

    @Doc(value = "How many tokens a network is trained on.", examples = {"trainingTime(net, tokens(15e12), gpus(1024, \"H100 SXM\"))"})
    public static Option tokens(double count) {
        return Option.of("tokens", count);
    }

    @Doc(value = "So many devices of one name.", examples = {"gpus(1024, \"H100 SXM\")"})
    public static Gpus gpus(int count, String name) {
        return new Gpus(count, Devices.find(name));
    }

    /** So many devices with figures of one's own. */
    public static Gpus gpus(int count, Device device) {
        return new Gpus(count, device);
    }

    @Doc(value = "The share of the devices' peak that training reaches: 0.25 to 0.45 is usual.", examples = {"trainingTime(net, tokens(1e12), gpus(8, \"A10\"), mfu(0.4))"})
    public static Option mfu(double share) {
        return Option.of("mfu", share);
    }

    @Doc(value = "A device's memory as sold: 24 for a card of 24 GB, which has 24 GiB.", examples = {"device(\"mine\", gb(24), gbps(900), tflops(BFLOAT16, 100))"})
    public static Option gb(double memory) {
        return Option.of("gb", memory);
    }

    @Doc(value = "A device's bandwidth in 10^9 bytes a second.", examples = {"device(\"mine\", gb(24), gbps(900), tflops(BFLOAT16, 100))"})
    public static Option gbps(double bandwidth) {
        return Option.of("gbps", bandwidth);
    }

    @Doc(value = "A device's dense peak for a format, in 10^12 operations a second, 2 for each multiply-add.",
        examples = {"device(\"mine\", gb(24), gbps(900), tflops(BFLOAT16, 100))"})
    public static Option tflops(Object format, double peak) {
        return Option.of("tflops", format, peak);
    }
}
