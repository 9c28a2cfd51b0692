package assay.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProductKernelTest {

    private static final float OUTSIDE = 7.25f;

    static Stream<ProductKernel> kernels() {
        return Stream.of(new ScalarProducts(), new VectorProducts(), new VectorRoundedProducts());
    }

    /** Every shape, every offset, both orders of A; sums start from a row; nothing outside C is touched. */
    @ParameterizedTest
    @MethodSource("kernels")
    void agreesWithTheDefinition(ProductKernel products) {
        for (int m : new int[] {1, 3, 4, 5, 8, 13, 31, 67}) {
            for (int k : new int[] {1, 2, 17, 64}) {
                for (int n : Both.sizes()) {
                    check(products, m, k, n, false);
                    check(products, m, k, n, true);
                }
            }
        }
    }

    private static void check(ProductKernel products, int m, int k, int n, boolean transposed) {
        int aFrom = 3;
        int bFrom = 5;
        int cFrom = 2;
        int startFrom = 1;
        float[] a = Both.floats(aFrom + m * k, 1);
        float[] b = Both.floats(bFrom + k * n, 2);
        float[] start = Both.floats(startFrom + n, 3);
        float[] c = new float[cFrom + m * n + 40];
        Arrays.fill(c, OUTSIDE);

        if (transposed) {
            products.multiplyTransposed(start, startFrom, a, aFrom, m, b, bFrom, c, cFrom, m, k, n);
        } else {
            products.multiply(start, startFrom, a, aFrom, k, b, bFrom, c, cFrom, m, k, n);
        }

        int row = transposed ? 1 : k;
        int column = transposed ? m : 1;
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double sum = start[startFrom + j];
                double size = Math.abs(sum);
                for (int p = 0; p < k; p++) {
                    double term = (double) a[aFrom + i * row + p * column] * b[bFrom + p * n + j];
                    sum += term;
                    size += Math.abs(term);
                }
                double bound = (k + 1) * 0x1p-24 * size + Float.MIN_NORMAL;
                int at = cFrom + i * n + j;
                assertEquals(sum, c[at], bound, () -> "%d x %d x %d at %d".formatted(m, k, n, at));
            }
        }
        for (int i = 0; i < c.length; i++) {
            assertTrue(i >= cFrom && i < cFrom + m * n || c[i] == OUTSIDE, "written outside of C");
        }
    }

    /** So that rows may be shared out among threads in any way. */
    @ParameterizedTest
    @MethodSource("kernels")
    void bitsDoNotDependOnTheOtherRows(ProductKernel products) {
        int m = 67;
        int k = 64;
        for (int n : Both.sizes()) {
            float[] a = Both.floats(m * k, 1);
            float[] b = Both.floats(k * n, 2);
            float[] start = Both.floats(n, 3);
            float[] whole = new float[m * n];
            float[] apart = new float[m * n];
            products.multiply(start, 0, a, 0, k, b, 0, whole, 0, m, k, n);
            for (int i = 0; i < m; i++) {
                products.multiply(start, 0, a, i * k, k, b, 0, apart, i * n, 1, k, n);
            }
            assertArrayEquals(whole, apart);
        }
    }

    /** Zeros of either sign, as activations and their errors have. */
    @Test
    void roundedVectorsHaveTheBitsOfPlainLoops() {
        ProductKernel scalar = new ScalarProducts();
        ProductKernel rounded = new VectorRoundedProducts();
        for (int m : new int[] {1, 2, 3, 4, 5, 8, 13, 31, 67}) {
            for (int k : new int[] {1, 2, 3, 4, 5, 17, 64}) {
                for (int n : Both.sizes()) {
                    float[] a = Both.floats(m * k, 1);
                    for (int i = 0; i < a.length; i += 3) {
                        a[i] = i % 2 == 0 ? 0 : -0f;
                    }
                    float[] b = Both.floats(k * n, 2);
                    float[] start = Both.floats(n, 3);
                    float[] plain = new float[m * n];
                    float[] vectors = new float[m * n];
                    scalar.multiply(start, 0, a, 0, k, b, 0, plain, 0, m, k, n);
                    rounded.multiply(start, 0, a, 0, k, b, 0, vectors, 0, m, k, n);
                    assertArrayEquals(plain, vectors);
                    scalar.multiplyTransposed(start, 0, a, 0, m, b, 0, plain, 0, m, k, n);
                    VectorKernels.set()
                            .roundedProducts()
                            .multiplyTransposed(start, 0, a, 0, m, b, 0, vectors, 0, m, k, n);
                    assertArrayEquals(plain, vectors);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void infinityAndNanGoThrough(ProductKernel products) {
        int m = 66;
        int k = 64;
        int n = 100;
        float[] a = new float[m * k];
        for (int i = 0; i < m; i++) {
            a[i * k + 5] = i == 3 ? Float.NaN : 2;
        }
        float[] b = new float[k * n];
        Arrays.fill(b, 1);
        b[5 * n + 1] = Float.NaN;
        b[5 * n + 98] = Float.NEGATIVE_INFINITY;
        float[] c = new float[m * n];
        products.multiply(new float[n], 0, a, 0, k, b, 0, c, 0, m, k, n);
        for (int i = 0; i < m; i++) {
            boolean nan = i == 3;
            assertEquals(nan ? Float.NaN : 2, c[i * n]);
            assertEquals(Float.NaN, c[i * n + 1]);
            assertEquals(nan ? Float.NaN : Float.NEGATIVE_INFINITY, c[i * n + 98]);
            assertEquals(nan ? Float.NaN : 2, c[i * n + 99]);
        }
    }

    /** By hand: A = (1 2; 3 4), B = (5 6; 7 8). */
    @Test
    void theDoorsAgreeWithAHandComputedCase() {
        float[] a = {9, 1, 2, 3, 4};
        float[] b = {9, 9, 5, 6, 7, 8};
        float[] c = new float[4];
        Products.FAST.multiply(a, 1, b, 2, c, 0, 2, 2, 2);
        assertArrayEquals(new float[] {19, 22, 43, 50}, c);
        Products.FAST.multiplyTransposedLeft(a, 1, b, 2, c, 0, 2, 2, 2);
        assertArrayEquals(new float[] {26, 30, 38, 44}, c);
        Products.FAST.multiplyTransposedRight(a, 1, b, 2, c, 0, 2, 2, 2, new float[4]);
        assertArrayEquals(new float[] {17, 23, 39, 53}, c);
        Products.FAST.affine(new float[] {1, 2, 3, 4}, b, 2, b, 0, c, 2, 2, 2);
        assertArrayEquals(new float[] {28, 31, 52, 59}, c);
    }

    /** A column of errors, as the last layer of a regression has. */
    @Test
    void theDoorsAgreeOnColumns() {
        float[] a = {1, 2, 3, 4, 5, 6};
        float[] e = {2, -1};
        float[] c = new float[3];
        Products.FAST.multiplyTransposedLeft(a, e, c, 3, 2, 1);
        assertArrayEquals(new float[] {-2, -1, 0}, c);
        float[] outer = new float[6];
        Products.FAST.multiplyTransposedRight(e, 0, a, 0, outer, 0, 2, 1, 3, new float[0]);
        assertArrayEquals(new float[] {2, 4, 6, -1, -2, -3}, outer);
        float[] column = new float[2];
        Products.FAST.multiplyTransposedRight(a, 0, a, 0, column, 0, 2, 3, 1, new float[0]);
        assertArrayEquals(new float[] {14, 32}, column);
    }
}
