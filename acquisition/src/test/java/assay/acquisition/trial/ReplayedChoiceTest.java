package assay.acquisition.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Candidates;
import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Preference;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import assay.acquisition.strategy.Strategies;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplayedChoiceTest {

    private static final Seed SEED = new Seed(31);

    /** Predicts the target of the nearest known experiment along the first feature. */
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

    /** Likes small values of the first feature best: buys the same corner again and again. */
    private static final Strategy CORNER = new Strategy() {
        @Override
        public String name() {
            return "corner";
        }

        @Override
        public Preference prefer(Situation situation, Seed seed) {
            Matrix pool = situation.pool().features();
            boolean[] taken = new boolean[pool.rows()];
            return new Preference() {
                @Override
                public Optional<Choice> best(IntPredicate allowed, IntToDoubleFunction price) {
                    return IntStream.range(0, taken.length)
                            .filter(i -> !taken[i] && allowed.test(i))
                            .boxed()
                            .min((a, b) -> Double.compare(pool.at(a, 0), pool.at(b, 0)))
                            .map(i -> new Choice(i, -pool.at(i, 0), "in the corner"));
                }

                @Override
                public void take(int candidate) {
                    taken[candidate] = true;
                }

                @Override
                public Grounds grounds() {
                    return new Grounds("corner", Optional.empty(), Optional.empty(), List.of("it is narrow"));
                }
            };
        }
    };

    /** Most experiments are crowded at 0, so that random choice rarely sees the wave elsewhere. */
    private static Situation crowded(int known) {
        RandomGenerator random = SEED.generator();
        double[] x = random.doubles(known + 30).map(u -> Math.pow(u, 4)).toArray();
        double[] y = Arrays.stream(x).map(v -> Math.sin(9 * v)).toArray();
        Dataset history = Dataset.of(
                Matrix.of(known, 1, Arrays.copyOf(x, known)), Arrays.copyOf(y, known), new Task.Regression());
        double[] rest = Arrays.copyOfRange(x, known, x.length);
        double[] costs = new double[rest.length];
        Arrays.fill(costs, 1);
        Candidates pool = new Candidates(
                IntStream.range(0, rest.length).mapToObj(Integer::toString).toList(),
                Matrix.of(rest.length, 1, rest),
                costs);
        return Situation.of(history, pool, 5);
    }

    private static ReplayedChoice auto(Strategy... shortlist) {
        return new ReplayedChoice(
                List.of(shortlist), Strategies.random(), CORNER, NEAREST, Deal::atRandom, 20, Runner.SEQUENTIAL);
    }

    @Test
    void takesTheWinnerAndSaysWhatItGained() {
        Preference.Grounds grounds = auto(CORNER, Strategies.farthestPoint())
                .prefer(crowded(120), SEED)
                .grounds();

        assertEquals("farthest-point", grounds.used());
        String note = grounds.notes().get(0);
        assertTrue(note.startsWith("auto: farthest-point won 20 replays of the known tests."), note);
        assertTrue(note.contains("95 % interval ["), note);
        assertTrue(note.contains("for 2 strategies together"), note);
    }

    @Test
    void takesTheFallbackIfNothingIsToldApart() {
        Preference preference = auto(new Rerun(Strategies.random(), 9)).prefer(crowded(120), SEED);

        List<String> notes = preference.grounds().notes();
        assertTrue(notes.get(0).contains("no strategy was found to beat random choice in 20 replays"), notes.get(0));
        assertTrue(notes.get(0).contains("corner is taken unproven"), notes.get(0));
        assertTrue(notes.get(0).contains("random.9 "), notes.get(0));
        assertEquals("it is narrow", notes.get(1), "the notes of what is taken follow");
        assertEquals("corner", preference.grounds().used());
    }

    @Test
    void aLoserIsNoWinner() {
        Preference preference = auto(CORNER).prefer(crowded(120), SEED);
        assertTrue(preference.grounds().notes().get(0).contains("no strategy was found"), "worse is not better");
    }

    @Test
    void fewTestsAreNotReplayed() {
        String note = auto(Strategies.farthestPoint())
                .prefer(crowded(20), SEED)
                .grounds()
                .notes()
                .get(0);
        assertEquals("auto: 20 known tests are too few to replay campaigns on; corner is taken unproven.", note);
    }

    @Test
    void sameSeedSameChoice() {
        ReplayedChoice auto = auto(CORNER, Strategies.farthestPoint());
        assertEquals(
                auto.prefer(crowded(80), SEED).grounds().notes(),
                auto.prefer(crowded(80), SEED).grounds().notes());
    }

    /** 100 histories on which the list holds random choice only: taken as a winner at most as often as the level says, 5 % and 3 standard errors. */
    @Test
    void randomChoiceIsRarelyTakenForAWinner() {
        int winners = 0;
        for (int history = 0; history < 100; history++) {
            String note = auto(
                            new Rerun(Strategies.random(), 7),
                            new Rerun(Strategies.random(), 8),
                            new Rerun(Strategies.random(), 9))
                    .prefer(crowded(80), SEED.derive(history))
                    .grounds()
                    .notes()
                    .get(0);
            winners += note.contains(" won ") ? 1 : 0;
        }
        assertTrue(winners <= 11, winners + " of 100");
    }

    @Test
    void refusesToReplayNothing() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new ReplayedChoice(
                        List.of(), Strategies.random(), CORNER, NEAREST, Deal::atRandom, 20, Runner.SEQUENTIAL));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ReplayedChoice(
                        List.of(CORNER), Strategies.random(), CORNER, NEAREST, Deal::atRandom, 1, Runner.SEQUENTIAL));
    }
}
