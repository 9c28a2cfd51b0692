package assay.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductsTest {

    @ParameterizedTest
    @CsvSource({"1,1,1", "1,5,3", "3,1,4", "7,4,1", "8,8,8", "9,17,15", "32,10,100", "31,100,101"})
    void multiplyAgreesWithTheDefinition(int m, int k, int n) {
        float[] a = random(m * k, 1);
        float[] b = random(k * n, 2);
        float[] c = random(m * n, 3);

        Products.FAST.multiply(a, b, c, m, k, n);

        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int p = 0; p < k; p++) {
                    sum += (double) a[i * k + p] * b[p * n + j];
                }
                assertEquals(sum, c[i * n + j], 1e-5 * k, i + "," + j);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "1,5,3", "3,1,4", "7,4,1", "8,8,8", "9,17,15", "10,32,100", "101,31,100"})
    void multiplyTransposedLeftAgreesWithTheDefinition(int m, int k, int n) {
        float[] a = random(k * m, 1);
        float[] b = random(k * n, 2);
        float[] c = random(m * n, 3);

        Products.FAST.multiplyTransposedLeft(a, b, c, m, k, n);

        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int p = 0; p < k; p++) {
                    sum += (double) a[p * m + i] * b[p * n + j];
                }
                assertEquals(sum, c[i * n + j], 1e-5 * k, i + "," + j);
            }
        }
    }

    /** Transposed on either side, of few rows and of many: the same bits as the plain product with B' written down. */
    @ParameterizedTest
    @CsvSource({
        "16,100,100",
        "32,100,100",
        "32,100,17",
        "31,100,100",
        "48,100,100",
        "64,100,100",
        "8,8,8",
        "3,1,4",
        "7,4,1"
    })
    void multiplyTransposedRightHasTheBitsOfThePlainProduct(int m, int k, int n) {
        float[] a = random(5 + m * k, 1);
        float[] b = random(7 + n * k, 2);
        float[] transposed = new float[k * n];
        Products.transpose(b, 7, transposed, 0, n, k);
        float[] expected = new float[m * n];
        Products.FAST.multiply(a, 5, transposed, 0, expected, 0, m, k, n);
        float[] c = random(3 + m * n, 3);

        Products.FAST.multiplyTransposedRight(a, 5, b, 7, c, 3, m, k, n, new float[k * n]);

        for (int i = 0; i < m * n; i++) {
            assertEquals(expected[i], c[3 + i], "element " + i);
        }
    }

    private static float[] random(int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] x = new float[length];
        for (int i = 0; i < length; i++) {
            x[i] = (float) (2 * random.nextDouble() - 1);
        }
        return x;
    }
}
