package assay.acquisition.batch;

import assay.acquisition.Budget;
import assay.acquisition.Candidates;
import assay.acquisition.DiversityPrice;
import assay.acquisition.Preference;
import assay.acquisition.RulePrice;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * All the batches that one plan needs: the one that is bought, those without one of the rules, and those that chance might have dealt.
 * Holds a preference of which nothing is taken.
 */
final class Drafts {

    private static final int REDRAWS = 200;

    private final Situation situation;
    private final Candidates pool;
    private final Budget budget;
    private final Rules rules;
    private final Preference preference;
    private final Supplier<Preference> again;

    /**
     * @param rules the money among them, if it is limited
     * @param preference of which nothing is taken
     * @param again asks the strategy once more
     */
    Drafts(Situation situation, Budget budget, Rules rules, Preference preference, Supplier<Preference> again) {
        this.situation = situation;
        this.pool = situation.pool();
        this.budget = budget;
        this.rules = rules;
        this.preference = preference;
        this.again = again;
    }

    private Preference fresh() {
        return preference.untouched().orElseGet(again);
    }

    Batch batch() {
        return fill(this::fresh, rules);
    }

    private Batch fill(Supplier<Preference> fresh, Rules kept) {
        // Prices count as long as one of the rules is about money.
        boolean priced = budget.isLimitedByMoney() && kept.isAboutMoney();
        return Batch.fill(fresh, pool, budget.batch(), kept, priced ? Batch.Money.LIMITED : Batch.Money.UNLIMITED);
    }

    /** Of each rule, the dearest first. */
    List<RulePrice> prices(Batch kept) {
        return rules.list().stream()
                .filter(Rule::isChoice)
                .map(rule -> price(rule, kept))
                .sorted(Comparator.comparingDouble(price -> -price.gain()))
                .toList();
    }

    private RulePrice price(Rule rule, Batch kept) {
        Batch free = fill(this::fresh, rules.without(rule));
        double gain = free.gain() - kept.gain();
        Batch better = gain < 0 ? kept : free;
        return new RulePrice(
                rule.name(),
                Math.max(0, gain),
                kept.gain() > 0 ? Math.max(0, gain) / kept.gain() : Double.NaN,
                better.expectedValue() - kept.expectedValue(),
                better.notIn(kept));
    }

    /** Of every candidate, the share of redrawn batches that have it; empty if the strategy does not know. */
    double[] probabilities(Seed seed) {
        int[] times = new int[pool.size()];
        for (int redraw = 0; redraw < REDRAWS; redraw++) {
            Seed own = seed.derive(redraw);
            Optional<Preference> other = preference.redrawn(own);
            if (other.isEmpty()) {
                return new double[0];
            }
            fill(
                            () -> other.get()
                                    .untouched()
                                    .orElseGet(() -> preference.redrawn(own).orElseThrow()),
                            rules)
                    .candidates()
                    .forEach(candidate -> times[candidate]++);
        }
        return IntStream.of(times)
                .mapToDouble(count -> count / (double) REDRAWS)
                .toArray();
    }

    /** What spreading the batch out costs; empty if no values are expected. */
    List<DiversityPrice> diversity() {
        double[] expected = IntStream.range(0, pool.size())
                .mapToDouble(preference::expectedValue)
                .toArray();
        if (IntStream.range(0, expected.length).anyMatch(candidate -> Double.isNaN(expected[candidate]))) {
            return List.of();
        }
        return new DiversityCurve(situation, budget.batch(), rules, expected).points();
    }
}
