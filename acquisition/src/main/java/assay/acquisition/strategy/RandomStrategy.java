package assay.acquisition.strategy;

import assay.acquisition.Preference;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** Candidates drawn without looking: what every strategy has to beat. */
final class RandomStrategy implements Strategy {

    @Override
    public String name() {
        return "random";
    }

    @Override
    public Preference prefer(Situation situation, Seed seed) {
        return new Order(situation.pool().size(), seed);
    }

    /** A shuffled pool. Prices are ignored. */
    private static final class Order implements Preference {

        private final int[] order;
        private final boolean[] taken;

        Order(int size, Seed seed) {
            this.order = seed.derive("random picks").permutation(size);
            this.taken = new boolean[size];
        }

        @Override
        public Optional<Choice> best(IntPredicate allowed, IntToDoubleFunction price) {
            for (int candidate : order) {
                if (!taken[candidate] && allowed.test(candidate)) {
                    return Optional.of(new Choice(candidate, Double.NaN, "drawn at random"));
                }
            }
            return Optional.empty();
        }

        @Override
        public void take(int candidate) {
            taken[candidate] = true;
        }

        @Override
        public Grounds grounds() {
            return Grounds.of("random");
        }

        @Override
        public Optional<Preference> redrawn(Seed seed) {
            return Optional.of(new Order(order.length, seed));
        }
    }
}
