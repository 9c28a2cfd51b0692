package assay.valuation;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import java.util.BitSet;
import java.util.random.RandomGenerator;

/**
 * Bootstraps: n rows drawn with replacement. A result holds the {@link Scores} of the rows that were not drawn, ascending, by
 * the model trained on those that were.
 */
final class BootstrapSampler implements Sampler {

    private final Dataset train;
    private final SubsetLearner learner;
    private final Metric metric;
    private final Seed seed;

    BootstrapSampler(Dataset train, TargetModel.Trainer trainer, Metric metric, Seed seed) {
        this.train = train;
        this.learner = new SubsetLearner(train, trainer);
        this.metric = metric;
        this.seed = seed.derive("bootstraps");
    }

    int n() {
        return train.size();
    }

    private int[] drawn(int piece) {
        RandomGenerator random = seed.derive(piece).generator();
        int[] rows = new int[n()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = random.nextInt(rows.length);
        }
        return rows;
    }

    /** Rows that are not in a bootstrap, ascending. */
    int[] outOfBag(int piece) {
        return outOfBag(drawn(piece));
    }

    private int[] outOfBag(int[] drawn) {
        BitSet out = new BitSet(n());
        out.set(0, n());
        for (int row : drawn) {
            out.clear(row);
        }
        return out.stream().toArray();
    }

    @Override
    public double[] evaluate(int piece, Runnable step) {
        int[] drawn = drawn(piece);
        int[] out = outOfBag(drawn);
        Matrix predictions = learner.predict(
                drawn, train.features().select(out), seed.derive(piece).derive("training"));
        double[] scores = new double[out.length];
        for (int i = 0; i < out.length; i++) {
            scores[i] = Scores.of(predictions, i, train.target(out[i]), train.task(), metric);
        }
        step.run();
        return scores;
    }

    @Override
    public int models(double[] result) {
        return 1;
    }

    @Override
    public int mostModels() {
        return 1;
    }

    @Override
    public String describe() {
        return "bootstraps, " + metric;
    }
}
