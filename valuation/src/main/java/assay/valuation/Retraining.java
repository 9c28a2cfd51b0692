package assay.valuation;

import assay.acquisition.Task;

/** Methods that train the target model again and again on parts of the known experiments: any target model will do. */
public sealed interface Retraining extends ValuationMethod
        permits Ame, Banzhaf, BetaShapley, ClassWiseShapley, DataOob, DataShapley, InfluenceSubsample, LeaveOneOut {

    /** How much it may train. */
    Effort effort();

    /** How good a model is, if nothing else was asked for: accuracy of classes; of numbers absolute errors, for the reason that {@link Metric} gives. */
    default Metric usualMetric(Task task) {
        return task instanceof Task.Classification ? Metric.ACCURACY : Metric.ABSOLUTE_ERROR;
    }

    /** How good a model is. */
    default Metric metric(Task task) {
        return effort().metric().filter(metric -> metric.isOf(task)).orElseGet(() -> usualMetric(task));
    }
}
