package layerbook.load.pickle;

import java.io.IOException;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import layerbook.load.file.BadFile;
import layerbook.load.file.BoundedStream;
import layerbook.load.file.Format;
import layerbook.load.file.Source;
import layerbook.load.tensors.Checkpoint;

/**
 * {@code torch.save} before PyTorch 1.6: five pickles in a row (a number, the protocol, sizes of types, the object, the keys of the storages), then
 * each storage as its count and its numbers. A plain pickle of arrays or tensors is read likewise.
 */
public final class TorchLegacy implements Format {
    private static final String KIND = "PyTorch file";
    private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);

    @Override public boolean recognises(Source source) throws IOException {
        boolean binary = source.begins(0x80) && source.size() > 2 && source.bytes(1, 1).get() <= 5 && source.bytes(1, 1).get() >= 0;
        return binary || isText(source);
    }

    /** A pickle of protocol 0 or 1 has no mark at its beginning: there the name has a say. */
    private static boolean isText(Source source) throws IOException {
        return source.path().toString().matches("(?i).*\\.(pt|pth|bin|ckpt|pkl|pickle)") && (source.begins('(') || source.begins(']') || source.begins('}') || source.begins('c'));
    }

    @Override public Checkpoint read(Source source) throws IOException {
        var in = new BoundedStream(source.stream(0), source.size());
        try {
            var first = new Unpickler(in);
            Item top = first.read();
            if (!(top instanceof Item.Int n) || !n.value().equals(MAGIC)) {
                return TorchFile.of(source.path(), top, first.called(), ", plain pickle");
            }
            new Unpickler(in).read();
            new Unpickler(in).read();
            var object = new Unpickler(in);
            Item saved = object.read();
            Item keys = in.left() == 0 ? null : new Unpickler(in).read();
            Checkpoint file = TorchFile.of(source.path(), saved, object.called(), ", legacy layout");
            return checked(source, file, object, keys, source.size() - in.left());
        } catch (BadPickle e) {
            throw BadFile.broken(source, KIND, e.getMessage());
        }
    }

    /** Behind the keys lie the storages, each with its count in front. */
    private static Checkpoint checked(Source source, Checkpoint file, Unpickler object, Item keys, long head) {
        Map<String, BigInteger> bytes = new LinkedHashMap<>();
        for (Item.External external : object.externals()) {
            TorchTensors.Storage storage = TorchTensors.Storage.of(external);
            if (storage != null) {
                bytes.put(storage.key(), storage.bytes());
            }
        }
        BigInteger wanted = bytes.values().stream().map(b -> b.add(BigInteger.valueOf(Long.BYTES))).reduce(BigInteger.valueOf(head), BigInteger::add);
        if (keys == null || source.size() == head && !bytes.isEmpty()) {
            return file.remarked("The file holds its head alone; the numbers are elsewhere.");
        } else if (wanted.compareTo(BigInteger.valueOf(source.size())) > 0) {
            throw BadFile.truncated(source, KIND, wanted.min(BigInteger.valueOf(Long.MAX_VALUE)).longValue());
        }
        return file;
    }
}
