package layerbook.load.pickle;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import layerbook.load.file.BadFile;
import layerbook.load.file.BoundedStream;
import layerbook.load.file.Format;
import layerbook.load.file.Source;
import layerbook.load.tensors.Checkpoint;
import layerbook.shape.Refusal;

/**
 * {@code torch.save} since PyTorch 1.6, and TorchScript: a ZIP archive with {@code NAME/data.pkl} and the storages {@code NAME/data/0} .. beside it.
 * The archive's directory and the pickle are read; the storages are not.
 */
public final class TorchZip implements Format {
    private static final String KIND = "PyTorch file";
    /** A pickle describes a tensor in some 200 bytes. */
    private static final long LONGEST_PICKLE = 1L << 30;

    @Override public boolean recognises(Source source) throws IOException {
        return source.begins('P', 'K', 3, 4) || source.begins('P', 'K', 5, 6);
    }

    @Override public Checkpoint read(Source source) throws IOException {
        if (ZipDirectory.bytes(source) > ZipDirectory.MOST) {
            throw BadFile.broken(source, KIND, "the directory of the archive has more than 100 MB");
        }
        try (ZipFile zip = new ZipFile(source.path().toFile())) {
            ZipEntry pickle = pickle(zip);
            if (pickle == null) {
                throw other(source, zip);
            }
            try (InputStream in = new BufferedInputStream(new BoundedStream(zip.getInputStream(pickle), LONGEST_PICKLE))) {
                var unpickler = new Unpickler(in);
                Item top = unpickler.read();
                String root = pickle.getName().substring(0, pickle.getName().length() - "data.pkl".length());
                boolean head = checked(source, zip, root, unpickler);
                String layout = zip.getEntry(root + "constants.pkl") == null ? "" : ", TorchScript archive";
                Checkpoint file = TorchFile.of(source.path(), top, unpickler.called(), layout);
                return head ? file.remarked("The file holds its head alone; the numbers are elsewhere.") : file;
            }
        } catch (ZipException e) {
            throw BadFile.broken(source, KIND, "the directory at the end of the archive is missing or damaged, as in a download that was cut off");
        } catch (BadPickle e) {
            throw BadFile.broken(source, KIND, e.getMessage());
        } catch (java.io.EOFException | IllegalArgumentException e) {
            throw BadFile.broken(source, KIND, "its archive is damaged");
        }
    }

    /** The pickle that stands highest: an archive in the archive has its own. */
    private static ZipEntry pickle(ZipFile zip) {
        ZipEntry best = null;
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements();) {
            ZipEntry entry = all.nextElement();
            boolean candidate = entry.getName().equals("data.pkl") || entry.getName().endsWith("/data.pkl");
            if (candidate && (best == null || entry.getName().length() < best.getName().length())) {
                best = entry;
            }
        }
        return best;
    }

    /** Each storage has its entry, at least as long as it must be; says whether there are no entries at all. */
    private static boolean checked(Source source, ZipFile zip, String root, Unpickler unpickler) {
        int missing = 0;
        int there = 0;
        for (Item.External external : unpickler.externals()) {
            TorchTensors.Storage storage = TorchTensors.Storage.of(external);
            ZipEntry entry = storage == null ? null : zip.getEntry(root + "data/" + storage.key());
            if (storage == null) {
                continue;
            } else if (entry == null) {
                missing++;
            } else if (BigInteger.valueOf(entry.getSize()).compareTo(storage.bytes()) < 0) {
                throw BadFile.broken(source, KIND, "the storage data/" + storage.key() + " has " + entry.getSize() + " bytes where " + storage.bytes() + " are needed");
            } else {
                there++;
            }
        }
        if (missing > 0 && there > 0) {
            throw BadFile.broken(source, KIND, missing + " of its storages are missing");
        }
        return missing > 0;
    }

    private static Refusal other(Source source, ZipFile zip) {
        boolean keras = zip.getEntry("config.json") != null && zip.getEntry("metadata.json") != null;
        boolean exported = zip.stream().anyMatch(e -> e.getName().endsWith("archive_format") || e.getName().endsWith("serialized_exported_program.json"));
        String next = "load(\"model.pt\")  // a file that torch.save(model.state_dict(), ..) wrote";
        return keras ? BadFile.unsupported(source.path(), "is a Keras model, which is not read", "load(\"model.onnx\")  // converted with tf2onnx")
            : exported ? BadFile.unsupported(source.path(), "is a program of torch.export, which is not read", "load(\"model.onnx\")  // written with torch.onnx.export")
            : BadFile.unsupported(source.path(), "is a ZIP archive without data.pkl, so torch.save did not write it", next);
    }
}
