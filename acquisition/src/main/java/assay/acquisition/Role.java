package assay.acquisition;

/** What a column of a table of experiments is for. */
public enum Role {
    /** Names the experiment. */
    ID,
    /** When the experiment was run. */
    TIME,
    /** Chosen by the engineer, so known before the experiment is run. */
    CONFIGURABLE,
    /** Known only after the experiment was run; a candidate has no such column. */
    MEASURED,
    /** What the target model predicts. */
    TARGET,
    /** The price of the experiment. */
    COST,
    /** Read by nobody. */
    IGNORED;

    /** Whether models may see the column. */
    public boolean isInput() {
        return this == CONFIGURABLE || this == MEASURED;
    }
}
