package assay.campaigns.cli;

import assay.acquisition.Task;
import assay.acquisition.strategy.Preselection;
import assay.acquisition.strategy.Preselection.Within;
import assay.campaigns.cli.StrategyName.Kind;
import java.util.stream.Stream;

/**
 * The settings of the strategy ads.
 *
 * @param worth how the value of a candidate is found
 */
record AdsSettings(Preselection preselection, Worth worth) {

    enum Worth {
        /** The mean of its neighbours', as in the paper. */
        NEIGHBOURS,
        /** What KNN-Shapley would give it, were it bought: by each class that it may have. */
        EXACT
    }

    /**
     * Where ads is among the strategies; elsewhere they are nobody's.
     *
     * @throws IllegalArgumentException for a setting out of bounds
     */
    static AdsSettings of(Stream<StrategyName> names, Settings settings) {
        Preselection defaults = Preselection.DEFAULT;
        if (names.noneMatch(name -> name.kind() == Kind.ADS)) {
            return new AdsSettings(defaults, Worth.NEIGHBOURS);
        }
        Worth worth = settings.choice("worth", Worth.NEIGHBOURS);
        return new AdsSettings(
                new Preselection(
                        settings.choice("within", worth == Worth.EXACT ? Within.POOL : defaults.within()),
                        settings.number("preselected", defaults.share()),
                        settings.integer("neighbours", defaults.neighbours())),
                worth);
    }

    /**
     * Itself.
     *
     * @param holdout whether there is one
     * @throws IllegalArgumentException if a candidate's exact worth cannot be known
     */
    AdsSettings checkedFor(Task task, boolean holdout) {
        return checked(task, holdout, "name one with --valid, or worth=neighbours");
    }

    /** The same in a simulation, which has no holdout and cannot be given one. */
    AdsSettings checkedForSimulation(Task task) {
        return checked(task, false, "worth=neighbours");
    }

    private AdsSettings checked(Task task, boolean holdout, String cure) {
        if (worth == Worth.EXACT && !(task instanceof Task.Classification)) {
            throw new IllegalArgumentException(
                    "--set worth=exact asks for the value of a candidate by its class, but the target is a number."
                            + " Maybe worth=neighbours?");
        }
        if (worth == Worth.EXACT && !holdout) {
            throw new IllegalArgumentException(
                    "--set worth=exact asks what a candidate would be worth to a holdout, but there is none. Maybe %s?"
                            .formatted(cure));
        }
        return this;
    }
}
