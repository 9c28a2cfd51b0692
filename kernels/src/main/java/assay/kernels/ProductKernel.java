package assay.kernels;

/**
 * Products of float matrices, C = 1 start' + A B, for A in rows and in columns. Every sum goes over p = 0 .. k-1, with its column of {@code start}
 * first or last, in an order that does not depend on its place or on the shape. C overlaps none of the others.
 */
abstract sealed class ProductKernel permits ScalarProducts, VectorProducts, VectorRoundedProducts {

    /**
     * Element (i, p) of A is {@code a[aFrom + i * aRow + p]}; B is row-major k x n from {@code bFrom} on and C row-major m x n from
     * {@code cFrom} on; start has n values from {@code startFrom} on.
     */
    abstract void multiply(
            float[] start,
            int startFrom,
            float[] a,
            int aFrom,
            int aRow,
            float[] b,
            int bFrom,
            float[] c,
            int cFrom,
            int m,
            int k,
            int n);

    /** Element (i, p) of A is {@code a[aFrom + i + p * aColumn]}; the others as in {@link #multiply}. */
    abstract void multiplyTransposed(
            float[] start,
            int startFrom,
            float[] a,
            int aFrom,
            int aColumn,
            float[] b,
            int bFrom,
            float[] c,
            int cFrom,
            int m,
            int k,
            int n);
}
