package assay.campaigns.cli;

import assay.acquisition.NearestName;
import assay.valuation.Consensus;
import assay.valuation.LossVal;
import assay.valuation.RandomValues;
import assay.valuation.ValuationMethod;
import java.util.Arrays;
import java.util.List;

/** The valuation methods of the command line, by the names that are typed. */
enum MethodName {
    LOSSVAL("lossval"),
    LOSSVAL_REFERENCE("lossval-reference"),
    CONSENSUS("consensus"),
    RANDOM("random");

    private final String typed;

    MethodName(String typed) {
        this.typed = typed;
    }

    /** @throws IllegalArgumentException that lists the names, and the nearest one */
    static MethodName named(String typed) {
        List<String> names = Arrays.stream(values()).map(m -> m.typed).toList();
        int index = names.indexOf(typed);
        if (index < 0) {
            throw new IllegalArgumentException(
                    NearestName.unknown("there is no method " + typed, typed, "All methods:", names));
        }
        return values()[index];
    }

    /**
     * The method with its settings.
     *
     * @throws IllegalArgumentException for a setting that is out of bounds
     */
    ValuationMethod method(Settings settings) {
        return switch (this) {
            case LOSSVAL -> lossVal(LossVal.DEFAULT, settings);
            case LOSSVAL_REFERENCE -> lossVal(LossVal.REFERENCE, settings);
            case CONSENSUS -> consensus(Consensus.DEFAULT, settings);
            case RANDOM -> new RandomValues();
        };
    }

    private static Consensus consensus(Consensus defaults, Settings settings) {
        return new Consensus(
                defaults.witnesses(),
                defaults.folds(),
                settings.integer("trees", defaults.trees()),
                settings.integer("rounds", defaults.rounds()),
                settings.integer("repeats", defaults.repeats()));
    }

    private static LossVal lossVal(LossVal defaults, Settings settings) {
        return new LossVal(
                defaults.masses(),
                settings.integer("power", defaults.power()),
                settings.choice("adam", defaults.update()),
                settings.choice("readout", defaults.readOut()),
                settings.integer("epochs", defaults.epochs()),
                settings.integer("batch", defaults.batch()),
                settings.number("rate", defaults.rate()),
                settings.integer("repeats", defaults.repeats()));
    }

    @Override
    public String toString() {
        return typed;
    }
}
