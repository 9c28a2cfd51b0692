package assay.acquisition.strategy;

import assay.acquisition.EnsembleModel;
import assay.acquisition.Matrix;
import assay.kernels.Distances;
import java.util.Arrays;
import java.util.List;

/**
 * Experiments are alike about which the members of an ensemble are wrong together: half of it is the covariance of the members' predictions over
 * the members, in units in which the mean variance of the given points is 1; the other half is that of a Gaussian process with a
 * fixed length, as members that learnt from the same experiments agree in places where none of them knows anything. Members that always agree leave
 * the other half alone. Immutable.
 *
 * <p>Scaled points are n x d coordinates, then n x k deviations from the mean of the members, where k is members x outputs.
 */
final class EnsembleCovariance implements Covariance {

    private static final double SHARE = 0.5;

    private final SquaredExponential nearness;
    private final EnsembleModel ensemble;
    private final int width;
    private final double unit;

    /**
     * @param nearness the other half, of signal 1
     * @param points n x d, some of those that will be asked about; n at least 1
     */
    EnsembleCovariance(SquaredExponential nearness, EnsembleModel ensemble, Matrix points) {
        this.nearness = nearness;
        this.ensemble = ensemble;
        double[] deviations = deviations(points);
        this.width = deviations.length / points.rows();
        double mean = Arrays.stream(deviations).map(x -> x * x).sum() / points.rows();
        this.unit = mean > 0 ? 1 / Math.sqrt(mean) : 0;
    }

    /** n x k. */
    private double[] deviations(Matrix points) {
        List<Matrix> members = ensemble.memberPredictions(points);
        int outputs = members.get(0).columns();
        int all = members.size() * outputs;
        double[] deviations = new double[points.rows() * all];
        for (int i = 0; i < points.rows(); i++) {
            for (int c = 0; c < outputs; c++) {
                double mean = 0;
                for (Matrix member : members) {
                    mean += member.at(i, c) / members.size();
                }
                for (int k = 0; k < members.size(); k++) {
                    deviations[i * all + k * outputs + c] = members.get(k).at(i, c) - mean;
                }
            }
        }
        return deviations;
    }

    @Override
    public double noise() {
        return nearness.noise();
    }

    @Override
    public double[] scaled(Matrix points) {
        double[] near = nearness.scaled(points);
        double[] deviations = deviations(points);
        double[] both = Arrays.copyOf(near, near.length + deviations.length);
        for (int i = 0; i < deviations.length; i++) {
            both[near.length + i] = unit * deviations[i];
        }
        return both;
    }

    @Override
    public double[] covariances(double[] a, int n, double[] b, int m) {
        double[] covariances = nearness.covariances(near(a, n), n, near(b, m), m);
        double[] rows = deviating(a, n);
        double[] columns = new double[m * width];
        Distances.transpose(deviating(b, m), m, width, columns);
        for (int i = 0; i < n; i++) {
            int row = i * m;
            for (int j = 0; j < m; j++) {
                covariances[row + j] *= 1 - SHARE;
            }
            for (int k = 0; k < width; k++) {
                double deviation = SHARE * rows[i * width + k];
                for (int j = 0; j < m; j++) {
                    covariances[row + j] += deviation * columns[k * m + j];
                }
            }
        }
        return covariances;
    }

    @Override
    public double[] variances(double[] a, int n) {
        double[] variances = nearness.variances(near(a, n), n);
        double[] rows = deviating(a, n);
        for (int i = 0; i < n; i++) {
            variances[i] *= 1 - SHARE;
            for (int k = 0; k < width; k++) {
                double deviation = rows[i * width + k];
                variances[i] += SHARE * deviation * deviation;
            }
        }
        return variances;
    }

    private double[] near(double[] scaled, int n) {
        return Arrays.copyOf(scaled, scaled.length - n * width);
    }

    private double[] deviating(double[] scaled, int n) {
        return Arrays.copyOfRange(scaled, scaled.length - n * width, scaled.length);
    }
}
