package assay.surrogate;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import java.util.Arrays;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import smile.math.BFGS;

/**
 * Ridge regression and multinomial logistic regression. Both add {@code ridge * n / 2} times the squared coefficients,
 * intercepts excepted, to a loss summed over the n rows: half the squared error, or {@code -ln p}. The penalty
 * is on coefficients of the features as they come, so it means the same for all of them only if they are standardised. Draws no random number.
 *
 * <p>Numbers are solved for exactly, by a Cholesky decomposition of the normal equations: O(n d^2 + d^3). Classes take some
 * dozens of L-BFGS iterations of O(n d C). A class that is absent from the training rows has probability 0.
 */
final class LinearTrainer implements TargetModel.Trainer {

    /** Small enough to leave a well-posed fit alone, and enough to solve an ill-posed one. */
    static final double DEFAULT_RIDGE = 1e-3;

    private static final int MEMORY = 10;
    private static final double TOLERANCE = 1e-9;
    private static final int ITERATIONS = 1000;
    private static final int STARTS = 20;
    private static final double SLOPE = 1e-5;

    private final double ridge;

    /** @param ridge penalty per row, above 0 */
    LinearTrainer(double ridge) {
        if (!(ridge > 0 && ridge < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "ridge (%s) must be a positive number. Maybe %s?".formatted(ridge, DEFAULT_RIDGE));
        }
        this.ridge = ridge;
    }

    @Override
    public TargetModel fit(Dataset train, Seed seed) {
        if (train.size() < 1) {
            throw new IllegalArgumentException("a linear model needs at least 1 row but got 0");
        }
        return train.task() instanceof Task.Classification ? logistic(train) : regression(train);
    }

    /** Solves (X'X + P) w = X'y for centred and scaled X and centred y; P has the penalties on its diagonal. */
    private TargetModel regression(Dataset train) {
        int n = train.size();
        int d = train.features().columns();
        ColumnScale scale = ColumnScale.of(train.features(), Math.sqrt(ridge));
        double[][] rows = scale.rows(train.features());
        double mean = Arrays.stream(train.targets()).sum() / n;
        double[] penalties = penalties(scale, n);
        double[][] normal = new double[d][d];
        double[] right = new double[d];
        for (int j = 0; j < d; j++) {
            for (int i = 0; i < n; i++) {
                right[j] += rows[i][j] * (train.target(i) - mean);
            }
            for (int l = 0; l <= j; l++) {
                for (double[] x : rows) {
                    normal[j][l] += x[j] * x[l];
                }
                normal[l][j] = normal[j][l];
            }
            normal[j][j] += penalties[j];
        }
        double[] coefficients = d == 0 ? right : solve(normal, right);
        return features -> {
            Inputs.check(features, d);
            double[] predictions = new double[features.rows()];
            double[][] queries = scale.rows(features);
            for (int row = 0; row < predictions.length; row++) {
                predictions[row] = mean;
                for (int j = 0; j < d; j++) {
                    predictions[row] += coefficients[j] * queries[row][j];
                }
            }
            return Matrix.of(predictions.length, 1, predictions);
        };
    }

    private double[] solve(double[][] normal, double[] right) {
        try {
            return new CholeskyDecomposition(MatrixUtils.createRealMatrix(normal))
                    .getSolver()
                    .solve(MatrixUtils.createRealVector(right))
                    .toArray();
        } catch (MathIllegalArgumentException e) {
            throw new IllegalStateException(
                    "the normal equations cannot be solved with a ridge of %s. Maybe a larger one?".formatted(ridge),
                    e);
        }
    }

    /** The penalty of each coefficient when the features are divided by the scale's divisors: the minimum stays. */
    private double[] penalties(ColumnScale scale, int n) {
        double[] penalties = new double[scale.columns()];
        for (int j = 0; j < penalties.length; j++) {
            penalties[j] = ridge * n / (scale.divisor(j) * scale.divisor(j));
        }
        return penalties;
    }

    /**
     * Goes down to a slope of nearly zero. Smile's minimiser is started again where it stops short, which it does in
     * silence: after a failed search along a line that its memory has made useless.
     */
    private static double[] minimise(SoftmaxObjective objective, int parameters, int n) {
        double[] coefficients = new double[parameters];
        double[] gradient = new double[parameters];
        double steepest = Double.POSITIVE_INFINITY;
        for (int start = 0; start < STARTS && !(steepest < SLOPE); start++) {
            BFGS.minimize(objective, MEMORY, coefficients, TOLERANCE, ITERATIONS);
            objective.g(coefficients, gradient);
            steepest = Arrays.stream(gradient).map(Math::abs).max().orElse(0) / n;
        }
        if (!(steepest < SLOPE)) {
            throw new IllegalStateException(
                    "logistic regression stopped at a slope of %s per row, above %s. Maybe a larger ridge?"
                            .formatted(steepest, SLOPE));
        }
        return coefficients;
    }

    private TargetModel logistic(Dataset train) {
        int n = train.size();
        int d = train.features().columns();
        int[] present = Arrays.stream(train.targets())
                .mapToInt(t -> (int) t)
                .sorted()
                .distinct()
                .toArray();
        int[] classes = Arrays.stream(train.targets())
                .mapToInt(t -> Arrays.binarySearch(present, (int) t))
                .toArray();
        // The minimiser stops early on badly scaled problems; divided by these, every feature has about the same
        // curvature.
        ColumnScale scale = ColumnScale.of(train.features(), Math.sqrt(4 * ridge));
        SoftmaxObjective objective =
                new SoftmaxObjective(scale.rows(train.features()), classes, present.length, penalties(scale, n));
        double[] coefficients = minimise(objective, SoftmaxObjective.parameters(d, present.length), n);
        int outputs = train.task().outputs();
        return features -> {
            Inputs.check(features, d);
            double[][] rows = scale.rows(features);
            double[] predictions = new double[rows.length * outputs];
            double[] p = new double[present.length];
            for (int row = 0; row < rows.length; row++) {
                SoftmaxObjective.logSumExp(coefficients, rows[row], p);
                for (int c = 0; c < p.length; c++) {
                    predictions[row * outputs + present[c]] = p[c];
                }
            }
            return Matrix.of(rows.length, outputs, predictions);
        };
    }
}
