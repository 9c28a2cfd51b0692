package assay.valuation;

import assay.acquisition.Dataset;
import assay.acquisition.Differentiable;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import assay.acquisition.Valuation;
import assay.acquisition.Valuator;
import assay.acquisition.trial.Folds;
import assay.surrogate.MlpSettings;
import assay.surrogate.Surrogates;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * DVRL: a network, the {@link Selector}, sees the features of an experiment, its target and the residual of a model that
 * was trained without it; it draws a selection, the target model is trained on that from the same initial parameters as
 * ever, and the error on the holdout is the reward. The value is the probability of being selected.
 *
 * <p>The repaired mode differs from the paper and both published codes:
 *
 * <ul>
 *   <li>rewards are taken against their moving mean over 20 iterations, as the paper says and no code does, and
 *       divided by their standard deviation so far;
 *   <li>residuals are cross-fitted: those of five models, each trained on the holdout and four fifths of the known
 *       experiments; the same ones are learnt from and read out with;
 *   <li>an entropy bonus instead of a penalty keeps probabilities away from 0 and 1;
 *   <li>values are means over the second half of the iterations.
 * </ul>
 *
 * <p>The reference mode has OpenDataVal's fixed baseline (the target model trained on everything), batches drawn with
 * replacement, penalty beyond .9 and below .1, residuals of a model of the holdout alone, and the read-out of the last
 * network with the residuals of a model trained on selected experiments. It differs where the original cannot be meant:
 * the model of the holdout starts afresh instead of from the one of the known experiments, the last model is trained on a
 * draw instead of with weights, and with more than two classes a selection selects (there, a broadcast averages it out).
 *
 * <p>In both modes the selector sees the residual with the features, not in its last layers, and the target model, of any
 * kind, is trained on the selected experiments: the same as weights of 0 and 1. Holdout error is the mean squared error, of
 * probabilities in classification; accuracy in the reference mode. Cost: repeats x iterations trainings on half the sample.
 */
final class DvrlValuator implements Valuator {

    private static final int WINDOW = 20;
    private static final int FOLDS = 5;
    private static final int CHECKPOINT = 10;
    private static final double ENTROPY = 0.02;
    private static final double PENALTY = 1e3;
    private static final double THRESHOLD = 0.9;

    private final Dvrl settings;
    private final TargetModel.Trainer trainer;
    private final Runner runner;
    private final Differentiable.Trainer selectors;

    DvrlValuator(Dvrl settings, TargetModel.Trainer trainer, Runner runner) {
        this.settings = settings;
        this.trainer = trainer;
        this.runner = runner;
        MlpSettings layers = settings.mode() == Dvrl.Mode.REFERENCE
                ? MlpSettings.DEFAULT.withLayers(6)
                : MlpSettings.DEFAULT.withLayers(3);
        this.selectors = Surrogates.compact(layers.withHidden(100).withRate(settings.rate()));
    }

    @Override
    public Valuation value(Dataset train, Dataset holdout, Seed seed) {
        TrainAndHoldout data = new TrainAndHoldout(train, holdout);
        boolean repaired = settings.mode() == Dvrl.Mode.REPAIRED;
        Matrix residuals = repaired && train.size() >= FOLDS
                ? crossFitted(data, seed.derive("residuals"))
                : residuals(trainer.fit(holdout, seed.derive("residuals")), train);
        List<double[]> runs = runner.run(
                "Valuing with " + settings.name(), settings.repeats(), settings.iterations(), (repeat, step) -> {
                    Run run = new Run(data, residuals, seed.derive(repeat));
                    return repaired ? run.repaired(step) : run.reference(step);
                });
        return Repeats.combine(train.ids(), runs, settings.describe());
    }

    private Matrix crossFitted(TrainAndHoldout data, Seed seed) {
        Folds folds = new Folds(data.train().size(), FOLDS, seed.derive("folds"));
        double[][] rows = new double[data.train().size()][];
        List<Matrix> parts = runner.run("Predicting each test", FOLDS, 1, (fold, step) -> {
            Dataset others = joined(data.train().select(folds.kept(fold)), data.holdout());
            Matrix part = residuals(
                    trainer.fit(others, seed.derive(fold)), data.train().select(folds.apart(fold)));
            step.run();
            return part;
        });
        for (int fold = 0; fold < FOLDS; fold++) {
            int[] apart = folds.apart(fold);
            for (int i = 0; i < apart.length; i++) {
                rows[apart[i]] = parts.get(fold).row(i);
            }
        }
        return Matrix.of(rows);
    }

    private static Dataset joined(Dataset some, Dataset others) {
        double[] x = new double[(some.size() + others.size()) * some.features().columns()];
        double[] first = some.features().toArray();
        double[] second = others.features().toArray();
        System.arraycopy(first, 0, x, 0, first.length);
        System.arraycopy(second, 0, x, first.length, second.length);
        double[] y = Arrays.copyOf(some.targets(), some.size() + others.size());
        System.arraycopy(others.targets(), 0, y, some.size(), others.size());
        return Dataset.of(Matrix.of(y.length, some.features().columns(), x), y, some.task());
    }

    /** How far predictions are from the targets: one number, or one for the probability of every class. */
    private static Matrix residuals(TargetModel model, Dataset data) {
        Matrix predictions = model.predict(data.features());
        int k = predictions.columns();
        double[] away = predictions.toArray();
        for (int i = 0; i < away.length; i++) {
            away[i] = Math.abs(target(data, i / k, i % k) - away[i]);
        }
        return Matrix.of(data.size(), k, away);
    }

    /** The target of a row, or 1 for its class and 0 for others. */
    private static double target(Dataset data, int row, int output) {
        return data.task() instanceof Task.Classification ? (data.target(row) == output ? 1 : 0) : data.target(row);
    }

    /** One selector. */
    private final class Run {

        private final TrainAndHoldout data;
        private final int n;
        private final Seed seed;
        private final Selector selector;
        private final TargetModel.OnSubsets fits;

        Run(TrainAndHoldout data, Matrix residuals, Seed seed) {
            this.data = data;
            this.n = data.train().size();
            this.seed = seed;
            this.selector = new Selector(inputs(residuals), selectors, seed.derive("selector"));
            this.fits = trainer.on(data.train());
        }

        /** Features, target, residual. */
        private Matrix inputs(Matrix residuals) {
            int d = data.train().features().columns();
            int k = data.train().task().outputs();
            int width = d + 2 * k;
            double[] x = new double[n * width];
            for (int row = 0; row < n; row++) {
                for (int j = 0; j < d; j++) {
                    x[row * width + j] = data.train().features().at(row, j);
                }
                for (int c = 0; c < k; c++) {
                    x[row * width + d + c] = target(data.train(), row, c);
                    x[row * width + d + k + c] = residuals.at(row, c);
                }
            }
            return Matrix.of(n, width, x);
        }

        double[] repaired(Runnable step) {
            int size = Math.min(settings.sample(), n);
            double[] rewards = new double[settings.iterations()];
            double[] sum = new double[n];
            int checkpoints = 0;
            for (int t = 0; t < settings.iterations(); t++) {
                Seed own = seed.derive("iteration").derive(t);
                int[] rows = Arrays.copyOf(own.derive("rows").permutation(n), size);
                int[] selected = selector.select(rows, own.derive("selection").generator());
                if (selected.length > 0) {
                    rewards[t] = -squaredError(fits.fit(selected, seed.derive("target model")), data.holdout());
                    // An entropy of p ln p + (1 - p) ln (1 - p) has p (1 - p) logit for its derivative by the logit.
                    selector.learn(
                            advantage(rewards, t) / size, p -> ENTROPY / size * p * (1 - p) * Math.log(p / (1 - p)));
                } else {
                    rewards[t] = t == 0 ? 0 : rewards[t - 1];
                }
                boolean last = t == settings.iterations() - 1;
                if (last || t >= settings.iterations() / 2 && t % CHECKPOINT == 0) {
                    double[] chances = selector.chances();
                    Arrays.setAll(sum, i -> sum[i] + chances[i]);
                    checkpoints++;
                }
                step.run();
            }
            double count = checkpoints;
            return Arrays.stream(sum).map(s -> s / count).toArray();
        }

        /** The reward against the mean of those before, in units of the standard deviation of all so far. */
        private double advantage(double[] rewards, int t) {
            if (t < 2) {
                return 0;
            }
            double baseline =
                    Arrays.stream(rewards, Math.max(0, t - WINDOW), t).average().orElseThrow();
            double mean = Arrays.stream(rewards, 0, t + 1).average().orElseThrow();
            double variance = Arrays.stream(rewards, 0, t + 1)
                            .map(r -> (r - mean) * (r - mean))
                            .sum()
                    / t;
            return variance > 0 ? (rewards[t] - baseline) / Math.sqrt(variance) : 0;
        }

        double[] reference(Runnable step) {
            int[] all = IntStream.range(0, n).toArray();
            double baseline = performance(fits.fit(all, seed.derive("target model")));
            int size = Math.min(settings.sample(), n);
            for (int t = 0; t < settings.iterations(); t++) {
                RandomGenerator random = seed.derive("iteration").derive(t).generator();
                int[] rows = random.ints(size, 0, n).toArray();
                int[] selected = selector.select(rows, random);
                // With nothing selected, the reference draws again by halves, which teaches the selector nothing.
                if (selected.length > 0) {
                    double reward = performance(fits.fit(selected, seed.derive("target model"))) - baseline;
                    double mean = selector.meanChance();
                    double slope = mean > THRESHOLD ? PENALTY : mean < 1 - THRESHOLD ? -PENALTY : 0;
                    selector.learn(reward, p -> slope / size * p * (1 - p));
                }
                step.run();
            }
            RandomGenerator random = seed.derive("last selection").generator();
            double[] weights = selector.chances();
            int[] drawn = IntStream.range(0, n)
                    .filter(i -> random.nextDouble() < weights[i])
                    .toArray();
            TargetModel last = fits.fit(drawn.length > 0 ? drawn : all, seed.derive("target model"));
            return selector.chances(inputs(residuals(last, data.train())));
        }

        /** Accuracy, or the negative mean squared error. */
        private double performance(TargetModel model) {
            Dataset holdout = data.holdout();
            if (!data.isClassification()) {
                return -squaredError(model, holdout);
            }
            Matrix p = model.predict(holdout.features());
            double right = 0;
            for (int row = 0; row < holdout.size(); row++) {
                int best = 0;
                for (int c = 1; c < p.columns(); c++) {
                    best = p.at(row, c) > p.at(row, best) ? c : best;
                }
                right += best == holdout.target(row) ? 1 : 0;
            }
            return right / holdout.size();
        }

        private double squaredError(TargetModel model, Dataset holdout) {
            double[] away = residuals(model, holdout).toArray();
            return Arrays.stream(away).map(r -> r * r).sum() / holdout.size();
        }
    }
}
