package assay.acquisition.strategy;

import assay.acquisition.Dataset;
import assay.acquisition.EnsembleModel;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import java.util.List;

/**
 * The same model fitted to draws, with replacement, of as many experiments: Breiman, "Bagging predictors", Machine Learning 24, 1996. For
 * models that are the same for every seed.
 *
 * @param trainer of the members
 * @param members at least 2
 * @param runner where they are trained
 */
record BootstrapEnsemble(TargetModel.Trainer trainer, int members, Runner runner) implements EnsembleModel.Trainer {

    BootstrapEnsemble {
        if (members < 2) {
            throw new IllegalArgumentException("members (%d) must be at least 2. Maybe 5?".formatted(members));
        }
    }

    @Override
    public EnsembleModel fit(Dataset train, Seed seed) {
        List<TargetModel> models = runner.run("Training an ensemble", members, 1, (member, step) -> {
            Seed own = seed.derive(member);
            int[] drawn = own.derive("draw")
                    .generator()
                    .ints(train.size(), 0, train.size())
                    .toArray();
            TargetModel model = trainer.fit(train.select(drawn), own);
            step.run();
            return model;
        });
        return features -> models.stream().map(model -> model.predict(features)).toList();
    }
}
