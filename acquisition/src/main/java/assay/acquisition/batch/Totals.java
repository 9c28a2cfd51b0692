package assay.acquisition.batch;

import java.util.Arrays;
import java.util.List;

/** Sums over a batch, and their bounds. Bounds are met up to one part in 10^9: sums of decimal fractions are not exact. */
final class Totals {

    private static final double ROUNDING = 1e-9;

    private final Rule.Total[] totals;

    Totals(List<Rule.Total> totals) {
        this.totals = totals.toArray(Rule.Total[]::new);
    }

    int size() {
        return totals.length;
    }

    Rule.Total get(int total) {
        return totals[total];
    }

    /** Whether no sum exceeds its upper bound if a candidate is added. */
    boolean fit(double[] sums, int candidate) {
        for (int t = 0; t < totals.length; t++) {
            double most = totals[t].most();
            if (sums[t] + totals[t].weight(candidate) > most + ROUNDING * most) {
                return false;
            }
        }
        return true;
    }

    void add(double[] sums, int candidate) {
        for (int t = 0; t < totals.length; t++) {
            sums[t] += totals[t].weight(candidate);
        }
    }

    void remove(double[] sums, int candidate) {
        for (int t = 0; t < totals.length; t++) {
            sums[t] -= totals[t].weight(candidate);
        }
    }

    /** What a sum lacks of its lower bound; 0 if nothing. */
    double lack(double[] sums, int total) {
        double lack = totals[total].least() - sums[total];
        return lack > ROUNDING * totals[total].least() ? lack : 0;
    }

    /** The first sum that is below its lower bound, or -1. */
    int firstLacking(double[] sums) {
        for (int t = 0; t < totals.length; t++) {
            if (lack(sums, t) > 0) {
                return t;
            }
        }
        return -1;
    }

    boolean haveLowerBounds() {
        return Arrays.stream(totals).anyMatch(total -> total.least() > 0);
    }
}
