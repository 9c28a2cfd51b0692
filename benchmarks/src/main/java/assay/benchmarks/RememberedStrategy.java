package assay.benchmarks;

import assay.acquisition.Preference;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * A strategy that chooses once, and says the same again when the same campaign is replayed for another target model. Mutable, on one
 * thread.
 */
final class RememberedStrategy implements Strategy {

    private final Strategy strategy;
    private final List<List<Optional<Preference.Choice>>> rounds = new ArrayList<>();
    private int next;
    private long nanoseconds;

    RememberedStrategy(Strategy strategy) {
        this.strategy = strategy;
    }

    /** The campaign begins anew. */
    void rewind() {
        next = 0;
    }

    /** That choosing took. */
    double seconds() {
        return nanoseconds / 1e9;
    }

    @Override
    public String name() {
        return strategy.name();
    }

    @Override
    public Preference prefer(Situation situation, Seed seed) {
        int round = next++;
        if (round < rounds.size()) {
            return new Again(rounds.get(round));
        }
        List<Optional<Preference.Choice>> choices = new ArrayList<>();
        rounds.add(choices);
        long start = System.nanoTime();
        Preference preference = strategy.prefer(situation, seed);
        nanoseconds += System.nanoTime() - start;
        return new First(preference, choices);
    }

    private final class First implements Preference {

        private final Preference preference;
        private final List<Optional<Choice>> choices;

        First(Preference preference, List<Optional<Choice>> choices) {
            this.preference = preference;
            this.choices = choices;
        }

        @Override
        public Optional<Choice> best(IntPredicate allowed, IntToDoubleFunction price) {
            long start = System.nanoTime();
            Optional<Choice> best = preference.best(allowed, price);
            nanoseconds += System.nanoTime() - start;
            choices.add(best);
            return best;
        }

        @Override
        public void take(int candidate) {
            long start = System.nanoTime();
            preference.take(candidate);
            nanoseconds += System.nanoTime() - start;
        }

        @Override
        public Grounds grounds() {
            return preference.grounds();
        }
    }

    private static final class Again implements Preference {

        private final List<Optional<Choice>> choices;
        private int at;

        Again(List<Optional<Choice>> choices) {
            this.choices = choices;
        }

        @Override
        public Optional<Choice> best(IntPredicate allowed, IntToDoubleFunction price) {
            return choices.get(at++);
        }

        @Override
        public void take(int candidate) {}

        @Override
        public Grounds grounds() {
            return Grounds.of("remembered");
        }
    }
}
