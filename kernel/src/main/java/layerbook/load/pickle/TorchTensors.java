package layerbook.load.pickle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import layerbook.load.file.StoredTensor;
import layerbook.load.file.StoredType;
import layerbook.load.pickle.Item.Call;
import layerbook.load.pickle.Item.Global;
import layerbook.load.pickle.Item.Sequence;

/**
 * The calls that stand for tensors: those of {@code torch._utils} and, in pickles of arrays, NumPy's. Source: torch/_utils.py, torch/_tensor.py.
 * Example: {@code _rebuild_tensor_v2(storage 0, 0, (16, 3, 3, 3), ..)} is a tensor of 16×3×3×3 in storage 0.
 */
final class TorchTensors {
    private static final int DEEPEST = 8;
    private static final Map<String, String> STORAGES = Map.ofEntries(Map.entry("Float", "float32"), Map.entry("Double", "float64"), Map.entry("Half", "float16"),
        Map.entry("BFloat16", "bfloat16"), Map.entry("Long", "int64"), Map.entry("Int", "int32"), Map.entry("Short", "int16"), Map.entry("Char", "int8"),
        Map.entry("Byte", "uint8"), Map.entry("Bool", "bool"), Map.entry("ComplexFloat", "complex64"), Map.entry("ComplexDouble", "complex128"),
        Map.entry("QInt8", "qint8"), Map.entry("QUInt8", "quint8"), Map.entry("QInt32", "qint32"), Map.entry("QUInt4x2", "quint4x2"), Map.entry("QUInt2x4", "quint2x4"));

    private TorchTensors() {}

    /** The tensor that this stands for, without a name; null if it stands for none. */
    static StoredTensor of(Item item) {
        return of(item, 0);
    }

    private static StoredTensor of(Item item, int depth) {
        if (!(item instanceof Call call) || depth > DEEPEST) {
            return null;
        }
        List<Item> given = call.arguments();
        return switch (call.function()) {
            case "torch._utils._rebuild_tensor", "torch._utils._rebuild_tensor_v2", "torch._utils._rebuild_qtensor" -> given.size() < 4 ? null : tensor(given, null);
            case "torch._utils._rebuild_tensor_v3" -> given.size() < 7 ? null : tensor(given, given.get(6));
            case "torch._utils._rebuild_parameter", "torch._utils._rebuild_parameter_with_state" -> given.isEmpty() ? null : of(given.get(0), depth + 1);
            case "torch._tensor._rebuild_from_type_v2" -> given.size() < 3 ? null : of(new Call(given.get(0), given.get(2)), depth + 1);
            case "torch._utils._rebuild_meta_tensor_no_storage" -> given.size() < 2 ? null : made(type(given.get(0)), sizes(given.get(1)), null);
            case "torch._utils._rebuild_device_tensor_from_numpy" -> given.size() < 2 ? null : of(given.get(0), depth + 1);
            case "numpy.core.multiarray._reconstruct", "numpy._core.multiarray._reconstruct" -> array(call.state());
            default -> null;
        };
    }

    /** Whether the item is a tensor of PyTorch's whose layout is not known here, such as a sparse one. */
    static boolean isUnknownTensor(Item item) {
        return item instanceof Call call && call.function().startsWith("torch._utils._rebuild_") && of(item) == null;
    }

    private static StoredTensor tensor(List<Item> given, Item dtype) {
        Storage storage = Storage.of(given.get(0));
        List<Long> shape = sizes(given.get(2));
        if (storage == null || shape == null || !(given.get(1) instanceof Item.Int offset)) {
            return null;
        }
        String type = dtype == null ? storage.type() : type(dtype);
        return made(type, shape, storage.key() + "@" + offset.value());
    }

    private static StoredTensor made(String type, List<Long> shape, String storage) {
        return type == null || shape == null ? null : new StoredTensor("tensor", shape, StoredType.plain(type, bits(type)), storage);
    }

    /** Whole numbers from 0 on, of a tuple, a list or a torch.Size. */
    static List<Long> sizes(Item item) {
        if (item instanceof Call c && c.function().equals("torch.Size") && !c.arguments().isEmpty()) {
            return sizes(c.arguments().get(0));
        } else if (!(item instanceof Sequence s) || s.items().size() > 64) {
            return null;
        }
        var out = new ArrayList<Long>();
        for (Item size : ((Sequence) item).items()) {
            if (!(size instanceof Item.Int n) || n.value().signum() < 0 || n.value().bitLength() > 62) {
                return null;
            }
            out.add(n.value().longValue());
        }
        return out;
    }

    private static String type(Item item) {
        return item instanceof Global g && g.module().equals("torch") ? g.name() : null;
    }

    /** The bits of a number of PyTorch's type of this name: the digits in it say so. */
    static int bits(String type) {
        if (type.equals("bool")) {
            return 8;
        } else if (type.equals("quint4x2")) {
            return 4;
        } else if (type.equals("quint2x4")) {
            return 2;
        }
        java.util.regex.Matcher digits = java.util.regex.Pattern.compile("\\d{1,3}").matcher(type);
        return digits.find() ? Integer.parseInt(digits.group()) : 8;
    }

    /** NumPy's: version, shape, type, order, bytes. */
    private static StoredTensor array(Item state) {
        if (!(state instanceof Sequence s) || s.items().size() < 5) {
            return null;
        }
        List<Item> parts = s.items();
        String type = parts.get(2) instanceof Call dtype && dtype.function().equals("numpy.dtype") && !dtype.arguments().isEmpty()
            && dtype.arguments().get(0) instanceof Item.Text code ? numpyType(code.value()) : null;
        return made(type, sizes(parts.get(1)), null);
    }

    private static String numpyType(String code) {
        if (!code.matches("[fiubc]\\d{1,2}")) {
            return null;
        }
        String kind = switch (code.charAt(0)) {
            case 'f' -> "float";
            case 'i' -> "int";
            case 'u' -> "uint";
            case 'c' -> "complex";
            default -> "bool";
        };
        return kind.equals("bool") ? kind : kind + 8 * Integer.parseInt(code.substring(1));
    }

    /**
     * A storage: the bytes that one or several tensors show.
     *
     * @param type of its numbers; {@code uint8} for one that is plain bytes
     * @param key its name in the file
     * @param numbers how many it holds
     */
    record Storage(String type, String key, BigInteger numbers) {
        /** The storage that this refers to, or null: ("storage", class, key, device, count ..). */
        static Storage of(Item item) {
            if (!(item instanceof Item.External e) || !(e.id() instanceof Sequence s) || s.items().size() < 5) {
                return null;
            }
            List<Item> id = s.items();
            boolean whole = id.get(0) instanceof Item.Text t && t.value().equals("storage") && id.get(1) instanceof Global && id.get(4) instanceof Item.Int;
            String key = id.get(2) instanceof Item.Text k ? k.value() : id.get(2) instanceof Item.Int n ? n.value().toString() : null;
            if (!whole || key == null) {
                return null;
            }
            String name = ((Global) id.get(1)).name();
            String stem = name.endsWith("Storage") ? name.substring(0, name.length() - "Storage".length()) : name;
            String type = stem.equals("Untyped") ? "uint8" : STORAGES.getOrDefault(stem, stem.toLowerCase(Locale.ROOT));
            return new Storage(type, key, ((Item.Int) id.get(4)).value());
        }

        /** How many bytes it takes. */
        BigInteger bytes() {
            return StoredType.plain(type, bits(type)).bytes(numbers);
        }
    }
}
