package assay.acquisition.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Candidates;
import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Preference;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import assay.acquisition.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomStrategyTest {

    private static final int M = 40;

    private static Situation situation(int batch) {
        Matrix line = Matrix.of(M, 1, IntStream.range(0, M).mapToDouble(i -> i).toArray());
        return Situation.of(
                Dataset.of(Matrix.of(1, 1, new double[] {-1}), new double[1], new Task.Regression()),
                new Candidates(
                        IntStream.range(0, M).mapToObj(i -> "c" + i).toList(),
                        line,
                        IntStream.range(0, M).mapToDouble(i -> 1).toArray()),
                batch);
    }

    private static List<Integer> picks(Strategy strategy, Situation situation, int count, long seed) {
        Preference preference = strategy.prefer(situation, new Seed(seed));
        List<Integer> picks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int pick = preference.best(c -> true, c -> 1).orElseThrow().candidate();
            preference.take(pick);
            picks.add(pick);
        }
        return picks;
    }

    @Test
    void theNullArmDrawsOtherNumbersFromTheSameSeed() {
        List<Integer> random = picks(Strategies.random(), situation(5), 5, 1);
        assertNotEquals(random, picks(Strategies.nullArm(), situation(5), 5, 1));
        assertEquals(random, picks(Strategies.random(), situation(5), 5, 1));
    }

    /** The five candidates of a region of five come first, in random order, and then others. */
    @Test
    void theRegionComesFirst() {
        boolean[] inside = new boolean[M];
        for (int i = 10; i < 15; i++) {
            inside[i] = true;
        }
        Situation region = situation(6).withRegion(inside);
        List<Integer> picks = picks(Strategies.randomInRegion(), region, 6, 1);
        assertEquals(
                List.of(10, 11, 12, 13, 14),
                picks.subList(0, 5).stream().sorted().toList());
        assertTrue(picks.get(5) < 10 || picks.get(5) > 14);
        assertNotEquals(picks, picks(Strategies.randomInRegion(), region, 6, 2));
    }

    /** The mean of the first pick is uniform on 10 .. 14: mean 12, standard error of 2000 draws sqrt(2 / 2000) = 0.03. */
    @Test
    void drawsInTheRegionAreUniform() {
        boolean[] inside = new boolean[M];
        for (int i = 10; i < 15; i++) {
            inside[i] = true;
        }
        Situation region = situation(1).withRegion(inside);
        double mean = IntStream.range(0, 2000)
                .map(seed -> picks(Strategies.randomInRegion(), region, 1, seed).get(0))
                .average()
                .orElseThrow();
        assertEquals(12, mean, 0.13);
    }

    /** Of two picks from ten random ones the second is far from the first: on a line of 40, never a neighbour. */
    @Test
    void theRandomPrefilterSpreadsOutAndVaries() {
        List<List<Integer>> batches = IntStream.range(0, 30)
                .mapToObj(seed -> picks(Strategies.randomPrefilter(), situation(2), 2, seed))
                .toList();
        assertTrue(batches.stream().allMatch(batch -> Math.abs(batch.get(0) - batch.get(1)) > 2));
        assertTrue(batches.stream().distinct().count() > 15);
        assertEquals("random-prefilter+coreset", Strategies.randomPrefilter().name());
    }
}
