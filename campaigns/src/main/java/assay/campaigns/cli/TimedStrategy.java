package assay.campaigns.cli;

import assay.acquisition.Preference;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** A strategy and a clock: how long does it take to choose? Mutable, for one simulated campaign on one thread. */
final class TimedStrategy implements Strategy {

    private final Strategy strategy;
    private final List<Long> nanoseconds = new ArrayList<>();

    TimedStrategy(Strategy strategy) {
        this.strategy = strategy;
    }

    @Override
    public String name() {
        return strategy.name();
    }

    @Override
    public Preference prefer(Situation situation, Seed seed) {
        nanoseconds.add(0L);
        long start = System.nanoTime();
        Preference preference = strategy.prefer(situation, seed);
        add(start);
        return new Timed(preference);
    }

    private void add(long start) {
        int last = nanoseconds.size() - 1;
        nanoseconds.set(last, nanoseconds.get(last) + System.nanoTime() - start);
    }

    /** Seconds that choosing in a round took, from 1 on; NaN for a round that there was not. */
    double seconds(int round) {
        return round >= 1 && round <= nanoseconds.size() ? nanoseconds.get(round - 1) / 1e9 : Double.NaN;
    }

    private final class Timed implements Preference {

        private final Preference preference;

        Timed(Preference preference) {
            this.preference = preference;
        }

        @Override
        public Optional<Choice> best(IntPredicate allowed, IntToDoubleFunction price) {
            long start = System.nanoTime();
            Optional<Choice> best = preference.best(allowed, price);
            add(start);
            return best;
        }

        @Override
        public void take(int candidate) {
            long start = System.nanoTime();
            preference.take(candidate);
            add(start);
        }

        @Override
        public Grounds grounds() {
            return preference.grounds();
        }
    }
}
