package assay.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CholeskyTest {

    /** A = B B' + I times a known x; only the lower half is read. */
    @Test
    void solutionsAreFoundAgain() {
        for (int p = 1; p < 12; p++) {
            SplittableRandom random = new SplittableRandom(p);
            double[] b = random.doubles(p * p, -1, 1).toArray();
            double[] x = random.doubles(p, -1, 1).toArray();
            double[] a = new double[p * p];
            double[] right = new double[p];
            for (int i = 0; i < p; i++) {
                for (int j = 0; j < p; j++) {
                    double sum = i == j ? 1 : 0;
                    for (int k = 0; k < p; k++) {
                        sum += b[i * p + k] * b[j * p + k];
                    }
                    a[i * p + j] = j > i ? Double.NaN : sum;
                    right[i] += sum * x[j];
                }
            }
            Cholesky.of(a, p).solve(right);
            assertArrayEquals(x, right, 1e-12);
        }
    }

    @Test
    void whatIsNotPositiveDefiniteIsRefused() {
        assertThrows(ArithmeticException.class, () -> Cholesky.of(new double[] {1, 0, 2, 1}, 2));
        assertThrows(ArithmeticException.class, () -> Cholesky.of(new double[] {Double.NaN}, 1));
    }
}
