package assay.kernels;

/**
 * Products by {@link VectorRoundedBlocks}. Fewer columns than a vector has lanes are done by single numbers in the same order, four rows at a time:
 * vectors of a second width would slow down the first.
 */
final class VectorRoundedProducts extends ProductKernel {

    private static final int L = Lanes.FLOATS.length();

    @Override
    void multiply(
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
            int n) {
        if (n < L) {
            narrow(start, startFrom, a, aFrom, aRow, 1, b, bFrom, c, cFrom, m, k, n);
        } else {
            VectorRoundedBlocks.product(start, startFrom, a, aFrom, aRow, 1, b, bFrom, c, cFrom, m, k, n);
        }
    }

    @Override
    void multiplyTransposed(
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
            int n) {
        if (n < L) {
            narrow(start, startFrom, a, aFrom, 1, aColumn, b, bFrom, c, cFrom, m, k, n);
        } else {
            VectorRoundedBlocks.product(start, startFrom, a, aFrom, 1, aColumn, b, bFrom, c, cFrom, m, k, n);
        }
    }

    private static void narrow(
            float[] start,
            int startFrom,
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
            int n) {
        int i = 0;
        for (; i + 4 <= m; i += 4) {
            int row = aFrom + i * aRow;
            int out = cFrom + i * n;
            for (int j = 0; j < n; j++) {
                elements(start[startFrom + j], a, row, aRow, aColumn, b, bFrom + j, c, out + j, k, n);
            }
        }
        for (; i < m; i++) {
            for (int j = 0; j < n; j++) {
                c[cFrom + i * n + j] = element(start[startFrom + j], a, aFrom + i * aRow, aColumn, b, bFrom + j, k, n);
            }
        }
    }

    /** One column of four rows. */
    private static void elements(
            float start,
            float[] a,
            int aFrom,
            int aRow,
            int aColumn,
            float[] b,
            int bFrom,
            float[] c,
            int cFrom,
            int k,
            int n) {
        float c0 = 0;
        float c1 = 0;
        float c2 = 0;
        float c3 = 0;
        int at = aFrom;
        int q = bFrom;
        int p = 0;
        for (; p < k - 3; p += 4) {
            float b0 = b[q];
            float b1 = b[q + n];
            float b2 = b[q + 2 * n];
            float b3 = b[q + 3 * n];
            c0 += four(a, at, aColumn, b0, b1, b2, b3);
            c1 += four(a, at + aRow, aColumn, b0, b1, b2, b3);
            c2 += four(a, at + 2 * aRow, aColumn, b0, b1, b2, b3);
            c3 += four(a, at + 3 * aRow, aColumn, b0, b1, b2, b3);
            at += 4 * aColumn;
            q += 4 * n;
        }
        for (; p < k; p++) {
            float x = b[q];
            c0 += a[at] * x;
            c1 += a[at + aRow] * x;
            c2 += a[at + 2 * aRow] * x;
            c3 += a[at + 3 * aRow] * x;
            at += aColumn;
            q += n;
        }
        c[cFrom] = c0 + start;
        c[cFrom + n] = c1 + start;
        c[cFrom + 2 * n] = c2 + start;
        c[cFrom + 3 * n] = c3 + start;
    }

    private static float element(float start, float[] a, int aFrom, int aColumn, float[] b, int bFrom, int k, int n) {
        float sum = 0;
        int at = aFrom;
        int q = bFrom;
        int p = 0;
        for (; p < k - 3; p += 4) {
            sum += four(a, at, aColumn, b[q], b[q + n], b[q + 2 * n], b[q + 3 * n]);
            at += 4 * aColumn;
            q += 4 * n;
        }
        for (; p < k; p++) {
            sum += a[at] * b[q];
            at += aColumn;
            q += n;
        }
        return sum + start;
    }

    private static float four(float[] a, int at, int stride, float b0, float b1, float b2, float b3) {
        return a[at] * b0 + a[at + stride] * b1 + a[at + 2 * stride] * b2 + a[at + 3 * stride] * b3;
    }
}
