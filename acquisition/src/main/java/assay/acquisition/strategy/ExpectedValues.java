package assay.acquisition.strategy;

import assay.acquisition.Evidence;
import assay.acquisition.Explanation;
import assay.acquisition.Preference;
import assay.acquisition.SecondaryModel;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The highest mean prediction of the secondary model first. */
final class ExpectedValues implements Preference {

    /** Of the interval around an expected value. */
    private static final double COVERAGE = 0.8;

    private static final int DRIVERS = 3;

    /**
     * What all preferences of one situation share.
     *
     * @param model that predicted the values
     * @param noise refits, made when they are first asked for
     */
    record Basis(Situation situation, SecondaryModel model, Once<ValueNoise> noise, Grounds grounds) {}

    /** A value that takes long to make and may not be needed. On one thread, as preferences are. */
    static final class Once<T> {

        private final Supplier<T> maker;
        private Optional<T> made = Optional.empty();

        Once(Supplier<T> maker) {
            this.maker = maker;
        }

        T get() {
            if (made.isEmpty()) {
                made = Optional.of(maker.get());
            }
            return made.get();
        }
    }

    private final Basis basis;
    private final double[] expected;
    private final boolean[] taken;

    /** @param expected value of each candidate, 0 .. 1 */
    ExpectedValues(Basis basis, double[] expected) {
        this.basis = basis;
        this.expected = expected;
        this.taken = new boolean[expected.length];
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
        return basis.grounds();
    }

    /** The interval is that of {@link Evidence#interval} at 80 %; NaN if the model does not know how far it is off. */
    @Override
    public Expectation expectation(int candidate) {
        if (basis.model() instanceof Evidence evidence) {
            Evidence.Interval interval = evidence.interval(features(candidate), COVERAGE);
            return new Expectation(expected[candidate], interval.lower(), interval.upper());
        }
        return new Expectation(expected[candidate], Double.NaN, Double.NaN);
    }

    private double[] features(int candidate) {
        return basis.situation().pool().features().row(candidate);
    }

    @Override
    public double expectedValue(int candidate) {
        return expected[candidate];
    }

    @Override
    public Explanation explanation(int candidate) {
        return new Explanation(OptionalInt.of(basis.noise().get().tied(candidate)), drivers(candidate));
    }

    private List<Explanation.Driver> drivers(int candidate) {
        if (!(basis.model() instanceof Evidence evidence)) {
            return List.of();
        }
        double[] weights = evidence.weights(features(candidate));
        List<String> ids = basis.situation().known().ids();
        return IntStream.range(0, weights.length)
                .boxed()
                .filter(i -> weights[i] > 0)
                .sorted(Comparator.comparingDouble(i -> -weights[i]))
                .limit(DRIVERS)
                .map(i -> new Explanation.Driver(ids.get(i), weights[i]))
                .toList();
    }

    @Override
    public Optional<Preference> untouched() {
        return Optional.of(new ExpectedValues(basis, expected));
    }

    /** As another history might have it: see {@link ValueNoise}. */
    @Override
    public Optional<Preference> redrawn(Seed seed) {
        return Optional.of(new ExpectedValues(basis, basis.noise().get().redrawn(seed)));
    }
}
