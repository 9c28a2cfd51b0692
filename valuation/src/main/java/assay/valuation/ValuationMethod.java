package assay.valuation;

/**
 * Every method of data valuation, as data: what a user may write on a command line or in a file. One record a method, with
 * its defaults and its paper.
 */
public sealed interface ValuationMethod
        permits LossVal, KnnShapley, Lava, Dvrl, Nddv, InfluenceValues, Consensus, RandomValues, Retraining {

    /** The name on the command line. */
    String name();

    /** The settings, for people and provenance. */
    String describe();

    /** Whether the method steers the training of a network itself, so that no other target model will do. */
    default boolean takesPartInTraining() {
        return false;
    }

    /** Whether the method values experiments whose target is a number, too. */
    default boolean valuesNumbers() {
        return true;
    }

    /** Whether values are measured against a holdout; if not, whatever is handed in is left alone. */
    default boolean needsHoldout() {
        return true;
    }
}
