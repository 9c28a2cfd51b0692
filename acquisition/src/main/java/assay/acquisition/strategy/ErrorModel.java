package assay.acquisition.strategy;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.SecondaryModel;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Skill;
import java.util.Arrays;

/**
 * Where is the target model wrong? Out-of-fold errors of the known experiments, and a secondary model that predicts them for
 * candidates. Immutable.
 *
 * <p>The secondary model predicts on the scale of ranks; the error of a candidate is the quantile of the known errors at its mean
 * rank.
 */
final class ErrorModel {

    private final double[] errors;
    private final SecondaryModel model;
    private final Matrix pool;

    private ErrorModel(double[] errors, SecondaryModel model, Matrix pool) {
        this.errors = errors;
        this.model = model;
        this.pool = pool;
    }

    /** Measures and learns the errors. */
    static ErrorModel of(
            Situation situation, Strategies.OutOfFoldErrors test, SecondaryModel.Trainer secondary, Seed seed) {
        Dataset known = situation.known();
        double[] errors = test.measure(known, seed.derive("out-of-fold errors"));
        SecondaryModel model = secondary.fit(known.configurable(), errors, seed.derive("secondary model"));
        double[] sorted = errors.clone();
        Arrays.sort(sorted);
        return new ErrorModel(sorted, model, situation.pool().features());
    }

    /** m x members, made anew at each call: share of known experiments with smaller errors, 0 .. 1. */
    Matrix ranks() {
        return model.memberPredictions(pool);
    }

    /** How well errors can be predicted. */
    Skill skill() {
        return model.skill();
    }

    /** Predicted |error| of every candidate, in units of the encoded target; O(m) memory. */
    double[] predicted() {
        double[] predicted = model.means(pool);
        for (int i = 0; i < predicted.length; i++) {
            double position = Math.max(0, Math.min(errors.length - 1, predicted[i] * errors.length - 0.5));
            int below = (int) position;
            int above = Math.min(below + 1, errors.length - 1);
            predicted[i] = errors[below] + (position - below) * (errors[above] - errors[below]);
        }
        return predicted;
    }

    /**
     * Squared predicted errors over their mean, moved towards 1 as far as the model lacks skill: by 1 - max(0, rank correlation of
     * out-of-bag predictions with the errors).
     */
    double[] shrunkSquares() {
        double[] squares = Arrays.stream(predicted()).map(e -> e * e).toArray();
        double mean = Arrays.stream(squares).average().orElseThrow();
        double trust = skill().correlation() > 0 ? skill().correlation() : 0;
        return Arrays.stream(squares)
                .map(square -> mean > 0 ? 1 - trust + trust * square / mean : 1)
                .toArray();
    }
}
