package assay.valuation;

import assay.acquisition.Dataset;
import assay.acquisition.Differentiable;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.Valuation;
import assay.acquisition.Valuator;
import assay.kernels.SparseAdam;
import java.util.List;

/**
 * LossVal: learns one weight per experiment together with the network, in one training.
 *
 * <p>Wibiral, Belaid, Rabus and Scherp, "LossVal: Efficient Data Valuation for Neural Networks", 2024. The weighted loss
 * of each batch is multiplied by a power of the transport distance between the batch, weighted, and the holdout;
 * {@link LossValLoss} has the formulas. Network and weights each follow Adam. The value of an experiment is its weight:
 * low means harmful. Of the holdout only the features are used.
 *
 * <p>Two modes. The <em>reference</em> is what the published tables were made with: unequal, un-normalised masses, whose
 * transport term acts as a threshold on the loss. The default differs from the paper in using true probability masses
 * and a weighted mean of the losses, which centres them; it finds wrong features as well as wrong labels.
 *
 * <p>Cost: epochs x n / batch steps, each a step of the network plus a transport problem of batch x holdout.
 */
final class LossValuator implements Valuator {

    private final LossVal settings;
    private final Differentiable.Trainer trainer;
    private final Runner runner;

    LossValuator(LossVal settings, Differentiable.Trainer trainer, Runner runner) {
        this.settings = settings;
        this.trainer = trainer.reproducible();
        this.runner = runner;
    }

    @Override
    public Valuation value(Dataset train, Dataset holdout, Seed seed) {
        if (train.features().columns() != holdout.features().columns()) {
            throw new IllegalArgumentException("train has %d features but holdout has %d"
                    .formatted(train.features().columns(), holdout.features().columns()));
        }
        if (holdout.size() == 0) {
            throw new IllegalArgumentException("holdout has no rows. Maybe --valid is empty?");
        }
        double[] x = train.features().toArray();
        double[] y = holdout.features().toArray();
        int d = holdout.features().columns();
        HoldoutCosts costs = new HoldoutCosts(x, train.size(), y, holdout.size(), d, HoldoutCosts.MOST_KEPT);
        double diameter = LossValLoss.fixedDiameter(costs, settings.masses());
        List<double[]> runs =
                runner.run("Valuing with " + settings.name(), settings.repeats(), settings.epochs(), (repeat, step) -> {
                    int batch = Math.min(settings.batch(), train.size());
                    LossValLoss loss =
                            new LossValLoss(costs, y, d, settings.masses(), settings.power(), diameter, batch);
                    return new Run(train, x, loss, batch, seed.derive(repeat)).weights(step);
                });
        return Repeats.combine(train.ids(), runs, settings.describe());
    }

    /** One training. */
    private final class Run {

        private final int n;
        private final int d;
        private final double[] x;
        private final Seed seed;
        private final Differentiable network;
        private final LossValLoss loss;

        private final SparseAdam weights;

        // One batch.
        private final int[] rows;
        private final float[] losses;
        private final double[] batchFeatures;
        private final double[] batchWeights;
        private final float[] byLoss;
        private final double[] byWeight;

        Run(Dataset train, double[] x, LossValLoss loss, int batch, Seed seed) {
            this.n = train.size();
            this.d = train.features().columns();
            this.x = x;
            this.seed = seed;
            this.network = trainer.begin(train, seed.derive("network"));
            this.weights = settings.update() == LossVal.Update.DENSE
                    ? SparseAdam.dense(n, 1, settings.rate())
                    : SparseAdam.lazy(n, 1, settings.rate());
            this.loss = loss;
            this.rows = new int[batch];
            this.losses = new float[batch];
            this.batchFeatures = new double[batch * d];
            this.batchWeights = new double[batch];
            this.byLoss = new float[batch];
            this.byWeight = new double[batch];
        }

        double[] weights(Runnable step) {
            double[] sum = new double[n];
            for (int epoch = 0; epoch < settings.epochs(); epoch++) {
                int[] order = seed.derive("epoch").derive(epoch).permutation(n);
                for (int from = 0; from < n; from += rows.length) {
                    int count = Math.min(rows.length, n - from);
                    System.arraycopy(order, from, rows, 0, count);
                    batch(count);
                }
                boolean last = epoch == settings.epochs() - 1;
                if (last || settings.readOut() == LossVal.ReadOut.AVERAGED) {
                    for (int i = 0; i < n; i++) {
                        sum[i] += weights.value(i);
                    }
                }
                step.run();
            }
            if (settings.readOut() == LossVal.ReadOut.AVERAGED) {
                for (int i = 0; i < n; i++) {
                    sum[i] /= settings.epochs();
                }
            }
            return sum;
        }

        private void batch(int count) {
            network.forward(rows, count, losses);
            for (int i = 0; i < count; i++) {
                System.arraycopy(x, rows[i] * d, batchFeatures, i * d, d);
                batchWeights[i] = weights.value(rows[i]);
            }
            loss.evaluate(rows, batchFeatures, losses, batchWeights, count, byLoss, byWeight);
            network.step(byLoss);
            weights.step(rows, count, byWeight);
        }
    }
}
