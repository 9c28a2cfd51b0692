package assay.valuation;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Two copies of every experiment that are spoiled for certain: one with noise in its inputs, one with another target.
 * Immutable.
 *
 * @param features n x d; to every number is added Gaussian noise as large as its column's standard deviation; a column of
 *     two values, which is a category, is drawn anew from its values
 * @param targets n: each another of the distinct targets, all as likely
 */
record SpoiledCopies(Matrix features, double[] targets) {

    /** @param data standardised, with at least two different targets */
    static SpoiledCopies of(Dataset data, Seed seed) {
        return new SpoiledCopies(
                noisy(data.features(), seed.derive("inputs").generator()),
                others(data.targets(), seed.derive("targets").generator()));
    }

    private static Matrix noisy(Matrix features, RandomGenerator random) {
        int n = features.rows();
        int d = features.columns();
        boolean[] category = new boolean[d];
        for (int j = 0; j < d; j++) {
            category[j] = Arrays.stream(features.column(j)).distinct().limit(3).count() < 3;
        }
        double[] noisy = features.toArray();
        for (int row = 0; row < n; row++) {
            for (int j = 0; j < d; j++) {
                noisy[row * d + j] =
                        category[j] ? features.at(random.nextInt(n), j) : features.at(row, j) + random.nextGaussian();
            }
        }
        return Matrix.of(n, d, noisy);
    }

    private static double[] others(double[] targets, RandomGenerator random) {
        double[] distinct = Arrays.stream(targets).sorted().distinct().toArray();
        if (distinct.length < 2) {
            throw new IllegalArgumentException("consensus needs two different targets, but all are " + distinct[0]);
        }
        return IntStream.range(0, targets.length)
                .mapToDouble(row -> {
                    int old = Arrays.binarySearch(distinct, targets[row]);
                    return distinct[(old + 1 + random.nextInt(distinct.length - 1)) % distinct.length];
                })
                .toArray();
    }
}
