package layerbook.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import layerbook.load.file.BadFile;
import layerbook.load.file.Format;
import layerbook.load.file.Loaded;
import layerbook.load.file.Source;
import layerbook.load.tensors.JsonHead;

/** {@code config.json}: a JSON object with a {@code model_type} or {@code architectures}. */
final class HuggingFaceConfig implements Format {
    private static final int LONGEST = 10_000_000;

    @Override public boolean recognises(Source source) throws IOException {
        Set<String> keys = JsonHead.keys(source);
        return keys.contains("model_type") || keys.contains("architectures") || String.valueOf(source.path().getFileName()).equals("config.json") && !keys.isEmpty();
    }

    @Override public Loaded read(Source source) throws IOException {
        if (source.size() > LONGEST) {
            throw BadFile.broken(source, "config.json", "it has more than 10 MB");
        }
        byte[] bytes = new byte[(int) source.size()];
        source.bytes(0, bytes.length).get(bytes);
        return new ConfigFile(source.path(), new String(bytes, StandardCharsets.UTF_8));
    }
}
