package assay.valuation.detection;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import assay.acquisition.Task;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Spoils some rows of a dataset on purpose, as OpenDataVal's {@code mix_labels} and {@code add_gauss_noise} do.
 *
 * @param dataset with the spoiled rows in it
 * @param spoiled which rows they are
 */
public record NoiseInjection(Dataset dataset, Set<Integer> spoiled) {

    /** Copies the rows. */
    public NoiseInjection {
        spoiled = Set.copyOf(spoiled);
    }

    /**
     * Gives round(rate x n) rows another target: a class drawn from the other classes, or, in regression, another of the
     * <em>distinct</em> observed targets.
     *
     * @param rate share of rows, 0 .. 1
     */
    public static NoiseInjection labels(Dataset clean, double rate, Seed seed) {
        RandomGenerator random = seed.derive("labels").generator();
        double[] targets = clean.targets();
        double[] distinct = clean.task() instanceof Task.Classification
                ? IntStream.range(0, clean.task().outputs()).asDoubleStream().toArray()
                : Arrays.stream(targets).sorted().distinct().toArray();
        if (distinct.length < 2) {
            throw new IllegalArgumentException("labels cannot be mixed: there is only one target value");
        }
        Set<Integer> spoiled = rows(clean.size(), rate, seed);
        for (int row : spoiled) {
            int old = Arrays.binarySearch(distinct, targets[row]);
            targets[row] = distinct[(old + 1 + random.nextInt(distinct.length - 1)) % distinct.length];
        }
        return new NoiseInjection(clean.withTargets(targets), spoiled);
    }

    /**
     * Adds independent Gaussian noise to every feature of round(rate x n) rows.
     *
     * @param sd of the noise, in units of the encoded features
     */
    public static NoiseInjection features(Dataset clean, double rate, double sd, Seed seed) {
        RandomGenerator random = seed.derive("features").generator();
        int d = clean.features().columns();
        double[] features = clean.features().toArray();
        Set<Integer> spoiled = rows(clean.size(), rate, seed);
        for (int row : spoiled) {
            for (int j = 0; j < d; j++) {
                features[row * d + j] += random.nextGaussian(0, sd);
            }
        }
        return new NoiseInjection(clean.withFeatures(Matrix.of(clean.size(), d, features)), spoiled);
    }

    /** Half of the rate in labels, the other half in features; a row may be hit by both. */
    public static NoiseInjection mixed(Dataset clean, double rate, double sd, Seed seed) {
        NoiseInjection labels = labels(clean, rate / 2, seed.derive("mixed labels"));
        NoiseInjection both = features(labels.dataset, rate / 2, sd, seed.derive("mixed features"));
        Set<Integer> spoiled = new TreeSet<>(labels.spoiled);
        spoiled.addAll(both.spoiled);
        return new NoiseInjection(both.dataset, spoiled);
    }

    private static Set<Integer> rows(int n, double rate, Seed seed) {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("rate (%s) must be between 0 and 1".formatted(rate));
        }
        int[] order = seed.derive("rows").permutation(n);
        Set<Integer> rows = new TreeSet<>();
        for (int i = 0; i < Math.round(rate * n); i++) {
            rows.add(order[i]);
        }
        return rows;
    }
}
