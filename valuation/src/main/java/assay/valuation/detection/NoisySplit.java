package assay.valuation.detection;

import assay.acquisition.Dataset;
import assay.acquisition.Seed;
import java.util.Arrays;
import java.util.Set;

/**
 * Rows of a dataset dealt at random into training, holdout and test, some of the training rows spoiled: one draw of the
 * protocol of OpenDataVal. The test rows stay clean.
 *
 * @param train with the spoiled rows in it
 * @param spoiled positions in {@code train}
 */
public record NoisySplit(Dataset train, Dataset holdout, Dataset test, Set<Integer> spoiled) {

    /** What happens to the holdout. */
    public enum Holdout {
        /** It is spoiled like the training rows, as in OpenDataVal; the targets that occur are those of the holdout. */
        NOISY,
        /** It is left as it is, as if somebody had checked it. */
        CLEAN
    }

    /**
     * How many rows each part gets.
     *
     * @param train at least 2
     * @param holdout at least 1
     * @param test 0 if none are needed
     */
    public record Sizes(int train, int holdout, int test) {

        /** Those of OpenDataVal and of LossVal's paper. */
        public static final Sizes PUBLISHED = new Sizes(1000, 100, 3000);

        /** Checks all bounds. */
        public Sizes {
            if (train < 2) {
                throw new IllegalArgumentException("number of training rows (%d) must be at least 2".formatted(train));
            }
            if (holdout < 1) {
                throw new IllegalArgumentException(
                        "number of validation rows (%d) must be at least 1".formatted(holdout));
            }
            if (test < 0) {
                throw new IllegalArgumentException("number of test rows (%d) must be at least 0".formatted(test));
            }
        }

        /** How many rows that takes. */
        public long total() {
            return (long) train + holdout + test;
        }
    }

    /** Copies the rows. */
    public NoisySplit {
        spoiled = Set.copyOf(spoiled);
    }

    /**
     * Deals and spoils. The deal depends on the seed alone, not on the noise, so that rates and kinds of noise are compared
     * on the same rows.
     *
     * @param all clean, at least {@code sizes.total()} rows
     * @throws IllegalArgumentException if there are too few rows, or nothing to mix
     */
    public static NoisySplit draw(Dataset all, Sizes sizes, Noise noise, Holdout treatment, Seed seed) {
        if (all.size() < sizes.total()) {
            throw new IllegalArgumentException(
                    "%d training, %d validation and %d test rows need %d rows, but there are %d"
                            .formatted(sizes.train(), sizes.holdout(), sizes.test(), sizes.total(), all.size()));
        }
        int[] order = seed.derive("split").permutation(all.size());
        int first = sizes.train();
        int second = first + sizes.holdout();
        NoiseInjection train = NoiseInjection.of(noise, all.select(Arrays.copyOf(order, first)), seed.derive("noise"));
        Dataset holdout = all.select(Arrays.copyOfRange(order, first, second));
        return new NoisySplit(
                train.dataset(),
                treatment == Holdout.CLEAN
                        ? holdout
                        : NoiseInjection.of(noise, holdout, seed.derive("holdout noise"))
                                .dataset(),
                all.select(Arrays.copyOfRange(order, second, second + sizes.test())),
                train.spoiled());
    }
}
