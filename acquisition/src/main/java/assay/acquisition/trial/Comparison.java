package assay.acquisition.trial;

/**
 * One arm of a simulation against a baseline, on the same trials. Differences are in % of the mean loss of the baseline on the same data set;
 * negative is better. What cannot be known from so few trials is NaN.
 *
 * @param arm its name
 * @param sets data sets with trials of both
 * @param trials of all sets together
 * @param finalLoss mean loss after the last round
 * @param area mean loss over the rounds
 * @param difference of the mean over the rounds
 * @param lower lower end of its 95 % interval
 * @param upper upper end
 * @param finalDifference of the loss after the last round
 * @param pValue that there is no difference: of a relabelling of runs within trials, or for six data sets and more of a change of signs
 *     of the mean differences of the sets
 * @param pAdjusted the same for all arms together, by Holm's procedure
 * @param testsSaved how many experiments fewer it needs for the same loss; the median over the data sets
 * @param savedLower lower end of its 95 % interval
 * @param savedUpper upper end
 * @param minimumDetectable the smallest difference that so many trials of such spread would find four times of five
 * @param setsBetter data sets with less loss than the baseline, told apart one by one at 5 %
 * @param setsWorse data sets with more
 * @param verdict better or worse only if the adjusted p value is below 5 % and the interval excludes 0
 */
public record Comparison(
        String arm,
        int sets,
        int trials,
        double finalLoss,
        double area,
        double difference,
        double lower,
        double upper,
        double finalDifference,
        double pValue,
        double pAdjusted,
        double testsSaved,
        double savedLower,
        double savedUpper,
        double minimumDetectable,
        int setsBetter,
        int setsWorse,
        Verdict verdict) {}
