package assay.valuation;

/**
 * What the utility of a classifier is, measured on the holdout. Of a regression it is always 1 - (mean squared error) / (mean
 * squared error of the mean of all known targets): R2 with a constant for 0, so that utilities of differently scaled targets
 * compare. That is the negative mean squared error of other tools but for a shift and a scale: ranks are the same.
 */
public enum Metric {
    /** Share of rows whose most likely class is theirs: as in the papers, in steps of one over the rows of the holdout. */
    ACCURACY,
    /** Mean probability of a row's class: between 0 and 1 as well, but smooth, so its values need fewer trainings. */
    PROBABILITY
}
