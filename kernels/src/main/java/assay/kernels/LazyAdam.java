package assay.kernels;

import java.util.Arrays;

/** Moves the parameters that have a gradient, and no others. */
final class LazyAdam implements SparseAdam {

    private final double rate;
    private final double[] parameters;
    private final double[] first;
    private final double[] second;
    private final int[] steps;

    LazyAdam(int n, double start, double rate) {
        this.rate = rate;
        this.parameters = new double[n];
        this.first = new double[n];
        this.second = new double[n];
        this.steps = new int[n];
        Arrays.fill(parameters, start);
    }

    @Override
    public double value(int i) {
        return parameters[i];
    }

    @Override
    public void step(int[] touched, int count, double[] gradient) {
        for (int k = 0; k < count; k++) {
            int i = touched[k];
            double g = gradient[k];
            steps[i]++;
            first[i] = Adam.BETA_1 * first[i] + (1 - Adam.BETA_1) * g;
            second[i] = Adam.BETA_2 * second[i] + (1 - Adam.BETA_2) * g * g;
            double mean = first[i] / (1 - Math.pow(Adam.BETA_1, steps[i]));
            double square = second[i] / (1 - Math.pow(Adam.BETA_2, steps[i]));
            parameters[i] -= rate * mean / (Math.sqrt(square) + Adam.EPSILON);
        }
    }
}
