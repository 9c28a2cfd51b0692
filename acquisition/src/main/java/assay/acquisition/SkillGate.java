package assay.acquisition;

import java.util.Locale;

/**
 * Whether values may steer a plan: only if the target model beats a constant, and the secondary model beats chance.
 *
 * @param base skill of the target model
 * @param secondary skill of the secondary model
 */
public record SkillGate(BaseSkill base, Skill secondary) {

    public boolean passed() {
        return base.beatsConstant() && secondary.beatsChance();
    }

    /** What was measured and what follows, in one line each. */
    public String describe() {
        return String.format(
                Locale.ROOT,
                "target model: %s %.3f [%.3f, %.3f] out of fold, %s; secondary model: out-of-bag rank correlation %.3f,"
                        + " chance stays below %.3f (p = %.3f), %s",
                base.name(),
                base.score(),
                base.lower(),
                base.upper(),
                base.beatsConstant() ? "better than a constant" : "not better than a constant",
                secondary.correlation(),
                secondary.chance(),
                secondary.pValue(),
                secondary.beatsChance() ? "better than chance" : "not better than chance");
    }
}
