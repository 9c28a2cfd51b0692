package assay.campaigns.rules;

/**
 * One cell of a candidate in an expression: knows which column it is from, so that complaints can name it.
 *
 * @param column name
 * @param content a Double or a String; absent as {@link #MISSING}
 */
record Operand(String column, Object content) {

    /** What stands for an empty cell. */
    static final Object MISSING = new Object();

    boolean isMissing() {
        return content == MISSING;
    }

    @Override
    public String toString() {
        return "column " + column;
    }
}
