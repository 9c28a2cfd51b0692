package assay.acquisition.strategy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Candidates;
import assay.acquisition.Dataset;
import assay.acquisition.Embedding;
import assay.acquisition.Matrix;
import assay.acquisition.Preference;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Task;
import assay.acquisition.Valuation;
import assay.kernels.Distances;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ActiveShapleyTest {

    private static final Seed SEED = new Seed(1);
    private static final Preselection PUBLISHED = Preselection.DEFAULT.withWithin(Preselection.Within.POOL);
    private static final Task TWO = new Task.Classification(List.of("a", "b"));

    /** Sees ten times the features, and finds all classes as likely. */
    private record TenTimes(int outputs) implements Embedding {
        @Override
        public Matrix embed(Matrix features) {
            return Matrix.of(
                    features.rows(),
                    features.columns(),
                    Arrays.stream(features.toArray()).map(x -> 10 * x).toArray());
        }

        @Override
        public Matrix predict(Matrix features) {
            double[] alike = new double[features.rows() * outputs];
            Arrays.fill(alike, 1.0 / outputs);
            return Matrix.of(features.rows(), outputs, alike);
        }
    }

    private static Strategies.EmbeddedAppraisal worth(double... values) {
        return (known, seed) -> new Strategies.Appraised(
                new TenTimes(known.task().outputs()), new Valuation(known.ids(), values, values, "test"));
    }

    private static Situation situation(double[] known, double[] targets, Task task, int batch, double... pool) {
        return Situation.of(
                Dataset.of(Matrix.of(known.length, 1, known), targets, task),
                new Candidates(
                        IntStream.range(0, pool.length).mapToObj(i -> "c" + i).toList(),
                        Matrix.of(pool.length, 1, pool),
                        IntStream.range(0, pool.length).mapToDouble(i -> 1).toArray()),
                batch);
    }

    private static List<Integer> picks(Preference preference, int count) {
        List<Integer> picks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int pick = preference.best(c -> true, c -> 1).orElseThrow().candidate();
            preference.take(pick);
            picks.add(pick);
        }
        return picks;
    }

    @Test
    void nearestFirstAndTheFirstOfEquals() {
        double[] points = {5, 1, 3, 1, 4};
        assertArrayEquals(new int[][] {{4, 0, 2}, {1, 3, 2}}, Nearest.of(points, 5, new double[] {4.2, 0}, 2, 1, 3));
        assertArrayEquals(new int[][] {{2, 4, 0, 1, 3}}, Nearest.of(points, 5, new double[] {3}, 1, 1, 5));
    }

    /** Of points on a grid, where many are equally near; more queries than are looked at together. */
    @Test
    void nearestAreThoseOfAStableSort() {
        RandomGenerator random = SEED.generator();
        int d = 3;
        double[] points = random.ints(40 * d, 0, 4).asDoubleStream().toArray();
        double[] queries = random.ints(50 * d, 0, 4).asDoubleStream().toArray();
        int[][] nearest = Nearest.of(points, 40, queries, 50, d, 7);
        for (int q = 0; q < 50; q++) {
            int query = q;
            int[] expected = IntStream.range(0, 40)
                    .boxed()
                    .sorted(Comparator.comparingDouble(row -> Distances.squared(points, row, queries, query, d)))
                    .limit(7)
                    .mapToInt(row -> row)
                    .toArray();
            assertArrayEquals(expected, nearest[q]);
        }
    }

    /**
     * Class a is at 0 and worth 1, class b at 1 and worth 5 near 1 but -9 at 4. Candidates at 0 .. 1 get max(1, mean of b): with two
     * of b, that is (5 - 9) / 2 = -2, so a's 1 counts for all, and ties keep pool order.
     */
    @Test
    void theMostHopefulClassCounts() {
        double[] known = {0, 1, 4};
        Situation situation = situation(known, new double[] {0, 1, 1}, TWO, 1, .9, .5, 3, .2, 2, .1, .3);
        List<Integer> picks = picks(Strategies.ads(worth(1, 5, -9), PUBLISHED).prefer(situation, SEED), 3);
        // Three of seven are preselected: .9, .5 and 3, all of them worth 1.
        assertEquals(List.of(2, 1, 0), picks);
    }

    /** Numbers: candidates near the known ones of high value, and of those the farthest, ten times as far as the network sees it. */
    @Test
    void numbersHaveOneGroupOfNeighbours() {
        double[] known = {0, 0.1, 0.2, 0.3, 0.4, 9, 9.1, 9.2, 9.3, 9.4};
        double[] values = {1, 1, 1, 1, 1, 0, 0, 0, 0, 0};
        Situation situation =
                situation(known, values, new Task.Regression(), 1, 20, -1, -2, 30, 9.5, 9.6, 9.7, 9.8, 9.9, 10);
        Preference preference = Strategies.ads(worth(values), PUBLISHED).prefer(situation, SEED);
        Preference.Choice first = preference.best(i -> true, i -> 1).orElseThrow();
        // Worth 1: -1 and -2. The third of 30 % of ten is the first of the others, 20, and the farthest of the three.
        assertEquals(0, first.candidate());
        assertEquals(10 * (20 - 9.4), first.gain(), 1e-9);
        preference.take(0);
        assertEquals(2, preference.best(i -> true, i -> 1).orElseThrow().candidate());
        assertEquals("ads", preference.grounds().used());
        assertTrue(preference.grounds().valuation().isPresent());
    }

    @Test
    void whatIsUnderWayIsCovered() {
        double[] known = {0, 1};
        Situation situation = situation(known, new double[] {0, 1}, new Task.Regression(), 2, 3, 5, -1.5, 2);
        assertEquals(List.of(1), picks(Strategies.ads(worth(1, 1)).prefer(situation, SEED), 1));
        Situation pending = situation.withPending(Matrix.of(1, 1, new double[] {5}));
        assertEquals(List.of(0), picks(Strategies.ads(worth(1, 1)).prefer(pending, SEED), 1));
    }

    /** Everything can be bought in the end, each candidate once. */
    @Test
    void moreArePreselectedWhereTheFirstAreGone() {
        double[] pool = SEED.generator().doubles(23).toArray();
        Situation situation = situation(new double[] {0, 1}, new double[] {0, 1}, TWO, 2, pool);
        Preference preference = Strategies.ads(worth(2, 1)).prefer(situation, SEED);
        List<Integer> picks = picks(preference, 23);
        assertEquals(23, picks.stream().distinct().count());
        assertTrue(preference.best(c -> true, c -> 1).isEmpty());
    }

    /** Written down again: sort by the highest class mean, keep 30 %, greedy k-center in the embedding. */
    @Test
    void agreesWithBruteForce() {
        for (int seed = 0; seed < 20; seed++) {
            double[] x = new Seed(seed).generator().doubles(30).toArray();
            double[] targets = IntStream.range(0, 30).mapToDouble(i -> i % 3).toArray();
            double[] values =
                    new Seed(seed).derive("values").generator().doubles(30).toArray();
            double[] pool =
                    new Seed(seed).derive("pool").generator().doubles(40).toArray();
            Task three = new Task.Classification(List.of("a", "b", "c"));
            Situation situation = situation(x, targets, three, 4, pool);

            double[] expected = new double[40];
            for (int i = 0; i < 40; i++) {
                double at = pool[i];
                expected[i] = IntStream.range(0, 3)
                        .mapToDouble(c -> IntStream.range(0, 30)
                                .filter(row -> row % 3 == c)
                                .boxed()
                                .sorted(Comparator.comparingDouble(row -> Math.abs(x[row] - at)))
                                .limit(5)
                                .sorted()
                                .mapToDouble(row -> values[row])
                                .reduce(0, Double::sum))
                        .max()
                        .orElseThrow();
            }
            List<Integer> kept = IntStream.range(0, 40)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -expected[i]))
                    .limit(12)
                    .toList();
            List<Double> centers = new ArrayList<>(Arrays.stream(x).boxed().toList());
            List<Integer> batch = new ArrayList<>();
            for (int pick = 0; pick < 4; pick++) {
                int best = -1;
                double most = -1;
                for (int i : kept) {
                    double gap = centers.stream()
                            .mapToDouble(c -> Math.abs(c - pool[i]))
                            .min()
                            .orElseThrow();
                    if (!batch.contains(i) && gap > most) {
                        most = gap;
                        best = i;
                    }
                }
                batch.add(best);
                centers.add(pool[best]);
            }
            assertEquals(batch, picks(Strategies.ads(worth(values), PUBLISHED).prefer(situation, SEED), 4));
        }
    }

    /**
     * Around 0 everything is worth 1, around 9 nothing: of the whole pool the candidates near 0 are kept, of every cell the same share, the first in
     * the pool of those that are worth the same.
     */
    @Test
    void everyNeighbourhoodKeepsItsBest() {
        double[] known = {0, 9};
        double[] pool = {7.9, 1, 8.5, 2, 9.5, 3, 10, -1};
        Situation situation = situation(known, new double[] {0, 9}, new Task.Regression(), 1, pool);
        Preselection half = Preselection.DEFAULT.withShare(0.5).withNeighbours(1);
        // Of 0: 1 and 2. Of 9: 7.9 and 8.5.
        assertEquals(List.of(3, 0), picks(Strategies.ads(worth(1, 0), half).prefer(situation, SEED), 2));
        // 1, 2, 3 and -1.
        assertEquals(
                List.of(5, 1),
                picks(
                        Strategies.ads(worth(1, 0), half.withWithin(Preselection.Within.POOL))
                                .prefer(situation, SEED),
                        2));
    }

    /** A cell is that of the nearest known experiment, whatever its class. */
    @Test
    void cellsAreOfAllClasses() {
        double[] known = {0, 1, 9, 10};
        double[] pool = {.1, .2, .9, 1.1, 8.9, 9.2, 10.1, 10.2};
        Situation situation = situation(known, new double[] {0, 1, 0, 1}, TWO, 1, pool);
        Preselection one = Preselection.DEFAULT.withShare(0.5).withNeighbours(1);
        // Each class has one value, so all are worth 4 and the first of each cell is kept: .1, .9, 8.9 and 10.1.
        Preference preference = Strategies.ads(worth(4, 2, 4, 2), one).prefer(situation, SEED);
        assertEquals(Set.of(0, 2, 4, 6), Set.copyOf(picks(preference, 4)));
    }

    /** A share of all candidates is greedy k-center over the pool, whatever they are worth. */
    @Test
    void aShareOfOneIsKCenter() {
        double[] pool = SEED.generator().doubles(30).toArray();
        Situation situation = situation(new double[] {.2, .7}, new double[] {0, 1}, TWO, 3, pool);
        Preference all =
                Strategies.ads(worth(2, 1), Preselection.DEFAULT.withShare(1)).prefer(situation, SEED);
        assertEquals(picks(Strategies.farthestPoint().prefer(situation, SEED), 6), picks(all, 6));
    }

    /** One neighbour of each class: the class b at 1 is worth 5 wherever the b at 4 is not nearer. */
    @Test
    void fewerNeighboursAndALowerShare() {
        Situation situation =
                situation(new double[] {0, 1, 4}, new double[] {0, 1, 1}, TWO, 1, 3, 2.6, 9, 8, 2, .1, -5);
        Preselection preselection = PUBLISHED.withNeighbours(1).withShare(0.28);
        // 2, .1 and -5 are worth 5; two of seven are preselected.
        assertEquals(
                List.of(4, 5),
                picks(Strategies.ads(worth(1, 5, -9), preselection).prefer(situation, SEED), 2));
    }

    /** Where the appraisal says what candidates are worth, neighbours are not asked. */
    @Test
    void theWorthThatIsKnownCounts() {
        Strategies.EmbeddedAppraisal appraisal = (known, seed) -> new Strategies.Appraised(
                new TenTimes(2),
                new Valuation(known.ids(), new double[2], new double[2], "test"),
                Optional.of(embedded -> {
                    double[] values = new double[2 * embedded.rows()];
                    for (int i = 0; i < embedded.rows(); i++) {
                        values[2 * i + i % 2] = embedded.at(i, 0);
                        values[2 * i + 1 - i % 2] = -100;
                    }
                    return Matrix.of(embedded.rows(), 2, values);
                }));
        Situation situation = situation(new double[] {0, 1}, new double[] {0, 1}, TWO, 1, 1.5, 6, -7, 5, -6, -9);
        assertEquals(List.of(1, 3), picks(Strategies.ads(appraisal, PUBLISHED).prefer(situation, SEED), 2));
        // Candidates of 0 (worth -60, -70 and -90) keep their best as those of 1 do.
        Preselection third = Preselection.DEFAULT.withShare(0.3);
        assertEquals(List.of(4, 1), picks(Strategies.ads(appraisal, third).prefer(situation, SEED), 2));
    }

    @Test
    void sharesAndNeighboursHaveBounds() {
        assertThrows(IllegalArgumentException.class, () -> Preselection.DEFAULT.withShare(0));
        assertThrows(IllegalArgumentException.class, () -> Preselection.DEFAULT.withShare(1.1));
        assertThrows(IllegalArgumentException.class, () -> Preselection.DEFAULT.withShare(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Preselection.DEFAULT.withNeighbours(0));
    }
}
