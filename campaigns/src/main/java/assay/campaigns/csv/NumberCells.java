package assay.campaigns.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The cells of a column that is known to hold numbers: eight bytes each, and as written only those that are no numbers, to say
 * what is wrong with them.
 */
final class NumberCells extends Cells {

    private static final int CHUNK = 1 << 16;

    private final List<double[]> chunks = new ArrayList<>();
    private final PackedCells others = new PackedCells();
    private int[] otherRows = new int[8];
    private int size;
    private boolean filled;

    @Override
    void add(String cell) {
        if (size % CHUNK == 0) {
            chunks.add(new double[CHUNK]);
        }
        double number = cell.isEmpty() ? Double.NaN : Cell.number(cell);
        if (Double.isNaN(number) && !cell.isEmpty()) {
            if (others.size() == otherRows.length) {
                otherRows = Arrays.copyOf(otherRows, 2 * otherRows.length);
            }
            otherRows[others.size()] = size;
            others.add(cell);
        }
        filled |= !cell.isEmpty();
        chunks.get(size / CHUNK)[size % CHUNK] = number;
        size++;
    }

    @Override
    int size() {
        return size;
    }

    /** A number comes back in its shortest form. */
    @Override
    String get(int row) {
        double number = number(row);
        if (!Double.isNaN(number)) {
            return Cell.text(number);
        }
        int other = Arrays.binarySearch(otherRows, 0, others.size(), row);
        return other < 0 ? "" : others.get(other);
    }

    @Override
    double number(int row) {
        return chunks.get(row / CHUNK)[row % CHUNK];
    }

    @Override
    boolean isMissing(int row) {
        return Double.isNaN(number(row)) && Arrays.binarySearch(otherRows, 0, others.size(), row) < 0;
    }

    @Override
    boolean hasFilled() {
        return filled;
    }
}
