package layerbook.session.words;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import layerbook.count.Conventions;
import layerbook.count.NetworkView;
import layerbook.count.PerExample;
import layerbook.formula.Expr;
import layerbook.hardware.Adapters;
import layerbook.hardware.Device;
import layerbook.hardware.Devices;
import layerbook.hardware.Fits;
import layerbook.hardware.Format;
import layerbook.hardware.Formats;
import layerbook.hardware.Gpus;
import layerbook.hardware.KvCache;
import layerbook.hardware.OpenLetters;
import layerbook.hardware.Roofline;
import layerbook.hardware.StoredBytes;
import layerbook.hardware.TrainingTime;
import layerbook.hardware.Weights;
import layerbook.layer.Letters;
import layerbook.layer.Option;
import layerbook.net.Numbers;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.table.AdaptersTable;
import layerbook.table.FitsTable;
import layerbook.table.KvCacheTable;
import layerbook.table.RooflineTable;
import layerbook.table.StoredBytesTable;
import layerbook.table.TrainingTimeTable;

/** What was asked of a network and a device, in any order: a network, a device or its name, a format, options. */
final class HardwareArguments {
    private static final Set<String> OPTIONS = Set.of("context", "batch", "efficiency", "tokens", "mfu");

    private final String word;
    private Object network;
    private Device device;
    private Format format;
    private DType dtype;
    private Gpus gpus;
    private long context;
    private Expr batch;
    private double efficiency = 1;
    private BigInteger tokens;
    private Double mfu;

    HardwareArguments(String word, Object... what) {
        this.word = word;
        for (Object o : what == null ? new Object[0] : what) {
            take(o);
        }
    }

    private void take(Object o) {
        if (o instanceof Device d) {
            device = d;
        } else if (o instanceof String name) {
            device = Devices.find(name);
        } else if (o instanceof DType d) {
            dtype = d;
            format = Formats.of(d);
        } else if (o instanceof Format f) {
            format = f;
        } else if (o instanceof Gpus g) {
            gpus = g;
        } else if (o instanceof Option option) {
            option(option);
        } else if (o != null) {
            network = o;
        }
    }

    private void option(Option o) {
        Object value = o.values().get(0);
        switch (o.name()) {
            case "context" -> context = positive(o.name(), ((Number) value).longValue());
            case "batch" -> batch = Numbers.expr(value);
            case "efficiency" -> efficiency = ((Number) value).doubleValue();
            case "tokens" -> tokens = whole(o.name(), ((Number) value).doubleValue());
            case "mfu" -> mfu = share(((Number) value).doubleValue());
            default -> throw Refusal.option(word + " has no option " + o.name()).at(o.name(), "not an option of " + word).why("it has " + String.join(", ", OPTIONS.stream().sorted().toList()));
        }
    }

    private static long positive(String name, long value) {
        if (value < 1) {
            throw Refusal.option(name + "(..) takes 1 or more, not " + value).at(name, "must be 1 or more").fix(name + "(1)");
        }
        return value;
    }

    private static BigInteger whole(String name, double value) {
        if (!(value >= 1) || Double.isInfinite(value)) {
            throw Refusal.option(name + "(..) takes 1 or more, not " + value).at(name, "must be 1 or more").fix(name + "(1e12)");
        }
        return new BigDecimal(value).toBigInteger();
    }

    private static double share(double value) {
        if (!(value > 0 && value <= 1)) {
            throw Refusal.option("mfu(..) is a share of the peak, more than 0 and at most 1, not " + value).at("mfu", "must be a share").fix("mfu(0.4)");
        }
        return value;
    }

    private NetworkView view() {
        return Selectors.view(network instanceof AdaptersTable a ? a.adapters().network() : network);
    }

    private Device neededDevice() {
        if (device == null) {
            throw Refusal.option(word + " wants a device").why("devices() lists those that are known by name").fix(word + "(net, \"RTX 4090\", FLOAT16)");
        }
        return device;
    }

    private Format neededFormat() {
        return format != null ? format : Formats.of(DType.FLOAT16);
    }

    private long wholeBatch() {
        return batch == null ? 1 : positive("batch", OpenLetters.exact(batch, "batch").longValueExact());
    }

    StoredBytesTable bytes() {
        if (format == null) {
            throw Refusal.option("bytes wants a format").why("such as " + String.join(", ", Formats.all().stream().map(Format::name).toList())).fix("bytes(FLOAT16)");
        }
        return StoredBytesTable.of(StoredBytes.of(Weights.of(view()), format));
    }

    KvCacheTable kvCache() {
        if (format != null && dtype == null) {
            throw Refusal.option("keys and values are kept in a plain type, not in " + format.name()).fix("kvCache(FLOAT16)");
        }
        NetworkView view = view();
        KvCache cache = KvCache.of(view, dtype == null ? DType.FLOAT16 : dtype);
        if (context > 0) {
            cache = cache.at(OpenLetters.length(view), context);
        }
        boolean open = cache.formula().symbols().contains(Letters.N);
        if (batch != null && batch.isNumber() && open) {
            cache = cache.at(Letters.N, wholeBatch());
        } else if (batch == null && context > 0 && open) {
            cache = cache.at(Letters.N, 1);
        }
        return KvCacheTable.of(cache);
    }

    FitsTable fits() {
        return FitsTable.of(Fits.of(view(), neededDevice(), neededFormat(), neededContext(), wholeBatch()));
    }

    RooflineTable roofline() {
        return RooflineTable.of(Roofline.of(view(), neededDevice(), neededFormat(), neededContext(), wholeBatch(), efficiency));
    }

    /** The context where the network has an open length; 0 where it has none. */
    private long neededContext() {
        NetworkView view = view();
        if (context == 0 && !OpenLetters.lengths(view).isEmpty()) {
            throw Refusal.option(word + " wants a context: the length " + OpenLetters.lengths(view).get(0).text() + " is open").why("what is kept and worked out depends on it")
                .fix("context(8192)");
        }
        if (context > 0) {
            OpenLetters.length(view);
        }
        return context;
    }

    TrainingTimeTable trainingTime() {
        if (tokens == null || gpus == null) {
            throw Refusal.option("trainingTime wants " + (tokens == null ? "tokens(..)" : "gpus(..)")).fix("trainingTime(net, tokens(15e12), gpus(1024, \"H100 SXM\"), mfu(0.4))");
        }
        NetworkView view = view();
        Device.PeakOf peak = format != null ? gpus.device().peak(format) : gpus.device().trainingPeak();
        BigInteger parameters = PerExample.params(view).exact();
        return TrainingTimeTable.of(new TrainingTime(parameters, tokens, gpus, peak, mfu == null ? 1 : mfu, exact(view)));
    }

    /** The network's own work for a text, where its one length is known or can be set. */
    private TrainingTime.Exact exact(NetworkView view) {
        List<Expr.Sym> open = OpenLetters.lengths(view);
        if (open.size() != 1) {
            return null;
        }
        long length = context > 0 ? context : 2048;
        Expr work = PerExample.count(view, Conventions.FLOPS).at(Letters.N, 1).at(open.get(0), length);
        return work.isNumber() ? new TrainingTime.Exact(work.exact(), BigInteger.valueOf(length)) : null;
    }

    static AdaptersTable lora(Object network, int rank, String... targets) {
        if (targets.length == 0) {
            throw Refusal.option("lora wants the names of layers").fix("lora(net, " + rank + ", \"q_proj\", \"v_proj\")");
        }
        return AdaptersTable.of(Adapters.of(Selectors.view(network), rank, Arrays.asList(targets)));
    }

    static Device device(String name, Option... figures) {
        BigDecimal memory = null;
        BigDecimal bandwidth = BigDecimal.ZERO;
        var peaks = new EnumMap<Device.Peak, BigDecimal>(Device.Peak.class);
        for (Option o : figures) {
            switch (o.name()) {
                case "gb" -> memory = BigDecimal.valueOf(((Number) o.values().get(0)).doubleValue());
                case "gbps" -> bandwidth = BigDecimal.valueOf(((Number) o.values().get(0)).doubleValue()).movePointRight(9);
                case "tflops" -> peaks.put(Device.Peak.named(o.values().get(0)), BigDecimal.valueOf(((Number) o.values().get(1)).doubleValue()).movePointRight(12));
                default -> throw Refusal.option("a device has no figure " + o.name()).why("it has gb, gbps and tflops").fix("device(\"" + name + "\", gb(24), gbps(900), tflops(BFLOAT16, 100))");
            }
        }
        if (memory == null || bandwidth.signum() <= 0) {
            throw Refusal.option("a device of one's own wants " + (memory == null ? "gb(..)" : "gbps(..)")).fix("device(\"" + name + "\", gb(24), gbps(900), tflops(BFLOAT16, 100))");
        }
        return new Device(name, Device.Kind.GPU, memory, bandwidth, peaks, 0, "as given");
    }
}
