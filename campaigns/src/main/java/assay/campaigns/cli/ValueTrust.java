package assay.campaigns.cli;

import assay.acquisition.BaseSkill;
import assay.valuation.ValueQuality;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a reader of values should know before relying on them.
 *
 * @param skill of the target model against a constant; absent if it cannot be known
 * @param quality of the values themselves
 */
record ValueTrust(Optional<BaseSkill> skill, ValueQuality quality) {

    /** Informative only if the target model has learnt something. */
    private boolean informative() {
        return skill.filter(BaseSkill::beatsConstant).isPresent();
    }

    /** What is unknown is absent. */
    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("model_beats_constant", informative());
        skill.ifPresent(s -> document.put(
                "model_skill", Map.of("name", s.name(), "score", s.score(), "lower", s.lower(), "upper", s.upper())));
        document.put("top", quality.top());
        quality.stability().ifPresent(stability -> document.put("top_stability", stability));
        document.put("ties", quality.ties());
        return document;
    }

    List<String> lines(String model) {
        String learnt = skill.map(s -> String.format(
                        Locale.ROOT,
                        "%s of %s out of fold %.3f (95 %%: %.3f to %.3f)",
                        s.name(),
                        model,
                        s.score(),
                        s.lower(),
                        s.upper()))
                .orElse("skill of " + model + " is unknown: too few tests, or a target that never varies");
        String stable = quality.stability().isPresent()
                ? String.format(
                        Locale.ROOT,
                        "%.0f %% of the %d most valuable would be so again",
                        100 * quality.stability().getAsDouble(),
                        quality.top())
                : "stability unknown, as there are no standard errors. Maybe --set repeats=5?";
        return List.of(
                "target model:   " + learnt
                        + (informative()
                                ? ""
                                : "; it does not beat a constant, so values that come from it say little"),
                "ranking:        " + stable + String.format(Locale.ROOT, "; %.0f %% tied", 100 * quality.ties()));
    }
}
