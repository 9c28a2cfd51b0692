package assay.campaigns.csv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The cells of one column, packed as UTF-8 into one array: about the size they have in the file, and no object per cell.
 * At most 2 GB. Grows while the file is read; not thread-safe.
 */
final class Cells {

    private byte[] bytes = new byte[256];
    private int[] ends = new int[32];
    private int size;
    private int used;

    void add(String cell) {
        byte[] encoded = cell.getBytes(StandardCharsets.UTF_8);
        if (used > Integer.MAX_VALUE - 8 - encoded.length) {
            throw new IllegalArgumentException(
                    "one column holds more than 2 GB of text in its first %d rows. Maybe split the file?"
                            .formatted(size));
        }
        if (used + encoded.length > bytes.length) {
            bytes = Arrays.copyOf(
                    bytes, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(2L * bytes.length, used + encoded.length)));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
        }
        System.arraycopy(encoded, 0, bytes, used, encoded.length);
        used += encoded.length;
        ends[size++] = used;
    }

    int size() {
        return size;
    }

    /** The cell of a row; empty if missing. */
    String get(int row) {
        int from = row == 0 ? 0 : ends[row - 1];
        return new String(bytes, from, ends[row] - from, StandardCharsets.UTF_8);
    }

    /** The number in a cell as {@link Cell#number} reads it; short ones without an object. */
    double number(int row) {
        int from = row == 0 ? 0 : ends[row - 1];
        double number = ShortDecimal.parse(bytes, from, ends[row]);
        return Double.isNaN(number) ? Cell.number(get(row)) : number;
    }

    /**
     * Whether no cell is missing and no two are equal. By hashes: false may also mean that two cells share one, which for a
     * million cells happens once in 40 million columns.
     */
    boolean areFilledAndDifferent() {
        long[] hashes = new long[size];
        int from = 0;
        for (int row = 0; row < size; row++) {
            if (ends[row] == from) {
                return false;
            }
            long hash = ends[row] - from;
            for (; from < ends[row]; from++) {
                hash = TableChecks.mix(hash ^ bytes[from]);
            }
            hashes[row] = hash;
        }
        return TableChecks.areDifferent(hashes);
    }

    boolean hasFilled() {
        return used > 0;
    }

    boolean isMissing(int row) {
        return ends[row] == (row == 0 ? 0 : ends[row - 1]);
    }
}
