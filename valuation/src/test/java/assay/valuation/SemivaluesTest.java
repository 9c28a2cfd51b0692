package assay.valuation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.Task;
import assay.acquisition.Valuation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every semivalue, by every way to draw sets, on games whose values are known. */
class SemivaluesTest {

    private static final Effort EFFORT = Effort.ofModels(20_000);

    static Dataset players(int n) {
        return Dataset.of(Matrix.of(n, 1, new double[n]), new double[n], new Task.Regression());
    }

    static List<Valuation> values(Utility game, int n, Seed seed, Retraining... methods) {
        return new RetrainingPlan(
                        List.of(methods),
                        (train, s) -> {
                            throw new AssertionError("a game trains nothing");
                        },
                        Runner.SEQUENTIAL,
                        Journal.NONE,
                        Deadline.NEVER)
                .value(players(n), game, seed);
    }

    private static double[] shapley(Sampling sampling, Utility game, int n) {
        return values(game, n, new Seed(1), new DataShapley(sampling, 0, EFFORT))
                .get(0)
                .values();
    }

    /** By hand: 1/3, 1/3 + 1/2, 1/3 + 1/2 + 2. */
    @ParameterizedTest
    @EnumSource(Sampling.class)
    void agreesWithTheAirportGame(Sampling sampling) {
        assertArrayEquals(new double[] {1 / 3., 5 / 6., 17 / 6.}, shapley(sampling, Games.airport(1, 2, 4), 3), 0.03);
    }

    /** Votes 4, 3, 2, 1 and more than 5 to win: pivotal in 10, 6, 6 and 2 of 24 orders; swings of 5, 3, 3 and 1 in 8. */
    @ParameterizedTest
    @EnumSource(Sampling.class)
    void agreesWithTheVotingGame(Sampling sampling) {
        Utility game = Games.voting(5, 4, 3, 2, 1);
        assertArrayEquals(new double[] {10 / 24., 6 / 24., 6 / 24., 2 / 24.}, shapley(sampling, game, 4), 0.02);
        assertArrayEquals(
                new double[] {5 / 8., 3 / 8., 3 / 8., 1 / 8.},
                values(game, 4, new Seed(2), new Banzhaf(EFFORT)).get(0).values(),
                0.02);
    }

    static Stream<Arguments> allWays() {
        return Stream.of(Sampling.values())
                .flatMap(sampling -> Stream.of(1L, 2L, 3L).map(seed -> Arguments.of(sampling, seed)));
    }

    /** Within 4.5 of the standard errors that are stated, and those of the size that errors really have. */
    @ParameterizedTest
    @MethodSource("allWays")
    void agreesWithEnumerationOnRandomGames(Sampling sampling, long number) {
        int n = 6 + (int) number;
        Seed seed = new Seed(number);
        Utility game = Games.random(seed.derive("game"));
        List<Valuation> all = values(
                game,
                n,
                seed,
                new DataShapley(sampling, 0, EFFORT),
                new BetaShapley(4, 1, sampling, 0, EFFORT),
                new BetaShapley(1, 4, sampling, 0, EFFORT));
        agrees(Games.enumerate(game, Coalitions.shapley(n)), all.get(0));
        agrees(Games.enumerate(game, Coalitions.beta(n, 4, 1)), all.get(1));
        agrees(Games.enumerate(game, Coalitions.beta(n, 1, 4)), all.get(2));
    }

    @ParameterizedTest
    @MethodSource("allWays")
    void sharedSetsServeEveryValue(Sampling ignored, long number) {
        int n = 7 + (int) number;
        Seed seed = new Seed(10 + number).derive(ignored.name());
        Utility game = Games.random(seed.derive("game"));
        Ame ame = Ame.DEFAULT.withFit(Ame.Fit.MEAN).withEffort(EFFORT);
        InfluenceSubsample influence = InfluenceSubsample.DEFAULT.withEffort(EFFORT);
        List<Valuation> all = values(
                game,
                n,
                seed,
                new DataShapley(Sampling.SUBSETS, 0, EFFORT),
                new BetaShapley(16, 1, Sampling.SUBSETS, 0, EFFORT),
                new Banzhaf(EFFORT),
                ame,
                influence);
        agrees(Games.enumerate(game, Coalitions.shapley(n)), all.get(0));
        agrees(Games.enumerate(game, Coalitions.beta(n, 16, 1)), all.get(1));
        agrees(Games.enumerate(game, Coalitions.bernoulli(n, .5)), all.get(2));
        agrees(averageMarginalEffects(game, n), all.get(3));
        agrees(ofOneSize(game, n, influence.size(n)), all.get(4));
        for (Valuation valuation : all) {
            assertTrue(valuation.provenance().contains("; 20000 models"), valuation.provenance());
        }
    }

    private static void agrees(double[] exact, Valuation valuation) {
        double squares = 0;
        for (int i = 0; i < exact.length; i++) {
            double z = (valuation.value(i) - exact[i]) / valuation.standardError(i);
            assertTrue(Math.abs(z) < 4.5, "player %d of %s: z = %s".formatted(i, valuation.provenance(), z));
            assertTrue(valuation.standardError(i) < 0.03, valuation.provenance());
            squares += z * z / exact.length;
        }
        assertTrue(squares < 4, "mean square of z is " + squares);
    }

    /** From the definition in the paper: the mean over p of the mean, over sets of others that join with p, of what i adds. */
    private static double[] averageMarginalEffects(Utility game, int n) {
        double[] effects = new double[n];
        for (double p : new double[] {.2, .4, .6, .8}) {
            for (int i = 0; i < n; i++) {
                for (long bits = 0; bits < 1L << n; bits++) {
                    if ((bits >> i & 1) == 0) {
                        int size = Long.bitCount(bits);
                        effects[i] += Math.pow(p, size)
                                * Math.pow(1 - p, n - 1 - size)
                                * (Games.of(game, bits | 1L << i) - Games.of(game, bits))
                                / 4;
                    }
                }
            }
        }
        return effects;
    }

    /** The mean over the sets of one size with i, less that over those without. */
    private static double[] ofOneSize(Utility game, int n, int size) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            for (long bits = 0; bits < 1L << n; bits++) {
                if (Long.bitCount(bits) == size) {
                    boolean with = (bits >> i & 1) == 1;
                    values[i] +=
                            Games.of(game, bits) / (with ? Games.choose(n - 1, size - 1) : -Games.choose(n - 1, size));
                }
            }
        }
        return values;
    }

    /** Shapley's axioms: by permutations exactly, since each of them satisfies them. */
    @ParameterizedTest
    @EnumSource(
            value = Sampling.class,
            names = {"PERMUTATION", "ANTITHETIC"})
    void permutationsAreEfficientExactly(Sampling sampling) {
        Utility game = Games.random(new Seed(5));
        double all = Games.of(game, (1 << 8) - 1);
        double sum = Arrays.stream(shapley(sampling, game, 8)).sum();
        assertEquals(all - 0.3, sum, 1e-9);
    }

    @ParameterizedTest
    @EnumSource(Sampling.class)
    void sumsAndTwinsAndDummies(Sampling sampling) {
        // Players 0 and 1 are twins; player 4 adds nothing to anything.
        Utility game = (members, replicate) -> (members.get(0) && members.get(1) ? 2 : 0)
                + (members.get(2) ? 1 : 0)
                + (members.get(3) && members.get(0) ? .5 : 0)
                + (members.get(3) && members.get(1) ? .5 : 0);
        double[] values = shapley(sampling, game, 5);
        assertEquals(4, Arrays.stream(values).sum(), 0.15);
        assertEquals(values[0], values[1], 0.08);
        assertEquals(0, values[4], sampling == Sampling.SUBSETS ? 0.03 : 0);
        assertArrayEquals(new double[] {1.25, 1.25, 1, .5, 0}, values, 0.08);
    }

    @Test
    void valuesOfAnAdditiveGameAreItsNumbers() {
        double[] worths = {1, -2, 3, 0, .5, .25};
        for (Retraining method : List.of(
                new DataShapley(Sampling.OWEN, 0, EFFORT),
                new BetaShapley(4, 1, Sampling.STRATIFIED, 0, EFFORT),
                new LeaveOneOut(1, EFFORT))) {
            assertArrayEquals(
                    worths,
                    values(Games.additive(worths), 6, new Seed(3), method)
                            .get(0)
                            .values(),
                    method instanceof BetaShapley ? 0.06 : 1e-9);
        }
    }

    /** With |.|, a game whose utility is negative is cut off no sooner than the same game shifted up. */
    @Test
    void truncationKnowsNoSign() {
        double[] worths = {1, 1, 1, 1, 1, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4};
        Utility game = Games.additive(worths);
        Utility below = (members, replicate) -> game.of(members, replicate) - 100;
        Utility falling = (members, replicate) -> -game.of(members, replicate);
        DataShapley truncated = new DataShapley(Sampling.PERMUTATION, 0.01, Effort.ofModels(2000));
        double[] plain = values(game, 15, new Seed(4), truncated).get(0).values();
        double[] shifted = values(below, 15, new Seed(4), truncated).get(0).values();
        double[] negative = values(falling, 15, new Seed(4), truncated).get(0).values();
        for (int i = 0; i < 15; i++) {
            assertEquals(plain[i], shifted[i], 1e-9);
            assertEquals(plain[i], -negative[i], 1e-9);
            assertEquals(worths[i], plain[i], 1e-3);
        }
    }

    @Test
    void truncationSavesModels() {
        Utility first = (members, replicate) -> members.isEmpty() ? 0 : 1;
        PermutationSampler cut = new PermutationSampler(first, 50, 2, 0.01, new Seed(1));
        double[] result = cut.evaluate(0, () -> {});
        // Five prefixes of each order, and all players.
        assertEquals(11, cut.models(result));
        assertEquals(
                99,
                new PermutationSampler(first, 50, 2, 0, new Seed(1))
                        .models(new PermutationSampler(first, 50, 2, 0, new Seed(1)).evaluate(0, () -> {})));
    }

    /** A number that all coalitions of a replicate share is the noise of a training's start; values hardly see it. */
    @ParameterizedTest
    @EnumSource(Sampling.class)
    void noiseThatASetSharesWithOthersOfItsReplicateCancels(Sampling sampling) {
        double[] worths = {1, -2, 3, 0, .5, .25, 0, 0};
        Utility game = Games.noisy(Games.additive(worths), 5, .1, new Seed(9));
        Valuation valuation = values(game, 8, new Seed(3), new DataShapley(sampling, 0, EFFORT))
                .get(0);
        double bound = sampling == Sampling.SUBSETS ? 0.5 : 0.05;
        for (int i = 0; i < 8; i++) {
            assertEquals(worths[i], valuation.value(i), bound);
        }
    }

    @Test
    void methodsThatShareTrainOnce() {
        int[] calls = {0};
        Utility counted = (members, replicate) -> {
            calls[0]++;
            return members.cardinality();
        };
        Effort effort = Effort.ofModels(1000);
        values(
                counted,
                30,
                new Seed(1),
                new DataShapley(Sampling.SUBSETS, 0, effort),
                new BetaShapley(4, 1, Sampling.SUBSETS, 0, effort),
                new Banzhaf(effort),
                Ame.DEFAULT.withFit(Ame.Fit.MEAN).withEffort(effort),
                InfluenceSubsample.DEFAULT.withEffort(effort));
        assertEquals(1000, calls[0]);
    }
}
