package assay.acquisition.batch;

import assay.acquisition.Acquirer;
import assay.acquisition.Budget;
import assay.acquisition.Candidates;
import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Pick;
import assay.acquisition.Plan;
import assay.acquisition.Seed;
import assay.acquisition.diversity.FarthestPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Fills the widest gaps: each pick is the candidate farthest from all known experiments and the picks before it. */
final class FarthestPointAcquirer implements Acquirer {

    static final String NAME = "farthest-point";

    @Override
    public Plan choose(Dataset known, Candidates pool, Budget budget, Seed seed) {
        Matrix configurable = known.configurable();
        FarthestPoint cover = new FarthestPoint(configurable, pool.features());
        Purse purse = new Purse(budget, pool);
        List<Pick> picks = new ArrayList<>();
        for (Optional<FarthestPoint.Gap> gap = cover.pick(purse::affords);
                gap.isPresent();
                gap = cover.pick(purse::affords)) {
            int candidate = gap.get().candidate();
            purse.pay(candidate);
            NearestPast past = NearestPast.of(pool.features(), candidate, known, configurable);
            picks.add(new Pick(
                    candidate,
                    pool.ids().get(candidate),
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    past.id(),
                    past.distance(),
                    pool.cost(candidate),
                    reason(gap.get().distance(), past)));
        }
        return new Plan(NAME, NAME, picks, Optional.empty(), Optional.empty(), List.of());
    }

    private static String reason(double gap, NearestPast past) {
        String what = gap < past.distance() - 1e-9
                ? String.format(
                        Locale.ROOT,
                        "%.2f from the nearest test in this plan, %.2f from the nearest past test",
                        gap,
                        past.distance())
                : String.format(Locale.ROOT, "%.2f from the nearest past test", past.distance());
        return "fills a gap: " + what + past.warning();
    }
}
