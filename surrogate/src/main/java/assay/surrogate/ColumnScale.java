package assay.surrogate;

import assay.acquisition.Matrix;

/**
 * Columns of some training rows, centred and divided by about their standard deviation. Smile's trees take values closer
 * than 1e-7 for equal, whatever the unit of a column, and its minimiser needs columns of like size. Immutable.
 */
final class ColumnScale {

    private final double[] means;
    private final double[] divisors;

    private ColumnScale(double[] means, double[] divisors) {
        this.means = means;
        this.divisors = divisors;
    }

    /** Divides by the standard deviations; a constant column is only centred. */
    static ColumnScale of(Matrix features) {
        return of(features, 0);
    }

    /**
     * Divides by {@code sqrt(deviation^2 + floor^2)}.
     *
     * @param floor smallest divisor, 0 or more; if both it and the deviation are 0, the column is only centred
     */
    static ColumnScale of(Matrix features, double floor) {
        double[] means = new double[features.columns()];
        double[] divisors = new double[features.columns()];
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
            double divisor = Math.sqrt(squares / column.length + floor * floor);
            divisors[j] = divisor > 0 ? divisor : 1;
        }
        return new ColumnScale(means, divisors);
    }

    int columns() {
        return means.length;
    }

    double divisor(int column) {
        return divisors[column];
    }

    /** Scaled rows: m arrays of d numbers. */
    double[][] rows(Matrix features) {
        double[][] rows = features.toRows();
        for (double[] row : rows) {
            for (int j = 0; j < row.length; j++) {
                row[j] = (row[j] - means[j]) / divisors[j];
            }
        }
        return rows;
    }

    /**
     * Scales neighbouring rows.
     *
     * @param into receives count x d numbers
     */
    void copyRows(Matrix features, int from, int count, double[] into) {
        features.copyRows(from, count, into, 0);
        for (int k = 0; k < count * means.length; k += means.length) {
            for (int j = 0; j < means.length; j++) {
                into[k + j] = (into[k + j] - means[j]) / divisors[j];
            }
        }
    }
}
