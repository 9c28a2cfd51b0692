package assay.acquisition.trial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import assay.acquisition.Acquirer;
import assay.acquisition.Column;
import assay.acquisition.Dataset;
import assay.acquisition.Kind;
import assay.acquisition.Matrix;
import assay.acquisition.Pick;
import assay.acquisition.Plan;
import assay.acquisition.Role;
import assay.acquisition.Schema;
import assay.acquisition.Seed;
import assay.acquisition.Table;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import assay.acquisition.batch.BatchBuilder;
import assay.acquisition.strategy.Strategies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
}
