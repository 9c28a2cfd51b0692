package assay.valuation.detection;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * Spoils some rows of a dataset on purpose, as OpenDataVal's {@code mix_labels} and {@code add_gauss_noise} do, and as
 * {@code mixed_noise_function} of LossVal's experiments does.
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
     * Spoils round(rate x n) rows, a half rounded to the even number as in Python.
     *
     * @param clean with at least two different targets, if labels are to be spoiled
     */
    public static NoiseInjection of(Noise noise, Dataset clean, Seed seed) {
        return switch (noise.kind()) {
            case LABEL -> labels(clean, noise.rate(), seed);
            case FEATURE -> features(clean, noise, seed);
            case MIXED -> mixed(clean, noise, seed);
        };
    }

    /**
     * Gives rows another target: one of the other <em>distinct</em> targets of {@code clean}, each as likely, whether they
     * are classes or numbers. A class that no row has is not given to any.
     *
     * @param rate share of rows, 0 .. 1
     */
    public static NoiseInjection labels(Dataset clean, double rate, Seed seed) {
        int[] rows = rows(clean.size(), rate, seed);
        return new NoiseInjection(withOtherTargets(clean, rows, seed), set(rows));
    }

    /**
     * Adds independent Gaussian noise of mean 0 to every feature of some rows.
     *
     * @param sd of the noise, in units of the encoded features
     */
    public static NoiseInjection features(Dataset clean, double rate, double sd, Seed seed) {
        return features(clean, new Noise(Noise.Kind.FEATURE, rate, 0, sd), seed);
    }

    private static NoiseInjection features(Dataset clean, Noise noise, Seed seed) {
        int[] rows = rows(clean.size(), noise.rate(), seed);
        return new NoiseInjection(withGaussianFeatures(clean, rows, noise, seed), set(rows));
    }

    /** Half of the rows get another target, the other half noise in their features; no row gets both. */
    private static NoiseInjection mixed(Dataset clean, Noise noise, Seed seed) {
        int[] rows = rows(clean.size(), noise.rate(), seed);
        int half = rows.length / 2;
        Dataset labels = withOtherTargets(clean, Arrays.copyOf(rows, half), seed);
        int[] others = Arrays.copyOfRange(rows, half, rows.length);
        return new NoiseInjection(withGaussianFeatures(labels, others, noise, seed), set(rows));
    }

    private static Dataset withOtherTargets(Dataset clean, int[] rows, Seed seed) {
        if (rows.length == 0) {
            return clean;
        }
        double[] targets = clean.targets();
        double[] distinct = Arrays.stream(targets).sorted().distinct().toArray();
        if (distinct.length < 2) {
            throw new IllegalArgumentException("labels cannot be mixed: there is only one target value");
        }
        RandomGenerator random = seed.derive("labels").generator();
        for (int row : set(rows)) {
            int old = Arrays.binarySearch(distinct, targets[row]);
            targets[row] = distinct[(old + 1 + random.nextInt(distinct.length - 1)) % distinct.length];
        }
        return clean.withTargets(targets);
    }

    private static Dataset withGaussianFeatures(Dataset clean, int[] rows, Noise noise, Seed seed) {
        RandomGenerator random = seed.derive("features").generator();
        int d = clean.features().columns();
        double[] features = clean.features().toArray();
        for (int row : set(rows)) {
            for (int j = 0; j < d; j++) {
                features[row * d + j] += random.nextGaussian(noise.mean(), noise.sd());
            }
        }
        return clean.withFeatures(Matrix.of(clean.size(), d, features));
    }

    /** The rows to spoil, in random order. */
    private static int[] rows(int n, double rate, Seed seed) {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("rate (%s) must be between 0 and 1".formatted(rate));
        }
        return Arrays.copyOf(seed.derive("rows").permutation(n), (int) Math.rint(rate * n));
    }

    private static Set<Integer> set(int[] rows) {
        Set<Integer> set = new TreeSet<>();
        for (int row : rows) {
            set.add(row);
        }
        return set;
    }
}
