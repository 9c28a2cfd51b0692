package assay.acquisition.trial;

import assay.acquisition.BaseSkill;
import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.descriptive.StreamingStatistics;

/** Predicts every known experiment by a model that has not seen it. */
public final class CrossValidation {

    private static final double CONFIDENCE = 0.95;

    /** Losses of the experiments of one fold. */
    private record Fold(double[] model, double[] constant) {}

    private CrossValidation() {}

    /**
     * Compares the out-of-fold loss of a model with that of the best constant of the same training rows: squared error
     * against their mean, or errors against their most frequent class. The interval is that of the mean of the paired
     * differences per experiment (Student's t), taken relative to the loss of the constant, and cut at 1; it takes experiments as
     * independent, though folds share training rows.
     *
     * @param folds at least 2, at most the number of experiments
     */
    public static BaseSkill skill(Dataset known, TargetModel.Trainer trainer, int folds, Seed seed, Runner runner) {
        Folds split = new Folds(known.size(), folds, seed);
        List<Fold> results = runner.run("Cross-validating the target model", folds, 1, (fold, step) -> {
            Fold result = evaluate(known, split.kept(fold), split.apart(fold), trainer, seed.derive(fold));
            step.run();
            return result;
        });
        StreamingStatistics differences = new StreamingStatistics();
        StreamingStatistics constant = new StreamingStatistics();
        for (Fold fold : results) {
            for (int i = 0; i < fold.model().length; i++) {
                differences.addValue(fold.constant()[i] - fold.model()[i]);
                constant.addValue(fold.constant()[i]);
            }
        }
        String name = known.task() instanceof Task.Classification ? "share of errors avoided" : "R2";
        double scale = constant.getMean();
        int n = known.size();
        double half = new TDistribution(n - 1).inverseCumulativeProbability((1 + CONFIDENCE) / 2)
                * differences.getStandardDeviation()
                / Math.sqrt(n);
        return new BaseSkill(
                name,
                differences.getMean() / scale,
                (differences.getMean() - half) / scale,
                Math.min(1, (differences.getMean() + half) / scale));
    }

    /**
     * The error of every known experiment by a model that has not seen it: |target - prediction|, or 1 - probability of its class.
     *
     * @param folds at least 2, at most the number of experiments
     * @return n errors, in row order
     */
    public static double[] errors(Dataset known, TargetModel.Trainer trainer, int folds, Seed seed, Runner runner) {
        Folds split = new Folds(known.size(), folds, seed);
        List<double[]> results = runner.run("Measuring errors out of fold", folds, 1, (fold, step) -> {
            int[] apart = split.apart(fold);
            Matrix predictions = trainer.fit(known.select(split.kept(fold)), seed.derive(fold))
                    .predict(known.features().select(apart));
            double[] errors = new double[apart.length];
            for (int i = 0; i < apart.length; i++) {
                double target = known.target(apart[i]);
                errors[i] = known.task() instanceof Task.Classification
                        ? 1 - predictions.at(i, (int) target)
                        : Math.abs(target - predictions.at(i, 0));
            }
            step.run();
            return errors;
        });
        double[] errors = new double[known.size()];
        for (int fold = 0; fold < folds; fold++) {
            int[] apart = split.apart(fold);
            for (int i = 0; i < apart.length; i++) {
                errors[apart[i]] = results.get(fold)[i];
            }
        }
        return errors;
    }

    private static Fold evaluate(Dataset known, int[] kept, int[] apart, TargetModel.Trainer trainer, Seed seed) {
        Dataset train = known.select(kept);
        Matrix predictions = trainer.fit(train, seed).predict(known.features().select(apart));
        double[] model = new double[apart.length];
        double[] constant = new double[apart.length];
        double best = bestConstant(train);
        for (int i = 0; i < apart.length; i++) {
            double target = known.target(apart[i]);
            if (known.task() instanceof Task.Classification) {
                model[i] = mostLikely(predictions, i) == target ? 0 : 1;
                constant[i] = best == target ? 0 : 1;
            } else {
                model[i] = square(predictions.at(i, 0) - target);
                constant[i] = square(best - target);
            }
        }
        return new Fold(model, constant);
    }

    private static double bestConstant(Dataset train) {
        if (train.task() instanceof Task.Classification) {
            int[] counts = new int[train.task().outputs()];
            int most = 0;
            for (double target : train.targets()) {
                counts[(int) target]++;
            }
            for (int c = 1; c < counts.length; c++) {
                most = counts[c] > counts[most] ? c : most;
            }
            return most;
        }
        return IntStream.range(0, train.size())
                .mapToDouble(train::target)
                .average()
                .orElseThrow();
    }

    private static int mostLikely(Matrix probabilities, int row) {
        int most = 0;
        for (int c = 1; c < probabilities.columns(); c++) {
            most = probabilities.at(row, c) > probabilities.at(row, most) ? c : most;
        }
        return most;
    }

    private static double square(double x) {
        return x * x;
    }
}
