package assay.campaigns.csv;

/** The cells of a column that nobody looks at. */
final class UnreadCells extends Cells {

    private int size;

    @Override
    void add(String cell) {
        size++;
    }

    @Override
    int size() {
        return size;
    }

    @Override
    String get(int row) {
        throw new IllegalStateException("row %d of a column that nobody looks at".formatted(row));
    }

    @Override
    double number(int row) {
        throw new IllegalStateException("row %d of a column that nobody looks at".formatted(row));
    }

    @Override
    boolean isMissing(int row) {
        throw new IllegalStateException("row %d of a column that nobody looks at".formatted(row));
    }

    @Override
    boolean hasFilled() {
        return false;
    }
}
