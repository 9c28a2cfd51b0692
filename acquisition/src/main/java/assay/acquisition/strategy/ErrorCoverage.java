package assay.acquisition.strategy;

import assay.acquisition.Preference;
import assay.acquisition.SecondaryModel;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import assay.acquisition.diversity.FarthestPoint;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * Wide gaps where the target model errs: each pick has the largest product of predicted out-of-fold error and distance from all known and
 * pending experiments and the picks before it. O((known + taken) m d).
 */
final class ErrorCoverage implements Strategy {

    static final String NAME = "error-coverage";

    private final Strategies.OutOfFoldErrors errors;
    private final SecondaryModel.Trainer secondary;

    ErrorCoverage(Strategies.OutOfFoldErrors errors, SecondaryModel.Trainer secondary) {
        this.errors = errors;
        this.secondary = secondary;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Preference prefer(Situation situation, Seed seed) {
        return new WeightedGaps(
                new FarthestPoint(
                        situation.known().configurable().above(situation.pending()),
                        situation.pool().features()),
                ErrorModel.of(situation, errors, secondary, seed).predicted());
    }

    /** The largest product first, per price. */
    private static final class WeightedGaps implements Preference {

        private final FarthestPoint cover;
        private final double[] error;
        private final boolean[] taken;

        WeightedGaps(FarthestPoint cover, double[] error) {
            this.cover = cover;
            this.error = error;
            this.taken = new boolean[error.length];
        }

        @Override
        public Optional<Choice> best(IntPredicate allowed, IntToDoubleFunction price) {
            int best = -1;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < error.length; i++) {
                double worth = cover.distance(i) * error[i] / price.applyAsDouble(i);
                if (!taken[i] && worth > most && allowed.test(i)) {
                    best = i;
                    most = worth;
                }
            }
            return best < 0
                    ? Optional.empty()
                    : Optional.of(new Choice(best, cover.distance(best) * error[best], reason(best)));
        }

        private String reason(int candidate) {
            return String.format(
                    Locale.ROOT,
                    "fills a gap of %.2f where an error of %.2f standard deviations is expected",
                    cover.distance(candidate),
                    error[candidate]);
        }

        @Override
        public void take(int candidate) {
            taken[candidate] = true;
            cover.take(candidate);
        }

        @Override
        public Grounds grounds() {
            return Grounds.of(NAME);
        }
    }
}
