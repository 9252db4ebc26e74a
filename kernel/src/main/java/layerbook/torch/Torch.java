package layerbook.torch;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import layerbook.python.Importer;
import layerbook.python.Interpreter;
import layerbook.python.PyBuiltin;
import layerbook.python.PyModule;
import layerbook.python.StandardModules;

/** PyTorch for the interpreter: what {@code import torch} and the modules around it mean. */
public final class Torch {
    private Torch() {}

    /** An interpreter that knows torch and Python's own library. */
    public static Interpreter interpreter(Consumer<String> output) {
        return new Interpreter(IMPORTER, output);
    }

    /** The same, and modules of Python are read from these folders. */
    public static Interpreter interpreter(Consumer<String> output, List<Path> folders) {
        var sources = new FolderSources(folders);
        var python = new Interpreter(IMPORTER.then((name, importing) -> LazyPackage.find(name, importing, sources)), output);
        python.sources(sources);
        return python;
    }

    /** Finds torch's modules, then those of Python's library. */
    public static final Importer IMPORTER = ((Importer) Torch::find).then(StandardModules::find);

    /** A part of torch that computes no size; what is no part of it is unknown. */
    private static boolean isQuiet(String name) {
        String[] parts = name.split("\\.");
        return parts.length > 1 && parts[0].equals("torch") && (TorchModule.MODULES.contains(parts[1]) || parts[1].equals("optim"))
            && !(parts[1].equals("nn") && !(parts.length > 2 && java.util.Set.of("parallel", "quantized", "intrinsic", "qat", "attention", "backends", "utils").contains(parts[2])));
    }

    /** Packages that stand around networks: never read, whatever folder offers them. */
    private static final java.util.Set<String> AROUND = java.util.Set.of("PIL", "scipy", "matplotlib", "pandas", "cv2", "skimage", "sklearn", "requests", "yaml", "tqdm", "six",
        "urllib3", "h5py", "tensorboard", "tensorboardX", "wandb", "onnx", "onnxruntime", "tensorflow", "jax", "huggingface_hub", "IPython", "psutil", "defusedxml", "lxml",
        "setuptools", "pkg_resources", "numba", "seaborn", "cupy", "apex", "horovod", "deepspeed", "av", "imageio", "librosa", "soundfile", "kaldi_io", "google", "gdown",
        "joblib", "mlflow", "hydra", "omegaconf", "fire", "pytest", "termcolor", "tabulate", "regex", "nltk", "spacy", "sentencepiece", "tokenizers", "triton", "xformers");

    static PyModule find(String name, Interpreter python) {
        int dot = name.indexOf('.');
        if (AROUND.contains(dot < 0 ? name : name.substring(0, dot))) {
            python.skip("import " + name);
            return new QuietModule(name);
        }
        switch (name) {
            case "torch": return new TorchModule(python);
            case "torch.nn": return new NnModule(name, python);
            case "torch.nn.modules", "torch.nn.modules.conv", "torch.nn.modules.batchnorm", "torch.nn.modules.utils", "torch.nn.modules.module", "torch.nn.modules.container",
                "torch.nn.modules.activation", "torch.nn.modules.linear", "torch.nn.modules.normalization", "torch.nn.modules.pooling", "torch.nn.modules.dropout",
                "torch.nn.modules.transformer", "torch.nn.modules.loss", "torch.nn.modules.rnn", "torch.nn.modules.padding", "torch.nn.modules.upsampling",
                "torch.nn.modules.instancenorm", "torch.nn.modules.sparse", "torch.nn.parameter":
                return new ModulesModule(name, python);
            case "torch.nn.functional": return new FunctionModule(name, FunctionModule::functional);
            case "torch.nn.init": return new InitModule();
            case "torch.nn.utils": return new NnUtils(name, python);
            case "torch.nn.utils.parametrizations", "torch.nn.utils.weight_norm", "torch.nn.utils.spectral_norm": return new NnUtils(name, python);
            case "torch.linalg", "torch.special", "torch.fft": return new FunctionModule(name, key -> null);
            case "einops", "einops.layers", "einops.layers.torch": return new EinopsModule(name, python);
            case "thop": case "thop.profile": return new PyModule(name).set("profile", new PyBuiltin("profile", a -> Thop.profile(python, a)))
                .set("clever_format", new PyBuiltin("clever_format", Thop::format));
            case "torchsummary", "torchsummary.torchsummary": return new PyModule(name).set("summary", new PyBuiltin("summary", a -> Summaries.torchsummary(python, a)));
            case "torchinfo": return new PyModule(name).set("summary", new PyBuiltin("summary", a -> Summaries.torchinfo(python, a)));
            case "numpy": return new NumpyModule();
            case "torchsummary.summary", "thop.utils": return null;
            default: return isQuiet(name) ? new QuietModule(name) : null;
        }
    }
}
