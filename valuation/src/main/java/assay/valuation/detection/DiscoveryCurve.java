package assay.valuation.detection;

import assay.acquisition.Valuation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How many of the spoiled experiments somebody finds who checks those with the lowest values first: OpenDataVal's
 * {@code discover_corrupted_sample}. Immutable.
 *
 * @param points in ascending order, from none checked
 */
public record DiscoveryCurve(List<Point> points) {

    /**
     * After checking some experiments.
     *
     * @param checked how many
     * @param share of all experiments that were checked: where the point belongs
     * @param publishedAxis where OpenDataVal draws the point: i / (number of points), which is slightly compressed, so that the
     *     last point lies at 20/21 instead of 1
     * @param found share of the spoiled experiments that were among them
     */
    public record Point(int checked, double share, double publishedAxis, double found) {}

    /** Copies the points. */
    public DiscoveryCurve {
        points = List.copyOf(points);
    }

    /** One point for every twentieth of the experiments, or for every five where that is more. */
    public static DiscoveryCurve of(Valuation valuation, Set<Integer> spoiled) {
        return of(new LowestFirst(valuation.values(), spoiled));
    }

    static DiscoveryCurve of(LowestFirst order) {
        int n = order.size();
        int step = step(n);
        int bins = n / step + 1;
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < bins; i++) {
            int checked = i * step;
            points.add(new Point(
                    checked, checked / (double) n, i / (double) bins, order.found(checked) / order.spoiled()));
        }
        return new DiscoveryCurve(points);
    }

    /** How many experiments are checked, removed or added at a time. */
    static int step(int n) {
        return (int) Math.max(Math.rint(0.05 * n), 5);
    }

    /** Mean of {@code found} over the points; it does not depend on the axis. Random values reach 1/2. */
    public double mean() {
        return points.stream().mapToDouble(Point::found).average().orElseThrow();
    }
}
