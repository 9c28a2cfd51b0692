package assay.surrogate;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import java.util.Arrays;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import smile.math.BFGS;

/**
 * Ridge regression and multinomial logistic regression. Both add {@code ridge * n / 2} times the squared coefficients,
 * intercepts excepted, to a loss summed over the n rows: half the squared error, or {@code -ln p}. Features are taken as
 * they come, so the ridge means the same for all of them only if they are standardised. Draws no random number.
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

    /** Solves (X'X + ridge n I) w = X'y for centred X and y. */
    private TargetModel regression(Dataset train) {
        int n = train.size();
        int d = train.features().columns();
        double[] means = new double[d];
        double[] targets = train.targets();
        double[][] rows = train.features().toRows();
        for (int j = 0; j < d; j++) {
            for (double[] row : rows) {
                means[j] += row[j] / n;
            }
        }
        double targetMean = Arrays.stream(targets).sum() / n;
        double[][] normal = new double[d][d];
        double[] right = new double[d];
        for (int i = 0; i < n; i++) {
            double[] x = rows[i];
            for (int j = 0; j < d; j++) {
                x[j] -= means[j];
            }
            for (int j = 0; j < d; j++) {
                right[j] += x[j] * (targets[i] - targetMean);
                for (int l = 0; l <= j; l++) {
                    normal[j][l] += x[j] * x[l];
                }
            }
        }
        for (int j = 0; j < d; j++) {
            normal[j][j] += ridge * n;
            for (int l = 0; l < j; l++) {
                normal[l][j] = normal[j][l];
            }
        }
        double[] coefficients = d == 0 ? new double[0] : solve(normal, right);
        double intercept = targetMean;
        for (int j = 0; j < d; j++) {
            intercept -= coefficients[j] * means[j];
        }
        return linear(coefficients, intercept);
    }

    private static double[] solve(double[][] normal, double[] right) {
        RealMatrix matrix = MatrixUtils.createRealMatrix(normal);
        return new CholeskyDecomposition(matrix)
                .getSolver()
                .solve(MatrixUtils.createRealVector(right))
                .toArray();
    }

    private static TargetModel linear(double[] coefficients, double intercept) {
        return features -> {
            Inputs.check(features, coefficients.length);
            double[] predictions = new double[features.rows()];
            for (int row = 0; row < predictions.length; row++) {
                predictions[row] = intercept;
                for (int j = 0; j < coefficients.length; j++) {
                    predictions[row] += coefficients[j] * features.at(row, j);
                }
            }
            return Matrix.of(predictions.length, 1, predictions);
        };
    }

    private TargetModel logistic(Dataset train) {
        int[] present = Arrays.stream(train.targets())
                .mapToInt(t -> (int) t)
                .sorted()
                .distinct()
                .toArray();
        int[] classes = Arrays.stream(train.targets())
                .mapToInt(t -> Arrays.binarySearch(present, (int) t))
                .toArray();
        int d = train.features().columns();
        double[] coefficients = new double[SoftmaxObjective.parameters(d, present.length)];
        if (present.length > 1) {
            SoftmaxObjective objective =
                    new SoftmaxObjective(train.features().toRows(), classes, present.length, ridge * train.size());
            BFGS.minimize(objective, MEMORY, coefficients, TOLERANCE, ITERATIONS);
        }
        int outputs = train.task().outputs();
        return features -> {
            Inputs.check(features, d);
            double[] predictions = new double[features.rows() * outputs];
            double[] p = new double[present.length];
            for (int row = 0; row < features.rows(); row++) {
                SoftmaxObjective.logSumExp(coefficients, features.row(row), p);
                for (int c = 0; c < p.length; c++) {
                    predictions[row * outputs + present[c]] = p[c];
                }
            }
            return Matrix.of(features.rows(), outputs, predictions);
        };
    }
}
