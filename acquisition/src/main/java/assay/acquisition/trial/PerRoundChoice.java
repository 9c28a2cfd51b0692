package assay.acquisition.trial;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Preference;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A bandit: every round is left to one of some strategies, by what rounds of each have brought so far. Thompson, "On the likelihood that one
 * unknown probability exceeds another", Biometrika 25, 1933; each strategy once, then the one whose drawn gain is largest, gains being taken as
 * normal with one variance for all.
 *
 * <p>The gain of a round is the relative drop of the error on the experiments that the campaign started with, out of fold: the same points
 * in every round, so that buying what is hard to predict is not held against a strategy. Nothing is remembered: who chose earlier rounds is
 * found again from what is known, since all draws depend on the known experiments. Costs 5 trainings for every round so far.
 *
 * @param arms at least two
 * @param trainer of the target model
 * @param start how many experiments the campaign started with, at least {@value #FOLDS}; those known come in the order in which they were bought
 * @param runner where models are trained
 */
public record PerRoundChoice(List<Strategy> arms, TargetModel.Trainer trainer, int start, Runner runner)
        implements Strategy {

    private static final String NAME = "bandit";
    private static final int FOLDS = 5;

    /** Checks the bounds. */
    public PerRoundChoice {
        arms = List.copyOf(arms);
        if (arms.size() < 2 || start < FOLDS) {
            throw new IllegalArgumentException(
                    "a bandit needs at least 2 strategies (%d) and %d experiments to start with (%d)"
                            .formatted(arms.size(), FOLDS, start));
        }
    }

    /** Gains of the rounds so far, and who chose them. Mutable, for one choice. */
    private final class Record {

        private final List<Double> gains = new ArrayList<>();
        private final List<Integer> chosen = new ArrayList<>();
        private final Seed seed;

        Record(Seed seed) {
            this.seed = seed;
        }

        /** The arm of the next round. */
        int next() {
            int round = chosen.size();
            if (round < arms.size()) {
                return seed.derive("order").permutation(arms.size())[round];
            }
            RandomGenerator random = seed.derive("draw").derive(round).generator();
            double deviation = deviation();
            int best = 0;
            double most = Double.NEGATIVE_INFINITY;
            for (int arm = 0; arm < arms.size(); arm++) {
                double drawn = mean(arm) + deviation / Math.sqrt(count(arm)) * random.nextGaussian();
                if (drawn > most) {
                    best = arm;
                    most = drawn;
                }
            }
            return best;
        }

        void add(int arm, double gain) {
            chosen.add(arm);
            gains.add(gain);
        }

        int count(int arm) {
            return (int) chosen.stream().filter(a -> a == arm).count();
        }

        double mean(int arm) {
            return IntStream.range(0, chosen.size())
                    .filter(i -> chosen.get(i) == arm)
                    .mapToDouble(gains::get)
                    .average()
                    .orElse(Double.NaN);
        }

        private double deviation() {
            double mean = gains.stream().mapToDouble(g -> g).average().orElseThrow();
            return Math.sqrt(gains.stream()
                    .mapToDouble(g -> (g - mean) * (g - mean))
                    .average()
                    .orElseThrow());
        }

        /** What the best mean gain in every round would have added up to, less what was gained. */
        double regret() {
            double best = IntStream.range(0, arms.size())
                    .mapToDouble(this::mean)
                    .filter(Double::isFinite)
                    .max()
                    .orElse(0);
            return best * gains.size() - gains.stream().mapToDouble(g -> g).sum();
        }

        String note(int arm) {
            List<String> all = IntStream.range(0, arms.size())
                    .filter(a -> count(a) > 0)
                    .mapToObj(a -> String.format(
                            Locale.ROOT, "%s %.1f %% (%d)", arms.get(a).name(), 100 * mean(a), count(a)))
                    .toList();
            return all.isEmpty()
                    ? "%s: the first round is left to %s."
                            .formatted(NAME, arms.get(arm).name())
                    : String.format(
                            Locale.ROOT,
                            "%s: this round is left to %s. Mean drop of the error in a round so far: %s. Estimated regret: %.1f %%.",
                            NAME,
                            arms.get(arm).name(),
                            String.join(", ", all),
                            100 * regret());
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Preference prefer(Situation situation, Seed seed) {
        Dataset known = situation.known();
        int bought = known.size() - start;
        if (bought < 0 || bought % situation.batch() != 0) {
            throw new IllegalArgumentException(
                    "a bandit needs rounds of %d experiments after the first %d, but %d are known"
                            .formatted(situation.batch(), start, known.size()));
        }
        int rounds = bought / situation.batch();
        Record record = new Record(campaign(known));
        if (rounds > 0) {
            List<Double> errors = runner.run("Measuring rounds", rounds + 1, 1, (round, step) -> {
                double error = error(known, start + round * situation.batch());
                step.run();
                return error;
            });
            for (int round = 0; round < rounds; round++) {
                double before = errors.get(round);
                record.add(record.next(), before > 0 ? (before - errors.get(round + 1)) / before : 0);
            }
        }
        int arm = record.next();
        return Noted.of(() -> arms.get(arm).prefer(situation, seed), record.note(arm));
    }

    /** The same in all rounds of a campaign, and another for other campaigns. */
    private Seed campaign(Dataset known) {
        return new Seed(Arrays.hashCode(Arrays.copyOf(known.targets(), start))).derive(NAME);
    }

    /** Mean squared error, or mean squared distance of class probabilities, on the first experiments, by models of the first {@code size} less a fold. */
    private double error(Dataset known, int size) {
        Seed seed = campaign(known);
        Folds folds = new Folds(start, FOLDS, seed);
        Metric metric = known.task() instanceof Task.Classification ? Metric.BRIER : Metric.MSE;
        double sum = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            int[] apart = folds.apart(fold);
            int[] train = IntStream.concat(IntStream.of(folds.kept(fold)), IntStream.range(start, size))
                    .toArray();
            Dataset held = known.select(apart);
            Matrix predicted =
                    trainer.fit(known.select(train), seed.derive(fold)).predict(held.features());
            sum += metric.of(held.targets(), predicted) * apart.length;
        }
        return sum / start;
    }
}
