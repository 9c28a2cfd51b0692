package assay.benchmarks;

import assay.acquisition.Preference;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** A strategy under a name of a study, which counts how many of the candidates it takes are sound. Mutable, on one thread. */
final class CountedStrategy implements Strategy {

    private final String name;
    private final Strategy strategy;
    private int taken;
    private int sound;
    private long nanoseconds;

    CountedStrategy(String name, Strategy strategy) {
        this.name = name;
        this.strategy = strategy;
    }

    /** The share of what was taken that is sound. */
    double soundShare() {
        return (double) sound / taken;
    }

    /** That choosing took. */
    double seconds() {
        return nanoseconds / 1e9;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Preference prefer(Situation situation, Seed seed) {
        long start = System.nanoTime();
        Preference preference = strategy.prefer(situation, seed);
        nanoseconds += System.nanoTime() - start;
        return new Counted(preference, situation);
    }

    private final class Counted implements Preference {

        private final Preference preference;
        private final Situation situation;

        Counted(Preference preference, Situation situation) {
            this.preference = preference;
            this.situation = situation;
        }

        @Override
        public Optional<Choice> best(IntPredicate allowed, IntToDoubleFunction price) {
            long start = System.nanoTime();
            Optional<Choice> best = preference.best(allowed, price);
            nanoseconds += System.nanoTime() - start;
            return best;
        }

        @Override
        public void take(int candidate) {
            taken++;
            sound += situation.pool().ids().get(candidate).startsWith(JunkPool.SOUND) ? 1 : 0;
            preference.take(candidate);
        }

        @Override
        public Grounds grounds() {
            return preference.grounds();
        }
    }
}
