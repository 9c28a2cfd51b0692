package assay.campaigns.rules;

/** An expression that cannot be decided, as a cell that it needs is empty. */
final class MissingCellException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String column;

    MissingCellException(String column) {
        super("the cell of column " + column + " is missing");
        this.column = column;
    }

    String column() {
        return column;
    }
}
