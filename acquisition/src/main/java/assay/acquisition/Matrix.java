package assay.acquisition;

import java.util.Arrays;

/** Numbers in rows and columns, row-major. Immutable. */
public final class Matrix {

    private final int rows;
    private final int columns;
    private final double[] values;

    private Matrix(int rows, int columns, double[] values) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /**
     * A matrix over a copy of {@code values}.
     *
     * @param values rows x columns, row-major
     */
    public static Matrix of(int rows, int columns, double[] values) {
        if (rows < 0 || columns < 0 || values.length != (long) rows * columns) {
            throw new IllegalArgumentException("a %d x %d matrix needs %d values but got %d"
                    .formatted(rows, columns, (long) rows * columns, values.length));
        }
        return new Matrix(rows, columns, values.clone());
    }

    /** A matrix over {@code values} themselves, which nobody may change from now on. */
    static Matrix over(int rows, int columns, double[] values) {
        return new Matrix(rows, columns, values);
    }

    /** A matrix of given rows, all of one length. */
    public static Matrix of(double[]... rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        double[] values = new double[rows.length * columns];
        for (int r = 0; r < rows.length; r++) {
            if (rows[r].length != columns) {
                throw new IllegalArgumentException(
                        "row %d has %d values but row 0 has %d".formatted(r, rows[r].length, columns));
            }
            System.arraycopy(rows[r], 0, values, r * columns, columns);
        }
        return new Matrix(rows.length, columns, values);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public double at(int row, int column) {
        return values[row * columns + column];
    }

    /** A copy of one row. */
    public double[] row(int row) {
        return Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
    }

    /**
     * Copies neighbouring rows: the way to look at a large matrix without an array per row.
     *
     * @param from first row
     * @param count how many rows
     * @param into receives count x columns values, row-major
     * @param offset where in {@code into} the first one goes
     */
    public void copyRows(int from, int count, double[] into, int offset) {
        System.arraycopy(values, from * columns, into, offset, count * columns);
    }

    /** A copy of one column. */
    public double[] column(int column) {
        double[] copy = new double[rows];
        for (int r = 0; r < rows; r++) {
            copy[r] = values[r * columns + column];
        }
        return copy;
    }

    /** A copy of all values, row-major. */
    public double[] toArray() {
        return values.clone();
    }

    /** A copy of all values in single precision, row-major: what networks compute on. */
    public float[] toFloats() {
        float[] copy = new float[values.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = (float) values[i];
        }
        return copy;
    }

    /** A copy of all values, one array per row. */
    public double[][] toRows() {
        double[][] copy = new double[rows][];
        for (int r = 0; r < rows; r++) {
            copy[r] = row(r);
        }
        return copy;
    }

    /** The given rows, in the given order. */
    public Matrix select(int[] selection) {
        double[] some = new double[selection.length * columns];
        for (int i = 0; i < selection.length; i++) {
            System.arraycopy(values, selection[i] * columns, some, i * columns, columns);
        }
        return new Matrix(selection.length, columns, some);
    }

    /** These rows, followed by those of a matrix with as many columns. */
    public Matrix above(Matrix below) {
        if (columns != below.columns) {
            throw new IllegalArgumentException(
                    "a matrix of %d columns cannot stand above one of %d".formatted(columns, below.columns));
        }
        double[] both = Arrays.copyOf(values, values.length + below.values.length);
        System.arraycopy(below.values, 0, both, values.length, below.values.length);
        return new Matrix(rows + below.rows, columns, both);
    }

    /** The first {@code count} columns. */
    public Matrix leadingColumns(int count) {
        double[] some = new double[rows * count];
        for (int r = 0; r < rows; r++) {
            System.arraycopy(values, r * columns, some, r * count, count);
        }
        return new Matrix(rows, count, some);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matrix that
                && rows == that.rows
                && columns == that.columns
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + columns) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Matrix[" + rows + " x " + columns + "]";
    }
}
