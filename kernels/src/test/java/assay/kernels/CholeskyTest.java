package assay.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
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

    /** A = [[4, 2], [2, 5]] has determinant 16, inverse [[5, -2], [-2, 4]] / 16 and L = [[2, 0], [1, 2]]. */
    @Test
    void factsByHand() {
        Cholesky cholesky = Cholesky.of(new double[] {4, 2, 2, 5}, 2);
        assertEquals(Math.log(16), cholesky.logDeterminant(), 1e-14);
        assertArrayEquals(new double[] {5 / 16., -2 / 16., -2 / 16., 4 / 16.}, cholesky.inverse(), 1e-15);
        double[] b = {2, 4, 6, 3, 6, 7};
        cholesky.solveLower(b, 3);
        assertArrayEquals(new double[] {1, 2, 3, 1, 2, 2}, b, 1e-15);
    }

    /** Columns of the inverse are the solutions for unit vectors, also of a matrix that is no toy. */
    @Test
    void theInverseSolvesForUnitVectors() {
        int p = 23;
        double[] a = new double[p * p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                a[i * p + j] = Math.exp(-0.1 * (i - j) * (i - j)) + (i == j ? 0.1 : 0);
            }
        }
        Cholesky cholesky = Cholesky.of(a, p);
        double[] inverse = cholesky.inverse();
        for (int j = 0; j < p; j++) {
            double[] unit = new double[p];
            unit[j] = 1;
            cholesky.solve(unit);
            for (int i = 0; i < p; i++) {
                assertEquals(unit[i], inverse[i * p + j], 1e-11);
            }
        }
    }
}
