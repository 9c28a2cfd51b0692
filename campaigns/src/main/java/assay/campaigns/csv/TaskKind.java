package assay.campaigns.csv;

/** Whether the target is a number or a class, as a user declares it. */
public enum TaskKind {
    /** A number. */
    REGRESSION,
    /** One of a few classes. */
    CLASSIFICATION
}
