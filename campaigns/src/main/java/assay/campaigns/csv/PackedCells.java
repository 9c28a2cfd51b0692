package assay.campaigns.csv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The cells of one column, packed as UTF-8 into one array: about the size they have in the file, and no object per cell.
 * At most 2 GB. Grows while the file is read; not thread-safe.
 */
final class PackedCells extends Cells {

    private byte[] bytes = new byte[256];
    private int[] ends = new int[32];
    private int size;
    private int used;

    @Override
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

    @Override
    int size() {
        return size;
    }

    @Override
    String get(int row) {
        int from = row == 0 ? 0 : ends[row - 1];
        return new String(bytes, from, ends[row] - from, StandardCharsets.UTF_8);
    }

    @Override
    double number(int row) {
        return Cell.number(get(row));
    }

    @Override
    boolean hasFilled() {
        return used > 0;
    }

    @Override
    boolean isMissing(int row) {
        return ends[row] == (row == 0 ? 0 : ends[row - 1]);
    }
}
