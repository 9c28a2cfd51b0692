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
 * pending experiments and the picks before it, as the weighted k-center of {@link FarthestPoint}.
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
        double[] error = ErrorModel.of(situation, errors, secondary, seed).predicted();
        return new WeightedGaps(
                FarthestPoint.weighted(
                        situation.known().configurable().above(situation.pending()),
                        situation.pool().features(),
                        error,
                        1),
                error);
    }

    /** The largest product first, per price. */
    private static final class WeightedGaps implements Preference {

        private final FarthestPoint cover;
        private final double[] error;

        WeightedGaps(FarthestPoint cover, double[] error) {
            this.cover = cover;
            this.error = error;
        }

        @Override
        public Optional<Choice> best(IntPredicate allowed, IntToDoubleFunction price) {
            return cover.farthest(allowed, price).map(gap -> {
                double expected = error[gap.candidate()];
                return new Choice(gap.candidate(), gap.distance() * expected, reason(gap.distance(), expected));
            });
        }

        private static String reason(double gap, double expected) {
            return String.format(
                    Locale.ROOT,
                    "fills a gap of %.2f where an error of %.2f standard deviations is expected",
                    gap,
                    expected);
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
