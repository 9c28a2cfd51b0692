package assay.kernels;

import java.util.Arrays;

/**
 * Plain loops: the inner one runs along rows of C, so that the compiler can vectorise it without re-ordering a sum. Four products are added up before
 * they go to C, which saves passes over it, and the row to start from is added last, as a network that multiplies first and adds its biases then
 * would do it.
 */
final class ScalarProducts extends ProductKernel {

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
        for (int i = 0; i < m; i++) {
            row(start, startFrom, a, aFrom + i * aRow, 1, b, bFrom, c, cFrom + i * n, k, n);
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
        for (int i = 0; i < m; i++) {
            row(start, startFrom, a, aFrom + i, aColumn, b, bFrom, c, cFrom + i * n, k, n);
        }
    }

    /** One row of C: c[j] = sum_p a[p] b[p][j] + start[j]. */
    private static void row(
            float[] start,
            int startFrom,
            float[] a,
            int from,
            int stride,
            float[] b,
            int bFrom,
            float[] c,
            int row,
            int k,
            int n) {
        Arrays.fill(c, row, row + n, 0f);
        int p = 0;
        for (; p + 4 <= k; p += 4) {
            float a0 = a[from + p * stride];
            float a1 = a[from + (p + 1) * stride];
            float a2 = a[from + (p + 2) * stride];
            float a3 = a[from + (p + 3) * stride];
            int b0 = bFrom + p * n;
            int b1 = b0 + n;
            int b2 = b1 + n;
            int b3 = b2 + n;
            for (int j = 0; j < n; j++) {
                c[row + j] += a0 * b[b0 + j] + a1 * b[b1 + j] + a2 * b[b2 + j] + a3 * b[b3 + j];
            }
        }
        for (; p < k; p++) {
            float ap = a[from + p * stride];
            int bp = bFrom + p * n;
            for (int j = 0; j < n; j++) {
                c[row + j] += ap * b[bp + j];
            }
        }
        for (int j = 0; j < n; j++) {
            c[row + j] += start[startFrom + j];
        }
    }
}
