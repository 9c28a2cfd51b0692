package assay.valuation;

/** Says how much of the time is used up. Whoever asks stops at the next point where it can. */
@FunctionalInterface
public interface Deadline {

    /** @param share of all the time there is, 0 .. 1: of three pieces of work the second has until 2/3, if the first was on time */
    boolean isPast(double share);

    /** Takes all the time there is. */
    Deadline NEVER = share -> false;
}
