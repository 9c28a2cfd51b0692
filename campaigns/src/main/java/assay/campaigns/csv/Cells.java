package assay.campaigns.csv;

/** The cells of one column. They grow while the file is read; not thread-safe. */
abstract class Cells {

    /** @param cell empty if missing */
    abstract void add(String cell);

    abstract int size();

    /** The cell of a row as it was written; empty if missing. */
    abstract String get(int row);

    /** The number in a cell as {@link Cell#number} reads it. */
    abstract double number(int row);

    abstract boolean isMissing(int row);

    abstract boolean hasFilled();

    /**
     * Whether no cell is missing and no two are equal. By hashes: false may also mean that two cells share one, which among a
     * million cells happens once in 40 million columns.
     */
    boolean areFilledAndDifferent() {
        String[] texts = new String[size()];
        for (int row = 0; row < texts.length; row++) {
            if (isMissing(row)) {
                return false;
            }
            texts[row] = get(row);
        }
        return TableChecks.areDifferent(TableChecks.hashes(texts));
    }
}
