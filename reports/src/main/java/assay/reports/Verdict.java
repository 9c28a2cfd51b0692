package assay.reports;

import assay.acquisition.BaseSkill;
import assay.acquisition.Pick;
import assay.acquisition.Plan;
import assay.acquisition.Skill;
import assay.acquisition.SkillGate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the ranking may be trusted for, in plain words.
 *
 * @param tone colour of the box, never its only message
 * @param label two or three words
 * @param sentence the verdict
 * @param checks what the skill gate measured; empty if there was none
 * @param cost total, in words
 */
record Verdict(Tone tone, String label, String sentence, List<Check> checks, List<String> notes, String cost) {

    /**
     * One half of the skill gate.
     *
     * @param question what it asks
     * @param measured name and number
     * @param needed what would pass
     * @param answer yes or no, in words
     */
    record Check(String question, String measured, String needed, String answer, Optional<Bar> bar) {}

    static Verdict of(Plan plan, String currency) {
        String tests = plan.picks().size() == 1
                ? "The test below was"
                : "The %d tests below were".formatted(plan.picks().size());
        Head head = plan.picks().isEmpty()
                ? new Head(
                        Tone.CAUTION,
                        "Nothing to buy",
                        "No candidate was chosen: none was left, or none fits the budget.")
                : plan.gate().map(gate -> withGate(plan, gate, tests)).orElseGet(() -> withoutGate(plan, tests));
        return new Verdict(
                head.tone,
                head.label,
                head.sentence,
                plan.gate().map(Verdict::checks).orElse(List.of()),
                plan.notes(),
                cost(plan, currency));
    }

    private record Head(Tone tone, String label, String sentence) {}

    private static Head withGate(Plan plan, SkillGate gate, String tests) {
        String used = Strategies.explain(plan.used());
        boolean byValue = Strategies.ranksByValue(plan.used());
        boolean asAsked = plan.used().equals(plan.asked());
        if (gate.passed()) {
            return new Head(
                    Tone.GOOD,
                    "Skill gate passed",
                    byValue
                            ? "%s ranked by values that passed the skill gate: the target model beats a constant, and the value of a test can be predicted before it is run, better than by chance."
                                    .formatted(tests)
                            : "Values passed the skill gate, but did not choose: %s chosen by %s."
                                    .formatted(lowerFirst(tests), used));
        }
        String reasons = reasons(gate);
        if (!asAsked) {
            return new Head(
                    Tone.CAUTION,
                    "Skill gate not passed",
                    "Do not read this as a ranking by value. Values did not pass the skill gate (%s), so %s chosen by %s instead of %s."
                            .formatted(reasons, lowerFirst(tests), used, plan.asked()));
        }
        return new Head(
                Tone.CAUTION,
                "Skill gate not passed",
                byValue
                        ? "%s ranked by values although these did not pass the skill gate (%s), because %s was asked for: the order is no better than a guess."
                                .formatted(tests, reasons, plan.asked())
                        : "%s chosen by %s. Values did not pass the skill gate (%s): read them as unproven."
                                .formatted(tests, used, reasons));
    }

    private static Head withoutGate(Plan plan, String tests) {
        if (Strategies.ranksByValue(plan.used())) {
            return new Head(
                    Tone.CAUTION,
                    "No skill gate",
                    "%s ranked by values that no skill gate has checked: nothing here says that the order is better than chance."
                            .formatted(tests));
        }
        String asked = plan.used().equals(plan.asked()) ? "" : " %s was asked for.".formatted(plan.asked());
        return new Head(
                Tone.NEUTRAL,
                "No values needed",
                "%s chosen by %s. This strategy does not rank by value, so there was no skill gate to pass.%s"
                        .formatted(tests, Strategies.explain(plan.used()), asked));
    }

    private static String reasons(SkillGate gate) {
        List<String> reasons = new ArrayList<>();
        if (!gate.base().beatsConstant()) {
            reasons.add("the target model does not beat a constant");
        }
        if (!gate.secondary().beatsChance()) {
            reasons.add("the value of a test cannot be predicted before it is run, better than by chance");
        }
        return String.join(", and ", reasons);
    }

    private static List<Check> checks(SkillGate gate) {
        BaseSkill base = gate.base();
        Skill skill = gate.secondary();
        return List.of(
                new Check(
                        "Does the target model beat a constant?",
                        "%s %s, 95 %% interval %s to %s, out of fold"
                                .formatted(base.name(), three(base.score()), three(base.lower()), three(base.upper())),
                        "whole interval above 0",
                        base.beatsConstant() ? "yes" : "no",
                        bar(Math.min(-0.2, base.lower()), base.lower(), base.score(), base.upper(), 0)),
                new Check(
                        "Can the value of a test be predicted before it is run?",
                        "rank correlation %s, out of bag; p = %s"
                                .formatted(three(skill.correlation()), three(skill.pValue())),
                        "p < 0.05; 95 %% of shuffles stay below %s".formatted(three(skill.chance())),
                        skill.beatsChance() ? "yes" : "no",
                        bar(-0.2, Double.NaN, skill.correlation(), Double.NaN, skill.chance())));
    }

    private static Optional<Bar> bar(double from, double lower, double middle, double upper, double limit) {
        return Double.isNaN(middle)
                ? Optional.empty()
                : Optional.of(new Bar(
                        Math.max(-1, from),
                        1,
                        lower,
                        middle,
                        upper,
                        Double.isNaN(limit) ? OptionalDouble.empty() : OptionalDouble.of(limit)));
    }

    private static String cost(Plan plan, String currency) {
        int tests = plan.picks().size();
        if (tests == 0) {
            return "Total cost: none.";
        }
        if (currency.isEmpty() && plan.picks().stream().allMatch(pick -> pick.cost() == 1)) {
            return "Total cost: %d %s. No prices were given; every test counts 1."
                    .formatted(tests, tests == 1 ? "test" : "tests");
        }
        double[] costs = plan.picks().stream().mapToDouble(Pick::cost).toArray();
        return "Total cost: %s for %d %s."
                .formatted(
                        (Decimals.ofMoney(costs).write(plan.totalCost()) + " " + currency).strip(),
                        tests,
                        tests == 1 ? "test" : "tests");
    }

    private static String three(double number) {
        return Decimals.THREE.write(number);
    }

    private static String lowerFirst(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
