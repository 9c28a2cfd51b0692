package assay.acquisition.strategy;

import assay.acquisition.Matrix;
import assay.acquisition.Preference;
import assay.acquisition.Seed;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The highest mean prediction of the members of an ensemble first. */
final class ExpectedValues implements Preference {

    private final Grounds grounds;
    private final Matrix members;
    private final double[] expected;
    private final boolean[] taken;

    /** @param members m x members predictions of value, 0 .. 1 */
    ExpectedValues(Grounds grounds, Matrix members) {
        this(grounds, members, IntStream.range(0, members.columns()).toArray());
    }

    private ExpectedValues(Grounds grounds, Matrix members, int[] draw) {
        this.grounds = grounds;
        this.members = members;
        this.expected = means(members, draw);
        this.taken = new boolean[members.rows()];
    }

    private static double[] means(Matrix members, int[] draw) {
        double[] means = new double[members.rows()];
        for (int row = 0; row < means.length; row++) {
            double sum = 0;
            for (int member : draw) {
                sum += members.at(row, member);
            }
            means[row] = sum / draw.length;
        }
        return means;
    }

    @Override
    public Optional<Choice> best(IntPredicate allowed, IntToDoubleFunction price) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < expected.length; i++) {
            double worth = expected[i] / price.applyAsDouble(i);
            if (!taken[i] && worth > most && allowed.test(i)) {
                best = i;
                most = worth;
            }
        }
        return best < 0
                ? Optional.empty()
                : Optional.of(new Choice(
                        best,
                        expected[best],
                        String.format(
                                Locale.ROOT,
                                "expected to be worth more than %.0f %% of past tests",
                                100 * expected[best])));
    }

    @Override
    public void take(int candidate) {
        taken[candidate] = true;
    }

    @Override
    public Grounds grounds() {
        return grounds;
    }

    @Override
    public Expectation expectation(int candidate) {
        double[] sorted = members.row(candidate);
        Arrays.sort(sorted);
        return new Expectation(expected[candidate], quantile(sorted, 0.1), quantile(sorted, 0.9));
    }

    /** Linear interpolation between order statistics. */
    private static double quantile(double[] sorted, double p) {
        double position = p * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /** With members drawn with replacement. */
    @Override
    public Optional<Preference> redrawn(Seed seed) {
        int[] draw =
                seed.generator().ints(members.columns(), 0, members.columns()).toArray();
        return Optional.of(new ExpectedValues(grounds, members, draw));
    }
}
