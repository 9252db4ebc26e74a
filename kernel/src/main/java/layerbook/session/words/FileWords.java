package layerbook.session.words;

import layerbook.load.file.Loaded;

/** The words for files that people have. */
abstract class FileWords extends ExportWords {
    FileWords() {}

    @Doc(value = "Reads a file: .safetensors and its index, .gguf, .pt, .pth, .bin, .onnx, config.json; the content says which "
            + "it is. Gives names, tensors and, where the file says what is computed, the network. Weights are never read, and "
            + "nothing in these files is run. Of PyTorch source (.py) it gives the names, and make(..) makes a model of them.",
        examples = {"load(\"model.safetensors\")", "load(\"model.onnx\").network().flops()", "compare(load(\"model.pt\"), net)",
            "trace(load(\"resnet.py\").make(\"resnet18(num_classes=10)\"), 3, 224, 224)"})
    public static Loaded load(String file) {
        return FileFolders.load(file);
    }
}
