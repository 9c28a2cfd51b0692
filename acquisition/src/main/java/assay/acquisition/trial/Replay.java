package assay.acquisition.trial;

/**
 * One replayed campaign of a comparison.
 *
 * @param set name of the data set
 * @param repeat number of the trial within its set; the same trial for all arms
 * @param arm name of the strategy, or of one run of the baseline
 * @param curve its losses
 */
public record Replay(String set, int repeat, String arm, LearningCurve curve) {}
