package assay.acquisition.diversity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import assay.kernels.Distances;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FarthestPointTest {

    private static final Matrix NOTHING = Matrix.of(0, 1, new double[0]);

    /** The definition: a scan of all candidates after every pick. */
    private static final class Scan {

        private final double[] pool;
        private final int d;
        private final double[] squaredWeights;
        private final double[] squared;
        private final boolean[] picked;
        private boolean anyCenter;

        Scan(Matrix covered, Matrix pool, double[] weights, double exponent) {
            this.pool = pool.toArray();
            this.d = pool.columns();
            this.squaredWeights =
                    Arrays.stream(weights).map(w -> Math.pow(w, 2 * exponent)).toArray();
            this.squared = new double[pool.rows()];
            this.picked = new boolean[pool.rows()];
            Arrays.fill(squared, Double.POSITIVE_INFINITY);
            for (int row = 0; row < covered.rows(); row++) {
                cover(covered.toArray(), row);
            }
        }

        private void cover(double[] centers, int row) {
            anyCenter = true;
            for (int i = 0; i < squared.length; i++) {
                squared[i] = Math.min(squared[i], Distances.squared(pool, i, centers, row, d));
            }
        }

        int best(IntPredicate allowed, IntToDoubleFunction price) {
            int best = -1;
            double highest = -1;
            for (int i = 0; i < squared.length; i++) {
                double p = price.applyAsDouble(i);
                double score = (anyCenter ? squaredWeights[i] * squared[i] : squaredWeights[i]) / (p * p);
                if (!picked[i] && allowed.test(i) && score > highest) {
                    best = i;
                    highest = score;
                }
            }
            return best;
        }

        void take(int candidate) {
            picked[candidate] = true;
            cover(pool, candidate);
        }
    }

    /** On a line with 0 known: 10 is farthest, then 5 (5 from both), then 2 and 7 in pool order. */
    @Test
    void fillsALine() {
        Matrix known = Matrix.of(new double[] {0});
        Matrix pool = Matrix.of(new double[][] {{2}, {7.5}, {10}, {5}});
        assertEquals(List.of(2, 3, 1, 0), picks(new FarthestPoint(known, pool), 4));
    }

    @Test
    void withoutHistoryTheFirstCandidateComesFirst() {
        FarthestPoint cover = new FarthestPoint(NOTHING, Matrix.of(new double[][] {{1}, {2}}));
        assertEquals(Double.POSITIVE_INFINITY, cover.distance(1));
        assertEquals(List.of(0, 1), picks(cover, 5));
    }

    @Test
    void whatIsNotAllowedIsNotPicked() {
        Matrix pool = Matrix.of(new double[][] {{1}, {2}, {9}});
        FarthestPoint cover = new FarthestPoint(Matrix.of(new double[] {0}), pool);
        assertEquals(1, cover.pick(i -> i != 2).orElseThrow().candidate());
        assertEquals(Optional.empty(), cover.pick(i -> false));
        assertEquals(7, cover.farthest(i -> true).orElseThrow().distance());
    }

    /**
     * 500 problems in 1 to 20 dimensions: clouds, grids full of ties, copies of a few points, candidates that are known tests,
     * nothing known, candidates that are not allowed, or not any more, and picks that were not the farthest.
     */
    @Test
    void picksWhatAScanPicks() {
        for (int problem = 0; problem < 500; problem++) {
            Seed seed = new Seed(4711).derive(problem);
            RandomGenerator random = seed.generator();
            int d = problem % 5 == 0 ? 1 : 1 + random.nextInt(20);
            Matrix pool = points(1 + random.nextInt(400), d, problem % 4, random);
            Matrix known = problem % 7 == 0
                    ? Matrix.of(0, d, new double[0])
                    : points(1 + random.nextInt(90), d, problem % 4, random);
            if (problem % 3 == 0) {
                known = known.above(pool.select(new int[] {random.nextInt(pool.rows()), random.nextInt(pool.rows())}));
            }
            boolean[] banned = new boolean[pool.rows()];
            double share = problem % 6 == 0 ? 0.9 : problem % 2 == 0 ? 0.2 : 0;
            for (int i = 0; i < banned.length; i++) {
                banned[i] = random.nextDouble() < share;
            }
            double exponent = problem % 8 == 0 ? 0.5 : 1;
            double[] weights =
                    random.doubles(pool.rows()).map(w -> w < 0.1 ? 0 : w).toArray();
            if (problem % 3 != 1) {
                Arrays.fill(weights, 1);
            }
            FarthestPoint cover = problem % 3 != 1
                    ? new FarthestPoint(known, pool)
                    : FarthestPoint.weighted(known, pool, weights, exponent);
            compare(new Scan(known, pool, weights, exponent), cover, banned, random, "problem " + problem);
        }
    }

    private static void compare(
            Scan scan, FarthestPoint cover, boolean[] banned, RandomGenerator random, String problem) {
        double[] prices = random.doubles(banned.length, 0.5, 3).toArray();
        double[] fixed = prices.clone();
        IntToDoubleFunction steady = i -> fixed[i];
        int count = Math.min(banned.length, 1 + random.nextInt(120));
        for (int pick = 0; pick < count; pick++) {
            if (random.nextInt(30) == 0) {
                prices[random.nextInt(prices.length)] = 0.1;
            }
            int kind = random.nextInt(4);
            IntToDoubleFunction price = kind == 0 ? i -> prices[i] : kind == 1 ? i -> 1 : steady;
            int expected = scan.best(i -> !banned[i], price);
            Optional<FarthestPoint.Gap> found =
                    pick % 3 == 0 ? cover.farthest(i -> !banned[i], price) : cover.farthest(i -> !banned[i]);
            if (pick % 3 != 0) {
                expected = scan.best(i -> !banned[i], i -> 1);
            }
            String where = problem + ", pick " + pick;
            assertEquals(expected, found.map(FarthestPoint.Gap::candidate).orElse(-1), where);
            if (found.isPresent()) {
                double distance = found.get().distance();
                assertEquals(Math.sqrt(scan.squared[expected]), distance, 0, where);
            }
            int one = random.nextInt(banned.length);
            if (pick % 5 == 0) {
                assertEquals(Math.sqrt(scan.squared[one]), cover.distance(one), 0, where);
            }
            if (pick % 4 == 3) {
                banned[one] = !banned[one];
            }
            int taken = pick % 11 == 10 ? one : expected;
            if (taken >= 0) {
                scan.take(taken);
                cover.take(taken);
            }
            if (pick % 13 == 12) {
                double[] point = random.doubles(scan.d, -2, 2).toArray();
                scan.cover(point, 0);
                cover.cover(point);
            }
        }
    }

    /** Cloud, grid, few points many times, or a cloud in which many are far outside. */
    private static Matrix points(int rows, int d, int form, RandomGenerator random) {
        double[] values = new double[rows * d];
        for (int i = 0; i < rows; i++) {
            double far = form == 3 && random.nextInt(5) == 0 ? 10 : 1;
            int copied = form == 2 ? random.nextInt(5) : 0;
            for (int j = 0; j < d; j++) {
                values[i * d + j] = switch (form) {
                    case 1 -> random.nextInt(3);
                    case 2 -> (copied * (j + 3)) % 5;
                    default -> far * random.nextGaussian();
                };
            }
        }
        return Matrix.of(rows, d, values);
    }

    /** Gonzalez 1985: the remaining distance is at most twice the least possible, here by trying all pairs and triples. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void isAtMostTwiceTheBest(long seed) {
        Matrix known = random(2, seed);
        Matrix pool = random(12, seed + 100);
        double[] alike = new double[12];
        Arrays.fill(alike, 1);
        double radius = radius(known, pool, alike, picks(new FarthestPoint(known, pool), 3));
        double bound = 2 * leastRadius(known, pool, alike);
        assertTrue(radius <= bound + 1e-12, () -> "radius " + radius + " exceeds " + bound);
    }

    /** Dyer and Frieze 1985: at most 1 + the ratio of the weights times the least possible, and at most three times. */
    @Test
    void weightedIsAtMostThreeTimesTheBest() {
        double worst = 0;
        for (int problem = 0; problem < 200; problem++) {
            Matrix known = problem % 2 == 0 ? Matrix.of(0, 2, new double[0]) : random(2, problem);
            Matrix pool = random(10, problem + 1000);
            double ratio = problem % 3 == 0 ? 1.5 : 20;
            double[] weights = new Seed(problem)
                    .generator()
                    .doubles(10)
                    .map(u -> 1 + u * (ratio - 1))
                    .toArray();
            double radius = radius(known, pool, weights, picks(FarthestPoint.weighted(known, pool, weights, 1), 3));
            double least = leastRadius(known, pool, weights);
            double bound = Math.min(
                    3,
                    1
                            + Arrays.stream(weights).max().getAsDouble()
                                    / Arrays.stream(weights).min().getAsDouble());
            assertTrue(radius <= bound * least + 1e-12, "problem " + problem + ": " + radius + " against " + least);
            worst = Math.max(worst, radius / least);
        }
        assertTrue(worst > 1.2, "too easy: at most " + worst + " times the best");
    }

    private static double leastRadius(Matrix known, Matrix pool, double[] weights) {
        double least = Double.POSITIVE_INFINITY;
        for (int a = 0; a < pool.rows(); a++) {
            for (int b = a; b < pool.rows(); b++) {
                for (int c = b; c < pool.rows(); c++) {
                    least = Math.min(least, radius(known, pool, weights, List.of(a, b, c)));
                }
            }
        }
        return least;
    }

    private static double radius(Matrix known, Matrix pool, double[] weights, List<Integer> picks) {
        FarthestPoint cover = new FarthestPoint(known, pool);
        picks.forEach(cover::take);
        return IntStream.range(0, pool.rows())
                .mapToDouble(i -> weights[i] * cover.distance(i))
                .max()
                .orElseThrow();
    }

    /** What is three times as likely to be worth something may be a third as far; nothing known: the heaviest comes first. */
    @Test
    void weightsTheDistance() {
        Matrix pool = Matrix.of(new double[][] {{1}, {2}, {5}});
        Matrix origin = Matrix.of(new double[] {0});
        double[] weights = {6, 2, 1};
        assertEquals(List.of(0), picks(FarthestPoint.weighted(origin, pool, weights, 1), 1));
        assertEquals(List.of(2), picks(FarthestPoint.weighted(origin, pool, weights, 0.5), 1));
        assertEquals(List.of(2), picks(FarthestPoint.weighted(origin, pool, weights, 0), 1));
        assertEquals(List.of(0, 1, 2), picks(FarthestPoint.weighted(NOTHING, pool, weights, 2), 3));
    }

    @Test
    void asksForWeightsAndFeaturesThatAreNumbers() {
        Matrix pool = Matrix.of(new double[][] {{1}, {2}});
        assertEquals(
                "2 candidates need as many weights but got 1",
                refusal(() -> FarthestPoint.weighted(NOTHING, pool, new double[1], 1)));
        assertEquals(
                "weight NaN of candidate 1 must be a number of at least 0, also when it is raised to the power of 2.0",
                refusal(() -> FarthestPoint.weighted(NOTHING, pool, new double[] {1, Double.NaN}, 1)));
        assertEquals(
                "exponent (-1.0) must be a number of at least 0. Maybe 1?",
                refusal(() -> FarthestPoint.weighted(NOTHING, pool, new double[2], -1)));
        assertEquals(
                "feature 0 of candidate 1 is NaN: no distance can be told",
                refusal(() -> new FarthestPoint(NOTHING, Matrix.of(new double[][] {{1}, {Double.NaN}}))));
        assertEquals(
                "known experiments have 2 features but candidates have 1",
                refusal(() -> new FarthestPoint(Matrix.of(new double[] {1, 2}), pool)));
    }

    private static String refusal(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    /** What makes a million candidates possible: most are never measured against most picks. */
    @Test
    void asksOnlyOfCandidatesThatWouldWin() {
        Matrix pool =
                Matrix.of(20_000, 2, new Seed(3).generator().doubles(40_000).toArray());
        FarthestPoint cover = new FarthestPoint(Matrix.of(new double[] {0.5, 0.5}), pool);
        int[] asked = new int[1];
        for (int pick = 0; pick < 200; pick++) {
            cover.pick(i -> {
                asked[0]++;
                return true;
            });
        }
        assertTrue(asked[0] < 200 * 20_000 / 20, asked[0] + " questions");
    }

    private static Matrix random(int rows, long seed) {
        return Matrix.of(rows, 2, new Seed(seed).generator().doubles(2L * rows).toArray());
    }

    private static List<Integer> picks(FarthestPoint cover, int count) {
        List<Integer> picks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cover.pick(candidate -> true).ifPresent(gap -> picks.add(gap.candidate()));
        }
        return picks;
    }
}
