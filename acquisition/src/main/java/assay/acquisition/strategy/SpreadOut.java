package assay.acquisition.strategy;

import assay.acquisition.Preference;
import assay.acquisition.PreferenceAround;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import assay.acquisition.diversity.FarthestPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** The five-fold batch that a strategy likes best, thinned out by the greedy k-center algorithm. */
final class SpreadOut implements Strategy {

    private static final int PRESELECTION = 5;

    private final Strategy strategy;

    SpreadOut(Strategy strategy) {
        this.strategy = strategy;
    }

    @Override
    public String name() {
        return strategy.name() + "+coreset";
    }

    @Override
    public Preference prefer(Situation situation, Seed seed) {
        return new Thinned(situation, strategy.prefer(situation, seed));
    }

    /**
     * Candidates that are allowed are preselected when the first is asked for, at the prices of then; where all of those are taken or not
     * allowed, as many again are.
     */
    private final class Thinned extends PreferenceAround {

        private final Situation situation;
        private final List<Integer> preselected = new ArrayList<>();
        private final List<Integer> taken = new ArrayList<>();
        private FarthestPoint cover;

        Thinned(Situation situation, Preference inner) {
            super(inner);
            this.situation = situation;
        }

        @Override
        protected Preference around(Preference other) {
            return new Thinned(situation, other);
        }

        @Override
        public Optional<Choice> best(IntPredicate allowed, IntToDoubleFunction price) {
            Optional<Choice> best = farthest(allowed);
            return best.isPresent() || !preselect(allowed, price) ? best : best(allowed, price);
        }

        private Optional<Choice> farthest(IntPredicate allowed) {
            if (preselected.isEmpty()) {
                return Optional.empty();
            }
            return cover.farthest(i -> !taken.contains(preselected.get(i)) && allowed.test(preselected.get(i)))
                    .map(gap ->
                            new Choice(preselected.get(gap.candidate()), gap.distance(), "among the best, spread out"));
        }

        /** Whether there was any candidate left. */
        private boolean preselect(IntPredicate allowed, IntToDoubleFunction price) {
            int before = preselected.size();
            for (int i = 0; i < PRESELECTION * situation.batch(); i++) {
                Optional<Choice> next = inner.best(allowed, price);
                if (next.isEmpty()) {
                    break;
                }
                preselected.add(next.get().candidate());
                inner.take(next.get().candidate());
            }
            int[] rows = preselected.stream().mapToInt(i -> i).toArray();
            cover = new FarthestPoint(
                    situation
                            .known()
                            .configurable()
                            .above(situation.pending())
                            .above(situation
                                    .pool()
                                    .features()
                                    .select(taken.stream().mapToInt(i -> i).toArray())),
                    situation.pool().features().select(rows));
            return preselected.size() > before;
        }

        @Override
        public void take(int candidate) {
            taken.add(candidate);
            inner.take(candidate);
            int place = preselected.indexOf(candidate);
            if (place >= 0) {
                cover.take(place);
            } else if (!preselected.isEmpty()) {
                cover.cover(situation.pool().features().row(candidate));
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
