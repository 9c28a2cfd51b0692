package assay.acquisition.trial;

import assay.acquisition.Seed;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Intervals of what is computed from repeats within data sets: sets are drawn with replacement, and repeats within every drawn set.
 * Where there is a single set, only its repeats are.
 *
 * <p>Percentile intervals are too narrow for few units, so that their level is raised: Hesterberg, "What Teachers Should Know
 * About the Bootstrap", Am. Stat. 69, 2015, section 4.3 ("expanded percentile").
 */
final class HierarchicalBootstrap {

    /** A resampling: the drawn sets, and for each the drawn repeats. */
    record Draw(int[] sets, int[][] repeats) {}

    private static final double CONFIDENCE = 0.95;

    private HierarchicalBootstrap() {}

    /**
     * A 95 % interval.
     *
     * @param repeats how many each set has
     * @param statistic of a resampling
     * @return lower and upper end; NaN if there is only one unit to draw
     */
    static double[] interval(int[] repeats, int draws, Seed seed, ToDoubleFunction<Draw> statistic) {
        int units = repeats.length > 1 ? repeats.length : repeats[0];
        if (units < 2) {
            return new double[] {Double.NaN, Double.NaN};
        }
        RandomGenerator random = seed.derive("bootstrap").generator();
        double[] values = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            values[draw] = statistic.applyAsDouble(draw(repeats, random));
        }
        Arrays.sort(values);
        double tail = tail(units);
        return new double[] {quantile(values, tail), quantile(values, 1 - tail)};
    }

    private static Draw draw(int[] repeats, RandomGenerator random) {
        int[] sets = new int[repeats.length];
        int[][] drawn = new int[repeats.length][];
        for (int i = 0; i < sets.length; i++) {
            sets[i] = repeats.length == 1 ? 0 : random.nextInt(repeats.length);
            int n = repeats[sets[i]];
            drawn[i] = new int[n];
            for (int r = 0; r < n; r++) {
                drawn[i][r] = random.nextInt(n);
            }
        }
        return new Draw(sets, drawn);
    }

    private static double tail(int units) {
        double t = new TDistribution(units - 1.0).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
        return new NormalDistribution().cumulativeProbability(-Math.sqrt(units / (units - 1.0)) * t);
    }

    /** Linear interpolation between order statistics. */
    private static double quantile(double[] sorted, double p) {
        double position = p * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
