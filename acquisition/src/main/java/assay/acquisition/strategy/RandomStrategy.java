package assay.acquisition.strategy;

import assay.acquisition.Preference;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Candidates drawn without looking: what every strategy has to beat, and the controls that show what chance does. */
final class RandomStrategy implements Strategy {

    /** Where draws come from. */
    enum Where {
        /** The pool. */
        ANYWHERE,
        /** The declared region; the rest of the pool only once there is nothing left of it. */
        IN_REGION
    }

    private final String name;
    private final String stream;
    private final Where where;

    /** @param stream name of the numbers that are drawn: another one makes another draw from the same seed */
    RandomStrategy(String name, String stream, Where where) {
        this.name = name;
        this.stream = stream;
        this.where = where;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Preference prefer(Situation situation, Seed seed) {
        return new Order(situation, seed);
    }

    /** A shuffled pool. Prices are ignored. */
    private final class Order implements Preference {

        private final Situation situation;
        private final int[] order;
        private final boolean[] taken;

        Order(Situation situation, Seed seed) {
            this.situation = situation;
            int[] shuffled = seed.derive(stream).permutation(situation.pool().size());
            this.order = where == Where.ANYWHERE
                    ? shuffled
                    : IntStream.concat(
                                    IntStream.of(shuffled).filter(situation::inRegion),
                                    IntStream.of(shuffled).filter(i -> !situation.inRegion(i)))
                            .toArray();
            this.taken = new boolean[order.length];
        }

        @Override
        public Optional<Choice> best(IntPredicate allowed, IntToDoubleFunction price) {
            for (int candidate : order) {
                if (!taken[candidate] && allowed.test(candidate)) {
                    return Optional.of(new Choice(candidate, Double.NaN, reason(candidate)));
                }
            }
            return Optional.empty();
        }

        private String reason(int candidate) {
            if (where == Where.ANYWHERE) {
                return "drawn at random";
            }
            return situation.inRegion(candidate)
                    ? "drawn at random in the declared region"
                    : "drawn at random: nothing is left in the declared region";
        }

        @Override
        public void take(int candidate) {
            taken[candidate] = true;
        }

        @Override
        public Grounds grounds() {
            return Grounds.of(name);
        }

        @Override
        public Optional<Preference> redrawn(Seed seed) {
            return Optional.of(new Order(situation, seed));
        }
    }
}
