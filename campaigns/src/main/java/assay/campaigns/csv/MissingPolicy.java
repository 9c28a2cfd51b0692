package assay.campaigns.csv;

/** What to do with rows that have a missing cell in an input column. A missing target is an error unless rows are dropped. */
public enum MissingPolicy {
    /** Keep them: a missing number becomes the mean and a flag, a missing word a level of its own. */
    IMPUTE,
    /** Leave out every row that misses an input or the target, and say how many. */
    DROP,
    /** Report every missing cell as an error. */
    REFUSE
}
