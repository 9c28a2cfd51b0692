package assay.acquisition.strategy;

import assay.acquisition.Dataset;
import assay.acquisition.EnsembleModel;
import assay.acquisition.Matrix;
import assay.acquisition.Preference;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import assay.acquisition.Task;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where the members of an ensemble disagree most. For numbers, the standard deviation of their predictions, in those of the target. For classes, the mutual information
 * of the class and the member, in nats: the entropy of the mean probabilities minus the mean entropy (Houlsby et al., "Bayesian active
 * learning for classification and preference learning", 2011).
 *
 * <p>The ensemble learns from the configurable features alone, since candidates have no others.
 */
final class Disagreement implements Strategy {

    private final String name;
    private final EnsembleModel.Trainer trainer;

    Disagreement(String name, EnsembleModel.Trainer trainer) {
        this.name = name;
        this.trainer = trainer;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Preference prefer(Situation situation, Seed seed) {
        boolean classes = situation.known().task() instanceof Task.Classification;
        List<Matrix> predictions = predictions(trainer, situation, seed)
                .memberPredictions(situation.pool().features());
        int members = predictions.size();
        return new Scored(
                name,
                scores(predictions, IntStream.range(0, members).toArray(), classes),
                score -> String.format(
                        Locale.ROOT,
                        classes
                                ? "the class is in dispute: %.2f nats between the members of an ensemble"
                                : "the members of an ensemble disagree by %.2f standard deviations",
                        score),
                Optional.of(other -> scores(
                        predictions, other.generator().ints(members, 0, members).toArray(), classes)));
    }

    /** An ensemble that knows what is known of candidates. */
    static EnsembleModel predictions(EnsembleModel.Trainer trainer, Situation situation, Seed seed) {
        Dataset known = situation.known();
        return trainer.fit(known.withFeatures(known.configurable()), seed.derive("ensemble"));
    }

    private static double[] scores(List<Matrix> members, int[] draw, boolean classes) {
        double[] scores = new double[members.get(0).rows()];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = classes ? information(members, draw, row) : deviation(members, draw, row);
        }
        return scores;
    }

    /** Of a row's predictions, about their mean; population. */
    private static double deviation(List<Matrix> members, int[] draw, int row) {
        double mean = 0;
        for (int member : draw) {
            mean += members.get(member).at(row, 0) / draw.length;
        }
        double squares = 0;
        for (int member : draw) {
            double off = members.get(member).at(row, 0) - mean;
            squares += off * off / draw.length;
        }
        return Math.sqrt(squares);
    }

    private static double information(List<Matrix> members, int[] draw, int row) {
        double[] mean = new double[members.get(0).columns()];
        double entropies = 0;
        for (int member : draw) {
            double[] p = members.get(member).row(row);
            entropies += Entropy.of(p) / draw.length;
            for (int c = 0; c < p.length; c++) {
                mean[c] += p[c] / draw.length;
            }
        }
        return Math.max(0, Entropy.of(mean) - entropies);
    }
}
