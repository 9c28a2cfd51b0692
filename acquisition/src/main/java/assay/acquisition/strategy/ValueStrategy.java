package assay.acquisition.strategy;

import assay.acquisition.BaseSkill;
import assay.acquisition.Matrix;
import assay.acquisition.Preference;
import assay.acquisition.SecondaryModel;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.SkillGate;
import assay.acquisition.Strategy;
import assay.acquisition.Valuation;
import java.util.List;
import java.util.Optional;

/**
 * The papers' pipeline: value what is known, learn to predict value from what is known before an experiment, and take the
 * candidates of the highest expected value. Wibiral et al., "LossVal", appendix C.
 *
 * <p>We differ in four points: values are learnt as ranks; nothing is ranked by value unless the {@link SkillGate} is
 * passed, and the widest gaps are filled instead; every expected value has an interval that was checked, and every
 * pick the share of histories that chance might have dealt which would pick it; and money counts as value per cost when it is limited.
 */
final class ValueStrategy implements Strategy {

    /** Measured in a study of our own, before the product; docs/internals.md says how. */
    private static final String CAUTION =
            "Values explain, clean and filter; they are not a shopping list. Measured on 14"
                    + " problems, buying the highest expected values was worse than buying at random on 9 to 13 of them: such"
                    + " batches cluster. Filling gaps (farthest-point) beat random choice, modestly.";

    private final String name;
    private final Strategies.Appraisal appraisal;
    private final Optional<Strategies.BaseSkillTest> baseSkill;
    private final SecondaryModel.Trainer secondary;

    /** @param baseSkill for the skill gate; without it, values choose whatever their skill */
    ValueStrategy(
            String method,
            Strategies.Appraisal appraisal,
            Optional<Strategies.BaseSkillTest> baseSkill,
            SecondaryModel.Trainer secondary) {
        this.name = "value:" + method;
        this.appraisal = appraisal;
        this.baseSkill = baseSkill;
        this.secondary = secondary;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Preference prefer(Situation situation, Seed seed) {
        Valuation valuation = appraisal.value(situation.known(), seed.derive("valuation"));
        SecondaryModel model =
                secondary.fit(situation.known().configurable(), valuation.values(), seed.derive("secondary model"));
        Optional<SkillGate> gate = baseSkill.map(
                test -> new SkillGate(test.measure(situation.known(), seed.derive("base skill")), model.skill()));
        if (gate.isPresent() && !gate.get().passed()) {
            Preference gaps = new FarthestPointStrategy().prefer(situation, seed);
            return new Resting(
                    gaps,
                    new Preference.Grounds(
                            gaps.grounds().used(),
                            gate,
                            Optional.of(valuation),
                            List.of(why(gate.get().base()))));
        }
        Matrix pool = situation.pool().features();
        double[] expected = model.means(pool);
        return new ExpectedValues(
                new ExpectedValues.Basis(
                        situation,
                        model,
                        new ExpectedValues.Once<>(() -> new ValueNoise(
                                situation.known(),
                                valuation,
                                appraisal,
                                secondary,
                                pool,
                                expected,
                                seed.derive("noise"))),
                        new Preference.Grounds(name, gate, Optional.of(valuation), List.of(CAUTION))),
                expected);
    }

    private static String why(BaseSkill base) {
        String what = base.beatsConstant()
                ? "values cannot be predicted from what is known before a test"
                : "the target model predicts no better than a constant, so its values mean nothing";
        return "Skill gate not passed: " + what + ". The plan fills the widest gaps instead.";
    }
}
