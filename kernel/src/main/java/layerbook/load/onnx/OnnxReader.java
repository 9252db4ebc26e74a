package layerbook.load.onnx;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.load.onnx.OnnxGraph.Dim;
import layerbook.load.onnx.OnnxGraph.Given;
import layerbook.load.onnx.OnnxNode.Attribute;

/** Reads the graph of a ModelProto; numbers of stored tensors are passed over unless there are few. Field numbers are those of onnx.proto. */
final class OnnxReader {
    /** Lists of sizes have a few numbers; a table of positions may have hundreds. */
    private static final int FEW = 2048;
    private static final int MOST_NODES = 300_000;

    private long opset;
    private String producer = "";
    private final List<OnnxNode> nodes = new ArrayList<>();
    private final Map<String, OnnxTensor> initializers = new LinkedHashMap<>();
    private final List<Given> inputs = new ArrayList<>();
    private final List<Given> outputs = new ArrayList<>();
    private final List<String> functions = new ArrayList<>();

    private OnnxReader() {}

    /** The graph; throws what protobuf throws if the bytes are none. */
    static OnnxGraph read(InputStream in) throws IOException {
        var reader = new OnnxReader();
        CodedInputStream coded = CodedInputStream.newInstance(in, 1 << 16);
        coded.setSizeLimit(Integer.MAX_VALUE);
        new Message(coded).fields(reader::model);
        return new OnnxGraph(reader.opset, reader.producer.strip(), reader.nodes, reader.initializers, reader.inputs, reader.outputs, reader.functions);
    }

    private boolean model(int field, Message in) throws IOException {
        switch (field) {
            case 2 -> producer = in.textOrNone() + producer;
            case 3 -> producer = producer + " " + in.textOrNone();
            case 7 -> in.message(this::graph);
            case 8 -> operators(in);
            case 25 -> in.message((f, function) -> {
                if (f == 1) {
                    functions.add(function.text());
                }
                return f == 1;
            });
            default -> {
                return false;
            }
        }
        return true;
    }

    private void operators(Message in) throws IOException {
        var domain = new String[] {""};
        var version = new long[1];
        in.message((field, set) -> {
            if (field == 1) {
                domain[0] = set.text();
            } else if (field == 2) {
                version[0] = set.number();
            }
            return field == 1 || field == 2;
        });
        if (domain[0].isEmpty() || domain[0].equals("ai.onnx")) {
            opset = version[0];
        }
    }

    private boolean graph(int field, Message in) throws IOException {
        switch (field) {
            case 1 -> nodes.add(node(in));
            case 5 -> {
                OnnxTensor t = tensor(in);
                initializers.put(t.name(), t);
            }
            case 11 -> inputs.add(given(in));
            case 12 -> outputs.add(given(in));
            default -> {
                return false;
            }
        }
        if (nodes.size() + initializers.size() > MOST_NODES) {
            throw new com.google.protobuf.InvalidProtocolBufferException("the graph has more than " + MOST_NODES + " nodes");
        }
        return true;
    }

    private OnnxNode node(Message in) throws IOException {
        var inputsOf = new ArrayList<String>();
        var outputsOf = new ArrayList<String>();
        var attributes = new LinkedHashMap<String, Attribute>();
        var words = new String[] {"", "", ""};
        in.message((field, node) -> {
            switch (field) {
                case 1 -> inputsOf.add(node.text());
                case 2 -> outputsOf.add(node.text());
                case 3 -> words[0] = node.text();
                case 4 -> words[1] = node.text();
                case 7 -> words[2] = node.text();
                case 5 -> attribute(node, attributes);
                default -> {
                    return false;
                }
            }
            return true;
        });
        return new OnnxNode(words[0], words[1], words[2].equals("ai.onnx") ? "" : words[2], inputsOf, outputsOf, attributes);
    }

    private void attribute(Message in, Map<String, Attribute> into) throws IOException {
        var a = new AttributeFields();
        in.message((field, attribute) -> {
            switch (field) {
                case 1 -> a.name = attribute.text();
                case 2 -> a.real = (double) attribute.real();
                case 3 -> a.number = attribute.number();
                case 4 -> a.text = attribute.textOrNone();
                case 5 -> a.tensor = tensor(attribute);
                case 6, 11 -> {
                    a.graph = true;
                    return false;
                }
                case 7 -> addAll(a.reals, attribute.reals(Float.BYTES, FEW));
                case 8 -> addAll(a.numbers, attribute.numbers(FEW));
                default -> {
                    return false;
                }
            }
            return true;
        });
        into.put(a.name, new Attribute(a.number, a.real, a.text, List.copyOf(a.numbers), List.copyOf(a.reals), a.tensor, a.graph));
    }

    private static <T> void addAll(List<T> into, List<T> more) {
        if (more != null && into.size() < FEW) {
            into.addAll(more);
        }
    }

    /** The parts of an attribute, until all are there. */
    private static final class AttributeFields {
        private String name = "";
        private Double real;
        private Long number;
        private String text;
        private OnnxTensor tensor;
        private boolean graph;
        private final List<Long> numbers = new ArrayList<>();
        private final List<Double> reals = new ArrayList<>();
    }

    // ---- tensors

    /** The parts of a tensor, until all are there. */
    private static final class TensorFields {
        private String name = "";
        private int type;
        private final List<Long> dims = new ArrayList<>();
        private List<Long> numbers;
        private List<Double> reals;
        private byte[] raw;
        private final Map<String, String> external = new LinkedHashMap<>();
    }

    private OnnxTensor tensor(Message in) throws IOException {
        var t = new TensorFields();
        in.message((field, tensor) -> {
            switch (field) {
                case 1 -> addAll(t.dims, tensor.numbers(FEW));
                case 2 -> t.type = (int) tensor.number();
                case 4 -> t.reals = joined(t.reals, tensor.reals(Float.BYTES, FEW));
                case 5, 7, 11 -> t.numbers = joined(t.numbers, tensor.numbers(FEW));
                case 8 -> t.name = tensor.text();
                case 9 -> t.raw = tensor.bytes(FEW * Long.BYTES);
                case 10 -> t.reals = joined(t.reals, tensor.reals(Double.BYTES, FEW));
                case 13 -> entry(tensor, t.external);
                default -> {
                    return false;
                }
            }
            return true;
        });
        if (t.dims.size() > 64 || t.dims.stream().anyMatch(d -> d < 0)) {
            throw new com.google.protobuf.InvalidProtocolBufferException("the tensor " + t.name + " has a negative size");
        }
        return values(t);
    }

    private static <T> List<T> joined(List<T> before, List<T> more) {
        if (before == null || more == null || before.size() > FEW) {
            return more;
        }
        var out = new ArrayList<>(before);
        out.addAll(more);
        return out;
    }

    private static void entry(Message in, Map<String, String> into) throws IOException {
        var pair = new String[] {"", ""};
        in.message((field, entry) -> {
            if (field == 1 || field == 2) {
                pair[field - 1] = entry.text();
            }
            return field == 1 || field == 2;
        });
        into.put(pair[0], pair[1]);
    }

    private static OnnxTensor values(TensorFields t) throws IOException {
        List<Long> numbers = t.numbers;
        List<Double> reals = t.reals;
        boolean few = t.raw != null && t.raw.length > 0;
        if (few && OnnxType.dtype(t.type) != null) {
            ByteBuffer raw = ByteBuffer.wrap(t.raw).order(ByteOrder.LITTLE_ENDIAN);
            numbers = whole(t.type, raw.duplicate().order(ByteOrder.LITTLE_ENDIAN));
            reals = real(t.type, raw.duplicate().order(ByteOrder.LITTLE_ENDIAN));
        }
        boolean floating = OnnxType.dtype(t.type) != null && OnnxType.dtype(t.type).isFloating();
        String file = t.external.get("location");
        var external = file == null ? null : new OnnxTensor.External(file, decimal(t.external.get("offset"), 0), decimal(t.external.get("length"), -1));
        return new OnnxTensor(t.name, List.copyOf(t.dims), t.type, floating ? null : numbers, floating ? reals : null, external);
    }

    private static long decimal(String text, long standard) throws IOException {
        if (text == null) {
            return standard;
        } else if (!text.matches("\\d{1,18}")) {
            throw new com.google.protobuf.InvalidProtocolBufferException("the place of external data is no number");
        }
        return Long.parseLong(text);
    }

    private static List<Long> whole(int type, ByteBuffer raw) {
        var out = new ArrayList<Long>();
        int bytes = OnnxType.stored(type).bits() / Byte.SIZE;
        while (!OnnxType.dtype(type).isFloating() && bytes > 0 && raw.remaining() >= bytes) {
            out.add(switch (bytes) {
                case 8 -> raw.getLong();
                case 4 -> (long) raw.getInt();
                case 2 -> (long) raw.getShort();
                default -> (long) raw.get();
            });
        }
        return out;
    }

    private static List<Double> real(int type, ByteBuffer raw) {
        var out = new ArrayList<Double>();
        while (type == OnnxType.FLOAT && raw.remaining() >= Float.BYTES) {
            out.add((double) raw.getFloat());
        }
        while (type == 11 && raw.remaining() >= Double.BYTES) {
            out.add(raw.getDouble());
        }
        return type == OnnxType.FLOAT || type == 11 ? out : null;
    }

    // ---- inputs and outputs

    private static Given given(Message in) throws IOException {
        var name = new String[] {""};
        var type = new int[1];
        var dims = new ArrayList<Dim>();
        var known = new boolean[1];
        in.message((field, info) -> {
            if (field == 1) {
                name[0] = info.text();
            } else if (field == 2) {
                info.message((kind, value) -> {
                    if (kind != 1) {
                        return false;
                    }
                    value.message((f, tensor) -> tensorType(f, tensor, type, dims, known));
                    return true;
                });
            }
            return field == 1 || field == 2;
        });
        return new Given(name[0], type[0], known[0] ? dims : null);
    }

    private static boolean tensorType(int field, Message in, int[] type, List<Dim> dims, boolean[] known) throws IOException {
        if (field == 1) {
            type[0] = (int) in.number();
        } else if (field == 2) {
            known[0] = true;
            in.message((f, shape) -> {
                if (f == 1) {
                    dims.add(dim(shape));
                }
                return f == 1;
            });
        }
        return field == 1 || field == 2;
    }

    private static Dim dim(Message in) throws IOException {
        var value = new Long[1];
        var symbol = new String[1];
        in.message((field, dim) -> {
            if (field == 1) {
                value[0] = dim.number();
            } else if (field == 2) {
                symbol[0] = dim.text();
            }
            return field == 1 || field == 2;
        });
        return new Dim(value[0], symbol[0]);
    }
}
