package assay.valuation;

import assay.acquisition.Valuation;
import java.util.Arrays;
import java.util.List;

/** Values of several independent runs, made one. */
final class Repeats {

    private Repeats() {}

    /**
     * Means over the runs, with the standard errors of those means; NaN if there is only one run.
     *
     * @param runs one array of n values each; NaN where a run did not value an experiment
     */
    static Valuation combine(List<String> ids, List<double[]> runs, String provenance) {
        int n = ids.size();
        double[] values = new double[n];
        double[] errors = new double[n];
        for (int i = 0; i < n; i++) {
            int row = i;
            double[] all = runs.stream()
                    .mapToDouble(run -> run[row])
                    .filter(v -> !Double.isNaN(v))
                    .toArray();
            double mean = Arrays.stream(all).average().orElse(Double.NaN);
            double squares =
                    Arrays.stream(all).map(v -> (v - mean) * (v - mean)).sum();
            values[i] = mean;
            errors[i] = all.length < 2 ? Double.NaN : Math.sqrt(squares / (all.length - 1) / all.length);
        }
        return new Valuation(ids, values, errors, provenance);
    }
}
