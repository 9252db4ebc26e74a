package layerbook.load.config;

import java.util.List;
import layerbook.net.Tensor;
import layerbook.net.Unit;

/** The feed-forward part of a mixture: a router, experts, and experts that all tokens share. Takes N×T×d, gives N×T×d. */
final class MixtureOfExperts extends Block {
    /** The options of a mixture. Set once, before blocks are made of it. */
    static final class Plan {
        final Experts experts;
        String routerName = "gate";
        String expertsName = "experts";
        boolean routerBias;
        boolean sigmoid;
        /** A number for each expert that is added before the choice: DeepSeek stores it as a parameter, though no gradient trains it. */
        String correctionName;
        String sharedName;
        Mlp.Plan shared;
        String sharedGateName;

        Plan(Experts experts) {
            this.experts = experts;
        }

        /** The weights of the experts stand under the block's own name. */
        Plan unnamed() {
            expertsName = null;
            return this;
        }

        Plan router(String name, boolean bias) {
            routerName = name;
            routerBias = bias;
            return this;
        }

        Plan shared(String name, Mlp.Plan mlp, String gateName) {
            sharedName = name;
            shared = mlp;
            sharedGateName = gateName;
            return this;
        }

        Plan sigmoid(String correction) {
            sigmoid = true;
            correctionName = correction;
            return this;
        }
    }

    private final Plan plan;
    private final Unit router;
    private final Unit experts;
    private final Tensor correction;
    private final Mlp shared;
    private final Unit sharedGate;

    MixtureOfExperts(Plan plan) {
        this.plan = plan;
        long width = plan.experts.width();
        router = hold(plan.routerName, Parts.linear(width, plan.experts.experts(), plan.routerBias));
        correction = plan.correctionName == null ? null : hold(plan.correctionName, Parts.parameter(plan.experts.experts()));
        experts = Unit.of(plan.experts);
        if (plan.expertsName != null) {
            hold(plan.expertsName, experts);
        }
        shared = plan.shared == null ? null : hold(plan.sharedName, new Mlp(plan.shared));
        sharedGate = plan.sharedGateName == null ? null : hold(plan.sharedGateName, Parts.linear(width, 1, false));
    }

    @Override protected Unit declaredUnit() {
        return plan.expertsName == null ? experts : null;
    }

    @Override Object forward(List<?> arguments) {
        Tensor x = tensor(arguments, 0);
        Tensor scores = x.then(router);
        scores = plan.sigmoid ? scores.sigmoid() : scores.softmax(-1);
        if (correction != null) {
            scores = scores.add(correction);
        }
        scores.topk(Math.toIntExact(plan.experts.chosen()));
        Tensor routed = x.then(experts);
        if (shared == null) {
            return routed;
        }
        Tensor all = x.then(shared);
        return routed.add(sharedGate == null ? all : x.then(sharedGate).sigmoid().mul(all));
    }
}
