package assay.campaigns.cli;

import assay.acquisition.Dataset;
import assay.acquisition.Runner;
import assay.acquisition.Strategy;
import assay.acquisition.strategy.Diversity;
import assay.acquisition.strategy.Strategies;
import assay.surrogate.Surrogates;
import java.util.Optional;

/**
 * What the names of strategies stand for, with the models, methods and threads they need: the one place, so that every command
 * means the same by a name.
 *
 * @param modelling has the methods of all names that will be asked for
 * @param holdout that values are measured against; holdouts in turn where there is none
 * @param runner where models grow
 */
record StrategyChoice(Modelling modelling, Optional<Dataset> holdout, Runner runner) {

    /** @param diversity what keeps a batch chosen by value from clustering */
    Strategy strategy(StrategyName name, Diversity diversity) {
        return switch (name.kind()) {
            case RANDOM -> Strategies.random();
            case FARTHEST_POINT -> Strategies.farthestPoint();
            case VALUE -> Strategies.spreadOut(byValue(name.method().orElseThrow()), diversity);
        };
    }

    private Strategy byValue(MethodName method) {
        Modelling one = modelling.only(method);
        return Strategies.byValue(
                method.toString(),
                (known, seed) -> one.value(known, holdout, seed),
                (known, seed) -> one.baseSkill(known, seed, runner),
                Surrogates.secondaryForest(runner));
    }
}
