package layerbook.count;

import java.util.LinkedHashSet;
import java.util.Set;
import layerbook.count.Flow.Step;
import layerbook.count.Flow.Storage;
import layerbook.formula.Expr;
import layerbook.layer.Applied;
import layerbook.layer.Saved;
import layerbook.shape.TensorType;

/**
 * What a step keeps for the backward pass, as its rule states it: some keep what came in, some what they gave, some numbers of their own, some nothing.
 *
 * @param storages tensors that are there anyway, by their memory
 * @param numbers further numbers of the network's element type
 * @param bytes further bytes, whatever the element type
 */
record SavedForBackward(Set<Storage> storages, Expr numbers, Expr bytes) {
    private static final SavedForBackward NOTHING = new SavedForBackward(Set.of(), Expr.ZERO, Expr.ZERO);

    static SavedForBackward of(Step s) {
        if (!s.grad()) {
            return NOTHING;
        }
        var storages = new LinkedHashSet<Storage>();
        var copied = new LinkedHashSet<Storage>();
        Expr numbers = Expr.ZERO;
        Expr bytes = Expr.ZERO;
        for (Saved saved : s.applied().rule().saved()) {
            if (!isNeeded(saved, s)) {
                continue;
            }
            switch (saved.of()) {
                case OUTPUT -> storages.add(s.outputs().get(saved.index()).storage());
                case NUMBERS -> {
                    Expr amount = Expr.product(saved.factors()).at(s.applied().letters());
                    numbers = saved.bytes() == 0 ? numbers.plus(amount) : numbers;
                    bytes = saved.bytes() == 0 ? bytes : bytes.plus(amount.times(saved.bytes()));
                }
                case INPUT -> {
                    Storage storage = s.inputs().get(saved.index()).storage();
                    if (!isCopied(saved, s.applied())) {
                        storages.add(storage);
                    } else if (copied.add(storage)) {
                        TensorType type = s.applied().inputs().type(saved.index());
                        Expr amount = type.shape().numel();
                        numbers = type.dtype().isFloating() ? numbers.plus(amount) : numbers;
                        bytes = type.dtype().isFloating() ? bytes : bytes.plus(amount.times(type.dtype().bytes()));
                    }
                }
                default -> throw new IllegalStateException(saved.toString());
            }
        }
        return new SavedForBackward(storages, numbers.normal(), bytes.normal());
    }

    private static boolean isNeeded(Saved saved, Step s) {
        boolean there = saved.of() != Saved.Of.INPUT || saved.index() < s.inputs().size();
        return there && (saved.isForAny() || saved.inputs().stream().anyMatch(s::grad) || saved.weights().stream().anyMatch(s.trained()::contains));
    }

    /** Whether PyTorch makes a copy of the input, and keeps that. */
    static boolean isCopied(Saved saved, Applied a) {
        TensorType type = a.inputs().type(saved.index());
        return switch (saved.copied()) {
            case NEVER -> false;
            case UNLESS_CONTIGUOUS -> !type.isContiguous();
            case UNLESS_ROWS -> !type.merges(0, Math.max(0, type.rank() - 1));
            case ALWAYS -> type.shape().dims().stream().filter(d -> !d.isOne()).count() > 2 || type.rank() < 3;
        };
    }
}
