package assay.valuation;

/**
 * What the utility of a classifier is, measured on the holdout. Of a regression it is always 1 - (mean squared error) / (mean
 * squared error of the mean of all known targets), and at least 0: R2 with a constant for 0, so that utilities of differently
 * scaled targets compare. Where it is above 0 that is the negative mean squared error of other tools but for a shift and a
 * scale. Below, it is cut off: a model that predicts worse than the constant would not be used, and the errors of models of a
 * few rows have no bound, so that a handful of them would decide all values. (Wrong numbers among 1000 rows of fried, linear
 * model, 2000 sets, 5 seeds: Shapley's values find them with an AUROC of .612 so, .588 if cut off at -1, .567 if not at all;
 * Beta's with .646, .633 and .572.)
 */
public enum Metric {
    /** Share of rows whose most likely class is theirs: as in the papers, in steps of one over the rows of the holdout. */
    ACCURACY,
    /** Mean probability of a row's class: between 0 and 1 as well, but smooth, so its values need fewer trainings. */
    PROBABILITY
}
