package assay.acquisition.strategy;

import assay.acquisition.Matrix;
import assay.acquisition.Preference;
import assay.acquisition.SecondaryModel;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where the target model is expected to err most: the highest predicted out-of-fold error first. */
final class ErrorStrategy implements Strategy {

    static final String NAME = "error";

    private final Strategies.OutOfFoldErrors errors;
    private final SecondaryModel.Trainer secondary;

    ErrorStrategy(Strategies.OutOfFoldErrors errors, SecondaryModel.Trainer secondary) {
        this.errors = errors;
        this.secondary = secondary;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Preference prefer(Situation situation, Seed seed) {
        Matrix ranks = ErrorModel.of(situation, errors, secondary, seed).ranks();
        int members = ranks.columns();
        return new Scored(
                NAME,
                means(ranks, IntStream.range(0, members).toArray()),
                share -> String.format(
                        Locale.ROOT, "expected to be predicted worse than %.0f %% of past tests", 100 * share),
                Optional.of(other ->
                        means(ranks, other.generator().ints(members, 0, members).toArray())));
    }

    private static double[] means(Matrix ranks, int[] draw) {
        double[] means = new double[ranks.rows()];
        for (int row = 0; row < means.length; row++) {
            for (int member : draw) {
                means[row] += ranks.at(row, member) / draw.length;
            }
        }
        return means;
    }
}
