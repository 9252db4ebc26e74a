package layerbook.session.words;

import java.util.List;
import layerbook.count.Network;
import layerbook.count.NetworkView;
import layerbook.export.Code;
import layerbook.export.PyTorchSource;
import layerbook.net.Call;
import layerbook.net.Tensor;

/** The words that write a network out. */
abstract class ExportWords extends HardwareWords {
    /** PyTorch source. */
    public static final Code.Language PYTORCH = Code.Language.PYTORCH;

    ExportWords() {}

    @Doc(value = "The network as source text in another language: PYTORCH gives a module that runs, with build() and INPUTS.",
        examples = {"code(PYTORCH)", "code(net, PYTORCH)", "code(net, PYTORCH).save(\"net.py\")"})
    public static Code code(Object network, Code.Language language) {
        NetworkView view = Selectors.view(network);
        return new Code(language, PyTorchSource.of(view, outputs(network, view)).text());
    }

    /** The same of the network of the last call. */
    public static Code code(Code.Language language) {
        return code(null, language);
    }

    /** What forward returned; of a network that no model made, what its last call gave. */
    private static List<Tensor> outputs(Object network, NetworkView view) {
        if (network instanceof Network n) {
            return n.outputs();
        }
        List<Call> calls = view.calls();
        Call last = calls.get(calls.size() - 1);
        return network instanceof Tensor t ? List.of(t) : List.of(Tensor.of(null, last, 0));
    }
}
