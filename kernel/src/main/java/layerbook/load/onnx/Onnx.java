package layerbook.load.onnx;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import layerbook.load.file.BadFile;
import layerbook.load.file.Format;
import layerbook.load.file.Loaded;
import layerbook.load.file.Source;

/** ONNX's ModelProto. Source: onnx.proto; opset 7 to 22 are read. */
public final class Onnx implements Format {
    private static final String KIND = "ONNX model";
    /** Tags of a ModelProto's first fields that may follow the version: producer, domain, graph, opset .. */
    private static final List<Integer> SECOND = List.of(0x12, 0x1a, 0x22, 0x28, 0x32, 0x3a, 0x42, 0x72);

    @Override public boolean recognises(Source source) throws IOException {
        ByteBuffer head = source.bytes(0, 3);
        boolean begins = head.limit() == 3 && head.get(0) == 8 && head.get(1) >= 3 && head.get(1) <= 20 && SECOND.contains(head.get(2) & 0xff);
        return begins || source.path().toString().toLowerCase(Locale.ROOT).endsWith(".onnx") && source.size() > 0 && !source.begins('v', 'e', 'r', 's') && !source.begins('<');
    }

    @Override public Loaded read(Source source) throws IOException {
        OnnxGraph graph;
        try {
            graph = OnnxReader.read(source.stream(0));
        } catch (InvalidProtocolBufferException e) {
            String reason = String.valueOf(e.getMessage());
            throw BadFile.broken(source, KIND, reason.contains("ended unexpectedly") ? "it ends in the middle of a field, as a download that was cut off does" : reason);
        }
        if (graph.nodes().isEmpty()) {
            throw BadFile.broken(source, KIND, "it holds no graph");
        }
        for (OnnxTensor t : graph.initializers().values()) {
            if (OnnxType.stored(t.type()) == null) {
                throw BadFile.broken(source, KIND, "the tensor " + t.name() + " has type " + t.type() + ", which ONNX does not have");
            }
        }
        if (!graph.functions().isEmpty() && graph.nodes().stream().anyMatch(n -> graph.functions().contains(n.op()))) {
            throw BadFile.unsupported(source.path(), "uses functions of its own (" + String.join(", ", graph.functions().stream().limit(3).toList()) + "), which are not read",
                "load(\"" + source.path().getFileName() + "\")  // with its functions inlined, as onnx.inliner does");
        }
        return new OnnxFile(source.path(), graph);
    }
}
