package assay.valuation;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import java.util.BitSet;

/**
 * The utility of a set: the {@link Metric} on the holdout of a target model trained on it, by the rules of {@link
 * SubsetLearner} where there is nothing to train.
 *
 * <p>Common random numbers: the seed of a training is derived from the replicate alone, so all sets of a replicate start
 * from the same initial network, and nothing depends on the order of the calls.
 */
final class TrainedUtility implements Utility {

    private final SubsetLearner learner;
    private final Matrix features;
    private final double[] targets;
    private final Task task;
    private final Metric metric;
    private final Seed seed;
    private final double errorOfConstant;

    TrainedUtility(Dataset train, Dataset holdout, TargetModel.Trainer trainer, Metric metric, Seed seed) {
        if (train.features().columns() != holdout.features().columns()) {
            throw new IllegalArgumentException("train has %d features but holdout has %d"
                    .formatted(train.features().columns(), holdout.features().columns()));
        }
        if (holdout.size() == 0) {
            throw new IllegalArgumentException("holdout has no rows. Maybe --valid is empty?");
        }
        this.learner = new SubsetLearner(train, trainer);
        this.features = holdout.features();
        this.targets = holdout.targets();
        this.task = train.task();
        this.metric = metric;
        this.seed = seed.derive("training");
        this.errorOfConstant = -Scores.mean(learner.predict(new int[0], features, seed), targets, task, metric);
        if (task instanceof Task.Regression && !(errorOfConstant > 0)) {
            throw new IllegalArgumentException(
                    "all %d targets of the holdout are the mean of the known targets: there is nothing to predict"
                            .formatted(targets.length));
        }
    }

    @Override
    public double of(BitSet members, int replicate) {
        int[] rows = members.stream().toArray();
        double score = Scores.mean(learner.predict(rows, features, seed.derive(replicate)), targets, task, metric);
        double utility = task instanceof Task.Classification ? score : Math.max(0, 1 + score / errorOfConstant);
        if (!Double.isFinite(utility)) {
            throw new ArithmeticException("the utility of a set of %d experiments is %s. Maybe the rate is too high?"
                    .formatted(rows.length, utility));
        }
        return utility;
    }
}
