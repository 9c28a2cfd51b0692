package assay.acquisition.strategy;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Preference;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * Where the target model cannot decide between classes, by the probabilities it gives them (uncertainty sampling: Settles, "Active
 * learning literature survey", 2009). The model learns from the configurable features alone, since candidates have no others.
 */
final class Undecided implements Strategy {

    private final String name;
    private final TargetModel.Trainer trainer;
    private final ToDoubleFunction<double[]> score;
    private final DoubleFunction<String> reason;

    private Undecided(
            String name, TargetModel.Trainer trainer, ToDoubleFunction<double[]> score, DoubleFunction<String> reason) {
        this.name = name;
        this.trainer = trainer;
        this.score = score;
        this.reason = reason;
    }

    /** The highest entropy first. */
    static Strategy entropy(TargetModel.Trainer trainer) {
        return new Undecided(
                "entropy",
                trainer,
                Entropy::of,
                entropy -> String.format(Locale.ROOT, "the class is open: entropy %.2f nats", entropy));
    }

    /** The smallest lead of the likeliest class over the next first. The score is 1 - lead. */
    static Strategy margin(TargetModel.Trainer trainer) {
        return new Undecided(
                "margin",
                trainer,
                p -> {
                    double[] sorted = p.clone();
                    Arrays.sort(sorted);
                    return 1 - (sorted[sorted.length - 1] - sorted[sorted.length - 2]);
                },
                score -> String.format(
                        Locale.ROOT, "the class is open: the likeliest leads by a probability of %.2f", 1 - score));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Preference prefer(Situation situation, Seed seed) {
        Dataset known = situation.known();
        if (!(known.task() instanceof Task.Classification)) {
            throw new IllegalArgumentException(
                    "strategy %s chooses between classes, but the target is a number. Maybe uncertainty?"
                            .formatted(name));
        }
        Matrix probabilities = trainer.fit(known.withFeatures(known.configurable()), seed.derive("model"))
                .predict(situation.pool().features());
        double[] scores = new double[probabilities.rows()];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = score.applyAsDouble(probabilities.row(row));
        }
        return new Scored(name, scores, reason, Optional.empty());
    }
}
