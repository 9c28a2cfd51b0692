package assay.valuation;

/**
 * Leave one out: the utility of all experiments less that of all others. With a network it is mostly noise; repeats, whose two
 * trainings share their random numbers, say how much.
 *
 * @param repeats trainings of each set; a standard error needs 2. Its models are repeats times n, plus one
 * @param effort of which only the metric matters
 */
public record LeaveOneOut(int repeats, Effort effort) implements Retraining {

    /** Five repeats. */
    public static final LeaveOneOut DEFAULT = new LeaveOneOut(5, Effort.ofModels(Integer.MAX_VALUE));

    /** Checks all bounds. */
    public LeaveOneOut {
        if (repeats < 1) {
            throw new IllegalArgumentException("repeats (%d) must be at least 1".formatted(repeats));
        }
    }

    public LeaveOneOut withRepeats(int other) {
        return new LeaveOneOut(other, effort);
    }

    @Override
    public String name() {
        return "loo";
    }

    @Override
    public String describe() {
        return "loo, %d repeats".formatted(repeats);
    }
}
