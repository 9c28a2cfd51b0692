package assay.surrogate;

import assay.acquisition.Matrix;

/**
 * Mean 0 and standard deviation 1 for every column of some training rows; a constant column is only centred. Smile's
 * trees take values closer than 1e-7 for equal, whatever the unit of the column. Immutable.
 */
final class ColumnScale {

    private final double[] means;
    private final double[] deviations;

    private ColumnScale(double[] means, double[] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    static ColumnScale of(Matrix features) {
        double[] means = new double[features.columns()];
        double[] deviations = new double[features.columns()];
        for (int j = 0; j < means.length; j++) {
            double[] column = features.column(j);
            double sum = 0;
            for (double x : column) {
                sum += x;
            }
            means[j] = sum / column.length;
            double squares = 0;
            for (double x : column) {
                squares += (x - means[j]) * (x - means[j]);
            }
            double deviation = Math.sqrt(squares / column.length);
            deviations[j] = deviation > 0 ? deviation : 1;
        }
        return new ColumnScale(means, deviations);
    }

    int columns() {
        return means.length;
    }

    /** Scaled rows: m arrays of d numbers. */
    double[][] rows(Matrix features) {
        double[][] rows = features.toRows();
        for (double[] row : rows) {
            for (int j = 0; j < row.length; j++) {
                row[j] = (row[j] - means[j]) / deviations[j];
            }
        }
        return rows;
    }
}
