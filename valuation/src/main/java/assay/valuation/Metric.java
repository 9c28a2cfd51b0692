package assay.valuation;

import assay.acquisition.Task;
import java.util.Locale;

/**
 * What the utility of a model is, measured on the holdout; two for classes, two for numbers.
 *
 * <p>Of numbers it is 1 - (mean error) / (mean error of the mean of all known targets), and at least 0, so that utilities of
 * differently scaled targets compare. Where it is above 0 that is the negative mean error of other tools but for a shift and a scale.
 * Below, it is cut off: a model that predicts worse than the constant would not be used, and the errors of models of a few rows have no
 * bound, so that a handful of them would decide all values. (Wrong numbers among 1000 rows of fried, linear model, squared errors, 2000
 * sets, 5 seeds: Shapley's values find them with an AUROC of .612 so, .588 if cut off at -1, .567 if not at all; Beta's with .646, .633
 * and .572.)
 */
public enum Metric {
    /** Share of rows whose most likely class is theirs: as in the papers, in steps of one over the rows of the holdout. */
    ACCURACY,
    /** Mean probability of a row's class: between 0 and 1 as well, but smooth, so its values need fewer trainings. */
    PROBABILITY,
    /**
     * By absolute errors. With a clean holdout as good as squared ones; where some of its rows are wrong, these few do not decide what
     * helps. (A fifth of the numbers wrong in training and validation rows alike, cpu_activity, linear model, 200,000 sets: AUROC of
     * Shapley's values .80, with squared errors .57.)
     */
    ABSOLUTE_ERROR,
    /** By squared errors: R2 with the mean of the known targets for its constant, and the utility of the papers. */
    SQUARED_ERROR;

    /** Whether it is one of classes, and those are the target, or one of numbers. */
    public boolean isOf(Task task) {
        boolean ofClasses = this == ACCURACY || this == PROBABILITY;
        return ofClasses == task instanceof Task.Classification;
    }

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
