package layerbook.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import layerbook.load.file.BadFile;
import layerbook.load.file.Format;
import layerbook.load.file.Loaded;
import layerbook.load.file.Source;
import layerbook.load.onnx.Onnx;
import layerbook.load.pickle.TorchLegacy;
import layerbook.load.pickle.TorchZip;
import layerbook.load.tensors.Safetensors;
import layerbook.load.tensors.ShardIndex;
import layerbook.shape.Refusal;

/** Finds a file and reads its head; the content says which format it has. */
public final class Load {
    /** Each format that is read, those with an unmistakable beginning first. */
    private static final List<Format> FORMATS = List.of(new GgufConfig(), new TorchZip(), new TorchLegacy(), new Safetensors(),
        new ShardIndex(List.of(new Safetensors(), new TorchZip(), new TorchLegacy())), new HuggingFaceConfig(), new Onnx());
    private static final String KNOWN = "config.json, .safetensors and its index, .gguf, .pt, .pth, .bin, .onnx, .py";

    private Load() {}

    /**
     * Reads the head of a file.
     *
     * @param name as a user writes it: absolute, from the home folder ({@code ~/}), or relative
     * @param folders where a relative name is looked for, the first one first
     * @throws Refusal if there is no such file, or it cannot be read, with the reason and the next step
     */
    public static Loaded file(String name, List<Path> folders) {
        return file(find(name, folders));
    }

    /** Reads the head of the file at this path. */
    public static Loaded file(Path path) {
        try (Source source = Source.open(path)) {
            for (Format format : FORMATS) {
                if (format.recognises(source)) {
                    return format.read(source);
                }
            }
            throw unknown(source);
        } catch (IOException e) {
            throw Refusal.of("runtime", path + " cannot be read: " + reason(e)).fix("load(\"" + path.getFileName() + "\")  // once you may read it");
        }
    }

    /** Where a file of this name is. */
    public static Path find(String name, List<Path> folders) {
        try {
            Path path = Path.of(name.startsWith("~/") ? System.getProperty("user.home") + name.substring(1) : name);
            for (Path folder : path.isAbsolute() ? List.of(Path.of("")) : folders) {
                if (Files.exists(folder.resolve(path))) {
                    return inFolder(folder.resolve(path));
                }
            }
            throw Missing.file(path, folders);
        } catch (InvalidPathException e) {
            throw Refusal.of("runtime", "this cannot be the name of a file: " + e.getReason()).fix("load(\"model.safetensors\")");
        }
    }

    /** A folder stands for the one file in it that describes the whole model. */
    private static Path inFolder(Path path) {
        if (!Files.isDirectory(path)) {
            return path;
        }
        for (String whole : List.of("model.safetensors.index.json", "model.safetensors", "config.json")) {
            if (Files.exists(path.resolve(whole))) {
                return path.resolve(whole);
            }
        }
        throw Refusal.of("runtime", path + " is a folder without model.safetensors or config.json").fix("load(\"" + path.resolve("model.gguf") + "\")");
    }

    private static Refusal unknown(Source source) throws IOException {
        String start = StandardCharsets.ISO_8859_1.decode(source.bytes(0, 200)).toString().stripLeading();
        String next = "load(\"model.safetensors\")  // read are " + KNOWN;
        if (source.size() == 0) {
            return BadFile.unsupported(source.path(), "is empty", next);
        } else if (start.startsWith("version https://git-lfs")) {
            return BadFile.unsupported(source.path(), "is a Git LFS pointer, not the file itself", "load(\"" + source.path().getFileName() + "\")  // after git lfs pull");
        } else if (start.startsWith("<")) {
            return BadFile.unsupported(source.path(), "is a web page, not a model: the download gave HTML", next);
        }
        return BadFile.unsupported(source.path(), "is of no format that is read here", next);
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.AccessDeniedException ? "permission denied" : e.getMessage();
    }
}
