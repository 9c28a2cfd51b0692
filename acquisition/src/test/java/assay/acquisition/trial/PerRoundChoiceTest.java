package assay.acquisition.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PerRoundChoiceTest {

    private static final int START = 20;
    private static final int BATCH = 5;
    private static final Seed SEED = new Seed(41);

    /** Predicts the target of the nearest known experiment. */
    private static final TargetModel.Trainer NEAREST = (train, seed) -> features -> {
        double[] predicted = new double[features.rows()];
        for (int row = 0; row < predicted.length; row++) {
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < train.size(); i++) {
                double off = Math.abs(train.features().at(i, 0) - features.at(row, 0));
                if (off < least) {
                    least = off;
                    predicted[row] = train.target(i);
                }
            }
        }
        return Matrix.of(predicted.length, 1, predicted);
    };

    /** Takes candidates in rising, or falling, order of the first feature, and writes down that it was asked. */
    private record Ordered(String name, double sign, List<String> diary) implements Strategy {
        @Override
        public Preference prefer(Situation situation, Seed seed) {
            diary.add(name);
            Matrix pool = situation.pool().features();
            boolean[] taken = new boolean[pool.rows()];
            return new Preference() {
                @Override
                public Optional<Choice> best(IntPredicate allowed, IntToDoubleFunction price) {
                    int best = -1;
                    for (int i = 0; i < taken.length; i++) {
                        boolean better = best < 0 || sign * pool.at(i, 0) < sign * pool.at(best, 0);
                        if (!taken[i] && allowed.test(i) && better) {
                            best = i;
                        }
                    }
                    return best < 0 ? Optional.empty() : Optional.of(new Choice(best, 0, name));
                }

                @Override
                public void take(int candidate) {
                    taken[candidate] = true;
                }

                @Override
                public Grounds grounds() {
                    return Grounds.of(name);
                }
            };
        }
    }

    /** A wave where the start lies, in -1 .. 0; the pool goes on to 1, where nothing helps the start. */
    private static Trial wave(Seed seed) {
        RandomGenerator random = seed.generator();
        int n = START + 80 + 20;
        double[] x = new double[n];
        Arrays.setAll(x, i -> i < START ? -random.nextDouble() : 2 * random.nextDouble() - 1);
        double[] y = Arrays.stream(x).map(v -> v < 0 ? Math.sin(20 * v) : 0).toArray();
        Dataset all = Dataset.of(Matrix.of(n, 1, x), y, new Task.Regression());
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        return Trial.of(all, Deal.inTime(order, START, 80, 20, seed));
    }

    /** Rising order buys where the wave is, falling order where it is not: the bandit turns to what pays. */
    @Test
    void turnsToWhatPays() {
        int useful = 0;
        int rounds = 0;
        for (int campaign = 0; campaign < 10; campaign++) {
            List<String> diary = new ArrayList<>();
            PerRoundChoice bandit = new PerRoundChoice(
                    List.of(new Ordered("far", -1, diary), new Ordered("near", 1, diary)),
                    NEAREST,
                    START,
                    Runner.SEQUENTIAL);
            new Simulation(NEAREST, BATCH, 8, 1).run(wave(SEED.derive(campaign)), bandit, SEED);
            assertEquals(8, diary.size());
            assertEquals(2, diary.subList(0, 2).stream().distinct().count(), "each once at first");
            useful += (int) diary.subList(2, 8).stream().filter("near"::equals).count();
            rounds += 6;
        }
        assertTrue(useful > 0.7 * rounds, useful + " of " + rounds + " rounds");
    }

    @Test
    void saysWhatRoundsBroughtAndTheRegret() {
        List<String> notes = new ArrayList<>();
        List<String> diary = new ArrayList<>();
        PerRoundChoice bandit = new PerRoundChoice(
                List.of(new Ordered("far", -1, diary), new Ordered("near", 1, diary)),
                NEAREST,
                START,
                Runner.SEQUENTIAL);
        Strategy listening = new Strategy() {
            @Override
            public String name() {
                return "listening";
            }

            @Override
            public Preference prefer(Situation situation, Seed seed) {
                Preference preference = bandit.prefer(situation, seed);
                notes.add(preference.grounds().notes().get(0));
                return preference;
            }
        };
        new Simulation(NEAREST, BATCH, 4, 1).run(wave(SEED), listening, SEED);

        assertTrue(notes.get(0).startsWith("bandit: the first round is left to "), notes.get(0));
        assertTrue(notes.get(3).contains("near ") && notes.get(3).contains("far "), notes.get(3));
        assertTrue(notes.get(3).contains("Estimated regret: "), notes.get(3));
    }

    @Test
    void refusesOneArmFewTestsAndBrokenRounds() {
        List<Strategy> two = List.of(new Ordered("a", 1, new ArrayList<>()), new Ordered("b", -1, new ArrayList<>()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PerRoundChoice(two.subList(0, 1), NEAREST, START, Runner.SEQUENTIAL));
        assertThrows(IllegalArgumentException.class, () -> new PerRoundChoice(two, NEAREST, 4, Runner.SEQUENTIAL));
        Trial trial = wave(SEED);
        Situation broken = Situation.of(trial.start(), trial.offer(), BATCH);
        assertThrows(
                IllegalArgumentException.class,
                () -> new PerRoundChoice(two, NEAREST, START - 3, Runner.SEQUENTIAL).prefer(broken, SEED));
    }
}
