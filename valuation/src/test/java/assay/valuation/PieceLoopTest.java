package assay.valuation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.Valuation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.hipparchus.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;

/** Budgets, stopping and resuming, on games with noise. */
class PieceLoopTest {

    private static final int N = 30;
    private static final double[] WORTHS =
            new Seed(77).generator().doubles(N, -1, 1).toArray();

    private static Utility game(long seed) {
        return Games.noisy(Games.additive(WORTHS), 1, 2, new Seed(seed));
    }

    private static List<Valuation> run(
            Utility game, Journal journal, Deadline deadline, Runner runner, Retraining... methods) {
        return new RetrainingPlan(
                        List.of(methods),
                        (train, s) -> {
                            throw new AssertionError("a game trains nothing");
                        },
                        runner,
                        journal,
                        deadline)
                .value(SemivaluesTest.players(N), game, new Seed(5));
    }

    private static Valuation run(Utility game, Retraining method) {
        return run(game, Journal.NONE, Deadline.NEVER, Runner.SEQUENTIAL, method)
                .get(0);
    }

    private static int models(Valuation valuation) {
        return Integer.parseInt(valuation.provenance().replaceAll(".*; (\\d+) models.*", "$1"));
    }

    @Test
    void theBudgetIsKept() {
        for (int models : new int[] {60, 61, 500, 999}) {
            Effort effort = Effort.ofModels(models);
            assertEquals(models / 10 * 10, models(run(game(1), new Banzhaf(effort))));
            int permuted = models(run(game(1), new DataShapley(Sampling.PERMUTATION, 0, effort)));
            // Two permutations at least, for a standard error.
            assertTrue(permuted <= Math.max(models, 2 * N) && permuted > models - N, permuted + " of " + models);
        }
        // N removals; the set of all is evaluated once more.
        assertEquals(3 * N, models(run(game(1), LeaveOneOut.DEFAULT.withRepeats(3))));
    }

    /**
     * Simulated 15 times: values whose standard errors are said to be a tenth of the spread are as close to the truth as that,
     * on average; and with a tenth of that precision the budget runs out first.
     */
    @Test
    void precisionIsReachedWhenItIsClaimed() {
        double spread = spread();
        double squares = 0;
        int runs = 15;
        for (int run = 0; run < runs; run++) {
            Valuation valuation = run(
                    game(run),
                    new DataShapley(
                            Sampling.SUBSETS, 0, Effort.ofModels(200_000).withPrecision(0.1)));
            assertTrue(valuation.provenance().contains("good enough"), valuation.provenance());
            assertTrue(models(valuation) < 100_000);
            for (int i = 0; i < N; i++) {
                double error = (valuation.value(i) - WORTHS[i]) / spread;
                squares += error * error / N / runs;
            }
        }
        assertTrue(Math.sqrt(squares) < 0.105, "root mean square error over spread " + Math.sqrt(squares));
        Valuation never = run(game(1), new Banzhaf(Effort.ofModels(2000).withPrecision(0.001)));
        assertEquals(2000, models(never));
        assertFalse(never.provenance().contains("stopped"));
    }

    private static double spread() {
        double[] zeros = new double[N];
        return new Estimate(WORTHS, zeros, "").spread();
    }

    /** Simulated 40 times: where ranks of half and of all models correlate by .9, they correlate with the truth by .7 or more. */
    @Test
    void stableRanksAreNearTheTruth() {
        double least = 1;
        int most = 0;
        for (int run = 0; run < 40; run++) {
            Valuation valuation = run(
                    game(run),
                    new DataShapley(
                            Sampling.SUBSETS, 0, Effort.ofModels(200_000).withStability(0.9)));
            assertTrue(valuation.provenance().contains("good enough"), valuation.provenance());
            least = Math.min(least, new SpearmansCorrelation().correlation(WORTHS, valuation.values()));
            most = Math.max(most, models(valuation));
        }
        assertTrue(least > 0.7, "correlation " + least);
        assertTrue(most < 20_000, most + " models");
    }

    /** Values without meaning do not become stable: there is nothing but noise. */
    @Test
    void noiseIsNeverGoodEnough() {
        Utility noise = Games.noisy((members, replicate) -> 0, 1, 1, new Seed(2));
        int early = 0;
        for (int run = 0; run < 20; run++) {
            Utility game = Games.noisy(noise, 0, 1, new Seed(run));
            Valuation valuation = run(
                    game, new Banzhaf(Effort.ofModels(5000).withPrecision(0.3).withStability(0.9)));
            early += valuation.provenance().contains("stopped") ? 1 : 0;
        }
        assertEquals(0, early);
    }

    @Test
    void allMethodsOfAGroupHaveToHaveEnough() {
        Effort easy = Effort.ofModels(3000).withPrecision(10);
        List<Valuation> both = run(
                game(1),
                Journal.NONE,
                Deadline.NEVER,
                Runner.SEQUENTIAL,
                new Banzhaf(easy),
                new DataShapley(Sampling.SUBSETS, 0, easy.withPrecision(0.0001)));
        assertEquals(3000, models(both.get(0)));
        assertTrue(models(run(game(1), new Banzhaf(easy))) < 1000);
    }

    @Test
    void theTimeIsUpBetweenBlocks() {
        AtomicInteger asked = new AtomicInteger();
        Valuation valuation = run(
                        game(1),
                        Journal.NONE,
                        share -> asked.incrementAndGet() > 2,
                        Runner.SEQUENTIAL,
                        new Banzhaf(Effort.ofModels(10_000)))
                .get(0);
        assertEquals(3 * 160, models(valuation));
        assertTrue(valuation.provenance().contains("stopped when the time was up"), valuation.provenance());
    }

    /** Keeps results in a map. */
    private static final class Memory implements Journal {

        private final Map<String, double[]> kept = new HashMap<>();

        @Override
        public Optional<double[]> recall(String work, int piece) {
            return Optional.ofNullable(kept.get(work + piece)).map(double[]::clone);
        }

        @Override
        public void keep(String work, int piece, double[] result) {
            kept.put(work + piece, result.clone());
        }
    }

    private static Retraining[] methods() {
        Effort effort = Effort.ofModels(700);
        return new Retraining[] {
            new DataShapley(Sampling.ANTITHETIC, 0.01, effort),
            new BetaShapley(4, 1, Sampling.ANTITHETIC, 0.01, effort),
            new Banzhaf(effort.withPrecision(0.05)),
            Ame.DEFAULT.withEffort(effort),
            LeaveOneOut.DEFAULT
        };
    }

    /** Whatever pieces are missing, they alone are evaluated, and the values are the same to the last bit. */
    @Test
    void resumingChangesNoBit() {
        Memory whole = new Memory();
        List<Valuation> uninterrupted = run(game(1), whole, Deadline.NEVER, Runner.SEQUENTIAL, methods());
        for (int run = 0; run < 10; run++) {
            Memory part = new Memory();
            var random = new Seed(run).generator();
            whole.kept.forEach((key, result) -> {
                if (random.nextBoolean()) {
                    part.kept.put(key, result);
                }
            });
            int before = part.kept.size();
            List<Valuation> resumed = run(game(1), part, Deadline.NEVER, Runner.SEQUENTIAL, methods());
            same(uninterrupted, resumed);
            assertTrue(before < whole.kept.size());
            assertEquals(whole.kept.keySet(), part.kept.keySet());
        }
        List<Valuation> recalled = run(
                (members, replicate) -> {
                    throw new AssertionError("nothing is left to evaluate");
                },
                whole,
                Deadline.NEVER,
                Runner.SEQUENTIAL,
                methods());
        same(uninterrupted, recalled);
    }

    private static void same(List<Valuation> expected, List<Valuation> found) {
        for (int m = 0; m < expected.size(); m++) {
            Valuation a = expected.get(m);
            Valuation b = found.get(m);
            assertArrayEquals(a.values(), b.values());
            IntStream.range(0, N).forEach(i -> assertEquals(a.standardError(i), b.standardError(i)));
            assertEquals(a.provenance(), b.provenance());
        }
    }

    /** Pieces of work run backwards, as unlucky threads might. */
    private static final Runner BACKWARDS = new Runner() {
        @Override
        public <T> List<T> run(String what, int pieces, int steps, Work<T> work) {
            Object[] results = new Object[pieces];
            for (int i = pieces - 1; i >= 0; i--) {
                results[i] = work.run(i, () -> {});
            }
            @SuppressWarnings("unchecked")
            List<T> list = (List<T>) List.of(results);
            return list;
        }
    };

    @Test
    void theOrderOfThePiecesDoesNotMatter() {
        same(
                run(game(1), Journal.NONE, Deadline.NEVER, Runner.SEQUENTIAL, methods()),
                run(game(1), Journal.NONE, Deadline.NEVER, BACKWARDS, methods()));
    }

    /** More models go on where fewer stopped: the pieces are the same. */
    @Test
    void aLargerBudgetGoesOn() {
        Memory memory = new Memory();
        Banzhaf small = new Banzhaf(Effort.ofModels(400));
        Banzhaf large = new Banzhaf(Effort.ofModels(900));
        run(game(1), memory, Deadline.NEVER, Runner.SEQUENTIAL, small);
        assertEquals(40, memory.kept.size());
        same(
                run(game(1), Journal.NONE, Deadline.NEVER, Runner.SEQUENTIAL, large),
                run(game(1), memory, Deadline.NEVER, Runner.SEQUENTIAL, large));
    }

    /** The bar holds the models of the budget; every evaluation is a step. */
    @Test
    void progressIsInModels() {
        long[] announced = {0};
        int[] steps = {0};
        Runner counting = new Runner() {
            @Override
            public <T> List<T> run(String what, int pieces, int pieceSteps, Work<T> work) {
                return IntStream.range(0, pieces)
                        .mapToObj(i -> work.run(i, () -> steps[0]++))
                        .toList();
            }

            @Override
            public Rounds rounds(String what, long most) {
                announced[0] = most;
                return Runner.super.rounds(what, most);
            }
        };
        Memory memory = new Memory();
        run(game(1), memory, Deadline.NEVER, counting, new Banzhaf(Effort.ofModels(400)));
        assertEquals(400, announced[0]);
        assertEquals(400, steps[0]);
        steps[0] = 0;
        run(game(1), memory, Deadline.NEVER, counting, new Banzhaf(Effort.ofModels(1000)));
        // Whole blocks that are remembered are no work; the rest is all that is announced.
        assertEquals(680, announced[0]);
        assertEquals(600, steps[0]);
    }
}
