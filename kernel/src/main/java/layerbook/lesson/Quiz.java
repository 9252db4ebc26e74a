package layerbook.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import layerbook.count.Conventions;
import layerbook.count.Ledger;
import layerbook.count.NetworkView;
import layerbook.formula.Expr;
import layerbook.net.Call;
import layerbook.shape.Refusal;

/** Questions about a network: shapes, parameters and FLOPs of its rows, which row has most, and what would break. The same seed asks the same. */
public final class Quiz {
    private static final List<String> SIZES = List.of("size", "channels");

    private Quiz() {}

    /** So many questions, or as many as the network has. */
    public static List<Question> of(NetworkView network, int many, long seed) {
        var random = new Random(seed);
        var rows = new ArrayList<Question>();
        for (Call call : network.calls()) {
            for (Question.Ask ask : Question.Ask.values()) {
                Question.of(network.graph(), call, ask).ifPresent(rows::add);
            }
        }
        Collections.shuffle(rows, random);
        var whole = new ArrayList<Question>();
        most(network).ifPresent(whole::add);
        SIZES.forEach(size -> breaks(network, size).ifPresent(whole::add));
        Collections.shuffle(whole, random);
        int fromWhole = Math.min(whole.size(), rows.isEmpty() ? many : Math.max(1, many / 3));
        var asked = new ArrayList<>(rows.subList(0, Math.min(rows.size(), many - Math.min(many - 1, fromWhole))));
        asked.addAll(whole.subList(0, Math.min(whole.size(), Math.max(0, many - asked.size()))));
        return asked;
    }

    private static Optional<Question> most(NetworkView network) {
        Ledger ledger = Ledger.of(network.graph());
        List<Call> owners = network.calls().stream().filter(c -> ledger.added(c).params().isNumber() && !ledger.added(c).params().isZero())
            .sorted(Comparator.comparing((Call c) -> ledger.added(c).params().exact()).reversed()).toList();
        if (owners.size() < 2 || params(ledger, owners.get(0)).equals(params(ledger, owners.get(1)))) {
            return Optional.empty();
        }
        var others = owners.stream().skip(1).map(c -> new RowKey.Other(c, "has " + params(ledger, c).text())).toList();
        return Optional.of(new Question("Which row has the most parameters? (its number or name)", "row", owners.get(0),
            new RowKey(owners.get(0), params(ledger, owners.get(0)).text() + " parameters", others), "02-cnn"));
    }

    private static Expr params(Ledger ledger, Call call) {
        return ledger.added(call).params();
    }

    /** Another input, with which something does not fit any more. */
    private static Optional<Question> breaks(NetworkView network, String what) {
        Call input = network.calls().get(0);
        if (input.what() != Call.What.INPUT || input.outputs().get(0).rank() < 3) {
            return Optional.empty();
        }
        Expr now = input.outputs().get(0).shape().dim(what.equals("size") ? 2 : 1);
        if (!now.isNumber()) {
            return Optional.empty();
        }
        Expr other = now.times(2).normal();
        try {
            WhatIf.Case tried = WhatIf.of(network, input, what, List.of(other), Conventions.FLOPS).cases().stream().filter(c -> !c.now()).findFirst().orElseThrow();
            if (tried.isWhole()) {
                return Optional.empty();
            }
            int row = Integer.parseInt(tried.broken().substring(0, tried.broken().indexOf(' ')));
            Call broken = network.calls().stream().filter(c -> c.index() == row).findFirst().orElseThrow();
            var others = network.calls().stream().filter(c -> c != broken).map(c -> new RowKey.Other(c, c.index() < row ? "still fits" : "is not reached")).toList();
            return Optional.of(new Question("If the input's " + what + " were " + other.text() + " instead of " + now.text() + ", which row would not fit any more? (its number or name)",
                "row", broken, new RowKey(broken, tried.broken().substring(tried.broken().indexOf(' ') + 1), others), "04-shapes"));
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }
}
