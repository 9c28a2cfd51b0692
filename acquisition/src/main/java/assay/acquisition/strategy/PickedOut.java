package assay.acquisition.strategy;

import assay.acquisition.Preference;
import assay.acquisition.PreferenceAround;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** The five-fold batch that a strategy likes best, out of which a method that sees it as a whole picks the batch. */
final class PickedOut implements Strategy {

    /** Picks some candidates at once. */
    @FunctionalInterface
    interface Picker {

        /**
         * @param rows candidates to pick from
         * @param taken candidates that are bought already
         * @param count how many to pick, at most as many as there are rows
         * @return places in {@code rows}, all different, the most wanted first
         */
        int[] picks(int[] rows, int[] taken, int count, Seed seed);
    }

    /** A picker that has looked at what is known. */
    @FunctionalInterface
    interface Method {

        /** Looks at the known experiments. */
        Picker prepare(Situation situation, Seed seed);
    }

    private static final int PRESELECTION = 5;

    private final Strategy strategy;
    private final String suffix;
    private final Method method;

    PickedOut(Strategy strategy, String suffix, Method method) {
        this.strategy = strategy;
        this.suffix = suffix;
        this.method = method;
    }

    @Override
    public String name() {
        return strategy.name() + suffix;
    }

    @Override
    public Preference prefer(Situation situation, Seed seed) {
        return new Picked(
                situation.batch(),
                strategy.prefer(situation, seed),
                method.prepare(situation, seed.derive("picker")),
                seed.derive("picks"));
    }

    /**
     * A batch is picked when the first candidate is asked for, at the prices of then; where all of it are taken or not allowed, another is.
     */
    private final class Picked extends PreferenceAround {

        private final int batch;
        private final Picker picker;
        private final Seed seed;
        private final List<Integer> proposed = new ArrayList<>();
        private final Set<Integer> taken = new HashSet<>();
        private int[] rest = {};
        private int rounds;

        Picked(int batch, Preference inner, Picker picker, Seed seed) {
            super(inner);
            this.batch = batch;
            this.picker = picker;
            this.seed = seed;
        }

        @Override
        protected Preference around(Preference other) {
            return new Picked(batch, other, picker, seed);
        }

        @Override
        public Optional<Choice> best(IntPredicate allowed, IntToDoubleFunction price) {
            Optional<Choice> best = proposed.stream()
                    .filter(candidate -> !taken.contains(candidate) && allowed.test(candidate))
                    .findFirst()
                    .map(candidate -> new Choice(candidate, Double.NaN, "among the best, picked as a batch"));
            return best.isPresent() || !propose(allowed, price) ? best : best(allowed, price);
        }

        /** Whether there was any candidate left. */
        private boolean propose(IntPredicate allowed, IntToDoubleFunction price) {
            List<Integer> rows = new ArrayList<>();
            Arrays.stream(rest).filter(row -> !taken.contains(row)).forEach(rows::add);
            while (rows.size() < PRESELECTION * batch) {
                Optional<Choice> next = inner.best(allowed, price);
                if (next.isEmpty()) {
                    break;
                }
                rows.add(next.get().candidate());
                inner.take(next.get().candidate());
            }
            if (rows.isEmpty()) {
                return false;
            }
            int[] from = rows.stream().mapToInt(i -> i).toArray();
            int[] bought = taken.stream().mapToInt(i -> i).sorted().toArray();
            int[] places = picker.picks(from, bought, Math.min(batch, from.length), seed.derive(rounds++));
            Set<Integer> now = new HashSet<>();
            for (int place : places) {
                proposed.add(from[place]);
                now.add(from[place]);
            }
            rest = Arrays.stream(from).filter(row -> !now.contains(row)).toArray();
            return true;
        }

        @Override
        public void take(int candidate) {
            if (taken.add(candidate)) {
                inner.take(candidate);
            }
        }

        @Override
        public Grounds grounds() {
            Grounds grounds = inner.grounds();
            String used = grounds.used().equals(strategy.name()) ? name() : grounds.used();
            return new Grounds(used, grounds.gate(), grounds.valuation(), grounds.notes());
        }
    }
}
