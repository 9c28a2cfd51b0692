package assay.acquisition.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Candidates;
import assay.acquisition.Dataset;
import assay.acquisition.FeatureImportance;
import assay.acquisition.Matrix;
import assay.acquisition.Preference;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import assay.acquisition.Task;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelCommitteeTest {

    private static final Seed SEED = new Seed(2);
    private static final FeatureImportance FIRST = (known, seed) -> new double[] {.9, .1};

    private static Candidates pool(Matrix features) {
        int m = features.rows();
        return new Candidates(
                IntStream.range(0, m).mapToObj(i -> "c" + i).toList(),
                features,
                IntStream.range(0, m).mapToDouble(i -> 1).toArray());
    }

    /** Of 30 tests with results sin(first) and 60 candidates. */
    private static Situation situation(long seed) {
        Matrix x =
                Matrix.of(30, 2, new Seed(seed).generator().doubles(60, -2, 2).toArray());
        double[] y = IntStream.range(0, 30)
                .mapToDouble(i -> Math.sin(2 * x.at(i, 0)))
                .toArray();
        Matrix candidates = Matrix.of(
                60,
                2,
                new Seed(seed).derive("pool").generator().doubles(120, -2, 2).toArray());
        return Situation.of(Dataset.of(x, y, new Task.Regression()), pool(candidates), 4);
    }

    private static SquaredExponential only(KernelCommittee committee, Situation situation) {
        List<Covariance> kernels = committee.kernels(situation, SEED);
        assertEquals(1, kernels.size());
        return assertInstanceOf(SquaredExponential.class, kernels.get(0));
    }

    /**
     * Two points that differ by (3, 4). Plain: median distance 5 in both directions. By importances .9 and .1, weights .1 + .9 x 2 x
     * (.9, .1) = (1.72, .28), so the distance is sqrt(1.72 x 9 + .28 x 16), and lengths are that over the roots of the weights.
     */
    @Test
    void lengthsByHand() {
        Dataset known = Dataset.of(Matrix.of(1, 2, new double[2]), new double[1], new Task.Regression());
        Situation two = Situation.of(known, pool(Matrix.of(1, 2, new double[] {3, 4})), 1);
        SquaredExponential plain = only(KernelCommittee.plain(), two);
        assertEquals(5, plain.length(0), 1e-12);
        assertEquals(5, plain.length(1), 1e-12);
        SquaredExponential scaled = only(KernelCommittee.scaled(FIRST), two);
        double distance = Math.sqrt(1.72 * 9 + .28 * 16);
        assertEquals(distance / Math.sqrt(1.72), scaled.length(0), 1e-12);
        assertEquals(distance / Math.sqrt(.28), scaled.length(1), 1e-12);
        assertEquals(
                scaled.length(0), only(KernelCommittee.informed(FIRST), two).length(0), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyKernelFindsWhatItMayFind(long seed) {
        Situation situation = situation(seed);
        SquaredExponential common = only(KernelCommittee.common(), situation);
        assertEquals(common.length(0), common.length(1), 1e-12);
        SquaredExponential fitted = only(KernelCommittee.fitted(), situation);
        SquaredExponential informed = only(KernelCommittee.informed(FIRST), situation);
        assertTrue(fitted.length(1) > 1.5 * fitted.length(0));
        assertTrue(informed.length(1) / informed.length(0) > fitted.length(1) / fitted.length(0));
    }

    /** No shift on a grid is more probable by more than .05 than the one that was found. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theCommonShiftIsTheMostProbable(long seed) {
        Dataset known = situation(seed).known();
        double[] lengths = {1.5, 3};
        SquaredExponential found = KernelFit.withCommonShift(known, lengths, SEED);
        assertEquals(2, found.length(1) / found.length(0), 1e-12);
        MarginalLikelihood likelihood =
                new MarginalLikelihood(known.configurable(), KernelFit.responses(known), lengths, 1);
        double best = likelihood.evaluate(
                new double[] {
                    Math.log(found.length(0)),
                    Math.log(found.length(1)),
                    Math.log(found.signal()),
                    Math.log(found.noise())
                },
                new double[4]);
        for (double shift = -2; shift <= 1; shift += 0.25) {
            for (double signal = -1; signal <= 1; signal += 0.25) {
                for (double noise = -7; noise <= 0; noise += 0.5) {
                    double other = likelihood.evaluate(
                            new double[] {Math.log(1.5) + shift, Math.log(3) + shift, signal, noise}, new double[4]);
                    assertTrue(best < other + 0.05);
                }
            }
        }
    }

    /** Two of the same kernel want what one wants; two different ones want neither's way every time. */
    @Test
    void aCommitteeAveragesShares() {
        Situation situation = situation(5);
        KernelCommittee plain = KernelCommittee.plain();
        KernelCommittee scaled = KernelCommittee.scaled(FIRST);
        Preference one = preference(plain, situation);
        Preference twice = preference(plain.and(plain), situation);
        Preference other = preference(scaled, situation);
        Preference both = preference(plain.and(scaled), situation);
        for (int i = 0; i < 60; i++) {
            double a = gain(one, i);
            assertEquals(a, gain(twice, i), 1e-12);
            assertEquals((a + gain(other, i)) / 2, gain(both, i), 1e-12);
        }
    }

    private static Preference preference(KernelCommittee committee, Situation situation) {
        return new IntegratedVariance("test", committee, IntegratedVariance::alike).prefer(situation, SEED);
    }

    private static double gain(Preference preference, int candidate) {
        return preference.best(i -> i == candidate, i -> 1).orElseThrow().gain();
    }

    /** What is predicted well beforehand does not matter: candidates of the wrong half are not explained. */
    @Test
    void errorsWeighVariances() {
        Situation situation = situation(6);
        Strategy byError = new IntegratedVariance("test", KernelCommittee.plain(), (s, seed) -> {
            double[] weights = new double[60];
            for (int i = 0; i < 60; i++) {
                weights[i] = s.pool().features().at(i, 0) > 1 ? 1 : 1e-6;
            }
            return weights;
        });
        Preference preference = byError.prefer(situation, SEED);
        for (int pick = 0; pick < 3; pick++) {
            int choice = preference.best(i -> true, i -> 1).orElseThrow().candidate();
            assertTrue(situation.pool().features().at(choice, 0) > 0.3);
            preference.take(choice);
        }
    }

    @Test
    void namesAreThoseOfTheCommandLine() {
        assertEquals(
                List.of("alc", "alc-plain", "alc-importance"),
                List.of(
                        Strategies.alc().name(),
                        Strategies.alcPlain().name(),
                        Strategies.alcScaled(FIRST).name()));
    }
}
