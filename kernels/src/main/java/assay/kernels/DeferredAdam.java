package assay.kernels;

import java.util.Arrays;

/**
 * Makes the steps that a parameter missed only when it is asked for, so that a step costs as much as it has gradients.
 *
 * <p>After {@value #MEMORY} steps without a gradient the rest of the momentum, below 1e-18 of it, is dropped.
 */
final class DeferredAdam implements SparseAdam {

    private static final int MEMORY = 400;

    private final double rate;
    private final double[] parameters;
    private final double[] first;
    private final double[] second;
    private final int[] done;
    private double[] scales = new double[1];
    private double[] roots = new double[1];
    private int steps;

    DeferredAdam(int n, double start, double rate) {
        this.rate = rate;
        this.parameters = new double[n];
        this.first = new double[n];
        this.second = new double[n];
        this.done = new int[n];
        Arrays.fill(parameters, start);
    }

    @Override
    public double value(int i) {
        if (done[i] < steps) {
            catchUp(i, steps);
        }
        return parameters[i];
    }

    @Override
    public void step(int[] touched, int count, double[] gradient) {
        steps++;
        if (steps == scales.length) {
            scales = Arrays.copyOf(scales, 2 * steps);
            roots = Arrays.copyOf(roots, 2 * steps);
        }
        scales[steps] = rate / (1 - Math.pow(Adam.BETA_1, steps));
        roots[steps] = 1 / Math.sqrt(1 - Math.pow(Adam.BETA_2, steps));
        for (int k = 0; k < count; k++) {
            int i = touched[k];
            catchUp(i, steps - 1);
            move(i, gradient[k], steps);
        }
    }

    private void catchUp(int i, int step) {
        int last = Math.min(step, done[i] + MEMORY);
        if (first[i] != 0) {
            for (int t = done[i] + 1; t <= last; t++) {
                move(i, 0, t);
            }
            if (last < step) {
                first[i] = 0;
                second[i] *= Math.pow(Adam.BETA_2, step - last);
            }
        } else if (second[i] != 0) {
            second[i] *= Math.pow(Adam.BETA_2, step - done[i]);
        }
        done[i] = step;
    }

    private void move(int i, double g, int step) {
        first[i] = Adam.BETA_1 * first[i] + (1 - Adam.BETA_1) * g;
        second[i] = Adam.BETA_2 * second[i] + (1 - Adam.BETA_2) * g * g;
        parameters[i] -= scales[step] * first[i] / (Math.sqrt(second[i]) * roots[step] + Adam.EPSILON);
        done[i] = step;
    }
}
