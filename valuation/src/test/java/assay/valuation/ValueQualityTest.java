package assay.valuation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Seed;
import assay.acquisition.Valuation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValueQualityTest {

    private static final Seed SEED = new Seed(4);

    private static ValueQuality quality(double[] values, double error) {
        List<String> ids =
                IntStream.range(0, values.length).mapToObj(Integer::toString).toList();
        double[] errors = new double[values.length];
        Arrays.fill(errors, error);
        return ValueQuality.of(new Valuation(ids, values, errors, "by hand"), SEED);
    }

    /** 100 values one apart: without errors the top ten stay; with errors of 1e6 a tenth of them does, by chance. */
    @Test
    void stabilityFallsFromOneToChance() {
        double[] values = IntStream.range(0, 100).asDoubleStream().toArray();

        assertEquals(10, quality(values, 0).top());
        assertEquals(1, quality(values, 0).stability().orElseThrow());
        assertEquals(.1, quality(values, 1e6).stability().orElseThrow(), .03);
    }

    /** Two values 1 apart with errors of 1: the first stays first with probability Phi(1 / sqrt 2) = .760. */
    @Test
    void stabilityOfTwoIsTheNormalProbability() {
        assertEquals(.760, quality(new double[] {0, 1}, 1).stability().orElseThrow(), 4 * .030);
    }

    @Test
    void withoutErrorsStabilityIsUnknown() {
        assertTrue(quality(new double[] {0, 1, 2}, Double.NaN).stability().isEmpty());
    }

    @Test
    void tiesAreCounted() {
        assertEquals(
                .7, quality(new double[] {1, 1, 2, 3, 3, 3, 0, -0.0, 5, 6}, 0).ties(), 1e-12);
        assertEquals(0, quality(new double[] {1, 2, 3}, 0).ties());
    }
}
