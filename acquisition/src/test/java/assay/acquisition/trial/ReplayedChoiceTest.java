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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    private static final ReplayedChoice.Contender FALLBACK = ReplayedChoice.Contender.of(CORNER);
    private static final ReplayedChoice.Contender UNPROVEN = ReplayedChoice.Contender.of(Strategies.alcPlain());
    private static final ReplayedChoice.Contender VAST = ReplayedChoice.Contender.of(Strategies.farthestPoint());

    private static ReplayedChoice auto(
            TargetModel.Trainer trainer, ReplayedChoice.TimeOrder order, Strategy... shortlist) {
        return new ReplayedChoice(
                Stream.of(shortlist).map(ReplayedChoice.Contender::of).toList(),
                Strategies.random(),
                FALLBACK,
                UNPROVEN,
                VAST,
                new ReplayedChoice.Settings(trainer, Optional.empty(), 40, 1000, 10),
                order,
                Runner.SEQUENTIAL);
    }

    private static ReplayedChoice auto(Strategy... shortlist) {
        return auto(NEAREST, ReplayedChoice.TimeOrder.UNKNOWN, shortlist);
    }

    private static String note(ReplayedChoice auto, Situation situation, Seed seed) {
        return auto.prefer(situation, seed).grounds().notes().get(0);
    }

    @Test
    void takesTheWinnerAndSaysWhatItGained() {
        Preference.Grounds grounds = auto(CORNER, Strategies.farthestPoint())
                .prefer(crowded(120), SEED)
                .grounds();

        assertEquals("farthest-point", grounds.used());
        String note = grounds.notes().get(0);
        assertTrue(note.startsWith("auto: farthest-point won 10 replays of campaigns on the known tests (p "), note);
        assertTrue(note.contains("for 2 strategies together"), note);
        assertTrue(note.contains("Measured on 10 other replays, its RMSE over the rounds was "), note);
        assertTrue(note.contains("lower than that of random choice (95 % interval of the gain ["), note);
    }

    @Test
    void takesTheFallbackIfNothingIsToldApart() {
        Preference preference = auto(new Rerun(Strategies.random(), 9)).prefer(crowded(120), SEED);

        List<String> notes = preference.grounds().notes();
        assertTrue(notes.get(0).contains("no strategy was found to beat random choice in 10 replays"), notes.get(0));
        assertTrue(notes.get(0).contains("; corner is taken. Measured on 10 other replays"), notes.get(0));
        assertTrue(notes.get(0).contains("random.9 "), notes.get(0));
        assertEquals("it is narrow", notes.get(1), "the notes of what is taken follow");
        assertEquals("corner", preference.grounds().used());
    }

    @Test
    void aLoserIsNoWinner() {
        assertTrue(note(auto(CORNER), crowded(120), SEED).contains("no strategy was found"), "worse is not better");
    }

    @Test
    void fewTestsAreNotReplayed() {
        assertEquals(
                "auto: 39 known tests are too few to replay campaigns on; alc-plain is taken unproven.",
                note(auto(Strategies.farthestPoint()), crowded(39), SEED));
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
            String note = note(
                    auto(
                            new Rerun(Strategies.random(), 7),
                            new Rerun(Strategies.random(), 8),
                            new Rerun(Strategies.random(), 9)),
                    crowded(80),
                    SEED.derive(history));
            winners += note.contains(" won ") ? 1 : 0;
        }
        assertTrue(winners <= 11, winners + " of 100");
    }

    /**
     * Of eight strategies that all choose as random choice does, the best on the replays to pick by seems to gain; on the other replays it
     * gains nothing within three standard errors, and the interval has 0 in it in about 95 % of 100 seeds: at least 88, three standard errors less.
     */
    @Test
    void theGainThatIsToldIsNotThatOfALuckyPick() {
        List<Strategy> arms = IntStream.range(10, 18)
                .<Strategy>mapToObj(run -> new Rerun(Strategies.random(), run))
                .toList();
        HistoryReplays replays = new HistoryReplays(
                crowded(80).known(),
                Collections.nCopies(80, true),
                NEAREST,
                ReplayedChoice.TimeOrder.UNKNOWN,
                Strategies.random(),
                Runner.SEQUENTIAL);
        double flattered = 0;
        double[] told = new double[100];
        int held = 0;
        for (int i = 0; i < 100; i++) {
            Seed seed = SEED.derive("lucky").derive(i);
            Comparison best = replays.compare("", arms, 0, 10, seed).stream()
                    .min(Comparator.comparingDouble(Comparison::difference))
                    .orElseThrow();
            Strategy picked = arms.stream()
                    .filter(arm -> arm.name().equals(best.arm()))
                    .findFirst()
                    .orElseThrow();
            Comparison other =
                    replays.compare("", List.of(picked), 10, 10, seed).get(0);
            flattered -= best.difference() / 100;
            told[i] = -other.difference();
            held += other.lower() <= 0 && 0 <= other.upper() ? 1 : 0;
        }
        assertTrue(flattered > 3, "flattered by " + flattered);
        double mean = Arrays.stream(told).average().orElseThrow();
        double deviation =
                Math.sqrt(Arrays.stream(told).map(g -> (g - mean) * (g - mean)).sum() / 99);
        assertEquals(0, mean, 3 * deviation / Math.sqrt(100));
        assertTrue(held >= 88, held + " of 100");
    }

    /** Fits as {@link #NEAREST}, and remembers the first features of what models were given. */
    private static final class Watching implements TargetModel.Trainer {

        private final List<double[]> fitted = new ArrayList<>();
        private final List<double[]> tested = new ArrayList<>();

        @Override
        public TargetModel fit(Dataset train, Seed seed) {
            fitted.add(train.features().column(0));
            TargetModel model = NEAREST.fit(train, seed);
            return features -> {
                tested.add(features.column(0));
                return model.predict(features);
            };
        }
    }

    private static Situation within(Situation situation, double bound) {
        boolean[] pool = new boolean[situation.pool().size()];
        boolean[] known = new boolean[situation.known().size()];
        for (int i = 0; i < pool.length; i++) {
            pool[i] = situation.pool().features().at(i, 0) > bound;
        }
        for (int i = 0; i < known.length; i++) {
            known[i] = situation.known().features().at(i, 0) > bound;
        }
        return situation.withRegion(pool, known);
    }

    @Test
    void modelsAreTestedInTheDeclaredRegion() {
        Watching watching = new Watching();
        String note = note(
                auto(watching, ReplayedChoice.TimeOrder.UNKNOWN, Strategies.farthestPoint()),
                within(crowded(120), .3),
                SEED);

        assertTrue(note.endsWith(" Their models are tested in the declared region."), note);
        for (double[] tested : watching.tested) {
            assertTrue(Arrays.stream(tested).allMatch(x -> x > .3), Arrays.toString(tested));
        }
        assertTrue(
                watching.fitted.stream().anyMatch(known -> Arrays.stream(known).anyMatch(x -> x > .3)),
                "some of the region can be learnt from");
    }

    @Test
    void aRegionOfFewKnownTestsIsNotReplayed() {
        Situation situation = crowded(120);
        double[] sorted = situation.known().features().column(0);
        Arrays.sort(sorted);
        assertEquals(
                "auto: of 120 known tests 19 lie in the declared region, too few to test replayed campaigns on; alc-plain, which"
                        + " heeds the region, is taken unproven.",
                note(auto(Strategies.farthestPoint()), within(situation, sorted[100]), SEED));
    }

    @Test
    void aRegionThatKnownTestsCannotBeAskedAboutIsNotReplayed() {
        boolean[] inside = new boolean[30];
        inside[3] = true;
        String note = note(auto(Strategies.farthestPoint()), crowded(120).withRegion(inside), SEED);
        assertEquals(
                "auto: which known tests lie in the declared region cannot be told, so that campaigns cannot be replayed; alc-plain is"
                        + " taken unproven.",
                note);
    }

    /** Time runs with the first feature. */
    @Test
    void inOrderOfTimeTheNewestAreTested() {
        Watching watching = new Watching();
        Situation situation = crowded(120);
        double[] x = situation.known().features().column(0);
        int[] oldestFirst = IntStream.range(0, 120)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> x[row]))
                .mapToInt(row -> row)
                .toArray();
        String note =
                note(auto(watching, rows -> Optional.of(oldestFirst), Strategies.farthestPoint()), situation, SEED);

        assertTrue(note.endsWith(" They are dealt in order of time."), note);
        double oldestTested = watching.tested.stream()
                .mapToDouble(tested -> Arrays.stream(tested).min().orElseThrow())
                .min()
                .orElseThrow();
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        assertTrue(oldestTested > sorted[60], "of 90 that are dealt, the newest 22 are tested");
    }

    @Test
    void ofManyTestsSomeAreReplayed() {
        Watching watching = new Watching();
        String note =
                note(auto(watching, ReplayedChoice.TimeOrder.UNKNOWN, Strategies.farthestPoint()), crowded(1500), SEED);
        assertTrue(note.endsWith(" Each has 300 of the 1500 known tests."), note);
        assertEquals(
                300 / 3,
                watching.fitted.stream().mapToInt(known -> known.length).min().orElseThrow());
    }

    @Test
    void ofAVastPoolTheWidestGapsAreFilledAndMeasured() {
        Situation crowded = crowded(120);
        double[] x = SEED.derive("vast").generator().doubles(1001).toArray();
        double[] costs = new double[x.length];
        Arrays.fill(costs, 1);
        Candidates pool = new Candidates(
                IntStream.range(0, x.length).mapToObj(Integer::toString).toList(), Matrix.of(x.length, 1, x), costs);
        Situation vast = Situation.of(crowded.known(), pool, 5);
        String note = note(auto(CORNER), vast, SEED);
        assertTrue(
                note.startsWith(
                        "auto: of 1001 candidates, more than 1000, farthest-point is taken without a choice: other"
                                + " strategies would take long and much memory. Measured on 10 other replays, its RMSE"),
                note);
        assertEquals(
                "alc-plain",
                auto(CORNER).prefer(within(vast, .5), SEED).grounds().used(),
                "what fills gaps does not heed a region");
    }

    @Test
    void refusesToReplayNothing() {
        ReplayedChoice.Settings settings = new ReplayedChoice.Settings(NEAREST, Optional.empty(), 40, 1000, 10);
        assertThrows(
                IllegalArgumentException.class,
                () -> new ReplayedChoice(
                        List.of(),
                        Strategies.random(),
                        FALLBACK,
                        UNPROVEN,
                        VAST,
                        settings,
                        ReplayedChoice.TimeOrder.UNKNOWN,
                        Runner.SEQUENTIAL));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ReplayedChoice.Settings(NEAREST, Optional.empty(), 40, 1000, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ReplayedChoice.Contender(CORNER, Strategies.random()),
                "replays of another strategy prove nothing");
    }
}
