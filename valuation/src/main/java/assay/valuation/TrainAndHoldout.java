package assay.valuation;

import assay.acquisition.Dataset;
import assay.acquisition.Embedding;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;

/**
 * What methods value, and what they value it against: checked at the door. Immutable.
 *
 * @param train n rows, at least 1
 * @param holdout m rows, at least 1, as many features and the same task
 */
record TrainAndHoldout(Dataset train, Dataset holdout) {

    TrainAndHoldout {
        if (train.features().columns() != holdout.features().columns()) {
            throw new IllegalArgumentException("train has %d features but holdout has %d"
                    .formatted(train.features().columns(), holdout.features().columns()));
        }
        if (!train.task().equals(holdout.task())) {
            throw new IllegalArgumentException(
                    "train is a %s but holdout is a %s".formatted(train.task(), holdout.task()));
        }
        if (train.size() == 0) {
            throw new IllegalArgumentException("train has no rows. Maybe --train is empty?");
        }
        if (holdout.size() == 0) {
            throw new IllegalArgumentException("holdout has no rows. Maybe --valid is empty?");
        }
    }

    /**
     * Both in a space.
     *
     * @param trainer of the network whose embedding is taken; left alone in the space of the features
     * @throws IllegalArgumentException if the trained model has no embedding
     */
    TrainAndHoldout in(Space space, TargetModel.Trainer trainer, Seed seed) {
        if (space == Space.FEATURES) {
            return this;
        }
        if (trainer.fit(train, seed) instanceof Embedding network) {
            return new TrainAndHoldout(embedded(train, network), embedded(holdout, network));
        }
        throw new IllegalArgumentException("space embedding needs a network. Maybe --model compact?");
    }

    private static Dataset embedded(Dataset data, Embedding network) {
        // No hidden unit is known before an experiment.
        return new Dataset(data.ids(), network.embed(data.features()), 0, data.targets(), data.task());
    }

    boolean isClassification() {
        return train.task() instanceof Task.Classification;
    }
}
