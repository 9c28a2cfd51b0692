package assay.acquisition.problem;

/** Columns that a history of real tests has and a published problem has not. */
public enum ExtraColumn {
    /** {@code id}: T-0001 .. for tests, C-0001 .. for candidates. */
    ID,
    /** {@code date}: when the test was run, ascending; candidates have none. */
    DATE,
    /** {@code cost}: what the test costs. */
    COST
}
