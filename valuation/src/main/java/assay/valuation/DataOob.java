package assay.valuation;

import assay.acquisition.Task;

/**
 * Data-OOB: how well an experiment is predicted by models whose bootstrap did not draw it: the share of correct predictions, or
 * the negative mean squared error. Needs no holdout. High means predictable, which is not the same as useful.
 *
 * <p>Kwon and Zou, "Data-OOB: Out-of-bag Estimate as a Simple and Efficient Data Value", ICML 2023. We differ in that any
 * target model can be the base model.
 */
public record DataOob(Effort effort) implements Retraining {

    /** 1000 bootstraps, as in the LossVal paper. */
    public static final DataOob DEFAULT = new DataOob(Effort.ofModels(1000));

    @Override
    public String name() {
        return "data-oob";
    }

    /** Squared errors of numbers, as in the paper. */
    @Override
    public Metric usualMetric(Task task) {
        return task instanceof Task.Classification ? Metric.ACCURACY : Metric.SQUARED_ERROR;
    }

    @Override
    public boolean needsHoldout() {
        return false;
    }

    @Override
    public String describe() {
        return "data-oob, " + effort.describe();
    }
}
