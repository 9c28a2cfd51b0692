package assay.acquisition.strategy;

import assay.acquisition.Preference;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import assay.acquisition.diversity.FarthestPoint;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** Fills the widest gaps: each pick is the candidate farthest from all known and pending experiments and the picks before it. */
final class FarthestPointStrategy implements Strategy {

    static final String NAME = "farthest-point";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Preference prefer(Situation situation, Seed seed) {
        return new Gaps(new FarthestPoint(
                situation.known().configurable().above(situation.pending()),
                situation.pool().features()));
    }

    /** The widest gap first, whatever it costs: a gap has no price per unit. */
    private static final class Gaps implements Preference {

        private final FarthestPoint cover;

        Gaps(FarthestPoint cover) {
            this.cover = cover;
        }

        @Override
        public Optional<Choice> best(IntPredicate allowed, IntToDoubleFunction price) {
            return cover.farthest(allowed)
                    .map(gap -> new Choice(gap.candidate(), gap.distance(), reason(gap.distance())));
        }

        private static String reason(double gap) {
            return Double.isInfinite(gap)
                    ? "fills a gap: nothing is known yet"
                    : String.format(
                            Locale.ROOT, "fills a gap: %.2f from the nearest test, past, pending or in this plan", gap);
        }

        @Override
        public void take(int candidate) {
            cover.take(candidate);
        }

        @Override
        public Grounds grounds() {
            return Grounds.of(NAME);
        }
    }
}
