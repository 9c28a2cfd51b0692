package assay.acquisition.batch;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.kernels.Distances;

/**
 * The known experiment that is configured most like a candidate.
 *
 * @param id its name
 * @param distance in encoded configurable features
 */
record NearestPast(String id, double distance) {

    /** Equally near experiments in row order; "" at an infinite distance if nothing is known. */
    static NearestPast of(Matrix pool, int candidate, Dataset known, Matrix configurable) {
        double[] features = pool.row(candidate);
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int row = 0; row < known.size(); row++) {
            double distance = Distances.squared(features, 0, configurable.row(row), 0, features.length);
            if (distance < least) {
                least = distance;
                nearest = row;
            }
        }
        return nearest < 0
                ? new NearestPast("", least)
                : new NearestPast(known.ids().get(nearest), Math.sqrt(least));
    }

    /** A warning to put behind a reason; empty unless the candidate repeats the experiment. */
    String warning() {
        return distance < 1e-9 ? "; repeats the settings of " + id : "";
    }
}
