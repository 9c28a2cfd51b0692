package assay.acquisition;

import java.util.Arrays;
import java.util.List;

/**
 * What could be bought: m experiments that have not been run, with the configurable features alone and a price each.
 * There is no measured column here to peek at. Immutable.
 */
public final class Candidates {

    private final List<String> ids;
    private final Matrix features;
    private final double[] costs;

    /**
     * @param ids m names
     * @param features m x c, encoded as {@link Dataset#configurable()}
     * @param costs m prices > 0, in the campaign's currency; 1 each where only the number of experiments counts
     */
    public Candidates(List<String> ids, Matrix features, double[] costs) {
        if (ids.size() != features.rows() || costs.length != features.rows()) {
            throw new IllegalArgumentException("%d candidates need as many ids and costs, but got %d and %d"
                    .formatted(features.rows(), ids.size(), costs.length));
        }
        for (int row = 0; row < costs.length; row++) {
            if (!(costs[row] > 0 && costs[row] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "cost (%s) of candidate %s must be a positive number".formatted(costs[row], ids.get(row)));
            }
        }
        this.ids = List.copyOf(ids);
        this.features = features;
        this.costs = costs.clone();
    }

    public int size() {
        return costs.length;
    }

    public List<String> ids() {
        return ids;
    }

    /** m x c. */
    public Matrix features() {
        return features;
    }

    public double cost(int row) {
        return costs[row];
    }

    /** The given candidates, in the given order. */
    public Candidates select(int[] rows) {
        return new Candidates(
                Arrays.stream(rows).mapToObj(ids::get).toList(),
                features.select(rows),
                Arrays.stream(rows).mapToDouble(r -> costs[r]).toArray());
    }
}
