package assay.valuation;

/** Methods that train the target model again and again on parts of the known experiments: any target model will do. */
public sealed interface Retraining extends ValuationMethod
        permits Ame, Banzhaf, BetaShapley, ClassWiseShapley, DataOob, DataShapley, InfluenceSubsample, LeaveOneOut {

    /** How much it may train. */
    Effort effort();
}
