package assay.acquisition.trial;

/** What a comparison with a baseline says, at a level of 5 % for all arms that are compared at once. */
public enum Verdict {
    /** Less loss than the baseline, beyond chance. */
    BETTER,
    /** More loss than the baseline, beyond chance. */
    WORSE,
    /** Chance explains the difference, or there are too few trials to tell. */
    NOT_TOLD_APART;

    static Verdict of(double pAdjusted, double lower, double upper) {
        if (!(pAdjusted < 0.05)) {
            return NOT_TOLD_APART;
        }
        return upper < 0 ? BETTER : lower > 0 ? WORSE : NOT_TOLD_APART;
    }

    /** In words, such as "beats random". */
    public String against(String baseline) {
        return switch (this) {
            case BETTER -> "beats " + baseline;
            case WORSE -> "worse than " + baseline;
            case NOT_TOLD_APART -> "not told apart from " + baseline;
        };
    }
}
