package assay.valuation;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.Task;
import assay.acquisition.Valuation;
import assay.acquisition.Valuator;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Consensus: learns what spoiled experiments look like from experiments that it spoils itself. Ours.
 *
 * <p>Scores of different methods cannot simply be averaged: which of them deserves to be heard depends on the data. Here
 * this is measured, not set. Of every experiment two copies are made that are spoiled for certain ({@link SpoiledCopies}):
 * one with noise in its inputs, one with another target. {@link InputWitnesses} and {@link TargetWitnesses}, which have not
 * seen the experiment (cross-fitting), give opinions on it and on its copies alike. A network, the judge, learns
 * from the opinions to tell the three kinds apart, again out of fold. So witnesses weigh as much as they are skilled,
 * together and not one by one. The verdicts become probabilities by {@link SpoiledPriors}, which finds the shares of
 * spoiled experiments in the data.
 *
 * <p>The value is the probability of being sound. It is near 0 or 1 where the evidence is clear, which is what a split into
 * two clusters needs. In two more rounds everything is done again with experiments that were found spoiled left out of what
 * witnesses and judge learn from; they are judged all the same.
 *
 * <p>Limits: the copies are spoiled in two ways, by noise of one standard deviation in all inputs and by any other target
 * that occurs. With noise of half or of twice that size the order of the values stays good, but the probabilities, and
 * with them the two clusters, do not (docs/results.md). The holdout counts as
 * more experiments of the same kind, which may be spoiled too; it is no standard that values are measured against.
 *
 * <p>Cost: repeats x rounds x folds times two forests, three networks and a judge.
 */
final class ConsensusValuator implements Valuator {

    private final Consensus settings;
    private final Runner runner;

    ConsensusValuator(Consensus settings, Runner runner) {
        this.settings = settings;
        this.runner = runner;
    }

    @Override
    public Valuation value(Dataset train, Dataset holdout, Seed seed) {
        if (train.features().columns() != holdout.features().columns()) {
            throw new IllegalArgumentException("train has %d features but holdout has %d"
                    .formatted(train.features().columns(), holdout.features().columns()));
        }
        Dataset all = standardised(joined(train, holdout));
        if (all.size() < 2 * settings.folds()) {
            throw new IllegalArgumentException("consensus needs at least %d experiments for %d folds but got %d"
                    .formatted(2 * settings.folds(), settings.folds(), all.size()));
        }
        int steps = settings.rounds() * settings.folds();
        List<double[]> runs =
                runner.run("Valuing with " + settings.name(), settings.repeats(), steps, (repeat, step) -> {
                    double[] spoiled = new ConsensusTrial(settings, all, seed.derive(repeat)).spoiled(step);
                    double[] sound = new double[train.size()];
                    Arrays.setAll(sound, row -> 1 - spoiled[row]);
                    return sound;
                });
        return Repeats.combine(train.ids(), runs, settings.describe());
    }

    private static Dataset joined(Dataset train, Dataset holdout) {
        int d = train.features().columns();
        int n = train.size() + holdout.size();
        double[] features = Arrays.copyOf(train.features().toArray(), n * d);
        System.arraycopy(holdout.features().toArray(), 0, features, train.size() * d, holdout.size() * d);
        double[] targets = Arrays.copyOf(train.targets(), n);
        System.arraycopy(holdout.targets(), 0, targets, train.size(), holdout.size());
        return Dataset.of(Matrix.of(n, d, features), targets, train.task());
    }

    /**
     * All columns, and numeric targets, to mean 0 and standard deviation 1; constant ones to 0. An input that would be constant but for
     * values which nobody shares is taken for a constant with noise, in a unit that makes the noise as large as that of the
     * copies: by its own standard deviation, a little noise in few rows would be many units large.
     */
    private static Dataset standardised(Dataset data) {
        int n = data.size();
        int d = data.features().columns();
        double[] features = data.features().toArray();
        for (int j = 0; j < d; j++) {
            double[] column = data.features().column(j);
            OptionalDouble constant = constantButForNoise(column);
            column = constant.isPresent() ? deviations(column, constant.getAsDouble()) : standardised(column);
            for (int row = 0; row < n; row++) {
                features[row * d + j] = column[row];
            }
        }
        double[] targets = data.task() instanceof Task.Regression ? standardised(data.targets()) : data.targets();
        return Dataset.of(Matrix.of(n, d, features), targets, data.task());
    }

    /** The only value that several rows share, if the rows that do not are few enough to be spoiled. */
    private static OptionalDouble constantButForNoise(double[] column) {
        double[] sorted = Arrays.stream(column).sorted().toArray();
        int alone = 0;
        double shared = Double.NaN;
        for (int i = 0; i < sorted.length; i++) {
            boolean asBefore = i > 0 && sorted[i - 1] == sorted[i];
            if (asBefore && !Double.isNaN(shared) && shared != sorted[i]) {
                return OptionalDouble.empty();
            } else if (asBefore) {
                shared = sorted[i];
            } else if (i + 1 == sorted.length || sorted[i + 1] != sorted[i]) {
                alone++;
            }
        }
        boolean few = alone > 0 && alone <= SpoiledPriors.MOST * sorted.length;
        return few ? OptionalDouble.of(shared) : OptionalDouble.empty();
    }

    /** From the constant, in units of the root mean square of those that are not 0. */
    private static double[] deviations(double[] column, double constant) {
        double unit = Math.sqrt(Arrays.stream(column)
                .filter(v -> v != constant)
                .map(v -> (v - constant) * (v - constant))
                .average()
                .orElseThrow());
        return Arrays.stream(column).map(v -> (v - constant) / unit).toArray();
    }

    static double[] standardised(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double variance = Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0);
        double sd = Math.sqrt(variance);
        return Arrays.stream(values).map(v -> sd > 0 ? (v - mean) / sd : 0).toArray();
    }
}
