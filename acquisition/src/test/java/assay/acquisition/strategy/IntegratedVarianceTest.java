package assay.acquisition.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Candidates;
import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Preference;
import assay.acquisition.SecondaryModel;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Skill;
import assay.acquisition.Strategy;
import assay.acquisition.Task;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntegratedVarianceTest {

    private static final Seed SEED = new Seed(3);

    static List<Strategy> both() {
        return List.of(Strategies.alc(), Strategies.alcPlain());
    }

    private static Dataset known(double... x) {
        double[] y = Arrays.stream(x).map(Math::sin).toArray();
        return Dataset.of(Matrix.of(x.length, 1, x), y, new Task.Regression());
    }

    private static Candidates pool(double... x) {
        return new Candidates(
                IntStream.range(0, x.length).mapToObj(i -> "c" + i).toList(),
                Matrix.of(x.length, 1, x),
                IntStream.range(0, x.length).mapToDouble(i -> 1).toArray());
    }

    private static int first(Strategy strategy, Situation situation) {
        return strategy.prefer(situation, SEED)
                .best(i -> true, i -> 1)
                .orElseThrow()
                .candidate();
    }

    /** A lonely candidate far away explains itself; one in the middle of a crowd explains the crowd. */
    @ParameterizedTest
    @MethodSource("both")
    void aCrowdBeatsAnOutlier(Strategy strategy) {
        Situation situation = Situation.of(known(-1, -0.8, -0.5), pool(1, 1.1, 1.2, 1.3, 1.4, 9), 1);
        assertEquals(5, first(Strategies.farthestPoint(), situation));
        assertTrue(first(strategy, situation) < 5);
    }

    /** The middle of a symmetric crowd explains most of it. */
    @Test
    void theMiddleExplainsMost() {
        assertEquals(2, first(Strategies.alcPlain(), Situation.of(known(-3), pool(1, 1.2, 1.4, 1.6, 1.8), 1)));
    }

    @ParameterizedTest
    @MethodSource("both")
    void whatIsUnderWayIsReckonedWith(Strategy strategy) {
        double[] crowdAndFew = {1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 4, 4.1, 4.2};
        Situation situation = Situation.of(known(-1, -0.9, -0.8), pool(crowdAndFew), 1);
        int first = first(strategy, situation);
        assertTrue(first < 8);
        Situation pending = situation.withPending(Matrix.of(1, 1, new double[] {crowdAndFew[first]}));
        assertTrue(first(strategy, pending) >= 8);
        Preference preference = strategy.prefer(situation, SEED);
        preference.take(first);
        assertTrue(preference.best(i -> true, i -> 1).orElseThrow().candidate() >= 8);
    }

    @ParameterizedTest
    @MethodSource("both")
    void onlyTheDeclaredRegionCounts(Strategy strategy) {
        Situation situation = Situation.of(known(-1, -0.9, -0.8), pool(0.9, 1, 1.1, 1.2, 5, 5.1), 1);
        assertTrue(first(strategy, situation) < 4);
        Situation far = situation.withRegion(new boolean[] {false, false, false, false, true, true});
        assertTrue(first(strategy, far) >= 4);
        assertTrue(strategy.prefer(far, SEED)
                .best(i -> true, i -> 1)
                .orElseThrow()
                .reason()
                .contains("the declared region"));
    }

    @ParameterizedTest
    @MethodSource("both")
    void gainIsPerPrice(Strategy strategy) {
        Preference preference = strategy.prefer(Situation.of(known(-1, -0.9, -0.8), pool(0.9, 1, 1.1, 3), 1), SEED);
        Preference.Choice dear =
                preference.best(i -> true, i -> i == 3 ? 1e-3 : 1).orElseThrow();
        assertEquals(3, dear.candidate());
        assertNotEquals(3, preference.best(i -> true, i -> 1).orElseThrow().candidate());
        assertTrue(preference.best(i -> false, i -> 1).isEmpty());
    }

    /** Shares of the uncertainty are positive, fall, and add up to less than all of it. */
    @ParameterizedTest
    @MethodSource("both")
    void gainsAreFallingShares(Strategy strategy) {
        Preference preference = strategy.prefer(Situation.of(known(0, 1), pool(2, 3, 4, 5, 6, 7), 6), SEED);
        double sum = 0;
        double last = 1;
        for (int pick = 0; pick < 6; pick++) {
            Preference.Choice choice = preference.best(i -> true, i -> 1).orElseThrow();
            assertTrue(choice.gain() > 0 && choice.gain() <= last + 1e-12);
            last = choice.gain();
            sum += last;
            preference.take(choice.candidate());
        }
        assertTrue(sum < 1);
    }

    /** Five thousand candidates go through inducing points: same seed, same picks, and nearly as good as exact ones. */
    @Test
    void largePoolsWork() {
        int m = 5000;
        double[] x = new Seed(8).generator().doubles(m, -2, 2).toArray();
        Situation situation = Situation.of(known(-1.9, -1, 0, 0.1), pool(x), 5);
        Preference preference = Strategies.alcPlain().prefer(situation, SEED);
        Preference again = Strategies.alcPlain().prefer(situation, SEED);
        double[] spots = new double[5];
        for (int pick = 0; pick < 5; pick++) {
            int choice = preference.best(i -> true, i -> 1).orElseThrow().candidate();
            assertEquals(choice, again.best(i -> true, i -> 1).orElseThrow().candidate());
            preference.take(choice);
            again.take(choice);
            spots[pick] = x[choice];
        }
        // The widest gap is on the right.
        assertTrue(spots[0] > 0.8 && spots[0] < 1.8, () -> "" + spots[0]);
    }

    private static double gain(KernelCommittee committee, Situation situation, int candidate) {
        return new IntegratedVariance("one", committee, IntegratedVariance::alike)
                .prefer(situation, SEED)
                .best(i -> i == candidate, i -> 1)
                .orElseThrow()
                .gain();
    }

    /** Where errors are the same everywhere: the smooth kernel's share and the rough one's, for each candidate their mean. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void robustIsTheMeanOfSmoothAndRough(int candidate) {
        Situation situation = Situation.of(known(-1, -0.8, -0.5), pool(0.2, 1.1, 1.3, 2.4, 5), 1);
        Strategy robust = Strategies.alcRobust((known, seed) -> new double[] {2, 2, 2}, secondary(.9));

        double smooth = gain(KernelCommittee.plain(), situation, candidate);
        double rough = gain(KernelCommittee.rough(), situation, candidate);

        assertNotEquals(smooth, rough, 1e-3);
        assertEquals(
                (smooth + rough) / 2,
                robust.prefer(situation, SEED)
                        .best(i -> i == candidate, i -> 1)
                        .orElseThrow()
                        .gain(),
                1e-12);
    }

    /** Two like crowds; errors are expected on the right, and believed as far as they could be predicted before. */
    @Test
    void robustGoesWhereErrorsAreExpected() {
        Situation situation = Situation.of(known(-0.1, 0, 0.1), pool(-3.2, -3.1, -3, 2.9, 3, 3.1), 1);
        Strategies.OutOfFoldErrors errors = (known, seed) -> new double[] {1, 2, 30};

        assertTrue(first(Strategies.alcRobust(errors, secondary(.9)), situation) >= 3);
        assertTrue(first(Strategies.alcRobust(errors, secondary(0)), situation) < 3);
    }

    /** Sure that errors are the larger the further right. */
    private static SecondaryModel.Trainer secondary(double correlation) {
        return (configurable, values, seed) -> new SecondaryModel() {
            @Override
            public Matrix memberPredictions(Matrix features) {
                double[] ranks = IntStream.range(0, features.rows())
                        .mapToDouble(i -> features.at(i, 0) > 0 ? 1 : 0)
                        .toArray();
                return Matrix.of(features.rows(), 1, ranks);
            }

            @Override
            public Skill skill() {
                return new Skill(correlation, correlation, 0);
            }
        };
    }

    @Test
    void manyCandidatesGetFewerInducingPoints() {
        assertEquals(256, IntegratedVariance.inducing(100_000, 1));
        assertEquals(134, IntegratedVariance.inducing(1_000_000, 1));
        assertEquals(32, IntegratedVariance.inducing(10_000_000, 1));
        assertEquals(223, IntegratedVariance.inducing(200_000, 3));
    }
}
