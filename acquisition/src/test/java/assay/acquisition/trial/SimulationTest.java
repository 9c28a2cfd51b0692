package assay.acquisition.trial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Acquirer;
import assay.acquisition.Budget;
import assay.acquisition.Candidates;
import assay.acquisition.Column;
import assay.acquisition.Dataset;
import assay.acquisition.Kind;
import assay.acquisition.Matrix;
import assay.acquisition.Pick;
import assay.acquisition.Plan;
import assay.acquisition.Preference;
import assay.acquisition.Role;
import assay.acquisition.Schema;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import assay.acquisition.Table;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import assay.acquisition.batch.BatchBuilder;
import assay.acquisition.strategy.Strategies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimulationTest {

    private static final Seed SEED = new Seed(3);

    /** y = 10 x + 5, and a measured column that a candidate must not show. */
    private static Table line(double... x) {
        Schema schema = new Schema(List.of(
                new Column("x", Kind.NUMERIC, Role.CONFIGURABLE, ""),
                new Column("pulse", Kind.NUMERIC, Role.MEASURED, ""),
                new Column("y", Kind.NUMERIC, Role.TARGET, "")));
        double[] y = Arrays.stream(x).map(v -> 10 * v + 5).toArray();
        return Table.of(schema, x.length, List.of(x, y, y), List.of(new String[0], new String[0], new String[0]));
    }

    private static Trial trial() {
        return Trial.of(line(0, 1), line(2, 3, 4, 5, 6), line(10, 20), new Task.Regression());
    }

    /** Predicts the mean of what is known, and remembers how it was asked. */
    private static final class Diary implements TargetModel.Trainer {

        private final List<List<String>> known = new ArrayList<>();
        private final List<Seed> seeds = new ArrayList<>();

        @Override
        public TargetModel fit(Dataset train, Seed seed) {
            known.add(Arrays.stream(train.targets()).mapToObj(Double::toString).toList());
            seeds.add(seed);
            double mean = Arrays.stream(train.targets()).average().orElseThrow();
            return features -> {
                double[] all = new double[features.rows()];
                Arrays.fill(all, mean);
                return Matrix.of(features.rows(), 1, all);
            };
        }
    }

    /** Takes the last candidates of the offer. */
    private static final Acquirer LAST = (known, pool, budget, seed) -> {
        List<Pick> picks = IntStream.range(0, Math.min(budget.batch(), pool.size()))
                .map(i -> pool.size() - 1 - i)
                .mapToObj(i -> new Pick(i, pool.ids().get(i), 0, 0, 0, 1, "", 0, 1, ""))
                .toList();
        return new Plan("last", "last", picks, Optional.empty(), Optional.empty(), List.of());
    };

    /** Start 5, 15; the last of 25 .. 65 are bought two by two: means 10, 35 and 36.7 of 5, 15, 65, 55, 45, 35. */
    @Test
    void modelsLearnWhatWasBoughtAndAreScoredInUnits() {
        List<Simulation.Stage> stages = new Simulation(new Diary(), 2, 2, 1).run(trial(), LAST, SEED);
        assertArrayEquals(
                new int[] {2, 4, 6},
                stages.stream().mapToInt(Simulation.Stage::labelled).toArray());
        double[] means = {10, 35, 220 / 6.0};
        for (int round = 0; round < means.length; round++) {
            double a = 105 - means[round];
            double b = 205 - means[round];
            assertEquals((a * a + b * b) / 2, stages.get(round).scores().get(Metric.MSE), 1e-9);
            assertEquals((a / 105 + b / 205) / 2, stages.get(round).scores().get(Metric.MAPE), 1e-12);
            assertEquals(
                    1 - (a * a + b * b) / 2 / 2500, stages.get(round).scores().get(Metric.R2), 1e-12);
        }
    }

    @Test
    void endsWhenThereIsNothingLeftToBuy() {
        List<Simulation.Stage> stages = new Simulation(new Diary(), 4, 9, 1).run(trial(), LAST, SEED);
        assertArrayEquals(
                new int[] {2, 6, 7},
                stages.stream().mapToInt(Simulation.Stage::labelled).toArray());
    }

    /** So that a difference between two strategies is one of what they bought. */
    @Test
    void trainingsDrawTheSameNumbersWhateverWasBought() {
        Diary last = new Diary();
        Diary random = new Diary();
        new Simulation(last, 2, 2, 3).run(trial(), LAST, SEED);
        new Simulation(random, 2, 2, 3).run(trial(), new BatchBuilder(Strategies.random()), SEED);
        assertEquals(9, last.seeds.size());
        assertEquals(3, last.seeds.stream().distinct().count());
        assertEquals(last.seeds.subList(0, 3), last.seeds.subList(6, 9));
        assertEquals(last.seeds, random.seeds);
        assertEquals(last.known.subList(0, 3), random.known.subList(0, 3));
    }

    /** An offer has the configurable columns and nothing else; nothing of pool or test enters the encoding. */
    @Test
    void anAcquirerSeesNoResult() {
        Trial trial = trial();
        assertEquals(1, trial.offer().features().columns());
        assertEquals(2, trial.start().features().columns());
        // Start 0 and 1 have mean .5 and deviation .5.
        assertEquals((6 - .5) / .5, trial.offer().features().at(4, 0), 1e-12);
    }

    @Test
    void refusesEmptyCampaigns() {
        assertThrows(IllegalArgumentException.class, () -> new Simulation(new Diary(), 0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Simulation(new Diary(), 1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Simulation(new Diary(), 1, 1, 0));
    }

    /** A second run of a strategy under another name draws other numbers; the trainings stay the same. */
    @Test
    void aRerunBuysOtherTests() {
        Diary first = new Diary();
        Diary second = new Diary();
        new Simulation(first, 2, 2, 1).run(trial(), Strategies.random(), SEED);
        new Simulation(second, 2, 2, 1).run(trial(), new Rerun(Strategies.random(), 2), SEED);
        assertEquals(first.seeds, second.seeds);
        assertEquals(first.known.get(0), second.known.get(0));
        assertNotEquals(first.known.get(1), second.known.get(1));
    }

    /** Of five candidates at 2 .. 6 only the first two lie where the product is used; then there is nothing left of it, and all count. */
    @Test
    void aRegionIsShownAsLongAsSomethingOfItIsLeft() {
        List<String> seen = new ArrayList<>();
        List<List<Boolean>> known = new ArrayList<>();
        Strategy looks = new Strategy() {
            @Override
            public String name() {
                return "looks";
            }

            @Override
            public Preference prefer(Situation situation, Seed seed) {
                StringBuilder inside = new StringBuilder();
                for (int i = 0; i < situation.pool().size(); i++) {
                    inside.append(situation.inRegion(i) ? 'x' : '-');
                }
                seen.add(inside.toString());
                known.add(situation.knownInRegion().orElseThrow());
                return Strategies.farthestPoint().prefer(situation, seed);
            }
        };
        Trial trial = trial().withRegion(new boolean[] {true, false}, new boolean[] {true, true, false, false, false});
        new Simulation(new Diary(), 1, 5, 1).run(trial, looks, SEED);
        assertEquals(5, seen.size());
        assertEquals("xx---", seen.get(0));
        // Farthest-point takes 6 first.
        assertEquals("xx--", seen.get(1));
        assertEquals(List.of(true, false), known.get(0));
        assertEquals(List.of(true, false, false), known.get(1), "what was bought lies where it lay in the offer");
        for (String offer : seen) {
            assertTrue(offer.contains("x"), "a region without candidates would be refused");
        }
    }

    /** The dearest are left: 3 + 3 fits 7, a third does not. */
    @Test
    void moneyIsSpentRoundByRound() {
        Trial free = trial();
        Trial priced = new Trial(
                free.encoding(),
                free.start(),
                new Candidates(free.offer().ids(), free.offer().features(), new double[] {3, 3, 3, 3, 8}),
                free.results(),
                free.test(),
                free.startRegion(),
                free.region());
        List<Simulation.Stage> stages =
                new Simulation(new Diary(), new Budget(4, 7), 5, 1).run(priced, Strategies.random(), SEED);
        assertArrayEquals(
                new int[] {2, 4, 6},
                stages.stream().mapToInt(Simulation.Stage::labelled).toArray(),
                "8 is never affordable");
    }

    /** A test row of class b; the model says so with 3 / 4 after b was bought twice. */
    @Test
    void classesAreScoredByTheirMetrics() {
        Task task = new Task.Classification(List.of("a", "b"));
        Dataset all =
                Dataset.of(Matrix.of(new double[][] {{0}, {1}, {2}, {3}, {4}}), new double[] {1, 0, 1, 1, 1}, task);
        TargetModel.Trainer shares = (train, seed) -> features -> {
            double b = Arrays.stream(train.targets()).average().orElseThrow();
            double[] probabilities = new double[2 * features.rows()];
            for (int row = 0; row < features.rows(); row++) {
                probabilities[2 * row] = 1 - b;
                probabilities[2 * row + 1] = b;
            }
            return Matrix.of(features.rows(), 2, probabilities);
        };
        Trial trial = Trial.of(all, Deal.inTime(new int[] {0, 1, 2, 3, 4}, 2, 2, 1, SEED));
        List<Simulation.Stage> stages = new Simulation(shares, 2, 1, 1).run(trial, Strategies.random(), SEED);
        assertEquals(0, stages.get(0).scores().get(Metric.ACCURACY), 0, "of equal classes the first");
        assertEquals(1, stages.get(1).scores().get(Metric.ACCURACY), 0);
        assertEquals(-Math.log(0.75), stages.get(1).scores().get(Metric.LOG_LOSS), 1e-12);
        assertEquals(2.0 / 16, stages.get(1).scores().get(Metric.BRIER), 1e-12);
        assertEquals(Set.copyOf(Metric.of(task)), stages.get(1).scores().keySet());
    }
}
