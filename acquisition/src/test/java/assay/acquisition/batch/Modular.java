package assay.acquisition.batch;

import assay.acquisition.Preference;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** A strategy whose gains are known and add up: what it buys can be checked by enumeration. */
record Modular(double[] values) implements Strategy {

    @Override
    public String name() {
        return "modular";
    }

    @Override
    public Preference prefer(Situation situation, Seed seed) {
        return new Values(new boolean[values.length]);
    }

    private final class Values implements Preference {

        private final boolean[] taken;

        Values(boolean[] taken) {
            this.taken = taken;
        }

        @Override
        public Optional<Choice> best(IntPredicate allowed, IntToDoubleFunction price) {
            int best = -1;
            for (int i = 0; i < taken.length; i++) {
                if (!taken[i]
                        && allowed.test(i)
                        && (best < 0
                                || values[i] / price.applyAsDouble(i) > values[best] / price.applyAsDouble(best))) {
                    best = i;
                }
            }
            return best < 0 ? Optional.empty() : Optional.of(new Choice(best, values[best], "worth " + values[best]));
        }

        @Override
        public void take(int candidate) {
            taken[candidate] = true;
        }

        @Override
        public Grounds grounds() {
            return Grounds.of("modular");
        }

        @Override
        public Expectation expectation(int candidate) {
            return new Expectation(values[candidate], 0, 1);
        }
    }
}
