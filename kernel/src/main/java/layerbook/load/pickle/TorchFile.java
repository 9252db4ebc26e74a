package layerbook.load.pickle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import layerbook.load.file.BadFile;
import layerbook.load.tensors.Checkpoint;
import layerbook.shape.Refusal;

/** A checkpoint of PyTorch's from what its pickle holds. */
final class TorchFile {
    private TorchFile() {}

    /**
     * The checkpoint.
     *
     * @param layout what the file's layout adds to its kind, e.g. {@code , legacy layout}
     * @param called what opening it in Python would call
     */
    static Checkpoint of(Path path, Item top, Set<String> called, String layout) throws BadPickle {
        SavedState state = SavedState.of(top);
        List<String> danger = Danger.among(called);
        if (state.tensors().isEmpty()) {
            throw nothing(path, state, danger);
        }
        var remarks = new ArrayList<>(state.remarks());
        if (!danger.isEmpty()) {
            remarks.add("Opening this file in Python would call " + String.join(", ", danger) + "; here it was read as data, and nothing was run.");
        }
        return new Checkpoint(path, "PyTorch " + state.kind() + layout, state.tensors(), state.parts(), remarks, state.modules());
    }

    private static Refusal nothing(Path path, SavedState state, List<String> danger) {
        String what = danger.isEmpty() ? "holds no tensors: it is a pickle of other data"
            : "holds no tensors, and opening it in Python would call " + String.join(", ", danger) + "; here it was read as data, and nothing was run";
        Refusal refusal = BadFile.unsupported(path, what, "load(\"model.pt\")  // a file that torch.save(model.state_dict(), ..) wrote");
        return state.remarks().isEmpty() ? refusal : refusal.why(state.remarks().get(0));
    }
}
