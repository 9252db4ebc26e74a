package layerbook.repl;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of each kind that {@code summary} reads, so that its classes are in the archive too. */
final class RehearsedFiles {
    private static final String PICKLE = "\u0080\u0002}X\u0001\u0000\u0000\u0000actorch._utils\n_rebuild_tensor_v2\n((X\u0007\u0000\u0000\u0000storagectorch\nFloatStorage\n"
        + "X\u0001\u0000\u0000\u00000X\u0003\u0000\u0000\u0000cpuK\u0004tQK\u0000K\u0004\u0085K\u0001\u0085\u0089}tRs.";

    private RehearsedFiles() {}

    /** Writes them into a folder and gives their names. */
    static List<String> in(Path folder) throws IOException {
        return List.of(Files.write(folder.resolve("a.safetensors"), safetensors()).toString(), Files.write(folder.resolve("a.gguf"), gguf()).toString(),
            Files.write(folder.resolve("a.pt"), zip()).toString(), Files.write(folder.resolve("a.onnx"), onnx()).toString());
    }

    private static byte[] safetensors() {
        byte[] head = "{\"fc.weight\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]}}".getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + head.length).order(ByteOrder.LITTLE_ENDIAN).putLong(head.length).put(head).array();
    }

    private static byte[] gguf() {
        byte[] name = "token_embd.weight".getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(96).order(ByteOrder.LITTLE_ENDIAN).put("GGUF".getBytes(StandardCharsets.UTF_8)).putInt(3).putLong(1).putLong(0).putLong(name.length).put(name)
            .putInt(1).putLong(32).putInt(2).putLong(0).array();
    }

    private static byte[] zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a/data.pkl"));
            zip.write(PICKLE.getBytes(StandardCharsets.ISO_8859_1));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    // ---- an ONNX graph: a linear layer, a relu and a sum of sizes

    private interface Fields {
        void write(CodedOutputStream out) throws IOException;
    }

    private static byte[] message(Fields fields) throws IOException {
        var bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        fields.write(out);
        out.flush();
        return bytes.toByteArray();
    }

    private static byte[] onnx() throws IOException {
        byte[] input = message(m -> {
            m.writeString(1, "x");
            m.writeByteArray(2, message(t -> t.writeByteArray(1, message(tensor -> {
                tensor.writeInt32(1, 1);
                tensor.writeByteArray(2, message(shape -> {
                    shape.writeByteArray(1, message(d -> d.writeString(2, "batch")));
                    shape.writeByteArray(1, message(d -> d.writeInt64(1, 2)));
                }));
            }))));
        });
        byte[] weight = message(m -> {
            m.writeInt64(1, 2);
            m.writeInt64(1, 2);
            m.writeInt32(2, 1);
            m.writeString(8, "fc.weight");
        });
        byte[] graph = message(g -> {
            g.writeByteArray(1, node("MatMul", "y", "x", "fc.weight"));
            g.writeByteArray(1, node("Relu", "z", "y"));
            g.writeByteArray(1, node("Shape", "s", "z"));
            g.writeByteArray(1, node("Reshape", "r", "z", "s"));
            g.writeByteArray(5, weight);
            g.writeByteArray(11, input);
            g.writeByteArray(12, message(o -> o.writeString(1, "r")));
        });
        return message(m -> {
            m.writeInt64(1, 8);
            m.writeByteArray(7, graph);
            m.writeByteArray(8, message(o -> o.writeInt64(2, 17)));
        });
    }

    private static byte[] node(String op, String output, String... inputs) throws IOException {
        return message(n -> {
            for (String input : inputs) {
                n.writeString(1, input);
            }
            n.writeString(2, output);
            n.writeString(4, op);
        });
    }
}
