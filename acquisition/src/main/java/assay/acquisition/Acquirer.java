package assay.acquisition;

/** A policy that spends a budget on experiments. */
@FunctionalInterface
public interface Acquirer {

    /**
     * Chooses the experiments to run next. Free and repeatable: nothing is run, nothing is remembered.
     *
     * @param known what has been paid for
     * @param pool what could be bought; encoded as {@link Dataset#configurable()} of {@code known}
     * @return a plan within the budget, no candidate twice; empty if nothing is affordable
     */
    Plan choose(Dataset known, Candidates pool, Budget budget, Seed seed);
}
