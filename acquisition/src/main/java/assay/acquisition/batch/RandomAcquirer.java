package assay.acquisition.batch;

import assay.acquisition.Acquirer;
import assay.acquisition.Budget;
import assay.acquisition.Candidates;
import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Pick;
import assay.acquisition.Plan;
import assay.acquisition.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Candidates drawn without looking: what every strategy has to beat. */
final class RandomAcquirer implements Acquirer {

    static final String NAME = "random";

    @Override
    public Plan choose(Dataset known, Candidates pool, Budget budget, Seed seed) {
        Matrix configurable = known.configurable();
        Purse purse = new Purse(budget, pool);
        double chance = Math.min(1, (double) budget.batch() / pool.size());
        List<Pick> picks = new ArrayList<>();
        for (int candidate : seed.derive("random picks").permutation(pool.size())) {
            if (purse.affords(candidate)) {
                purse.pay(candidate);
                NearestPast past = NearestPast.of(pool.features(), candidate, known, configurable);
                picks.add(new Pick(
                        candidate,
                        pool.ids().get(candidate),
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        budget.isLimitedByMoney() ? Double.NaN : chance,
                        past.id(),
                        past.distance(),
                        pool.cost(candidate),
                        "drawn at random" + past.warning()));
            }
        }
        return new Plan(NAME, NAME, picks, Optional.empty(), Optional.empty(), List.of());
    }
}
