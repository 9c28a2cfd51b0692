package assay.acquisition;

/**
 * A way to choose what to buy. Holds settings only: same situation, same seed, same preference.
 *
 * <p>A strategy says what it would like best, one candidate after the other; what may be bought is decided by who asks
 * ({@code assay.acquisition.batch}: budget, constraints, pins and bans).
 */
public interface Strategy {

    /** Its name on the command line, such as "alc" or "value:lossval+coreset". */
    String name();

    /** Looks at what is known and what could be bought. */
    Preference prefer(Situation situation, Seed seed);
}
