package assay.kernels;

/** Rows of flat, row-major float matrices: their sum, their softmax, their selection. */
public final class Rows {

    private Rows() {}

    /**
     * The sum of each column, rows added in order.
     *
     * @param x rows x columns
     * @param sums receives columns values, from {@code from} on
     */
    public static void columnSums(float[] x, int rows, int columns, float[] sums, int from) {
        Kernels.ELEMENTS.columnSums(x, rows, columns, sums, from);
    }

    /**
     * Adds one row to all.
     *
     * @param x rows x columns, added to
     * @param row columns values, from {@code from} on
     */
    public static void addToEach(float[] x, int rows, int columns, float[] row, int from) {
        for (int i = 0; i < rows; i++) {
            int at = i * columns;
            for (int j = 0; j < columns; j++) {
                x[at + j] += row[from + j];
            }
        }
    }

    /**
     * Replaces each row by its softmax. Relative error of an entry that is x below the largest: at most
     * 4e-7 + 6e-8 (columns + x). Entries more than 86.5 below it become 0.
     *
     * @param x rows x columns; a row without a finite largest element becomes NaN
     */
    public static void softmax(float[] x, int rows, int columns) {
        Kernels.ELEMENTS.softmax(x, rows, columns);
    }

    /**
     * Copies chosen rows together, as a batch.
     *
     * @param source any x columns
     * @param rows positions in the source; the first {@code count} count
     * @param batch receives count x columns
     */
    public static void gather(float[] source, int columns, int[] rows, int count, float[] batch) {
        for (int i = 0; i < count; i++) {
            System.arraycopy(source, rows[i] * columns, batch, i * columns, columns);
        }
    }

    /**
     * Copies chosen rows together.
     *
     * @param source any x columns
     * @param rows positions in the source; the first {@code count} count
     * @param batch receives count x columns
     */
    public static void gather(double[] source, int columns, int[] rows, int count, double[] batch) {
        for (int i = 0; i < count; i++) {
            System.arraycopy(source, rows[i] * columns, batch, i * columns, columns);
        }
    }

    /**
     * Adds the rows of a batch to chosen rows, in the order of the batch: a row chosen twice gets both.
     *
     * @param batch count x columns
     * @param rows positions in the target; the first {@code count} count
     * @param target any x columns, added to
     */
    public static void scatterAdd(float[] batch, int columns, int[] rows, int count, float[] target) {
        for (int i = 0; i < count; i++) {
            int from = i * columns;
            int to = rows[i] * columns;
            for (int j = 0; j < columns; j++) {
                target[to + j] += batch[from + j];
            }
        }
    }

    /**
     * Adds the rows of a batch to chosen rows, in the order of the batch.
     *
     * @param batch count x columns
     * @param rows positions in the target; the first {@code count} count
     * @param target any x columns, added to
     */
    public static void scatterAdd(double[] batch, int columns, int[] rows, int count, double[] target) {
        for (int i = 0; i < count; i++) {
            int from = i * columns;
            int to = rows[i] * columns;
            for (int j = 0; j < columns; j++) {
                target[to + j] += batch[from + j];
            }
        }
    }
}
