package assay.acquisition.trial;

import assay.acquisition.Preference;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;

/**
 * A strategy under another name: in a {@link Simulation} a run of its own, with other draws.
 *
 * @param strategy what is run again
 * @param run its number, from 2 on
 */
public record Rerun(Strategy strategy, int run) implements Strategy {

    @Override
    public String name() {
        return strategy.name() + "." + run;
    }

    @Override
    public Preference prefer(Situation situation, Seed seed) {
        return strategy.prefer(situation, seed);
    }
}
