package assay.acquisition;

import java.util.List;
import java.util.Optional;

/**
 * What to buy next, best first, and why it was chosen in this way.
 *
 * @param asked the strategy that was asked for
 * @param used the strategy that chose; differs from {@code asked} when the skill gate was not passed
 * @param picks best first; within the budget
 * @param gate what the skill gate measured; absent if the strategy needs no values
 * @param valuation values of the known experiments; absent likewise
 * @param notes what the reader should know before spending money, most important first
 * @param prices what each rule on the batch costs, the dearest first; empty without rules
 * @param diversity what spreading the batch out costs; empty if no values are expected
 */
public record Plan(
        String asked,
        String used,
        List<Pick> picks,
        Optional<SkillGate> gate,
        Optional<Valuation> valuation,
        List<String> notes,
        List<RulePrice> prices,
        List<DiversityPrice> diversity) {

    /** Copies the lists. */
    public Plan {
        picks = List.copyOf(picks);
        notes = List.copyOf(notes);
        prices = List.copyOf(prices);
        diversity = List.copyOf(diversity);
    }

    /** A plan without rules, and without values to give up for diversity. */
    public Plan(
            String asked,
            String used,
            List<Pick> picks,
            Optional<SkillGate> gate,
            Optional<Valuation> valuation,
            List<String> notes) {
        this(asked, used, picks, gate, valuation, notes, List.of(), List.of());
    }

    /** The same plan with other reasons for the same picks. */
    public Plan withPicks(List<Pick> others) {
        return new Plan(asked, used, others, gate, valuation, notes, prices, diversity);
    }

    /** The same plan with other notes. */
    public Plan withNotes(List<String> others) {
        return new Plan(asked, used, picks, gate, valuation, others, prices, diversity);
    }

    public double totalCost() {
        return picks.stream().mapToDouble(Pick::cost).sum();
    }
}
