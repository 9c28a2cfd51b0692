package assay.valuation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import assay.kernels.Coupling;
import assay.kernels.Distances;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoldoutCostsTest {

    private static final int N = 600;
    private static final int D = 7;

    /** Kept or not, the costs of a batch are half the squared distances, to the bit; 600 rows are more than two blocks. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 50})
    void batchesHaveTheSameCostsWhetherTheyAreKeptOrNot(int m) {
        SplittableRandom random = new SplittableRandom(1);
        double[] train = random.doubles(N * D, -2, 2).toArray();
        double[] holdout = random.doubles(m * D, -2, 2).toArray();
        int[] rows = {599, 0, 17, 300, 17};
        double[] features = new double[rows.length * D];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(train, rows[i] * D, features, i * D, D);
        }
        double[] squared = new double[rows.length * m];
        Distances.squared(features, rows.length, holdout, m, D, squared);
        double[] expected = Arrays.stream(squared).map(s -> s / 2).toArray();
        double[] all = new double[N * m];
        Distances.squared(train, N, holdout, m, D, all);
        double largest = Math.sqrt(Arrays.stream(all).max().orElseThrow());

        int stride = Coupling.padded(m);
        for (int mostKept : new int[] {N * stride, N * stride - 1}) {
            HoldoutCosts costs = new HoldoutCosts(train, N, holdout, m, D, mostKept);
            double[] gathered = new double[rows.length * stride];
            costs.gather(rows, features, rows.length, gathered);
            for (int i = 0; i < rows.length; i++) {
                assertArrayEquals(
                        Arrays.copyOfRange(expected, i * m, (i + 1) * m),
                        Arrays.copyOfRange(gathered, i * stride, i * stride + m));
            }
            assertEquals(largest, costs.largestDistance());
        }
    }
}
