package layerbook.load.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.io.NearestWord;
import layerbook.net.Model;
import layerbook.net.NetworkBuilder;
import layerbook.shape.Refusal;

/**
 * Builds the network that a {@code config.json} of Hugging Face describes.
 * <pre>{@code
 * Pretrained llama = Families.read(Files.readString(Path.of("config.json")), book);
 * Network net = llama.trace(book);
 * net.params();
 * }</pre>
 */
public final class Families {
    private static final Map<String, Family> BY_TYPE = new LinkedHashMap<>();

    static {
        List.of(LlamaKin.FAMILY, Gpt.FAMILY, DeepSeek.FAMILY, Bert.FAMILY, Albert.FAMILY, Deberta.FAMILY, T5.FAMILY, Vit.FAMILY, Clip.FAMILY, Whisper.FAMILY, Mamba.FAMILY)
            .forEach(family -> family.types().forEach(type -> BY_TYPE.put(type, family)));
    }

    private Families() {}

    /** Whether this looks like the text of a {@code config.json}: an object with a {@code model_type}. */
    public static boolean isConfig(Map<String, Object> json) {
        return json.get("model_type") instanceof String;
    }

    /** The model types that are built. */
    public static List<String> modelTypes() {
        return List.copyOf(BY_TYPE.keySet());
    }

    /**
     * Reads the text of a {@code config.json}. Bare weights of the network belong to the book.
     *
     * @throws Refusal if it is no JSON, if no family has its {@code model_type}, or if its sizes do not fit together
     */
    public static Pretrained read(String json, NetworkBuilder book) {
        return of(ConfigText.read(json), book);
    }

    /** The network of a config that was read as maps, lists, whole numbers (BigInteger), texts and flags. */
    public static Pretrained of(Map<String, Object> json, NetworkBuilder book) {
        if (!isConfig(json)) {
            throw Refusal.option("this config.json has no model_type").at("model_type", "missing").why("it says which family the network is of").detail("known", String.join(", ", modelTypes()));
        }
        String type = (String) json.get("model_type");
        Family family = BY_TYPE.get(type);
        if (family == null) {
            throw unknown(type, json);
        }
        Config config = Defaults.config(type, json);
        String name = config.list("architectures").stream().filter(String.class::isInstance).map(String.class::cast).findFirst().orElse(null);
        Architecture head = name == null ? family.heads().get(0) : Architecture.of(name, family.heads());
        var notes = new ArrayList<String>();
        if (name == null) {
            notes.add("the file names no architecture: built as " + head.ending());
        }
        Model model = book.within(() -> family.builder().apply(config, head));
        String experts = Mixtures.note(model);
        if (experts != null) {
            notes.add(experts);
        }
        return new Pretrained(type, name == null ? head.ending() : name, model, family.inputs().apply(config, head), notes);
    }

    private static Refusal unknown(String type, Map<String, Object> json) {
        String near = nearest(type);
        Refusal refusal = Refusal.option("there is no builder for the model type " + type).at("model_type", "not known");
        return near == null ? refusal.why("known are " + String.join(", ", modelTypes()))
            : refusal.why("the nearest family is " + near + Difference.between(json, near)).fix("\"model_type\": \"" + near + "\"");
    }

    /** The known type that shares the beginning, else the one with the nearest spelling. */
    private static String nearest(String type) {
        String stem = type.replaceAll("[^a-zA-Z].*", "");
        String best = null;
        for (String known : BY_TYPE.keySet()) {
            boolean shares = stem.length() > 2 && known.startsWith(stem) || type.startsWith(known);
            if (shares && (best == null || distance(type, known) < distance(type, best))) {
                best = known;
            }
        }
        return best != null ? best : NearestWord.nearest(type, BY_TYPE.keySet());
    }

    private static int distance(String a, String b) {
        int same = 0;
        while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        return a.length() + b.length() - 2 * same;
    }
}
