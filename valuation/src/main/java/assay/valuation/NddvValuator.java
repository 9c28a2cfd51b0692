package assay.valuation;

import assay.acquisition.Dataset;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.Task;
import assay.acquisition.Valuation;
import assay.acquisition.Valuator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * NDDV: a {@link ControlledFlow} learns to predict the targets of the known experiments from their end states X. The value
 * of one is {@code U_i - mean of the others' U}, with {@code U_i = -X_i . dl_i/dX_i} and l_i its loss, cross-entropy or half the
 * squared error: high where the target agrees with the flow. The holdout is not used.
 *
 * <p>We differ from the paper's code, whose objective leaves the head untrained: ordinary back-propagation, tanh instead of
 * SiLU, no normalisation of batches, no re-weighting (the published weights get no gradient either), the mean of the end states as
 * the mean that states are drawn to, and the read-out of the flow as it was trained, without noise.
 *
 * <p>The reference read-out is the published one, for classes alone, applied to that flow: with p the probabilities and b
 * the size of the batch in which an experiment is read, {@code (2 - 1/p_y) / (4 b)} for two classes and
 * {@code (p_y - p . softmax(p)) / (C b)} for more, less the mean of the others. The last, smaller batch has larger values; there
 * is nothing to be read for numbers, whose values the published code leaves at 0.
 *
 * <p>Cost: repeats x epochs x n (d + 25) x 150 x steps multiply-adds, or so.
 */
final class NddvValuator implements Valuator {

    private static final double LEAST = 1e-12;

    private final Nddv settings;
    private final Runner runner;

    NddvValuator(Nddv settings, Runner runner) {
        this.settings = settings;
        this.runner = runner;
    }

    @Override
    public Valuation value(Dataset train, Dataset holdout, Seed seed) {
        if (train.size() < 2) {
            throw new IllegalArgumentException("nddv needs at least 2 experiments but got %d".formatted(train.size()));
        }
        boolean reference = settings.readOut() == Nddv.ReadOut.REFERENCE;
        if (reference && !(train.task() instanceof Task.Classification)) {
            throw new IllegalArgumentException(
                    "nddv-reference values classes only: for numbers the published read-out is always 0. Maybe nddv?");
        }
        List<double[]> runs =
                runner.run("Valuing with " + settings.name(), settings.repeats(), settings.epochs(), (repeat, step) -> {
                    Run run = new Run(train, seed.derive(repeat));
                    return againstOthers(run.values(step));
                });
        return Repeats.combine(train.ids(), runs, settings.describe());
    }

    /** {@code u_i - mean of the others}. */
    static double[] againstOthers(double[] u) {
        double total = Arrays.stream(u).sum();
        return Arrays.stream(u).map(v -> v - (total - v) / (u.length - 1)).toArray();
    }

    /**
     * The published read-out for one experiment.
     *
     * @param p probabilities of all classes
     * @param own its class
     * @param batch size of the batch it is read in
     */
    static double published(double[] p, int own, int batch) {
        if (p.length == 2) {
            return (2 - 1 / Math.max(p[own], LEAST)) / (4 * batch);
        }
        double[] q = softmax(p);
        double product = 0;
        for (int c = 0; c < p.length; c++) {
            product += p[c] * q[c];
        }
        return (p[own] - product) / (p.length * (double) batch);
    }

    private static double[] softmax(double[] scores) {
        double most = Arrays.stream(scores).max().orElseThrow();
        double[] p = Arrays.stream(scores).map(s -> Math.exp(s - most)).toArray();
        double sum = Arrays.stream(p).sum();
        return Arrays.stream(p).map(v -> v / sum).toArray();
    }

    /** One flow. */
    private final class Run {

        private final Dataset train;
        private final int n;
        private final int d;
        private final int outputs;
        private final int batch;
        private final float[] x;
        private final Seed seed;
        private final ControlledFlow flow;
        private final float[] someX;
        private final float[] byScore;

        Run(Dataset train, Seed seed) {
            this.train = train;
            this.n = train.size();
            this.d = train.features().columns();
            this.outputs = train.task().outputs();
            this.batch = Math.min(settings.batch(), n);
            this.x = train.features().toFloats();
            this.seed = seed;
            double[] mean = new double[d];
            for (int i = 0; i < n * d; i++) {
                mean[i % d] += x[i] / (double) n;
            }
            this.flow = new ControlledFlow(
                    d, outputs, settings.steps(), settings.rate(), mean, batch, seed.derive("parameters"));
            this.someX = new float[batch * d];
            this.byScore = new float[batch * outputs];
        }

        double[] values(Runnable step) {
            List<double[]> ends = new ArrayList<>();
            int[] order = new int[n];
            Arrays.setAll(order, i -> i);
            for (int epoch = 0; epoch < settings.epochs(); epoch++) {
                train(seed.derive("epoch").derive(epoch));
                double[] values = read(order);
                if (epoch >= settings.epochs() / 2) {
                    ends.add(values);
                }
                step.run();
            }
            if (settings.readOut() == Nddv.ReadOut.REFERENCE) {
                return ends.get(ends.size() - 1);
            }
            double[] means = new double[n];
            for (double[] values : ends) {
                for (int i = 0; i < n; i++) {
                    means[i] += values[i] / ends.size();
                }
            }
            return means;
        }

        private void train(Seed epoch) {
            int[] order = epoch.derive("order").permutation(n);
            RandomGenerator noise = epoch.derive("noise").generator();
            for (int from = 0; from < n; from += batch) {
                int count = gather(order, from);
                float[] scores = flow.flow(someX, count, noise);
                for (int i = 0; i < count; i++) {
                    byScore(scores, i, order[from + i], 1.0 / count);
                }
                flow.learn(byScore, count);
            }
        }

        private int gather(int[] order, int from) {
            int count = Math.min(batch, n - from);
            for (int i = 0; i < count; i++) {
                System.arraycopy(x, order[from + i] * d, someX, i * d, d);
            }
            return count;
        }

        /** The derivative of the loss of place i in the batch. */
        private void byScore(float[] scores, int i, int row, double weight) {
            double target = train.target(row);
            if (!(train.task() instanceof Task.Classification)) {
                byScore[i] = (float) (weight * (scores[i] - target));
                return;
            }
            double[] p = probabilities(scores, i);
            for (int c = 0; c < outputs; c++) {
                byScore[i * outputs + c] = (float) (weight * (p[c] - (c == target ? 1 : 0)));
            }
        }

        private double[] probabilities(float[] scores, int i) {
            double[] own = new double[outputs];
            Arrays.setAll(own, c -> scores[i * outputs + c]);
            return softmax(own);
        }

        /** What is read from every experiment, in batches by row; and the mean of the end states is taken over. */
        private double[] read(int[] order) {
            double[] values = new double[n];
            double[] mean = new double[d];
            for (int from = 0; from < n; from += batch) {
                int count = gather(order, from);
                float[] scores = flow.flow(someX, count);
                float[] ends = flow.ends();
                for (int i = 0; i < count; i++) {
                    byScore(scores, i, from + i, 1);
                }
                float[] adjoints = flow.adjoints(byScore, count);
                for (int i = 0; i < count; i++) {
                    double product = 0;
                    for (int j = 0; j < d; j++) {
                        product -= (double) ends[i * d + j] * adjoints[i * d + j];
                        mean[j] += ends[i * d + j] / (double) n;
                    }
                    values[from + i] = settings.readOut() == Nddv.ReadOut.REFERENCE
                            ? published(probabilities(scores, i), (int) train.target(from + i), count)
                            : product;
                }
            }
            flow.moveMean(mean);
            return values;
        }
    }
}
