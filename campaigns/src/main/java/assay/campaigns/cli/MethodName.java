package assay.campaigns.cli;

import assay.acquisition.NearestName;
import assay.valuation.Consensus;
import assay.valuation.Dvrl;
import assay.valuation.InfluenceValues;
import assay.valuation.KnnShapley;
import assay.valuation.Lava;
import assay.valuation.LossVal;
import assay.valuation.Nddv;
import assay.valuation.RandomValues;
import assay.valuation.ValuationMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The valuation methods of the command line, by the names that are typed. */
enum MethodName {
    LOSSVAL("lossval"),
    LOSSVAL_REFERENCE("lossval-reference"),
    CONSENSUS("consensus"),
    KNN_SHAPLEY("knn-shapley"),
    LAVA("lava"),
    DVRL("dvrl"),
    DVRL_REFERENCE("dvrl-reference"),
    NDDV("nddv"),
    NDDV_REFERENCE("nddv-reference"),
    IV("iv"),
    DATA_SHAPLEY("data-shapley"),
    BETA_SHAPLEY("beta-shapley"),
    BANZHAF("banzhaf"),
    CS_SHAPLEY("cs-shapley"),
    AME("ame"),
    INFLUENCE_SUBSAMPLE("influence-subsample"),
    LOO("loo"),
    DATA_OOB("data-oob"),
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
     * One method, or several with commas between them.
     *
     * @throws IllegalArgumentException as {@link #named}, and for a method that is there twice
     */
    static List<MethodName> list(String typed) {
        List<MethodName> names = new ArrayList<>();
        for (String word : typed.split(",", -1)) {
            MethodName name = named(word.strip());
            if (names.contains(name)) {
                throw new IllegalArgumentException("method %s is named twice".formatted(name));
            }
            names.add(name);
        }
        return names;
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
            case KNN_SHAPLEY -> knnShapley(KnnShapley.DEFAULT, settings);
            case LAVA -> lava(Lava.DEFAULT, settings);
            case DVRL -> dvrl(Dvrl.DEFAULT, settings);
            case DVRL_REFERENCE -> dvrl(Dvrl.REFERENCE, settings);
            case NDDV -> nddv(Nddv.DEFAULT, settings);
            case NDDV_REFERENCE -> nddv(Nddv.REFERENCE, settings);
            case IV -> iv(InfluenceValues.DEFAULT, settings);
            case DATA_SHAPLEY -> RetrainingSettings.dataShapley(settings);
            case BETA_SHAPLEY -> RetrainingSettings.betaShapley(settings);
            case BANZHAF -> RetrainingSettings.banzhaf(settings);
            case CS_SHAPLEY -> RetrainingSettings.classWise(settings);
            case AME -> RetrainingSettings.ame(settings);
            case INFLUENCE_SUBSAMPLE -> RetrainingSettings.influenceSubsample(settings);
            case LOO -> RetrainingSettings.leaveOneOut(settings);
            case DATA_OOB -> RetrainingSettings.dataOob(settings);
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

    private static KnnShapley knnShapley(KnnShapley defaults, Settings settings) {
        return new KnnShapley(
                settings.integers("k", defaults.neighbours()),
                settings.choice("vote", defaults.vote()),
                settings.choice("space", defaults.space()));
    }

    private static Lava lava(Lava defaults, Settings settings) {
        return new Lava(
                settings.number("lambda", defaults.lambda()),
                settings.integer("repeats", defaults.repeats()),
                settings.choice("space", defaults.space()));
    }

    private static Dvrl dvrl(Dvrl defaults, Settings settings) {
        return new Dvrl(
                defaults.mode(),
                settings.integer("iterations", defaults.iterations()),
                settings.integer("sample", defaults.sample()),
                settings.number("selector-rate", defaults.rate()),
                settings.integer("repeats", defaults.repeats()));
    }

    private static Nddv nddv(Nddv defaults, Settings settings) {
        return new Nddv(
                defaults.readOut(),
                settings.integer("steps", defaults.steps()),
                settings.integer("epochs", defaults.epochs()),
                settings.integer("batch", defaults.batch()),
                settings.number("rate", defaults.rate()),
                settings.integer("repeats", defaults.repeats()));
    }

    private static InfluenceValues iv(InfluenceValues defaults, Settings settings) {
        return new InfluenceValues(
                settings.number("penalty", defaults.penalty()), settings.choice("space", defaults.space()));
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
