package layerbook.load.tensors;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.load.file.BadFile;
import layerbook.load.file.BoundedStream;
import layerbook.load.file.Format;
import layerbook.load.file.Source;
import layerbook.load.file.StoredTensor;
import layerbook.load.file.StoredType;
import layerbook.shape.Refusal;

/**
 * Safetensors: a length of 8 bytes, a JSON object with the name, type, shape and place of each tensor, then the numbers without holes.
 * Source: the format's description at huggingface.co/docs/safetensors. A file that holds the head alone is read, and said to.
 */
public final class Safetensors implements Format {
    private static final String KIND = "safetensors checkpoint";
    private static final int PREFIX = 8;
    /** The longest head that the format allows. */
    private static final long LONGEST = 100_000_000;
    /** Past any published checkpoint by far; bounds the memory that a hostile head takes. */
    static final int MOST = 500_000;
    private static final Map<String, StoredType> TYPES = new LinkedHashMap<>();

    static {
        String[] names = {"BOOL bool 8", "U8 uint8 8", "I8 int8 8", "F8_E5M2 float8_e5m2 8", "F8_E4M3 float8_e4m3fn 8", "F8_E8M0 float8_e8m0fnu 8", "I16 int16 16",
            "U16 uint16 16", "F16 float16 16", "BF16 bfloat16 16", "I32 int32 32", "U32 uint32 32", "F32 float32 32", "F64 float64 64", "I64 int64 64",
            "U64 uint64 64", "C64 complex64 64", "F4 float4_e2m1 4", "F6_E2M3 float6_e2m3 6", "F6_E3M2 float6_e3m2 6", "F8_E4M3FNUZ float8_e4m3fnuz 8",
            "F8_E5M2FNUZ float8_e5m2fnuz 8"};
        for (String line : names) {
            String[] words = line.split(" ");
            TYPES.put(words[0], StoredType.plain(words[1], Integer.parseInt(words[2])));
        }
    }

    /** A tensor with the place of its bytes behind the head. */
    private record Placed(StoredTensor tensor, long from, long to) {}

    @Override public boolean recognises(Source source) throws IOException {
        return source.path().toString().endsWith(".safetensors") && !source.begins('v', 'e', 'r', 's') && !source.begins('<') && source.size() > 0
            || source.size() > PREFIX && source.bytes(PREFIX, 1).get() == '{' && source.bytes(0, PREFIX).getLong() >>> 40 == 0
            && source.bytes(0, PREFIX).getLong() > 1;
    }

    @Override public Checkpoint read(Source source) throws IOException {
        if (source.size() < PREFIX) {
            throw BadFile.truncated(source, KIND, PREFIX);
        }
        long length = source.bytes(0, PREFIX).getLong();
        if (length < 2 || length > LONGEST) {
            throw BadFile.broken(source, KIND, "its first 8 bytes give a head of " + Long.toUnsignedString(length) + " bytes; a head has 2 to 100,000,000");
        } else if (length > source.size() - PREFIX) {
            throw BadFile.truncated(source, KIND, PREFIX + length);
        }
        var placed = new ArrayList<Placed>();
        var parts = new LinkedHashMap<String, String>();
        try (InputStream head = new BoundedStream(source.stream(PREFIX), length); JsonParser json = Json.FACTORY.createParser(head)) {
            head(source, json, placed, parts);
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw BadFile.broken(source, KIND, "its head is not JSON (" + e.getOriginalMessage().lines().findFirst().orElse("") + ")");
        }
        return checked(source, PREFIX + length, placed, parts);
    }

    private static void head(Source source, JsonParser json, List<Placed> placed, Map<String, String> parts) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw BadFile.broken(source, KIND, "its head is no JSON object");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw BadFile.broken(source, KIND, "in its head, " + shown(name) + " is no object");
            } else if (name.equals("__metadata__")) {
                metadata(json, parts);
            } else {
                placed.add(tensor(source, name, json));
            }
            if (placed.size() > MOST) {
                throw BadFile.unsupported(source.path(), "lists more than 500,000 tensors, which is past what is read", "load(\"model.safetensors.index.json\")");
            }
        }
    }

    private static void metadata(JsonParser json, Map<String, String> parts) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            if (json.nextToken().isScalarValue() && parts.size() < 20) {
                parts.put("metadata " + shown(key), shown(json.getText()));
            } else {
                json.skipChildren();
            }
        }
    }

    private static Placed tensor(Source source, String name, JsonParser json) throws IOException {
        String type = null;
        List<Long> shape = null;
        List<Long> place = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            switch (key) {
                case "dtype" -> type = json.getText();
                case "shape" -> shape = sizes(source, name, json);
                case "data_offsets" -> place = sizes(source, name, json);
                default -> json.skipChildren();
            }
        }
        if (type == null || shape == null || place == null || place.size() != 2) {
            throw BadFile.broken(source, KIND, shown(name) + " lacks dtype, shape or data_offsets");
        } else if (!TYPES.containsKey(type)) {
            throw BadFile.unsupported(source.path(), "stores " + shown(name) + " as " + shown(type) + ", a type that is not known here", "load(\"" + source.path().getFileName() + "\")  // saved with a known type");
        }
        return new Placed(new StoredTensor(name, shape, TYPES.get(type)), place.get(0), place.get(1));
    }

    private static List<Long> sizes(Source source, String name, JsonParser json) throws IOException {
        var out = new ArrayList<Long>();
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw BadFile.broken(source, KIND, "the shape of " + shown(name) + " is no list");
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.VALUE_NUMBER_INT || json.getNumberType() == JsonParser.NumberType.BIG_INTEGER || json.getLongValue() < 0 || out.size() > 64) {
                throw BadFile.broken(source, KIND, shown(name) + " has a size that is no whole number from 0 to 2^63");
            }
            out.add(json.getLongValue());
        }
        return out;
    }

    /** The places follow each other without holes, each as long as its shape and type say, and the file ends where the last one does. */
    private static Checkpoint checked(Source source, long data, List<Placed> placed, Map<String, String> parts) {
        long end = 0;
        for (Placed p : placed.stream().sorted(Comparator.comparingLong(Placed::from).thenComparingLong(Placed::to)).toList()) {
            if (p.from() != end || p.to() < p.from()) {
                throw BadFile.broken(source, KIND, shown(p.tensor().name()) + " begins at " + p.from() + " where the tensor before it ends at " + end);
            } else if (!p.tensor().bytes().equals(BigInteger.valueOf(p.to() - p.from()))) {
                throw wrongLength(source, p);
            }
            end = p.to();
        }
        long there = source.size() - data;
        if (there > 0 && there < end) {
            throw BadFile.truncated(source, KIND, data + end);
        }
        var file = new Checkpoint(source.path(), KIND, placed.stream().map(Placed::tensor).toList(), parts, List.of());
        return there >= end ? file : file.remarked("The file holds its head alone; the numbers are elsewhere.");
    }

    private static Refusal wrongLength(Source source, Placed p) {
        return BadFile.broken(source, KIND, String.format(java.util.Locale.ROOT, "%s, %s as %s, takes %,d bytes, and its place has %,d",
            shown(p.tensor().name()), p.tensor().shapeText(), p.tensor().type().name(), p.tensor().bytes(), p.to() - p.from()));
    }

    private static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() > 80 ? line.substring(0, 77) + "..." : line;
    }
}
