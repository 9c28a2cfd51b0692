package assay.valuation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoalitionsTest {

    private static double[] exp(double[] logs) {
        return Arrays.stream(logs).map(Math::exp).toArray();
    }

    /** OpenDataVal's weights for n = 5: {@code Beta(j + 1, n - j + 3) / Beta(j + 1, n - j)} for (4, 1), normalised. */
    @Test
    void agreesWithTheWeightsOfOpenDataVal() {
        assertArrayEquals(
                new double[] {.5, .2857142857, .1428571429, .0571428571, .0142857143},
                exp(Coalitions.beta(5, 4, 1)),
                1e-9);
        assertArrayEquals(
                new double[] {.8, .1684210526, .0280701754, .0033023736, .0002063983},
                exp(Coalitions.beta(5, 16, 1)),
                1e-9);
    }

    /** Of Beta(4, 1) at n = 100, 18.3 % lie on coalitions of fewer than 5, which OpenDataVal never draws. */
    @Test
    void smallCoalitionsCount() {
        double[] weights = exp(Coalitions.beta(100, 4, 1));
        assertEquals(.183, Arrays.stream(weights, 0, 5).sum(), 5e-4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 100, 5000})
    void weightsSumToOne(int n) {
        assertEquals(1, Arrays.stream(exp(Coalitions.shapley(n))).sum(), 1e-9);
        assertEquals(1, Arrays.stream(exp(Coalitions.beta(n, 16, 1))).sum(), 1e-7);
        assertEquals(1, Arrays.stream(exp(Coalitions.beta(n, 1, 4))).sum(), 1e-7);
        assertEquals(1, Arrays.stream(exp(Coalitions.bernoulli(n, .5))).sum(), 1e-7);
        assertEquals(
                1, Arrays.stream(exp(Coalitions.bernoulli(n, .2, .4, .6, .8))).sum(), 1e-7);
    }

    @Test
    void betaOneOneIsShapley() {
        assertArrayEquals(Coalitions.shapley(9), Coalitions.beta(9, 1, 1), 1e-10);
    }

    /** 2^-999 is no number in double precision by far, its logarithm is. */
    @Test
    void weightsOfThousandsStayFinite() {
        for (double log : Coalitions.bernoulli(3000, .5)) {
            assertTrue(Double.isFinite(log) && log < 0);
        }
    }

    /** The best sizes for Banzhaf's value are the binomial ones; for Shapley's 1 / sqrt(k (n-k)). */
    @Test
    void bestSizesAreThoseOfTheLiterature() {
        int n = 12;
        double[] banzhaf = SizeWeights.of(Coalitions.bernoulli(n, .5)).bestSizes();
        double[] shapley = SizeWeights.of(Coalitions.shapley(n)).bestSizes();
        for (int k = 0; k <= n; k++) {
            assertEquals(Games.choose(n, k) / 4096, banzhaf[k], 1e-12);
        }
        for (int k = 1; k < n; k++) {
            assertEquals(Math.sqrt(11.0 / (k * (12 - k))), shapley[k] / shapley[1], 1e-12);
        }
        double[] one = SizeWeights.ofOneSize(n, 7).bestSizes();
        assertEquals(1, one[7], 0);
    }
}
