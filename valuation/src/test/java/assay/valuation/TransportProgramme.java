package assay.valuation;

/** The linear programme of optimal transport between clouds of three points in the plane, by enumeration. */
final class TransportProgramme {

    private static final int N = 3;
    private static final int CELLS = N * N;

    private TransportProgramme() {}

    /** Least sum of mass times half the squared distance; every optimum is at a plan with at most 2 N - 1 cells. */
    static double cheapest(double[] x, double[] a, double[] y, double[] b) {
        double best = Double.POSITIVE_INFINITY;
        for (int cells = 0; cells < 1 << CELLS; cells++) {
            if (Integer.bitCount(cells) == 2 * N - 1) {
                best = Math.min(best, cost(cells, x, a.clone(), y, b.clone()));
            }
        }
        return best;
    }

    /** Cost of the only plan that uses just these cells; infinite if there is none, or it needs negative masses. */
    private static double cost(int cells, double[] x, double[] a, double[] y, double[] b) {
        double cost = 0;
        int left = cells;
        boolean progress = true;
        while (left != 0 && progress) {
            progress = false;
            for (int cell = 0; cell < CELLS; cell++) {
                int i = cell / N;
                int j = cell % N;
                if ((left >> cell & 1) == 0) {
                    continue;
                }
                boolean alone = Integer.bitCount(left & 0b111 << i * N) == 1;
                boolean aloneInColumn = Integer.bitCount(left & 0b001001001 << j) == 1;
                if (alone || aloneInColumn) {
                    double mass = alone ? a[i] : b[j];
                    if (mass < -1e-12) {
                        return Double.POSITIVE_INFINITY;
                    }
                    a[i] -= mass;
                    b[j] -= mass;
                    double dx = x[2 * i] - y[2 * j];
                    double dy = x[2 * i + 1] - y[2 * j + 1];
                    cost += mass * (dx * dx + dy * dy) / 2;
                    left &= ~(1 << cell);
                    progress = true;
                }
            }
        }
        for (int i = 0; i < N; i++) {
            if (Math.abs(a[i]) > 1e-9 || Math.abs(b[i]) > 1e-9) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return left == 0 ? cost : Double.POSITIVE_INFINITY;
    }
}
