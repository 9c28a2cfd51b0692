package assay.kernels;

import java.util.Arrays;

/**
 * Products of small, tall float matrices: row-major, dense, in the leading part of the arrays. Inner loops run along
 * rows of the output, so that the compiler can vectorise them without re-ordering a sum.
 */
public final class Products {

    private Products() {}

    /**
     * C = A B.
     *
     * @param a m x k
     * @param b k x n
     * @param c m x n, overwritten
     */
    public static void multiply(float[] a, float[] b, float[] c, int m, int k, int n) {
        Arrays.fill(c, 0, m * n, 0f);
        for (int i = 0; i < m; i++) {
            accumulate(a, i * k, 1, b, c, i * n, k, n);
        }
    }

    /**
     * C = A' B, the product of a batch's activations and errors that is the gradient of a layer's weights.
     *
     * @param a k x m
     * @param b k x n
     * @param c m x n, overwritten
     */
    public static void multiplyTransposedLeft(float[] a, float[] b, float[] c, int m, int k, int n) {
        Arrays.fill(c, 0, m * n, 0f);
        for (int i = 0; i < m; i++) {
            accumulate(a, i, m, b, c, i * n, k, n);
        }
    }

    /** One row of C: c[j] += sum_p a[p] b[p][j], four p at a time to save passes over c. */
    private static void accumulate(float[] a, int from, int stride, float[] b, float[] c, int row, int k, int n) {
        int p = 0;
        for (; p + 4 <= k; p += 4) {
            float a0 = a[from + p * stride];
            float a1 = a[from + (p + 1) * stride];
            float a2 = a[from + (p + 2) * stride];
            float a3 = a[from + (p + 3) * stride];
            int b0 = p * n;
            int b1 = b0 + n;
            int b2 = b1 + n;
            int b3 = b2 + n;
            for (int j = 0; j < n; j++) {
                c[row + j] += a0 * b[b0 + j] + a1 * b[b1 + j] + a2 * b[b2 + j] + a3 * b[b3 + j];
            }
        }
        for (; p < k; p++) {
            float ap = a[from + p * stride];
            int bp = p * n;
            for (int j = 0; j < n; j++) {
                c[row + j] += ap * b[bp + j];
            }
        }
    }

    /**
     * The transpose.
     *
     * @param a m x n, from {@code offset} on
     * @param t n x m, overwritten
     */
    public static void transpose(float[] a, int offset, float[] t, int m, int n) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                t[j * m + i] = a[offset + i * n + j];
            }
        }
    }
}
