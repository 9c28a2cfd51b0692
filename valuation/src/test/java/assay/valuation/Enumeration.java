package assay.valuation;

import java.util.function.ToDoubleFunction;

/** Shapley values by their definition, over all subsets. */
final class Enumeration {

    private Enumeration() {}

    /** @param utility of the players whose bits are set */
    static double[] shapley(int n, ToDoubleFunction<Integer> utility) {
        double[] weights = new double[n];
        for (int size = 0; size < n; size++) {
            weights[size] = 1.0 / n;
            for (int k = 1; k <= size; k++) {
                weights[size] *= (double) k / (n - k);
            }
        }
        double[] values = new double[n];
        for (int set = 0; set < 1 << n; set++) {
            for (int i = 0; i < n; i++) {
                if ((set >> i & 1) == 0) {
                    double gain = utility.applyAsDouble(set | 1 << i) - utility.applyAsDouble(set);
                    values[i] += weights[Integer.bitCount(set)] * gain;
                }
            }
        }
        return values;
    }
}
