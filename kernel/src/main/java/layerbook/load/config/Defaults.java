package layerbook.load.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The values that the library has for what a {@code config.json} leaves out, by model type: the resource {@code defaults.json}, drawn from transformers. */
final class Defaults {
    private static final Map<String, Object> ALL = read();

    private Defaults() {}

    private static Map<String, Object> read() {
        try (InputStream in = Defaults.class.getResourceAsStream("defaults.json")) {
            return ConfigText.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a file says about a network of this type, with the defaults behind it. */
    static Config config(String modelType, Map<String, Object> given) {
        Map<String, Object> of = map(ALL.get(modelType));
        return new Config(modelType, given, map(of.get("defaults")), map(of.get("aliases")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
