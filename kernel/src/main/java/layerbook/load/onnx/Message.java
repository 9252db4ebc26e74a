package layerbook.load.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One message of protocol buffers, read field by field; a field that nobody asks for is passed over. */
final class Message {
    /** What is done with a field. */
    interface Field {
        /** Reads the field of this number if it is wanted; says whether it was. */
        boolean read(int number, Message in) throws IOException;
    }

    private static final int LONGEST_TEXT = 1 << 16;
    private static final int DEEPEST = 40;

    private final CodedInputStream in;
    private int wire;
    private int depth;

    Message(CodedInputStream in) {
        this.in = in;
    }

    /** Reads to the end of the message that is open. */
    void fields(Field field) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            wire = WireFormat.getTagWireType(tag);
            if (!field.read(WireFormat.getTagFieldNumber(tag), this)) {
                skip(tag);
            }
        }
    }

    private void skip(int tag) throws IOException {
        if (wire == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            in.skipRawBytes(length());
        } else if (wire == WireFormat.WIRETYPE_START_GROUP || !in.skipField(tag)) {
            throw new InvalidProtocolBufferException("a group, which ONNX does not use");
        }
    }

    /** The message that this field is. */
    void message(Field field) throws IOException {
        require(WireFormat.WIRETYPE_LENGTH_DELIMITED);
        if (++depth > DEEPEST) {
            throw new InvalidProtocolBufferException("messages lie in messages more than " + DEEPEST + " deep");
        }
        int outer = in.pushLimit(length());
        fields(field);
        in.checkLastTagWas(0);
        in.popLimit(outer);
        depth--;
    }

    private int length() throws IOException {
        int length = in.readRawVarint32();
        if (length < 0) {
            throw new InvalidProtocolBufferException("a field has a length past 2^31");
        }
        return length;
    }

    private void require(int wanted) throws IOException {
        if (wire != wanted) {
            throw new InvalidProtocolBufferException("a field is not of its type");
        }
    }

    long number() throws IOException {
        require(WireFormat.WIRETYPE_VARINT);
        return in.readInt64();
    }

    float real() throws IOException {
        require(WireFormat.WIRETYPE_FIXED32);
        return in.readFloat();
    }

    String text() throws IOException {
        require(WireFormat.WIRETYPE_LENGTH_DELIMITED);
        int length = length();
        if (length > LONGEST_TEXT) {
            throw new InvalidProtocolBufferException("a name has " + length + " bytes");
        }
        return new String(in.readRawBytes(length), StandardCharsets.UTF_8);
    }

    /** A text where only a short one means something; a long one is passed over. */
    String textOrNone() throws IOException {
        byte[] bytes = bytes(LONGEST_TEXT);
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    /** Bytes, or null for more than so many: they are passed over. */
    byte[] bytes(int most) throws IOException {
        require(WireFormat.WIRETYPE_LENGTH_DELIMITED);
        int length = length();
        if (length <= most) {
            return in.readRawBytes(length);
        }
        in.skipRawBytes(length);
        return null;
    }

    /** One whole number, or a packed list of them; null for more than so many. */
    List<Long> numbers(int most) throws IOException {
        if (wire == WireFormat.WIRETYPE_VARINT) {
            return List.of(in.readInt64());
        }
        require(WireFormat.WIRETYPE_LENGTH_DELIMITED);
        int length = length();
        if (length > 10L * most) {
            in.skipRawBytes(length);
            return null;
        }
        var out = new ArrayList<Long>();
        int outer = in.pushLimit(length);
        while (in.getBytesUntilLimit() > 0) {
            out.add(in.readInt64());
        }
        in.popLimit(outer);
        return out;
    }

    /** One number with a fraction of so many bytes, or a packed list of them; null for more than so many. */
    List<Double> reals(int bytes, int most) throws IOException {
        int single = bytes == Float.BYTES ? WireFormat.WIRETYPE_FIXED32 : WireFormat.WIRETYPE_FIXED64;
        if (wire == single) {
            return List.of(bytes == Float.BYTES ? in.readFloat() : in.readDouble());
        }
        require(WireFormat.WIRETYPE_LENGTH_DELIMITED);
        int length = length();
        if (length > (long) bytes * most) {
            in.skipRawBytes(length);
            return null;
        }
        var out = new ArrayList<Double>();
        int outer = in.pushLimit(length);
        while (in.getBytesUntilLimit() > 0) {
            out.add(bytes == Float.BYTES ? in.readFloat() : in.readDouble());
        }
        in.popLimit(outer);
        return out;
    }
}
