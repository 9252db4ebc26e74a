package layerbook.count;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import layerbook.layer.Applied;
import layerbook.net.Call;
import layerbook.net.Graph;

/** What a convention says of each call of a log, and what the call's network had come to then. */
final class Column {
    private record Priced(Cost cost, Sum sum) {}

    private final Convention convention;
    private final boolean byLayerAlone;
    private final List<Priced> costs = new ArrayList<>();
    private final List<Sum> running = new ArrayList<>();
    private final Map<Integer, Sum> byNetwork = new HashMap<>();
    private final Map<Applied, Priced> modules = new IdentityHashMap<>();
    private final Map<Applied, Priced> functions = new IdentityHashMap<>();

    Column(Convention convention) {
        this.convention = convention;
        this.byLayerAlone = convention instanceof Convention.Pricing || Conventions.all().contains(convention);
    }

    void extend(Graph to) {
        for (int i = costs.size(); i < to.size(); i++) {
            Call call = to.call(i);
            Priced priced = priced(Site.of(call));
            int network = to.networkThen(call);
            Sum sum = byNetwork.getOrDefault(network, Sum.ZERO);
            for (int other : to.networksInto(call)) {
                sum = other == network ? sum : sum.plus(byNetwork.remove(other));
            }
            sum = sum.plus(priced.sum());
            costs.add(priced);
            running.add(sum);
            byNetwork.put(network, sum);
        }
    }

    /**
     * A convention of ours looks at the layer and what goes in, and at how many parents a module has: with one, equal calls cost the same.
     * A convention of a user's may look at more.
     */
    private Priced priced(Site site) {
        return byLayerAlone && site.visits() == 1 ? (site.module() ? modules : functions).computeIfAbsent(site.applied(), a -> price(site)) : price(site);
    }

    private Priced price(Site site) {
        Cost cost = site.call().what() == Call.What.INPUT ? Cost.ZERO : site.cost(convention);
        return new Priced(cost, Sum.of(cost));
    }

    Cost cost(Call call) {
        return costs.get(call.index()).cost();
    }

    Sum sum(Call call) {
        return costs.get(call.index()).sum();
    }

    /** What the network of this call had come to with it. */
    Sum atTip(Call tip) {
        return running.get(tip.index());
    }
}
