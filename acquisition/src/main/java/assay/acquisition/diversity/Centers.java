package assay.acquisition.diversity;

import assay.kernels.Distances;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Points that distances are measured to, in the order they were added: by rows, and by columns in chunks that the vector
 * kernel reads. Columns of the last chunk that are free repeat its last center, so that a whole chunk can be measured at any
 * time and its minimum is right. Grows; not thread-safe.
 */
final class Centers {

    /** How many centers are measured at once. */
    static final int CHUNK = 32;

    private final int dimensions;
    private final List<double[]> chunks = new ArrayList<>();
    private double[] rows;
    private int size;

    Centers(int dimensions) {
        this.dimensions = dimensions;
        this.rows = new double[CHUNK * dimensions];
    }

    int size() {
        return size;
    }

    /** @param center its first {@code dimensions} numbers are copied */
    void add(double[] center) {
        if ((size + 1) * dimensions > rows.length) {
            rows = Arrays.copyOf(rows, 2 * rows.length);
        }
        System.arraycopy(center, 0, rows, size * dimensions, dimensions);
        int column = size % CHUNK;
        if (column == 0) {
            chunks.add(new double[dimensions * CHUNK]);
        }
        double[] chunk = chunks.get(size / CHUNK);
        for (int p = 0; p < dimensions; p++) {
            Arrays.fill(chunk, p * CHUNK + column, (p + 1) * CHUNK, center[p]);
        }
        size++;
    }

    /** Squared distance of row {@code row} of {@code points} to one center. */
    double squared(double[] points, int row, int center) {
        return Distances.squared(points, row, rows, center, dimensions);
    }

    /**
     * Squared distances of points to all centers of a chunk, to the bits of {@link #squared}.
     *
     * @param points n x dimensions
     * @param out receives n x CHUNK
     */
    void squared(double[] points, int n, int chunk, double[] out) {
        Distances.squaredToColumns(points, n, chunks.get(chunk), CHUNK, dimensions, out);
    }
}
