package assay.valuation;

import assay.acquisition.Seed;
import assay.acquisition.Valuation;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * How far values can be relied on, by what the valuation says of itself.
 *
 * @param top how many experiments are looked at: a tenth of all, at least 1
 * @param stability expected share of the most valuable ones that would be among them again, if every value were drawn anew
 *     from a normal distribution with its standard error; absent where standard errors are unknown. Chance alone gives top / n
 * @param ties share of experiments whose value another experiment has too
 */
public record ValueQuality(int top, OptionalDouble stability, double ties) {

    private static final int DRAWS = 200;
    private static final int SHARE = 10;

    /** Cost: 200 sorts of the values. */
    public static ValueQuality of(Valuation valuation, Seed seed) {
        int n = valuation.size();
        int top = Math.max(1, n / SHARE);
        boolean known = n > 0;
        for (int row = 0; row < n; row++) {
            known &= Double.isFinite(valuation.standardError(row));
        }
        return new ValueQuality(
                top,
                known ? OptionalDouble.of(stability(valuation, top, seed)) : OptionalDouble.empty(),
                ties(valuation));
    }

    private static double stability(Valuation valuation, int top, Seed seed) {
        RandomGenerator random = seed.derive("stability").generator();
        int n = valuation.size();
        BitSet chosen = new BitSet(n);
        for (int row = 0; row < n; row++) {
            chosen.set(row, valuation.rank(row) <= top);
        }
        long again = 0;
        Integer[] order = new Integer[n];
        double[] drawn = new double[n];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int row = 0; row < n; row++) {
                order[row] = row;
                drawn[row] = valuation.value(row) + valuation.standardError(row) * random.nextGaussian();
            }
            Arrays.sort(order, (a, b) -> Double.compare(drawn[b], drawn[a]));
            again += Arrays.stream(order).limit(top).filter(chosen::get).count();
        }
        return again / (double) DRAWS / top;
    }

    private static double ties(Valuation valuation) {
        Map<Double, Integer> counts = new HashMap<>();
        for (double value : valuation.values()) {
            // Negative zero is zero.
            counts.merge(value + 0.0, 1, Integer::sum);
        }
        int tied = counts.values().stream()
                .filter(c -> c > 1)
                .mapToInt(Integer::intValue)
                .sum();
        return tied / (double) valuation.size();
    }
}
