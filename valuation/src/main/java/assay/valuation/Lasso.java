package assay.valuation;

import assay.acquisition.Runner;
import java.util.Arrays;
import java.util.List;

/**
 * Least squares with an absolute penalty, and the penalty chosen by cross-validation: minimises {@code 1/(2 W) sum_m w_m (y_m
 * - b_0 - x_m b)^2 + penalty * sum_j |b_j|}, W being the sum of the weights; the intercept is not penalised. Tibshirani, 1996; by
 * coordinate descent along a path of penalties, as Friedman, Hastie and Tibshirani, Journal of Statistical Software 33(1),
 * 2010, do. The path and the folds are those of scikit-learn's {@code LassoCV}: {@value #PENALTIES} penalties from the
 * smallest that leaves no column to {@value #SMALLEST} times it, evenly spaced in logarithms, and {@value #FOLDS} runs of
 * consecutive rows; but a fold does not go on to penalties that are far below its best, which take most of the time.
 */
final class Lasso {

    private static final int PENALTIES = 100;
    private static final double SMALLEST = 1e-3;
    private static final int FOLDS = 5;
    private static final double TOLERANCE = 1e-7;
    private static final int SWEEPS = 1000;

    /** Penalties in a row without a smaller error, after which a fold gives up: a factor of 4 in the penalty. */
    private static final int RISING = 20;

    private final SubsetDesign design;
    private final double[] targets;
    private final double[] weights;

    /** @param weights one per row, at least 0 */
    Lasso(SubsetDesign design, double[] targets, double[] weights) {
        this.design = design;
        this.targets = targets;
        this.weights = weights;
    }

    /** The penalty with the least squared error on rows that were left out. */
    double crossValidatedPenalty(Runner runner) {
        double[] path = path();
        List<double[]> errors =
                runner.run("Choosing the penalty of AME", FOLDS, 1, (fold, step) -> errorsOutOf(fold, path, step));
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int p = 0; p < path.length; p++) {
            double sum = 0;
            for (double[] fold : errors) {
                sum += fold[p];
            }
            if (sum < least) {
                least = sum;
                best = p;
            }
        }
        return path[best];
    }

    private double[] path() {
        Descent descent = new Descent(weights);
        double largest = descent.largestPenalty();
        double[] path = new double[PENALTIES];
        Arrays.setAll(path, p -> largest * Math.pow(SMALLEST, p / (PENALTIES - 1.0)));
        return path;
    }

    private double[] errorsOutOf(int fold, double[] path, Runnable step) {
        int from = fold * design.rows() / FOLDS;
        int to = (fold + 1) * design.rows() / FOLDS;
        double[] kept = weights.clone();
        Arrays.fill(kept, from, to, 0);
        Descent descent = new Descent(kept);
        double[] errors = new double[path.length];
        Arrays.fill(errors, Double.POSITIVE_INFINITY);
        int best = 0;
        for (int p = 0; p < path.length && p - best <= RISING; p++) {
            descent.to(path[p]);
            errors[p] = 0;
            for (int row = from; row < to; row++) {
                errors[p] += weights[row] * descent.residuals[row] * descent.residuals[row];
            }
            best = errors[p] < errors[best] ? p : best;
        }
        step.run();
        return errors;
    }

    /** The coefficients at a penalty. */
    double[] coefficients(double penalty) {
        return coefficients(penalty, weights);
    }

    /** The coefficients at a penalty by other weights, such as those that leave rows out. */
    double[] coefficients(double penalty, double[] otherWeights) {
        Descent descent = new Descent(otherWeights);
        for (double larger = descent.largestPenalty() / 2; larger > penalty; larger /= 2) {
            descent.to(larger);
        }
        descent.to(penalty);
        return descent.coefficients;
    }

    /** Coefficients on their way along the path, and the residuals that they leave in all rows. Mutable. */
    private final class Descent {

        private final double[] shares;
        private final double[] residuals;
        private final double[] coefficients = new double[design.columns()];
        private final double[] curvatures = new double[design.columns()];
        private final double[] column = new double[design.rows()];
        private final double deviance;

        Descent(double[] weights) {
            double sum = Arrays.stream(weights).sum();
            this.shares = Arrays.stream(weights).map(w -> w / sum).toArray();
            this.residuals = targets.clone();
            moveIntercept();
            double squares = 0;
            for (int row = 0; row < residuals.length; row++) {
                squares += shares[row] * residuals[row] * residuals[row];
            }
            this.deviance = squares;
            for (int j = 0; j < curvatures.length; j++) {
                design.read(j, column);
                for (int row = 0; row < column.length; row++) {
                    curvatures[j] += shares[row] * column[row] * column[row];
                }
            }
        }

        double largestPenalty() {
            double largest = 0;
            for (int j = 0; j < coefficients.length; j++) {
                design.read(j, column);
                largest = Math.max(largest, Math.abs(slope()));
            }
            return largest;
        }

        /** Sweeps over the columns that are in, and over all when those have settled. */
        void to(double penalty) {
            boolean settled = false;
            for (int sweep = 0; sweep < SWEEPS && !settled; sweep++) {
                settled = sweep(penalty, true) <= TOLERANCE * deviance;
                for (int inner = 0; inner < SWEEPS && !settled; inner++) {
                    if (sweep(penalty, false) <= TOLERANCE * deviance) {
                        break;
                    }
                }
            }
        }

        /** @return the largest decrease of the squares by one coordinate */
        private double sweep(double penalty, boolean all) {
            double most = moveIntercept();
            for (int j = 0; j < coefficients.length; j++) {
                if ((all || coefficients[j] != 0) && curvatures[j] > 0) {
                    most = Math.max(most, move(j, penalty));
                }
            }
            return most;
        }

        private double move(int j, double penalty) {
            design.read(j, column);
            double pull = slope() + curvatures[j] * coefficients[j];
            double moved = Math.signum(pull) * Math.max(0, Math.abs(pull) - penalty) / curvatures[j];
            double change = moved - coefficients[j];
            if (change != 0) {
                coefficients[j] = moved;
                for (int row = 0; row < column.length; row++) {
                    residuals[row] -= change * column[row];
                }
            }
            return curvatures[j] * change * change;
        }

        private double slope() {
            double slope = 0;
            for (int row = 0; row < column.length; row++) {
                slope += shares[row] * residuals[row] * column[row];
            }
            return slope;
        }

        private double moveIntercept() {
            double mean = 0;
            for (int row = 0; row < residuals.length; row++) {
                mean += shares[row] * residuals[row];
            }
            for (int row = 0; row < residuals.length; row++) {
                residuals[row] -= mean;
            }
            return mean * mean;
        }
    }
}
