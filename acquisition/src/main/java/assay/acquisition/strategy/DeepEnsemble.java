package assay.acquisition.strategy;

import assay.acquisition.Dataset;
import assay.acquisition.EnsembleModel;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import java.util.List;

/**
 * The same model fitted again and again to all experiments from other seeds: Lakshminarayanan et al., "Simple and scalable predictive
 * uncertainty estimation using deep ensembles", NeurIPS 2017, without adversarial training. A model that draws no random number disagrees
 * with nobody.
 *
 * @param trainer of the members
 * @param members at least 2
 * @param runner where they are trained
 */
record DeepEnsemble(TargetModel.Trainer trainer, int members, Runner runner) implements EnsembleModel.Trainer {

    DeepEnsemble {
        if (members < 2) {
            throw new IllegalArgumentException("members (%d) must be at least 2. Maybe 5?".formatted(members));
        }
    }

    @Override
    public EnsembleModel fit(Dataset train, Seed seed) {
        List<TargetModel> models = runner.run("Training an ensemble", members, 1, (member, step) -> {
            TargetModel model = trainer.fit(train, seed.derive(member));
            step.run();
            return model;
        });
        return features -> models.stream().map(model -> model.predict(features)).toList();
    }
}
