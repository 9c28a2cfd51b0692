package assay.valuation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import assay.valuation.KnnShapley.Vote;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Experiments are numbered from the nearest one on, unless a test says otherwise. */
class NeighbourGameTest {

    private static final int CASES = 200;

    private static double[] values(NeighbourGame game, int[] nearest, double target) {
        double[] sums = new double[2 * nearest.length];
        game.add(nearest, target, sums);
        for (int i = 0; i < nearest.length; i++) {
            assertEquals(sums[2 * i] * sums[2 * i], sums[2 * i + 1]);
        }
        return IntStream.range(0, nearest.length).mapToDouble(i -> sums[2 * i]).toArray();
    }

    private static double[] votes(double[] classes, int count, int k, Vote vote, double target) {
        int[] nearest = IntStream.range(0, classes.length).toArray();
        return values(new VoteGame(classes, count, List.of(k), vote), nearest, target);
    }

    /** From the recursions in numpy, which were checked by enumeration; more neighbours than experiments in the second. */
    @Test
    void hardVotesByHand() {
        assertArrayEquals(
                new double[] {.25, -.25, .25, .25, 0, 0},
                votes(new double[] {1, 0, 1, 1, 0, 2}, 3, 2, Vote.HARD, 1),
                1e-12);
        assertArrayEquals(new double[] {.2, 0, .2}, votes(new double[] {1, 0, 1}, 2, 5, Vote.HARD, 1), 1e-12);
    }

    /** From the recursion in numpy, checked by enumeration. */
    @Test
    void softVotesByHand() {
        assertArrayEquals(
                new double[] {.2444444444, -.3555555556, .2444444444, .2444444444, -.1055555556, -.1055555556},
                votes(new double[] {1, 0, 1, 1, 0, 2}, 3, 2, Vote.SOFT, 1),
                1e-10);
    }

    /** From the recursion in numpy, checked by enumeration. */
    @Test
    void meansByHand() {
        MeanGame game = new MeanGame(new double[] {1, 3, -1, 2, .5}, List.of(2));
        assertArrayEquals(
                new double[] {-.08125, 1.04375, -1.20625, .23125, -.2375},
                values(game, new int[] {0, 1, 2, 3, 4}, 1.5),
                1e-12);
    }

    @Test
    void votesAgreeWithTheDefinition() {
        for (Vote vote : Vote.values()) {
            for (int i = 0; i < CASES; i++) {
                SplittableRandom random = new SplittableRandom(i);
                int n = 1 + random.nextInt(8);
                int count = 2 + random.nextInt(3);
                double[] classes = random.ints(n, 0, count).asDoubleStream().toArray();
                int target = random.nextInt(count);
                int[] nearest = shuffled(n, random);
                int k = 1 + random.nextInt(10);
                ToDoubleFunction<Integer> utility = set -> {
                    int[] members = members(set, nearest, k);
                    long right = Arrays.stream(members)
                            .filter(r -> classes[r] == target)
                            .count();
                    if (vote == Vote.HARD) {
                        return (double) right / k;
                    }
                    return members.length == 0 ? 1.0 / count : (double) right / members.length;
                };
                assertArrayEquals(
                        Enumeration.shapley(n, utility),
                        values(new VoteGame(classes, count, List.of(k), vote), nearest, target),
                        1e-12,
                        vote + ", case " + i);
            }
        }
    }

    @Test
    void meansAgreeWithTheDefinition() {
        for (int i = 0; i < CASES; i++) {
            SplittableRandom random = new SplittableRandom(i);
            int n = 1 + random.nextInt(8);
            double[] targets = random.doubles(n, -2, 2).toArray();
            double target = random.nextDouble(-2, 2);
            int[] nearest = shuffled(n, random);
            int k = 1 + random.nextInt(10);
            ToDoubleFunction<Integer> utility = set -> {
                double sum = Arrays.stream(members(set, nearest, k))
                        .mapToDouble(r -> targets[r])
                        .sum();
                return set == 0 ? 0 : -Math.pow(sum / k - target, 2);
            };
            assertArrayEquals(
                    Enumeration.shapley(n, utility),
                    values(new MeanGame(targets, List.of(k)), nearest, target),
                    1e-12,
                    "case " + i);
        }
    }

    /** Shapley values are linear in the utility. */
    @Test
    void severalNeighbourhoodsAreTheirMean() {
        SplittableRandom random = new SplittableRandom(1);
        double[] classes = random.ints(20, 0, 3).asDoubleStream().toArray();
        double[] targets = random.doubles(20, -1, 1).toArray();
        int[] nearest = shuffled(20, random);
        List<Integer> ks = List.of(1, 7, 30);
        for (Vote vote : Vote.values()) {
            double[] mean = new double[20];
            for (int k : ks) {
                double[] own = values(new VoteGame(classes, 3, List.of(k), vote), nearest, 2);
                Arrays.setAll(mean, r -> mean[r] + own[r] / 3);
            }
            assertArrayEquals(mean, values(new VoteGame(classes, 3, ks, vote), nearest, 2), 1e-13);
        }
        double[] mean = new double[20];
        for (int k : ks) {
            double[] own = values(new MeanGame(targets, List.of(k)), nearest, .3);
            Arrays.setAll(mean, r -> mean[r] + own[r] / 3);
        }
        assertArrayEquals(mean, values(new MeanGame(targets, ks), nearest, .3), 1e-13);
    }

    /** The k nearest of a set. */
    private static int[] members(int set, int[] nearest, int k) {
        return Arrays.stream(nearest)
                .filter(row -> (set >> row & 1) == 1)
                .limit(k)
                .toArray();
    }

    private static int[] shuffled(int n, SplittableRandom random) {
        int[] order = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return order;
    }
}
