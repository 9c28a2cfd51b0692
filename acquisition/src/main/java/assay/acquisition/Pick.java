package assay.acquisition;

/**
 * One experiment of a plan. Numbers that the strategy does not produce are NaN, never 0.
 *
 * @param candidate position in the pool
 * @param id the candidate's
 * @param expectedValue expected share of past experiments that are worth less, 0 .. 1
 * @param lower end of an interval that holds the same with a probability of 80 %, once the experiment is run
 * @param upper end of that interval
 * @param probabilityInBatch how often the candidate would be picked if chance dealt another history from the same world
 * @param nearestPast id of the known experiment that is configured most alike
 * @param distance to that experiment, in encoded configurable features (standard deviations; sqrt(2) per category)
 * @param cost in the campaign's currency; 1 each where no prices were given
 * @param reason why it is in the plan, for people
 * @param explanation what stands behind the expected value
 */
public record Pick(
        int candidate,
        String id,
        double expectedValue,
        double lower,
        double upper,
        double probabilityInBatch,
        String nearestPast,
        double distance,
        double cost,
        String reason,
        Explanation explanation) {

    /** A pick without explanation. */
    public Pick(
            int candidate,
            String id,
            double expectedValue,
            double lower,
            double upper,
            double probabilityInBatch,
            String nearestPast,
            double distance,
            double cost,
            String reason) {
        this(
                candidate,
                id,
                expectedValue,
                lower,
                upper,
                probabilityInBatch,
                nearestPast,
                distance,
                cost,
                reason,
                Explanation.NONE);
    }

    /** The same pick with another reason. */
    public Pick withReason(String other) {
        return new Pick(
                candidate,
                id,
                expectedValue,
                lower,
                upper,
                probabilityInBatch,
                nearestPast,
                distance,
                cost,
                other,
                explanation);
    }
}
