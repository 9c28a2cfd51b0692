package assay.acquisition.strategy;

import assay.acquisition.Matrix;
import assay.acquisition.SecondaryModel;
import assay.acquisition.Seed;
import assay.acquisition.Valuation;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Expected values as they could have been, had chance dealt another history.
 *
 * <p>The history is drawn {@value #REFITS} times: its experiments with replacement, their values anew from their standard errors where these
 * are known; and each time the secondary model is fitted anew. How far the refits are from their mean is the noise of a history. The
 * expected values that we have are off by such noise already, so another history is likelier to be nearer to the mean of all candidates:
 * with {@code s} the variance of the expected values and {@code v} that of the noise, {@code w = 1 - v / s} of what we see is signal,
 * and what another history would say is drawn as {@code mean + w (expected - mean) + sqrt(w) e + e'}, with {@code e} and {@code e'} the noise
 * of two different refits: the posterior predictive of a normal prior whose variance is estimated (empirical Bayes; Efron and Morris,
 * 1973). Redrawing around the expected values themselves would call the lucky ones certain.
 *
 * <p>Only the {@value #FOLLOWED} candidates of the highest expected values are followed; the others keep theirs. O({@value #REFITS})
 * fits of the secondary model.
 */
final class ValueNoise {

    private static final int REFITS = 24;
    private static final int FOLLOWED = 10_000;

    private final double[] expected;
    private final int[] followed;
    private final double[][] deviations;
    private final double mean;
    private final double signal;

    /**
     * @param known n x c configurable features
     * @param expected value of each of m candidates
     * @param pool m x c
     */
    ValueNoise(
            Matrix known,
            Valuation valuation,
            SecondaryModel.Trainer trainer,
            Matrix pool,
            double[] expected,
            Seed seed) {
        this.expected = expected;
        this.followed = IntStream.range(0, expected.length)
                .boxed()
                .sorted((a, b) -> Double.compare(expected[b], expected[a]))
                .limit(FOLLOWED)
                .mapToInt(i -> i)
                .toArray();
        Matrix candidates = pool.select(followed);
        this.deviations = IntStream.range(0, REFITS)
                .mapToObj(refit -> refit(known, valuation, trainer, candidates, seed.derive(refit)))
                .toArray(double[][]::new);
        double noise = center(deviations);
        this.mean =
                IntStream.of(followed).mapToDouble(i -> expected[i]).average().orElse(0);
        double spread = IntStream.of(followed)
                .mapToDouble(i -> (expected[i] - mean) * (expected[i] - mean))
                .average()
                .orElse(0);
        this.signal = spread > 0 ? Math.max(0, 1 - noise / spread) : 0;
    }

    private static double[] refit(
            Matrix known, Valuation valuation, SecondaryModel.Trainer trainer, Matrix candidates, Seed seed) {
        RandomGenerator random = seed.derive("history").generator();
        int n = known.rows();
        int[] rows = new int[n];
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            rows[i] = random.nextInt(n);
            double error = valuation.standardError(rows[i]);
            values[i] = valuation.value(rows[i]) + (error > 0 ? error * random.nextGaussian() : 0);
        }
        return means(trainer.fit(known.select(rows), values, seed.derive("secondary model"))
                .memberPredictions(candidates));
    }

    private static double[] means(Matrix members) {
        double[] means = new double[members.rows()];
        for (int row = 0; row < means.length; row++) {
            for (int member = 0; member < members.columns(); member++) {
                means[row] += members.at(row, member);
            }
            means[row] /= members.columns();
        }
        return means;
    }

    /** Subtracts the mean over refits from each candidate; returns the mean variance. */
    private static double center(double[][] refits) {
        double squares = 0;
        int candidates = refits[0].length;
        for (int i = 0; i < candidates; i++) {
            double mean = 0;
            for (double[] refit : refits) {
                mean += refit[i] / refits.length;
            }
            for (double[] refit : refits) {
                refit[i] -= mean;
                squares += refit[i] * refit[i];
            }
        }
        return candidates == 0 ? 0 : squares / (candidates * (refits.length - 1.0));
    }

    /** What another history might have led to expect, of every candidate. */
    double[] redrawn(Seed seed) {
        RandomGenerator random = seed.generator();
        int one = random.nextInt(REFITS);
        int other = (one + 1 + random.nextInt(REFITS - 1)) % REFITS;
        return drawn(one, other);
    }

    private double[] drawn(int one, int other) {
        double[] drawn = expected.clone();
        // With the mean over refits subtracted, deviations are too small by this factor.
        double scale = Math.sqrt(REFITS / (REFITS - 1.0));
        for (int place = 0; place < followed.length; place++) {
            int candidate = followed[place];
            drawn[candidate] = mean
                    + signal * (expected[candidate] - mean)
                    + scale * (Math.sqrt(signal) * deviations[one][place] + deviations[other][place]);
        }
        return drawn;
    }

    /** How many other followed candidates are ahead in at least a tenth of the histories, and behind in at least a tenth. */
    int tied(int candidate) {
        double[][] histories = new double[REFITS][];
        for (int refit = 0; refit < REFITS; refit++) {
            histories[refit] = drawn(refit, (refit + 1) % REFITS);
        }
        int few = (REFITS + 9) / 10;
        int tied = 0;
        for (int other : followed) {
            int ahead = 0;
            int behind = 0;
            for (double[] history : histories) {
                ahead += history[other] >= history[candidate] ? 1 : 0;
                behind += history[other] <= history[candidate] ? 1 : 0;
            }
            tied += other != candidate && ahead >= few && behind >= few ? 1 : 0;
        }
        return tied;
    }
}
