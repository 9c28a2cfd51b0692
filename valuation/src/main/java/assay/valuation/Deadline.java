package assay.valuation;

/** Says whether the time is up. Whoever asks stops at the next point where it can. */
@FunctionalInterface
public interface Deadline {

    boolean isPast();

    /** Takes all the time there is. */
    Deadline NEVER = () -> false;
}
