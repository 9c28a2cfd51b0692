package assay.acquisition.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Preference;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import assay.acquisition.strategy.Strategies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ComparisonsTest {

    private static final Seed SEED = new Seed(23);
    private static final List<String> RANDOM = List.of("random", "random.2", "random.3");

    private static LearningCurve curve(double... losses) {
        int[] labelled = new int[losses.length];
        Arrays.setAll(labelled, i -> 20 + 10 * i);
        return LearningCurve.of(labelled, losses);
    }

    /** Three trials, loss 1 against 2: half of the baseline, whatever the set's unit. */
    private static List<Replay> halved(String set, double unit, double... noise) {
        List<Replay> replays = new ArrayList<>();
        for (int repeat = 0; repeat < noise.length; repeat++) {
            double n = noise[repeat];
            replays.add(new Replay(set, repeat, "random", curve(3 * unit, (2 + n) * unit, (2 - n) * unit)));
            replays.add(new Replay(set, repeat, "half", curve(3 * unit, (1 + n) * unit, (1 + n) * unit)));
        }
        return replays;
    }

    @Test
    void differencesAreRelativeToTheBaselineOfTheSet() {
        Comparison one = Comparisons.against(List.of("random"), halved("a", 1, 0.1, -0.1, 0), SEED)
                .get(0);
        Comparison other = Comparisons.against(List.of("random"), halved("a", 1000, 0.1, -0.1, 0), SEED)
                .get(0);

        assertEquals(-50, one.difference(), 1e-9);
        assertEquals(one.difference(), other.difference(), 1e-9);
        assertEquals(one.lower(), other.lower(), 1e-9);
        assertEquals(1, one.area(), 1e-9);
        assertEquals(3, one.trials());
        // Student's t with 2 degrees of freedom on -45, -55, -50 is the wider of the two intervals.
        assertEquals(4.302653 * 5 / Math.sqrt(3), one.upper() - one.difference(), 1e-4);
        assertEquals((4.302653 + 1.060660) * 5 / Math.sqrt(3), one.minimumDetectable(), 1e-4);
        // Random is at 2 after 10 tests; half is there after 10 * (3 - 2) / (3 - 1).
        assertEquals(5, one.testsSaved(), 1e-9);
    }

    @Test
    void setsCountAlikeWhateverTheirUnits() {
        List<Replay> replays = new ArrayList<>(halved("a", 1, 0.1, -0.1, 0.05));
        for (Replay replay : halved("b", 1e6, 0.1, -0.1, 0.05)) {
            String arm = replay.arm().equals("random") ? "half" : "random";
            replays.add(new Replay("b", replay.repeat(), arm, replay.curve()));
        }
        Comparison pooled =
                Comparisons.against(List.of("random"), replays, SEED).get(0);

        // Half as much in one set, twice as much in the other.
        assertEquals(2, pooled.sets());
        assertEquals((-50 + 100) / 2.0, pooled.difference(), 5);
        assertTrue(Double.isNaN(pooled.area()), "losses of different units have no mean");
        assertEquals(Verdict.NOT_TOLD_APART, pooled.verdict());
    }

    /** Signs of two sets could not have a p value below 1/2: their trials are relabelled. */
    @Test
    void fewSetsAreComparedByTheirTrials() {
        List<Replay> replays = new ArrayList<>(halved("a", 1, 0.1, -0.1, 0.05, -0.02, 0));
        replays.addAll(halved("b", 1000, 0.2, -0.1, 0, 0.1, -0.1));
        Comparison two = Comparisons.against(List.of("random"), replays, SEED).get(0);
        // All ten on one side: 2 of 1024 ways to change the labels.
        assertEquals(2.0 / 1024, two.pValue(), 1e-12);
        assertEquals(2, two.sets());
    }

    @Test
    void oneTrialTellsNothing() {
        Comparison one = Comparisons.against(List.of("random"), halved("a", 1, 0.1), SEED)
                .get(0);
        assertEquals(-50, one.difference(), 6);
        assertTrue(Double.isNaN(one.lower()) && Double.isNaN(one.pValue()) && Double.isNaN(one.minimumDetectable()));
        assertEquals(Verdict.NOT_TOLD_APART, one.verdict());
    }

    @Test
    void armsThatAreTheSameAreNotToldApart() {
        List<Replay> replays = new ArrayList<>();
        for (int repeat = 0; repeat < 6; repeat++) {
            for (String arm : List.of("random", "copy")) {
                replays.add(new Replay("a", repeat, arm, curve(2, 1 + 0.1 * repeat, 1)));
            }
        }
        Comparison same = Comparisons.against(List.of("random"), replays, SEED).get(0);
        assertEquals(0, same.difference(), 1e-12);
        assertEquals(1, same.pAdjusted(), 0);
        assertEquals(0, same.testsSaved(), 1e-9);
        assertEquals(Verdict.NOT_TOLD_APART, same.verdict());
    }

    /** Predicts the target of the nearest known experiment. */
    private static final TargetModel.Trainer NEAREST = (train, seed) -> features -> {
        double[] predicted = new double[features.rows()];
        for (int row = 0; row < predicted.length; row++) {
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < train.size(); i++) {
                double dx = train.features().at(i, 0) - features.at(row, 0);
                double dy = train.features().at(i, 1) - features.at(row, 1);
                if (dx * dx + dy * dy < least) {
                    least = dx * dx + dy * dy;
                    predicted[row] = train.target(i);
                }
            }
        }
        return Matrix.of(predicted.length, 1, predicted);
    };

    /** The same strategy under another name: a second run of it. */
    private record Named(String name, Strategy strategy) implements Strategy {
        @Override
        public Preference prefer(Situation situation, Seed seed) {
            return strategy.prefer(situation, seed);
        }
    }

    private static Dataset hills(int n, Seed seed) {
        RandomGenerator random = seed.generator();
        double[] x = random.doubles(2L * n).toArray();
        Matrix features = Matrix.of(n, 2, x);
        double[] y = new double[n];
        Arrays.setAll(y, i -> Math.sin(6 * features.at(i, 0)) * Math.cos(5 * features.at(i, 1)));
        return Dataset.of(features, y, new Task.Regression());
    }

    /** A backtest on one history of 120 tests: how often do which arms beat random? */
    private static List<Comparison> backtest(int repeats, List<Strategy> arms, Seed seed) {
        Dataset history = hills(120, seed);
        Simulation simulation = new Simulation(NEAREST, 5, 4, 1);
        List<Replay> replays = new ArrayList<>();
        for (int repeat = 0; repeat < repeats; repeat++) {
            Seed own = seed.derive(repeat);
            Trial trial = Trial.of(history, Deal.atRandom(120, 10, 70, 40, own));
            for (Strategy arm : arms) {
                replays.add(new Replay(
                        "hills",
                        repeat,
                        arm.name(),
                        LearningCurve.of(simulation.run(trial, arm, own), Metric.RMSE, 4)));
            }
        }
        return Comparisons.against(RANDOM, replays, seed);
    }

    private static List<Strategy> withRandom(Strategy other) {
        List<Strategy> arms = new ArrayList<>();
        RANDOM.forEach(name -> arms.add(new Named(name, Strategies.random())));
        arms.add(other);
        return arms;
    }

    /** The bound of the issue; 2.5 % is what the test is built for. */
    @Test
    void randomBeatsRandomInAtMostOneOfTwentyBacktests() {
        int beats = 0;
        int worse = 0;
        int covered = 0;
        int savedCovered = 0;
        double saved = 0;
        for (int backtest = 0; backtest < 400; backtest++) {
            Comparison null4 = backtest(6, withRandom(new Named("null", Strategies.random())), SEED.derive(backtest))
                    .get(0);
            beats += null4.verdict() == Verdict.BETTER ? 1 : 0;
            worse += null4.verdict() == Verdict.WORSE ? 1 : 0;
            covered += null4.lower() <= 0 && null4.upper() >= 0 ? 1 : 0;
            savedCovered += null4.savedLower() <= 0 && null4.savedUpper() >= 0 ? 1 : 0;
            saved += null4.testsSaved() / 400;
        }
        assertTrue(beats <= 20, beats + " of 400 beat random");
        assertTrue(worse <= 20, worse + " of 400 are worse than random");
        assertTrue(covered >= 372, covered + " of 400 intervals have the truth");
        assertTrue(savedCovered >= 372, savedCovered + " of 400 intervals of tests saved have the truth");
        assertEquals(0, saved, 1, "tests saved, of 20");
    }

    /** On a smooth surface without noise, filling gaps must be found to be better. */
    @Test
    void fillingGapsBeatsRandomOnASmoothSurface() {
        Comparison gaps =
                backtest(12, withRandom(Strategies.farthestPoint()), SEED).get(0);
        assertEquals(Verdict.BETTER, gaps.verdict());
        assertTrue(gaps.testsSaved() > 0 && gaps.savedLower() <= gaps.testsSaved());
        assertEquals(1, gaps.setsBetter());
    }

    /** Skewed losses (exp of 0.5 z with a trial of its own size), 5 trials, 10 arms that are all random: at most 5 % of families have any winner. */
    @Test
    void tenArmsTogetherKeepTheLevel() {
        int families = 0;
        for (int family = 0; family < 400; family++) {
            RandomGenerator random = SEED.derive("families").derive(family).generator();
            List<Replay> replays = new ArrayList<>();
            for (int repeat = 0; repeat < 5; repeat++) {
                double size = Math.exp(random.nextGaussian());
                List<String> arms = new ArrayList<>(RANDOM);
                for (int i = 0; i < 10; i++) {
                    arms.add("arm" + i);
                }
                for (String arm : arms) {
                    double loss = size * Math.exp(0.5 * random.nextGaussian());
                    replays.add(new Replay("s", repeat, arm, curve(size, loss, loss)));
                }
            }
            families += Comparisons.against(RANDOM, replays, SEED.derive(family)).stream()
                            .anyMatch(c -> c.verdict() == Verdict.BETTER)
                    ? 1
                    : 0;
        }
        assertTrue(families <= 20, families + " of 400 families have a winner");
    }

    @Test
    void sameSeedSameComparison() {
        List<Replay> replays = halved("a", 1, 0.1, -0.2, 0.3, 0);
        assertEquals(
                Comparisons.against(List.of("random"), replays, SEED),
                Comparisons.against(List.of("random"), replays, SEED));
        assertFalse(Comparisons.against(List.of("random"), replays, SEED).isEmpty());
    }
}
