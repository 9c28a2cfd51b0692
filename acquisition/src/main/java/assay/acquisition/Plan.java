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
 */
public record Plan(
        String asked,
        String used,
        List<Pick> picks,
        Optional<SkillGate> gate,
        Optional<Valuation> valuation,
        List<String> notes) {

    /** Copies the lists. */
    public Plan {
        picks = List.copyOf(picks);
        notes = List.copyOf(notes);
    }

    public double totalCost() {
        return picks.stream().mapToDouble(Pick::cost).sum();
    }
}
