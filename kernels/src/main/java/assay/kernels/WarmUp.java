package assay.kernels;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Lets the virtual machine compile the kernels that training a small network and LossVal need, on made-up numbers: for a
 * thread that would be idle while files are read. Uncompiled, a vector operation takes a thousand times as long, and a
 * short command is over before that has paid. Changes no result.
 */
public final class WarmUp {

    private static final int ROWS = 32;
    private static final int UNITS = 100;
    private static final int MOST_ROUNDS = 400;

    /** Sums are short: it counts how often a block is computed, and before it is compiled every term takes its time. */
    private static final int TERMS = 25;

    private WarmUp() {}

    /**
     * Works until told to stop, or for as many rounds as compilers need; a fraction of a second.
     *
     * @param products those that will be needed
     * @param stop asked after each round, of less than a millisecond once compiled
     */
    public static void run(Products products, BooleanSupplier stop) {
        float[] x = new float[ROWS * UNITS];
        float[] y = new float[ROWS * UNITS];
        float[] weights = new float[(UNITS + 1) * UNITS];
        float[] gradient = new float[weights.length];
        float[] first = new float[weights.length];
        float[] second = new float[weights.length];
        float[] scratch = new float[UNITS * UNITS];
        int points = Coupling.padded(ROWS);
        double[] cost = new double[ROWS * points];
        double[] f = new double[points];
        double[] masses = new double[points];
        double[] rowSums = new double[points];
        double[] columnSums = new double[points];
        double[] eight = new double[Coupling.WIDTH];
        Arrays.fill(masses, 1);
        for (int round = 0; round < MOST_ROUNDS && !stop.getAsBoolean(); round++) {
            products.affine(x, weights, 0, weights, UNITS * UNITS, y, ROWS, TERMS, UNITS);
            Activation.RELU.apply(y, ROWS * UNITS);
            products.multiplyTransposedLeft(x, 0, y, 0, gradient, 0, UNITS, TERMS, UNITS);
            Products.transpose(y, 0, scratch, 0, ROWS, UNITS);
            products.multiply(weights, 0, scratch, 0, x, 0, UNITS, TERMS, ROWS);
            Activation.RELU.backward(y, x, ROWS * UNITS);
            Rows.columnSums(y, ROWS, UNITS, gradient, UNITS * UNITS);
            Adam.step(weights, gradient, first, second, 0.01, round + 1L);
            for (int step = 0; step < 8; step++) {
                Coupling.marginals(cost, ROWS, ROWS, f, f, masses, masses, 1, rowSums, columnSums, eight);
                Coupling.descend(f, rowSums, 0.5, ROWS, f);
            }
        }
    }
}
