package assay.acquisition.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Candidates;
import assay.acquisition.Dataset;
import assay.acquisition.Explanation;
import assay.acquisition.Matrix;
import assay.acquisition.Preference;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import assay.acquisition.Task;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PickedOutTest {

    private static final int M = 12;

    /** Likes the first candidates best, and knows why. */
    private static final Strategy FIRST = new Strategy() {
        @Override
        public String name() {
            return "first";
        }

        @Override
        public Preference prefer(Situation situation, Seed seed) {
            return new First();
        }
    };

    private static final class First implements Preference {

        private final boolean[] taken = new boolean[M];

        @Override
        public Optional<Choice> best(IntPredicate allowed, IntToDoubleFunction price) {
            return IntStream.range(0, M)
                    .filter(i -> !taken[i] && allowed.test(i))
                    .mapToObj(i -> new Choice(i, M - i, "first"))
                    .findFirst();
        }

        @Override
        public void take(int candidate) {
            taken[candidate] = true;
        }

        @Override
        public Grounds grounds() {
            return Grounds.of("first");
        }

        @Override
        public Expectation expectation(int candidate) {
            return new Expectation(candidate, candidate - 1, candidate + 1);
        }

        @Override
        public Explanation explanation(int candidate) {
            return new Explanation(OptionalInt.of(candidate), List.of());
        }
    }

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

    /** However the batch is spread out, a candidate is expected and explained as by the strategy itself. */
    @ParameterizedTest
    @EnumSource(
            value = Diversity.class,
            names = {"CORESET", "KMEDIANS"})
    void whatIsKnownOfACandidateIsHandedOn(Diversity diversity) {
        Preference spread = Strategies.spreadOut(FIRST, diversity, (train, seed) -> features -> features)
                .prefer(situation(2), new Seed(1));
        assertEquals(new Preference.Expectation(7, 6, 8), spread.expectation(7));
        assertEquals(7, spread.explanation(7).tied().orElseThrow());
        assertEquals(7, spread.expectedValue(7));
    }

    /** One out of 0 .. 4 with a known test at -1: distances add up to 5 from 2 and from 3, to 6 from 4 and to more from 0 and 1. */
    @Test
    void theFiveFoldBatchIsRepresented() {
        Preference picked = new PickedOut(FIRST, "+kmedians", Pickers::kMedians).prefer(situation(1), new Seed(1));
        int best = picked.best(i -> true, i -> 1).orElseThrow().candidate();
        assertTrue(best == 2 || best == 3, "candidate " + best);
        assertEquals("first+kmedians", picked.grounds().used());
    }
}
