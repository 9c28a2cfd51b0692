package assay.surrogate;

import assay.acquisition.Evidence;
import assay.acquisition.Matrix;
import java.util.Arrays;

/**
 * What a forest knows of its own predictions, from the experiments that each tree has not seen. Immutable.
 *
 * <p>Intervals are those of the jackknife+ after bootstrap (Kim, Xu and Barber, "Predictive inference is free with the
 * jackknife+-after-bootstrap", NeurIPS 2020): for each past experiment, the mean prediction of the trees without it plus the error
 * that this mean made for it; the interval is between two order statistics of these n numbers. We differ in two points: errors
 * keep their signs, with half of the rest of the probability at each end, as ranks at the top are foreseen too low and
 * those at the bottom too high; and ends are kept within 0 .. 1, where ranks are. The theorem promises a coverage of 1 - 2a for a nominal
 * 1 - a; what is seen is 1 - a. An interval costs O(n trees).
 */
final class ForestEvidence implements Evidence {

    private final BaggedTrees forest;
    private final Matrix known;
    private final double[] errors;

    /**
     * @param known n x c, what the forest was grown on
     * @param values n, likewise
     * @param outOfBag n mean predictions of the trees that have not seen the experiment; NaN where all have
     */
    ForestEvidence(BaggedTrees forest, Matrix known, double[] values, double[] outOfBag) {
        this.forest = forest;
        this.known = known;
        this.errors = new double[values.length];
        for (int row = 0; row < errors.length; row++) {
            errors[row] = values[row] - outOfBag[row];
        }
    }

    @Override
    public Interval interval(double[] experiment, double coverage) {
        if (!(coverage > 0 && coverage < 1)) {
            throw new IllegalArgumentException("coverage (%s) must be between 0 and 1. Maybe 0.8?".formatted(coverage));
        }
        double[] members = members(experiment);
        double[] ends = new double[errors.length];
        int usable = 0;
        for (int row = 0; row < errors.length; row++) {
            if (!Double.isNaN(errors[row])) {
                ends[usable++] = meanWithout(row, members) + errors[row];
            }
        }
        Arrays.sort(ends, 0, usable);
        double tail = (1 - coverage) / 2;
        int below = (int) Math.floor(tail * (usable + 1));
        int above = usable + 1 - below;
        return new Interval(
                below < 1 ? 0 : Math.max(0, Math.min(1, ends[below - 1])),
                above > usable ? 1 : Math.max(0, Math.min(1, ends[above - 1])));
    }

    private double[] members(double[] experiment) {
        double[][] predictions = forest.predict(Matrix.of(1, experiment.length, experiment), 0);
        return Arrays.stream(predictions).mapToDouble(tree -> tree[0]).toArray();
    }

    private double meanWithout(int row, double[] members) {
        double sum = 0;
        int count = 0;
        for (int tree = 0; tree < members.length; tree++) {
            if (forest.outOfBag(tree, row)) {
                sum += members[tree];
                count++;
            }
        }
        return sum / count;
    }

    /**
     * How often past experiments share a leaf with this one, over all trees; drawn twice counts twice. Leaves with the same prediction
     * count as one: where values are tied, the weight is spread over more experiments, and the weighted mean is the same.
     */
    @Override
    public double[] weights(double[] experiment) {
        double[] members = members(experiment);
        double[][] past = forest.predict(known, 0);
        double[] weights = new double[errors.length];
        for (int tree = 0; tree < members.length; tree++) {
            double together = 0;
            for (int row = 0; row < weights.length; row++) {
                together += past[tree][row] == members[tree] ? forest.timesDrawn(tree, row) : 0;
            }
            for (int row = 0; row < weights.length; row++) {
                if (past[tree][row] == members[tree]) {
                    weights[row] += forest.timesDrawn(tree, row) / together / members.length;
                }
            }
        }
        return weights;
    }
}
