package assay.valuation;

import assay.acquisition.Runner;
import assay.kernels.Subsets;
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
            double[] residuals = descent.residuals();
            errors[p] = 0;
            for (int row = from; row < to; row++) {
                errors[p] += weights[row] * residuals[row] * residuals[row];
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

    /**
     * Coefficients on their way along the path. Of the residuals r only what slopes are made of is kept up to date: with s the share of a
     * row, o what stands in it for others and d what membership adds, the sums of s r and of s o r, and s d r itself, of which a
     * slope sums the members. Mutable.
     */
    private final class Descent {

        private final double[] shares;
        private final double[] outside = design.outside();
        private final double[] difference = design.difference();
        private final double[] weighted;
        private final double[] weightedOutside;
        private final double[] weightedSquares;
        private final double[] moments;
        private final double[] coefficients = new double[design.columns()];
        private final double[] curvatures = new double[design.columns()];
        private final double[] means = new double[design.columns()];
        private final double[] outsideMoments = new double[design.columns()];
        private final double deviance;
        private final double outsideMean;
        private double intercept;
        private double mean;
        private double outsideMoment;

        Descent(double[] weights) {
            double sum = Arrays.stream(weights).sum();
            this.shares = Arrays.copyOf(weights, outside.length);
            Arrays.setAll(shares, row -> shares[row] / sum);
            this.weighted = product(shares, difference);
            this.weightedOutside = product(weighted, outside);
            this.weightedSquares = product(weighted, difference);
            double[] residuals = Arrays.copyOf(targets, outside.length);
            this.moments = product(weighted, residuals);
            this.mean = dot(shares, residuals);
            this.outsideMoment = dot(product(shares, outside), residuals);
            this.outsideMean = dot(shares, outside);
            double first = moveIntercept();
            this.deviance = dot(shares, product(residuals, residuals)) - first;
            double outsideSquares = dot(shares, product(outside, outside));
            for (int j = 0; j < curvatures.length; j++) {
                double mixed = Subsets.sum(design.members(j), weightedOutside);
                means[j] = outsideMean + Subsets.sum(design.members(j), weighted);
                outsideMoments[j] = outsideSquares + mixed;
                curvatures[j] = outsideSquares + 2 * mixed + Subsets.sum(design.members(j), weightedSquares);
            }
        }

        double largestPenalty() {
            double largest = 0;
            for (int j = 0; j < coefficients.length; j++) {
                largest = Math.max(largest, Math.abs(slope(j)));
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
            double pull = slope(j) + curvatures[j] * coefficients[j];
            double moved = Math.signum(pull) * Math.max(0, Math.abs(pull) - penalty) / curvatures[j];
            double change = moved - coefficients[j];
            if (change != 0) {
                coefficients[j] = moved;
                mean -= change * means[j];
                outsideMoment -= change * outsideMoments[j];
                Subsets.add(design.members(j), -change, weightedOutside, weightedSquares, moments);
            }
            return curvatures[j] * change * change;
        }

        private double slope(int j) {
            return outsideMoment + Subsets.sum(design.members(j), moments);
        }

        private double moveIntercept() {
            double change = mean;
            intercept += change;
            mean = 0;
            outsideMoment -= change * outsideMean;
            for (int row = 0; row < moments.length; row++) {
                moments[row] -= change * weighted[row];
            }
            return change * change;
        }

        /** What the coefficients leave in all rows, those without weight as well. */
        double[] residuals() {
            double[] residuals = Arrays.copyOf(targets, outside.length);
            for (int row = 0; row < targets.length; row++) {
                residuals[row] -= intercept;
            }
            for (int j = 0; j < coefficients.length; j++) {
                if (coefficients[j] != 0) {
                    Subsets.add(design.members(j), -coefficients[j], outside, difference, residuals);
                }
            }
            return residuals;
        }

        private static double[] product(double[] x, double[] y) {
            double[] product = new double[x.length];
            Arrays.setAll(product, i -> x[i] * y[i]);
            return product;
        }

        private static double dot(double[] x, double[] y) {
            double dot = 0;
            for (int i = 0; i < x.length; i++) {
                dot += x[i] * y[i];
            }
            return dot;
        }
    }
}
