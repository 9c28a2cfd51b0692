package assay.acquisition.batch;

import assay.acquisition.Acquirer;
import assay.acquisition.Budget;
import assay.acquisition.Candidates;
import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Pick;
import assay.acquisition.Plan;
import assay.acquisition.Preference;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * Takes what a strategy likes best, one candidate after the other, as long as the budget lasts. When money is limited it counts: the
 * strategy is asked for the best per price. Immutable.
 *
 * <p>The probability of being in the batch is the share of 200 redrawn preferences whose batch has the candidate.
 */
public final class BatchBuilder implements Acquirer {

    private static final int REDRAWS = 200;

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
        Candidates pool = situation.pool();
        Preference preference = strategy.prefer(situation, seed);
        double[] probability = probabilities(preference, pool, budget, seed.derive("redrawn"));
        Matrix configurable = situation.known().configurable();
        List<Pick> picks = new ArrayList<>();
        for (Preference.Choice choice : fill(preference, pool, budget)) {
            int candidate = choice.candidate();
            Preference.Expectation expected = preference.expectation(candidate);
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
                    choice.reason() + past.warning()));
        }
        Preference.Grounds grounds = preference.grounds();
        return new Plan(strategy.name(), grounds.used(), picks, grounds.gate(), grounds.valuation(), grounds.notes());
    }

    private static List<Preference.Choice> fill(Preference preference, Candidates pool, Budget budget) {
        Purse purse = new Purse(budget, pool);
        IntToDoubleFunction price = budget.isLimitedByMoney() ? pool::cost : candidate -> 1;
        List<Preference.Choice> choices = new ArrayList<>();
        for (Optional<Preference.Choice> best = preference.best(purse::affords, price);
                best.isPresent();
                best = preference.best(purse::affords, price)) {
            int candidate = best.get().candidate();
            purse.pay(candidate);
            preference.take(candidate);
            choices.add(best.get());
        }
        return choices;
    }

    /** Of every candidate; empty if the strategy does not know. */
    private static double[] probabilities(Preference preference, Candidates pool, Budget budget, Seed seed) {
        double[] count = new double[pool.size()];
        for (int redraw = 0; redraw < REDRAWS; redraw++) {
            Optional<Preference> other = preference.redrawn(seed.derive(redraw));
            if (other.isEmpty()) {
                return new double[0];
            }
            for (Preference.Choice choice : fill(other.get(), pool, budget)) {
                count[choice.candidate()]++;
            }
        }
        for (int candidate = 0; candidate < count.length; candidate++) {
            count[candidate] /= REDRAWS;
        }
        return count;
    }
}
