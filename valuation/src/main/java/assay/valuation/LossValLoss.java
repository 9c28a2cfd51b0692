package assay.valuation;

import assay.kernels.Coupling;
import assay.valuation.LossVal.Masses;
import java.util.Arrays;

/**
 * The loss of LossVal over one batch, and its derivatives. With l_i the loss and w_i the weight of experiment i, and S
 * the Sinkhorn divergence between the weighted batch and the holdout, features only:
 *
 * <ul>
 *   <li>raw masses (the reference): L = (sum_i w_i l_i) |S|^p, masses w_i against 1; dL/dw_i = l_i |S|^p + p L / S F_i.
 *   <li>normalised masses: L = (sum_i w_i l_i / W) S^p with W = sum_i w_i, masses w_i / W against 1/m;
 *       dL/dw_i = (l_i - Lm) S^p / W + p Lm S^(p-1) (F_i - sum_k a_k F_k) / W. Weights below {@link #LEAST_WEIGHT} count as
 *       that much. The derivative by w is given times the size of the batch, so that an optimiser sees the same scale
 *       as with raw masses.
 * </ul>
 *
 * <p>F is the dual potential, taken as a constant (envelope theorem), as the reference does. The solver's few steps leave
 * the potentials unconverged for small clouds, so this is not the exact derivative of the number it returns. Mutable
 * workspace: not thread-safe.
 */
final class LossValLoss {

    static final double LEAST_WEIGHT = 1e-3;

    private static final double SLACK = 1.1;

    private final HoldoutCosts costs;
    private final double[] batchCosts;
    private final SinkhornDivergence divergence;
    private final Masses masses;
    private final int power;
    private final double fixedDiameter;
    private final double[] mass;

    /**
     * @param holdout m x d, the experiments that {@code costs} lead to
     * @param fixedDiameter from {@link #fixedDiameter}
     * @param capacity largest batch
     */
    LossValLoss(
            HoldoutCosts costs, double[] holdout, int d, Masses masses, int power, double fixedDiameter, int capacity) {
        int m = costs.holdoutSize();
        double[] holdoutMasses = new double[m];
        Arrays.fill(holdoutMasses, masses == Masses.RAW ? 1 : 1.0 / m);
        this.costs = costs;
        this.batchCosts = new double[capacity * Coupling.padded(m)];
        this.divergence = new SinkhornDivergence(holdout, holdoutMasses, d, capacity);
        this.masses = masses;
        this.power = power;
        this.mass = new double[capacity];
        this.fixedDiameter = fixedDiameter;
    }

    /** The diameter that all batches share: that of all experiments with normalised masses, none (NaN) with raw ones. */
    static double fixedDiameter(HoldoutCosts costs, Masses masses) {
        return masses == Masses.NORMALISED ? SLACK * costs.largestDistance() : Double.NaN;
    }

    /**
     * Evaluates one batch.
     *
     * @param rows positions of the batch among the known experiments, the first {@code count}
     * @param x features of the batch, count x d
     * @param losses count
     * @param weights count
     * @param byLoss receives dL/dl_i: the weight of each experiment in the step of the network
     * @param byWeight receives dL/dw_i, in the normalised mode times {@code count}
     * @return L
     */
    double evaluate(
            int[] rows, double[] x, float[] losses, double[] weights, int count, float[] byLoss, double[] byWeight) {
        costs.gather(rows, x, count, batchCosts);
        return masses == Masses.RAW
                ? raw(x, losses, weights, count, byLoss, byWeight)
                : normalised(x, losses, weights, count, byLoss, byWeight);
    }

    private double raw(double[] x, float[] losses, double[] weights, int count, float[] byLoss, double[] byWeight) {
        double weighted = 0;
        for (int i = 0; i < count; i++) {
            weighted += weights[i] * losses[i];
        }
        double s = power == 0 ? 1 : divergence.solve(x, batchCosts, weights, count, diameterOfBatch(count));
        double factor = Math.pow(Math.abs(s), power);
        double slope = power == 0 ? 0 : power * weighted * factor / s;
        for (int i = 0; i < count; i++) {
            byLoss[i] = (float) (factor * weights[i]);
            byWeight[i] = losses[i] * factor + (power == 0 ? 0 : slope * divergence.potential(i));
        }
        return weighted * factor;
    }

    /** As the reference takes it: the largest distance between batch and holdout, with some slack. */
    private double diameterOfBatch(int count) {
        return SLACK * Math.sqrt(2 * costs.largest(batchCosts, count));
    }

    private double normalised(
            double[] x, float[] losses, double[] weights, int count, float[] byLoss, double[] byWeight) {
        double total = 0;
        for (int i = 0; i < count; i++) {
            total += Math.max(weights[i], LEAST_WEIGHT);
        }
        double mean = 0;
        for (int i = 0; i < count; i++) {
            mass[i] = Math.max(weights[i], LEAST_WEIGHT) / total;
            mean += mass[i] * losses[i];
        }
        double s = power == 0 ? 1 : Math.max(0, divergence.solve(x, batchCosts, mass, count, fixedDiameter));
        double factor = Math.pow(s, power);
        double slope = power == 0 ? 0 : power * mean * Math.pow(s, power - 1);
        double meanPotential = 0;
        for (int i = 0; i < count && power > 0; i++) {
            meanPotential += mass[i] * divergence.potential(i);
        }
        for (int i = 0; i < count; i++) {
            double transport = power == 0 ? 0 : slope * (divergence.potential(i) - meanPotential);
            byLoss[i] = (float) (factor * mass[i]);
            byWeight[i] = count * ((losses[i] - mean) * factor + transport) / total;
        }
        return mean * factor;
    }

    /** The dual potential of experiment i in the batch last evaluated. */
    double potential(int i) {
        return divergence.potential(i);
    }
}
