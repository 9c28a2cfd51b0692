package assay.kernels;

/**
 * Products of small, tall float matrices: row-major, dense. A matrix without an offset starts where its array starts; one
 * with an offset lies in a longer array, such as all parameters of a network. C must not overlap A or B.
 *
 * <p>Every element of C is summed in an order of the inner index that does not depend on m or n; its error is at most (k + 1) 2^-24 sum_p |a_p b_p|.
 * The same with vectors of any width; with plain loops, for some computers have no vectors, it is {@link #REPRODUCIBLE} alone that gives the same bits.
 *
 * <p>Cost: 2 m k n operations.
 */
public final class Products {

    /** With fused multiply-adds, where the processor has them in vectors. */
    public static final Products FAST = new Products(Kernels.PRODUCTS);

    /**
     * Rounds every product and every sum as plain loops do. Takes half as long again as {@link #FAST}, or twice as long; a whole training some
     * fifth longer where the processor multiplies and adds at the same time.
     */
    public static final Products REPRODUCIBLE = new Products(Kernels.ROUNDED_PRODUCTS);

    private static final float[] ZEROS = new float[1024];

    private final ProductKernel kernel;

    private Products(ProductKernel kernel) {
        this.kernel = kernel;
    }

    /**
     * C = A B.
     *
     * @param a m x k
     * @param b k x n
     * @param c m x n, overwritten
     */
    public void multiply(float[] a, float[] b, float[] c, int m, int k, int n) {
        multiply(a, 0, b, 0, c, 0, m, k, n);
    }

    /**
     * C = A B.
     *
     * @param a m x k, from {@code aFrom} on
     * @param b k x n, from {@code bFrom} on
     * @param c m x n, from {@code cFrom} on, overwritten
     */
    public void multiply(float[] a, int aFrom, float[] b, int bFrom, float[] c, int cFrom, int m, int k, int n) {
        kernel.multiply(zeros(n), 0, a, aFrom, k, b, bFrom, c, cFrom, m, k, n);
    }

    /**
     * C = A B + 1 r', a layer without its activation: the row r is added to the sums, which costs no further pass.
     *
     * @param a m x k
     * @param b k x n, from {@code bFrom} on
     * @param row n values, from {@code rowFrom} on; may lie in the same array as b
     * @param c m x n, overwritten
     */
    public void affine(float[] a, float[] b, int bFrom, float[] row, int rowFrom, float[] c, int m, int k, int n) {
        kernel.multiply(row, rowFrom, a, 0, k, b, bFrom, c, 0, m, k, n);
    }

    /**
     * C = A' B, the product of a batch's activations and errors that is the gradient of a layer's weights.
     *
     * @param a k x m
     * @param b k x n
     * @param c m x n, overwritten
     */
    public void multiplyTransposedLeft(float[] a, float[] b, float[] c, int m, int k, int n) {
        multiplyTransposedLeft(a, 0, b, 0, c, 0, m, k, n);
    }

    /**
     * C = A' B.
     *
     * @param a k x m, from {@code aFrom} on
     * @param b k x n, from {@code bFrom} on
     * @param c m x n, from {@code cFrom} on, overwritten
     */
    public void multiplyTransposedLeft(
            float[] a, int aFrom, float[] b, int bFrom, float[] c, int cFrom, int m, int k, int n) {
        if (n == 1) {
            // A column as a row: the long side is then the one that fills vectors.
            kernel.multiply(zeros(m), 0, b, bFrom, 0, a, aFrom, c, cFrom, 1, k, m);
        } else {
            kernel.multiplyTransposed(zeros(n), 0, a, aFrom, m, b, bFrom, c, cFrom, m, k, n);
        }
    }

    /**
     * C = A B', the product of a layer's errors and weights that is the error of the layer below. It costs min(k n, m k + m n)
     * moves beside, as either B or A and C are transposed by way of scratch: use it for m of 8 or more.
     *
     * @param a m x k, from {@code aFrom} on
     * @param b n x k, from {@code bFrom} on
     * @param c m x n, from {@code cFrom} on, overwritten
     * @param scratch at least k n, overwritten
     */
    public void multiplyTransposedRight(
            float[] a, int aFrom, float[] b, int bFrom, float[] c, int cFrom, int m, int k, int n, float[] scratch) {
        if (k == 1 || n == 1) {
            multiply(a, aFrom, b, bFrom, c, cFrom, m, k, n);
        } else if (m * (k + n) < k * n) {
            // C' = B A': fewer numbers have to change places. The same sums, to the bit.
            transpose(a, aFrom, scratch, 0, m, k);
            multiply(b, bFrom, scratch, 0, scratch, k * m, n, k, m);
            transpose(scratch, k * m, c, cFrom, n, m);
        } else {
            transpose(b, bFrom, scratch, 0, n, k);
            multiply(a, aFrom, scratch, 0, c, cFrom, m, k, n);
        }
    }

    private static float[] zeros(int count) {
        return count <= ZEROS.length ? ZEROS : new float[count];
    }

    /**
     * The transpose.
     *
     * @param a m x n, from {@code aFrom} on
     * @param t n x m, from {@code tFrom} on, overwritten
     */
    public static void transpose(float[] a, int aFrom, float[] t, int tFrom, int m, int n) {
        int i = 0;
        for (; i + 4 <= m; i += 4) {
            int row = aFrom + i * n;
            for (int j = 0; j < n; j++) {
                int to = tFrom + j * m + i;
                t[to] = a[row + j];
                t[to + 1] = a[row + n + j];
                t[to + 2] = a[row + 2 * n + j];
                t[to + 3] = a[row + 3 * n + j];
            }
        }
        for (; i < m; i++) {
            for (int j = 0; j < n; j++) {
                t[tFrom + j * m + i] = a[aFrom + i * n + j];
            }
        }
    }
}
