package assay.acquisition.batch;

import assay.acquisition.Candidates;
import java.util.BitSet;
import java.util.List;

/**
 * What may still be bought while a batch is being filled. Mutable: lives within one method.
 *
 * <p>A candidate is allowed if the batch with it can still be completed so that every sum reaches its lower bound: places, money and
 * room in other sums are kept for what the batch must have. What is not allowed once is never allowed later.
 */
final class Filling {

    private final List<Rule.Only> only;
    private final Totals totals;
    private final Completion completion;
    private final BitSet taken = new BitSet();
    private final double[] used;
    private int places;

    /** @param rules the money among them, if it is limited */
    Filling(Candidates pool, int places, Rules rules) {
        this.only = rules.list().stream()
                .filter(Rule.Only.class::isInstance)
                .map(Rule.Only.class::cast)
                .toList();
        this.totals = new Totals(rules.list().stream()
                .filter(Rule.Total.class::isInstance)
                .map(Rule.Total.class::cast)
                .toList());
        this.used = new double[totals.size()];
        this.places = places;
        this.completion = new Completion(totals, pool.size(), this::isOpen, places);
    }

    private boolean isOpen(int candidate) {
        for (Rule.Only rule : only) {
            if (!rule.allows(candidate)) {
                return false;
            }
        }
        return true;
    }

    boolean allows(int candidate) {
        return places > 0
                && !taken.get(candidate)
                && totals.fit(used, candidate)
                && isOpen(candidate)
                && completion.isPossibleWith(candidate, used, places, taken);
    }

    /** Whether the batch as it is can be completed. */
    boolean isCompletable() {
        return completion.isPossible(used, places, taken);
    }

    void take(int candidate) {
        taken.set(candidate);
        totals.add(used, candidate);
        places--;
    }
}
