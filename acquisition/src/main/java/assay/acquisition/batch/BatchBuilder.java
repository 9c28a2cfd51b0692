package assay.acquisition.batch;

import assay.acquisition.Acquirer;
import assay.acquisition.Budget;
import assay.acquisition.Candidates;
import assay.acquisition.Dataset;
import assay.acquisition.Explanation;
import assay.acquisition.Matrix;
import assay.acquisition.Pick;
import assay.acquisition.Plan;
import assay.acquisition.Preference;
import assay.acquisition.RulePrice;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Takes what a strategy likes best, one candidate after the other, as long as the budget lasts and the rules allow. When money is
 * limited it counts: see {@link Batch#fill}. Immutable.
 *
 * <p>The probability of being in the batch is the share of 200 redrawn preferences whose batch has the candidate. The price of a rule
 * is the difference to the batch without it: each rule costs one batch more, and one look of the strategy at the situation if it
 * cannot be taken back to where it began.
 */
public final class BatchBuilder implements Acquirer {

    private final Strategy strategy;

    /** @param strategy what to prefer */
    public BatchBuilder(Strategy strategy) {
        this.strategy = strategy;
    }

    @Override
    public Plan choose(Dataset known, Candidates pool, Budget budget, Seed seed) {
        return choose(Situation.of(known, pool, budget.batch()), budget, seed);
    }

    /** The same where experiments are under way, or a region was declared. */
    public Plan choose(Situation situation, Budget budget, Seed seed) {
        return choose(situation, budget, Rules.NONE, seed);
    }

    /**
     * The same with rules on the batch.
     *
     * @throws IllegalArgumentException if the rules contradict each other, or the budget; see {@link Rules#conflict}
     */
    public Plan choose(Situation situation, Budget budget, Rules rules, Seed seed) {
        Candidates pool = situation.pool();
        if (!rules.isEmpty()) {
            rules.conflict(pool, budget).ifPresent(conflict -> {
                throw new IllegalArgumentException("rules that no batch can keep together: " + conflict.sets());
            });
        }
        Preference preference = strategy.prefer(situation, seed);
        Drafts drafts = new Drafts(
                situation, budget, rules.withMoney(pool, budget), preference, () -> strategy.prefer(situation, seed));
        double[] probability = drafts.probabilities(seed.derive("redrawn"));
        Batch batch = drafts.batch();
        List<RulePrice> prices = rules.isEmpty() ? List.of() : drafts.prices(batch);
        List<Pick> picks = picks(situation, batch, probability);
        Preference.Grounds grounds = preference.grounds();
        List<String> notes = new ArrayList<>(grounds.notes());
        prices.stream()
                .filter(price -> price.picks() > 0)
                .map(BatchBuilder::note)
                .forEach(notes::add);
        return new Plan(
                strategy.name(),
                grounds.used(),
                picks,
                grounds.gate(),
                grounds.valuation(),
                notes,
                prices,
                drafts.diversity());
    }

    private static List<Pick> picks(Situation situation, Batch batch, double[] probability) {
        Candidates pool = situation.pool();
        Matrix configurable = situation.known().configurable();
        List<Pick> picks = new ArrayList<>();
        for (Preference.Choice choice : batch.choices()) {
            int candidate = choice.candidate();
            Preference.Expectation expected = batch.preference().expectation(candidate);
            Explanation explanation = batch.preference().explanation(candidate);
            String behind = explanation.describe();
            NearestPast past = NearestPast.of(pool.features(), candidate, situation.known(), configurable);
            picks.add(new Pick(
                    candidate,
                    pool.ids().get(candidate),
                    expected.value(),
                    expected.lower(),
                    expected.upper(),
                    probability.length == 0 ? Double.NaN : probability[candidate],
                    past.id(),
                    past.distance(),
                    pool.cost(candidate),
                    choice.reason() + (behind.isEmpty() ? "" : "; " + behind) + past.warning(),
                    explanation));
        }
        return picks;
    }

    private static String note(RulePrice price) {
        StringBuilder note = new StringBuilder("Price of ").append(price.rule()).append(": ");
        note.append("without it, %d other %s would be bought"
                .formatted(price.picks(), price.picks() == 1 ? "test" : "tests"));
        if (!Double.isNaN(price.share())) {
            note.append(String.format(
                    Locale.ROOT, ", and the batch be worth %.1f %% more to the strategy", 100 * price.share()));
        }
        if (!Double.isNaN(price.expectedValue())) {
            note.append(String.format(Locale.ROOT, " (mean expected value %+.3f)", price.expectedValue()));
        }
        return note.append('.').toString();
    }
}
