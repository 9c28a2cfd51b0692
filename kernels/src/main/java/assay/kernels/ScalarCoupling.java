package assay.kernels;

import java.util.Arrays;

/** Plain loops. */
final class ScalarCoupling extends CouplingKernel {

    /** Beyond, an exponential is cut off; its sum is then out of range. */
    private static final double MOST = 690;

    @Override
    void marginals(
            double[] cost,
            int n,
            int m,
            double[] f,
            double[] g,
            double[] a,
            double[] b,
            double eps,
            double[] rowSums,
            double[] columnSums,
            double[] scratch) {
        double inverse = 1 / eps;
        Arrays.fill(columnSums, 0, m, 0);
        for (int i = 0; i < n; i++) {
            Arrays.fill(scratch, 0, Coupling.WIDTH, 0);
            int row = i * m;
            for (int j = 0; j < m; j++) {
                double x = (f[i] + (g[j] - cost[row + j])) * inverse;
                double p = Exponential.inRange(x < -MOST ? -MOST : x > MOST ? MOST : x);
                scratch[j % Coupling.WIDTH] += p * b[j];
                columnSums[j] += p * a[i];
            }
            rowSums[i] = total(scratch);
        }
    }

    /** In the order that both kernels keep. */
    static double total(double[] eight) {
        return ((eight[0] + eight[1]) + (eight[2] + eight[3])) + ((eight[4] + eight[5]) + (eight[6] + eight[7]));
    }

    @Override
    void descend(double[] dual, double[] sums, double factor, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = dual[i] - factor * Math.log(sums[i]);
        }
    }
}
