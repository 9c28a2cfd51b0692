package assay.valuation;

import assay.acquisition.Dataset;
import assay.acquisition.Seed;
import assay.acquisition.Valuation;
import assay.acquisition.Valuator;
import assay.acquisition.trial.Folds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Values every known experiment when no holdout was set apart: the experiments are dealt into folds, each fold is the
 * holdout once, and the value of an experiment is the mean over the runs in which it was not. Its standard error is that
 * of this mean, so it covers the choice of the holdout as well as the randomness of the method.
 */
public final class CrossHoldout {

    private CrossHoldout() {}

    /**
     * @param folds at least 3 for a standard error, at most the number of experiments
     * @return one value per row of {@code known}
     */
    public static Valuation value(Valuator valuator, Dataset known, int folds, Seed seed) {
        return values((train, holdout, s) -> List.of(valuator.value(train, holdout, s)), known, folds, seed)
                .get(0);
    }

    /**
     * The same for several methods at once.
     *
     * @return one valuation per method
     */
    public static List<Valuation> values(JointValuator valuator, Dataset known, int folds, Seed seed) {
        Folds split = new Folds(known.size(), folds, seed);
        List<List<double[]>> runs = new ArrayList<>();
        List<Valuation> last = List.of();
        for (int fold = 0; fold < folds; fold++) {
            int[] kept = split.kept(fold);
            last = valuator.value(
                    known.select(kept),
                    known.select(split.apart(fold)),
                    seed.derive("fold").derive(fold));
            List<double[]> values = new ArrayList<>();
            for (Valuation valuation : last) {
                double[] all = new double[known.size()];
                Arrays.fill(all, Double.NaN);
                for (int i = 0; i < kept.length; i++) {
                    all[kept[i]] = valuation.value(i);
                }
                values.add(all);
            }
            runs.add(values);
        }
        List<Valuation> combined = new ArrayList<>();
        for (int method = 0; method < last.size(); method++) {
            int which = method;
            combined.add(Repeats.combine(
                    known.ids(),
                    runs.stream().map(run -> run.get(which)).toList(),
                    last.get(method).provenance() + ", mean over " + folds + " holdouts in turn"));
        }
        return combined;
    }
}
