package assay.acquisition.strategy;

import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import assay.kernels.Cholesky;
import assay.kernels.Products;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The same as {@link ExactReduction} for many candidates: what a Gaussian process knows is told by r inducing points, a uniform draw
 * from the candidates that matter. A candidate is a row of r features phi = L^-1 k(inducing, candidate), and the process a linear model
 * in them; what the inducing points do not explain of a candidate counts as noise of its own result (FITC: Snelson and
 * Ghahramani, "Sparse Gaussian processes using pseudo-inputs", NeurIPS 2005).
 *
 * <p>The weighted sum of variances is over a uniform draw of at most 10,000 candidates that matter. O(m r^2) to begin with,
 * O(m r) time per candidate that is taken, O(m r) memory in single precision, in blocks of 1024 candidates; nothing is ever m x m.
 */
final class InducedReduction implements VarianceReduction {

    private static final int MOST_INTEGRATED = 10_000;
    private static final int BLOCK = 1024;
    private static final double JITTER = 1e-8;
    private static final double NEGLIGIBLE = 1e-20;

    private final int m;
    private final int r;
    private final double noise;
    private final float[] features;
    private final double[] unexplained;
    private final double[] variance;
    private final double[] weightedSquares;
    private final double[] precisionInverse;
    private final double[] integral;

    /**
     * @param seen n x c experiments whose results are known, or will be
     * @param pool m x c candidates
     * @param weights m, not negative, not all 0: how much the variance of each candidate matters
     * @param inducing how many inducing points at most, at least 1
     */
    InducedReduction(Covariance kernel, Matrix seen, Matrix pool, double[] weights, int inducing, Seed seed) {
        this.m = pool.rows();
        this.noise = kernel.noise();
        int[] mattering = IntStream.range(0, m).filter(i -> weights[i] > 0).toArray();
        int[] shuffled = Arrays.stream(seed.derive("inducing points").permutation(mattering.length))
                .map(i -> mattering[i])
                .toArray();
        this.r = Math.min(inducing, shuffled.length);
        double[] points = kernel.scaled(pool.select(Arrays.copyOf(shuffled, r)));
        double[] among = kernel.covariances(points, r, points, r);
        for (int i = 0; i < r; i++) {
            among[i * r + i] *= 1 + JITTER;
        }
        Cholesky factor = Cholesky.of(among, r);
        this.features = new float[Math.multiplyExact(m, r)];
        this.unexplained = new double[m];
        describe(kernel, factor, points, pool, features, unexplained);
        this.precisionInverse = afterSeen(kernel, factor, points, seen);
        int[] integrated = Arrays.copyOf(shuffled, Math.min(MOST_INTEGRATED, shuffled.length));
        this.integral = new double[r * r];
        for (int z : integrated) {
            // The draw stands for all that matter.
            addOuter(integral, weights[z] * shuffled.length / integrated.length, z);
        }
        this.variance = new double[m];
        this.weightedSquares = new double[m];
        double[] inner = multiply(precisionInverse, multiply(integral, precisionInverse));
        quadraticForms(precisionInverse, variance);
        quadraticForms(inner, weightedSquares);
    }

    /** Features and unexplained variances of points, block by block. */
    private void describe(Covariance kernel, Cholesky factor, double[] points, Matrix of, float[] into, double[] rest) {
        for (int from = 0; from < of.rows(); from += BLOCK) {
            int count = Math.min(BLOCK, of.rows() - from);
            double[] block =
                    kernel.scaled(of.select(IntStream.range(from, from + count).toArray()));
            double[] covariances = kernel.covariances(points, r, block, count);
            double[] variances = kernel.variances(block, count);
            factor.solveLower(covariances, count);
            for (int i = 0; i < count; i++) {
                double explained = 0;
                for (int k = 0; k < r; k++) {
                    double phi = covariances[k * count + i];
                    // Single precision has no fast numbers so small.
                    into[(from + i) * r + k] = Math.abs(phi) < NEGLIGIBLE ? 0 : (float) phi;
                    explained += phi * phi;
                }
                rest[from + i] = Math.max(0, variances[i] - explained);
            }
        }
    }

    private double[] afterSeen(Covariance kernel, Cholesky factor, double[] points, Matrix seen) {
        float[] known = new float[seen.rows() * r];
        double[] rest = new double[seen.rows()];
        describe(kernel, factor, points, seen, known, rest);
        double[] precision = new double[r * r];
        for (int k = 0; k < r; k++) {
            precision[k * r + k] = 1;
        }
        for (int i = 0; i < rest.length; i++) {
            addOuter(precision, 1 / (noise + rest[i]), known, i);
        }
        return Cholesky.of(precision, r).inverse();
    }

    private void addOuter(double[] sum, double weight, int candidate) {
        addOuter(sum, weight, features, candidate);
    }

    private void addOuter(double[] sum, double weight, float[] rows, int row) {
        int at = row * r;
        for (int k = 0; k < r; k++) {
            double factor = weight * rows[at + k];
            for (int l = 0; l < r; l++) {
                sum[k * r + l] += factor * rows[at + l];
            }
        }
    }

    /** phi' A phi of every candidate; A is symmetric. */
    private void quadraticForms(double[] a, double[] forms) {
        float[] b = new float[a.length];
        for (int i = 0; i < b.length; i++) {
            b[i] = (float) a[i];
        }
        float[] products = new float[BLOCK * r];
        for (int from = 0; from < m; from += BLOCK) {
            int count = Math.min(BLOCK, m - from);
            Products.FAST.multiply(features, from * r, b, 0, products, 0, count, r, r);
            for (int i = 0; i < count; i++) {
                double sum = 0;
                for (int k = 0; k < r; k++) {
                    sum += (double) products[i * r + k] * features[(from + i) * r + k];
                }
                forms[from + i] = sum;
            }
        }
    }

    private double[] multiply(double[] a, double[] b) {
        double[] product = new double[r * r];
        for (int i = 0; i < r; i++) {
            for (int k = 0; k < r; k++) {
                double factor = a[i * r + k];
                for (int j = 0; j < r; j++) {
                    product[i * r + j] += factor * b[k * r + j];
                }
            }
        }
        return product;
    }

    private double[] multiply(double[] a, float[] rows, int row) {
        double[] product = new double[r];
        for (int i = 0; i < r; i++) {
            product[i] = dot(rows, row, Arrays.copyOfRange(a, i * r, (i + 1) * r));
        }
        return product;
    }

    private double dot(float[] rows, int row, double[] b) {
        double sum = 0;
        for (int k = 0; k < r; k++) {
            sum += rows[row * r + k] * b[k];
        }
        return sum;
    }

    @Override
    public double gain(int candidate) {
        return Math.max(0, weightedSquares[candidate]) / total(candidate);
    }

    /** Variance of a result. */
    private double total(int candidate) {
        return Math.max(0, variance[candidate]) + unexplained[candidate] + noise;
    }

    @Override
    public void take(int candidate) {
        double total = total(candidate);
        double[] h = multiply(precisionInverse, features, candidate);
        double[] qh = new double[r];
        for (int k = 0; k < r; k++) {
            for (int l = 0; l < r; l++) {
                qh[k] += integral[k * r + l] * h[l];
            }
        }
        double[] w = new double[r];
        double squares = 0;
        for (int k = 0; k < r; k++) {
            squares += h[k] * qh[k];
            for (int l = 0; l < r; l++) {
                w[k] += precisionInverse[k * r + l] * qh[l];
            }
        }
        for (int a = 0; a < m; a++) {
            double c = dot(features, a, h) / total;
            double e = dot(features, a, w);
            variance[a] -= c * c * total;
            weightedSquares[a] += c * (c * squares - 2 * e);
        }
        for (int k = 0; k < r; k++) {
            for (int l = 0; l < r; l++) {
                precisionInverse[k * r + l] -= h[k] * h[l] / total;
            }
        }
    }

    /** Of what the inducing points explain: the trace of integral times covariance. */
    @Override
    public double remaining() {
        double sum = 0;
        for (int i = 0; i < integral.length; i++) {
            sum += integral[i] * precisionInverse[i];
        }
        return sum;
    }
}
