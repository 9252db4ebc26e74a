package layerbook.jupyter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.io.WellFormedText;

/** JSON as plain maps, lists, strings, numbers and booleans. It streams, because a kernel that loads a mapper first starts later. */
final class Json {
    private static final int DEEPEST = 200;
    private static final JsonFactory FACTORY = JsonFactory.builder()
        .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(1 << 27).build())
        .build();

    private Json() {}

    /** Reads one JSON object; anything else, or anything behind it, is refused. */
    static Map<String, Object> object(byte[] utf8) throws IOException {
        try (JsonParser in = FACTORY.createParser(utf8)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            Map<String, Object> read = object(in);
            if (in.nextToken() != null) {
                throw new IOException("something behind the JSON object");
            }
            return read;
        }
    }

    static byte[] bytes(Map<String, ?> value) {
        var out = new ByteArrayOutputStream(256);
        try (JsonGenerator to = FACTORY.createGenerator(out)) {
            write(value, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Map<String, Object> object(JsonParser in) throws IOException {
        Map<String, Object> map = new LinkedHashMap<>();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            map.put(name, value(in, in.nextToken()));
        }
        return map;
    }

    private static List<Object> list(JsonParser in) throws IOException {
        List<Object> list = new ArrayList<>();
        for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
            list.add(value(in, token));
        }
        return list;
    }

    private static Object value(JsonParser in, JsonToken token) throws IOException {
        if (token == null) {
            throw new IOException("the JSON ends too early");
        }
        return switch (token) {
            case START_OBJECT -> object(in);
            case START_ARRAY -> list(in);
            case VALUE_STRING -> in.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> in.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IOException("unexpected " + token);
        };
    }

    private static void write(Object value, JsonGenerator to) throws IOException {
        if (value instanceof Map<?, ?> map) {
            to.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                to.writeFieldName(WellFormedText.text(String.valueOf(entry.getKey())));
                write(entry.getValue(), to);
            }
            to.writeEndObject();
        } else if (value instanceof Iterable<?> list) {
            to.writeStartArray();
            for (Object item : list) {
                write(item, to);
            }
            to.writeEndArray();
        } else {
            writeLeaf(value, to);
        }
    }

    private static void writeLeaf(Object value, JsonGenerator to) throws IOException {
        if (value == null) {
            to.writeNull();
        } else if (value instanceof Boolean b) {
            to.writeBoolean(b);
        } else if (value instanceof Double || value instanceof Float) {
            double d = ((Number) value).doubleValue();
            if (Double.isFinite(d)) {
                to.writeNumber(d);
            } else {
                to.writeNull();
            }
        } else if (value instanceof Number n) {
            to.writeNumber(n.toString());
        } else {
            to.writeString(WellFormedText.text(value.toString()));
        }
    }
}
