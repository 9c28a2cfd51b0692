package assay.valuation;

import assay.acquisition.Dataset;
import assay.acquisition.Seed;
import assay.acquisition.Valuation;
import assay.acquisition.Valuator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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
        int n = known.size();
        if (folds < 2 || folds > n) {
            throw new IllegalArgumentException(
                    "folds (%d) must be between 2 and the number of experiments (%d)".formatted(folds, n));
        }
        int[] order = seed.derive("folds").permutation(n);
        List<double[]> runs = new ArrayList<>();
        String provenance = "";
        for (int fold = 0; fold < folds; fold++) {
            int holdout = fold;
            int[] inside = IntStream.range(0, n)
                    .filter(i -> i % folds != holdout)
                    .map(i -> order[i])
                    .sorted()
                    .toArray();
            int[] outside = IntStream.range(0, n)
                    .filter(i -> i % folds == holdout)
                    .map(i -> order[i])
                    .sorted()
                    .toArray();
            Valuation valuation = valuator.value(
                    known.select(inside),
                    known.select(outside),
                    seed.derive("fold").derive(fold));
            double[] values = new double[n];
            Arrays.fill(values, Double.NaN);
            for (int i = 0; i < inside.length; i++) {
                values[inside[i]] = valuation.value(i);
            }
            runs.add(values);
            provenance = valuation.provenance();
        }
        return Repeats.combine(known.ids(), runs, provenance + ", mean over " + folds + " holdouts in turn");
    }
}
