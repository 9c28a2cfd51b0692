package assay.kernels;

/**
 * Products of float matrices in their general form. An element of C is added up from what C holds over p = 0 .. k-1, in an
 * order that does not depend on its place or on the shape.
 */
abstract sealed class ProductKernel permits ScalarProducts, VectorProducts {

    /**
     * C += A B, where element (i, p) of A is {@code a[aFrom + i * aRow + p * aColumn]}, B is row-major k x n from
     * {@code bFrom} on and C row-major m x n from {@code cFrom} on.
     */
    abstract void addProduct(
            float[] a,
            int aFrom,
            int aRow,
            int aColumn,
            float[] b,
            int bFrom,
            float[] c,
            int cFrom,
            int m,
            int k,
            int n);
}
