package assay.acquisition.strategy;

import java.util.Arrays;

/**
 * Goes down a slope by the signs of its gradient, each parameter at a pace of its own: iRprop- of Igel and Huesken, "Improving the Rprop
 * learning algorithm", 2000, which finds kernels as well as quasi-Newton methods do (Blum and Riedmiller, "Optimization of Gaussian
 * process hyperparameters using Rprop", ESANN 2013). There is no search along lines, so a fixed number of evaluations is enough.
 *
 * <p>Own code, since the library at hand (Hipparchus) has no quasi-Newton method without constraints: its conjugate gradients search
 * every line without slopes.
 */
final class Rprop {

    private static final double FASTER = 1.2;
    private static final double SLOWER = 0.5;
    private static final double FIRST = 0.2;
    private static final double LONGEST = 1;
    private static final double SHORTEST = 1e-3;

    /** What is minimised. */
    @FunctionalInterface
    interface Slope {

        /**
         * @param gradient overwritten
         * @return the value at x
         */
        double evaluate(double[] x, double[] gradient);
    }

    private Rprop() {}

    /**
     * The lowest point seen on the way.
     *
     * @param reach how far any parameter may get from its start
     * @param evaluations at most so many; fewer if all steps have become tiny
     */
    static double[] minimise(Slope slope, double[] start, double reach, int evaluations) {
        int p = start.length;
        double[] x = start.clone();
        double[] best = start.clone();
        double lowest = Double.POSITIVE_INFINITY;
        double[] step = new double[p];
        Arrays.fill(step, FIRST);
        double[] before = new double[p];
        double[] gradient = new double[p];
        for (int i = 0; i < evaluations; i++) {
            double value = slope.evaluate(x, gradient);
            if (value < lowest) {
                lowest = value;
                best = x.clone();
            }
            double longest = 0;
            for (int j = 0; j < p; j++) {
                double turn = gradient[j] * before[j];
                step[j] = turn > 0
                        ? Math.min(LONGEST, step[j] * FASTER)
                        : turn < 0 ? Math.max(SHORTEST / 2, step[j] * SLOWER) : step[j];
                before[j] = turn < 0 ? 0 : gradient[j];
                double moved = x[j] - Math.signum(before[j]) * step[j];
                x[j] = Math.max(start[j] - reach, Math.min(start[j] + reach, moved));
                longest = Math.max(longest, step[j]);
            }
            if (longest < SHORTEST) {
                break;
            }
        }
        return best;
    }
}
