package assay.acquisition;

import java.util.Arrays;
import java.util.List;

/**
 * What every known experiment is worth: a number per row, higher is more useful, with its standard error. Immutable.
 */
public final class Valuation {

    private final List<String> ids;
    private final double[] values;
    private final double[] standardErrors;
    private final int[] ranks;
    private final String provenance;

    /**
     * @param values n, finite
     * @param standardErrors n, NaN where unknown
     * @param provenance how the values were made, for people: method and settings
     */
    public Valuation(List<String> ids, double[] values, double[] standardErrors, String provenance) {
        if (ids.size() != values.length || standardErrors.length != values.length) {
            throw new IllegalArgumentException("%d values need as many ids and standard errors, but got %d and %d"
                    .formatted(values.length, ids.size(), standardErrors.length));
        }
        for (int row = 0; row < values.length; row++) {
            if (!Double.isFinite(values[row])) {
                throw new ArithmeticException("value of experiment %s is %s. Maybe the learning rate is too high?"
                        .formatted(ids.get(row), values[row]));
            }
        }
        this.ids = List.copyOf(ids);
        this.values = values.clone();
        this.standardErrors = standardErrors.clone();
        this.provenance = provenance;
        this.ranks = ranks(values);
    }

    private static int[] ranks(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(values[b], values[a]));
        int[] ranks = new int[values.length];
        for (int place = 0; place < order.length; place++) {
            ranks[order[place]] = place + 1;
        }
        return ranks;
    }

    public int size() {
        return values.length;
    }

    public String id(int row) {
        return ids.get(row);
    }

    public double value(int row) {
        return values[row];
    }

    public double[] values() {
        return values.clone();
    }

    /** Standard error of the value of a row; NaN if one run is all there was. */
    public double standardError(int row) {
        return standardErrors[row];
    }

    /** 1 is the most valuable; ties keep row order. */
    public int rank(int row) {
        return ranks[row];
    }

    public String provenance() {
        return provenance;
    }
}
