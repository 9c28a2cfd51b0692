package assay.acquisition;

/** How the cells of a column are read. */
public enum Kind {
    /** A finite decimal number. */
    NUMERIC,
    /** One of a few words, without order. */
    CATEGORICAL,
    /** An ISO 8601 date or date and time; earlier compares as smaller. */
    DATE,
    /** Anything; never an input of a model. */
    TEXT
}
