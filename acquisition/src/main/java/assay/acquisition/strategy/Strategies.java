package assay.acquisition.strategy;

import assay.acquisition.BaseSkill;
import assay.acquisition.Dataset;
import assay.acquisition.SecondaryModel;
import assay.acquisition.Seed;
import assay.acquisition.Strategy;
import assay.acquisition.Valuation;
import java.util.Optional;

/** The door to the strategies. */
public final class Strategies {

    /** Values all known experiments: a valuation method with its holdout settled. */
    @FunctionalInterface
    public interface Appraisal {

        /** @return one value per row of {@code known} */
        Valuation value(Dataset known, Seed seed);
    }

    /** Measures how far the target model that values are made with beats a constant. */
    @FunctionalInterface
    public interface BaseSkillTest {

        /** Out of fold, on the known experiments. */
        BaseSkill measure(Dataset known, Seed seed);
    }

    private Strategies() {}

    /** Fills the widest gaps between known experiments: coverage, whatever the target. */
    public static Strategy farthestPoint() {
        return new FarthestPointStrategy();
    }

    /** The baseline: candidates drawn without looking. */
    public static Strategy random() {
        return new RandomStrategy();
    }

    /**
     * The papers' pipeline: candidates of the highest expected value, if the skill gate is passed; else gaps are filled.
     *
     * @param method name of the valuation method
     */
    public static Strategy byValue(
            String method, Appraisal appraisal, BaseSkillTest baseSkill, SecondaryModel.Trainer secondary) {
        return new ValueStrategy(method, appraisal, Optional.of(baseSkill), secondary);
    }

    /** The same without a skill gate, as the papers have it: for experiments that measure what the values are good for. */
    public static Strategy byValueUngated(String method, Appraisal appraisal, SecondaryModel.Trainer secondary) {
        return new ValueStrategy(method, appraisal, Optional.empty(), secondary);
    }

    /** What a strategy likes best, in five-fold number, thinned out. */
    public static Strategy spreadOut(Strategy strategy, Diversity diversity) {
        return switch (diversity) {
            case NONE -> strategy;
            case CORESET -> new SpreadOut(strategy);
        };
    }
}
