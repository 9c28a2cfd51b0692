package assay.acquisition.batch;

import assay.acquisition.Acquirer;
import assay.acquisition.BaseSkill;
import assay.acquisition.Dataset;
import assay.acquisition.SecondaryModel;
import assay.acquisition.Seed;
import assay.acquisition.Valuation;

/** The door to the strategies. */
public final class Acquirers {

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

    private Acquirers() {}

    /** Fills the widest gaps between known experiments: coverage, whatever the target. */
    public static Acquirer farthestPoint() {
        return new FarthestPointAcquirer();
    }

    /** The baseline: candidates drawn without looking. */
    public static Acquirer random() {
        return new RandomAcquirer();
    }

    /**
     * The papers' pipeline: candidates of the highest expected value, if the skill gate is passed; else gaps are filled.
     *
     * @param method name of the valuation method
     */
    public static Acquirer byValue(
            String method,
            Appraisal appraisal,
            BaseSkillTest baseSkill,
            SecondaryModel.Trainer secondary,
            Diversity diversity) {
        return new ValueAcquirer(method, appraisal, baseSkill, secondary, diversity);
    }
}
