package assay.acquisition;

/**
 * How well values can be predicted from what is known before an experiment: a rank correlation against chance.
 *
 * @param correlation Spearman's, between values and out-of-bag predictions; NaN if either is constant
 * @param chance the 95 % quantile of the same correlation when the values are shuffled
 * @param pValue share of shuffles that correlate at least as well, counting the observed one
 */
public record Skill(double correlation, double chance, double pValue) {

    /** Whether chance is an unlikely explanation, at the 5 % level. */
    public boolean beatsChance() {
        return pValue < 0.05;
    }
}
