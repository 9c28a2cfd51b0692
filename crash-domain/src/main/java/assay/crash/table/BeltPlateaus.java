package assay.crash.table;

import assay.crash.Signal;
import assay.crash.signal.Grid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The levels at which a shoulder belt's force stays while its limiter pays out. A plateau is a stretch of at least 20 ms
 * above 1.5 kN in the first 150 ms in which the filtered force varies by at most 5 %. A half-sine shorter than 99 ms has no such
 * stretch, so the belt force of a car without limiter is not taken for one; a sloping limiter is not found either, and its
 * levels stay missing.
 *
 * @param levels N, in order of time; none, one or two
 * @param switchingTime seconds after first contact, halfway between two plateaus; NaN without two
 */
record BeltPlateaus(List<Double> levels, double switchingTime) {

    private static final double SHORTEST = 0.020;
    private static final double BAND = 0.05;
    private static final double LEAST_FORCE = 1500;
    private static final double LEAST_STEP = 0.15;

    /** Half a millisecond is fine enough for 20 ms, and keeps the search short at any sampling rate. */
    private static final Grid GRID = new Grid(0.0005, 301);

    private record Plateau(int from, int to, double level) {}

    /** @param recorded in N, tension positive or negative, CFC 60 */
    static BeltPlateaus of(Signal recorded) {
        Signal force = Signal.of(GRID.interval(), 0, GRID.sample(recorded));
        List<Plateau> found = new ArrayList<>();
        List<Plateau> longestFirst = stretches(force);
        longestFirst.sort(Comparator.comparingInt((Plateau p) -> p.from() - p.to()));
        for (Plateau plateau : longestFirst) {
            if (found.size() < 2 && found.stream().allMatch(other -> isApart(plateau, other))) {
                found.add(plateau);
            }
        }
        found.sort(Comparator.comparingInt(Plateau::from));
        double switching = found.size() == 2
                ? (force.time(found.get(0).to() - 1) + force.time(found.get(1).from())) / 2
                : Double.NaN;
        return new BeltPlateaus(found.stream().map(Plateau::level).toList(), switching);
    }

    private static boolean isApart(Plateau a, Plateau b) {
        boolean separate = a.to() <= b.from() || b.to() <= a.from();
        return separate && Math.abs(a.level() - b.level()) > LEAST_STEP * Math.max(a.level(), b.level());
    }

    /** From every sample on the longest stretch within the band, if it is long enough. */
    private static List<Plateau> stretches(Signal force) {
        List<Plateau> stretches = new ArrayList<>();
        int shortest = (int) Math.ceil(SHORTEST / force.interval() - 1e-6);
        for (int from = 0; from < force.size(); from++) {
            double low = Double.POSITIVE_INFINITY;
            double high = 0;
            double sum = 0;
            int to = from;
            while (to < force.size()) {
                double sample = Math.abs(force.sample(to));
                double lower = Math.min(low, sample);
                double higher = Math.max(high, sample);
                if (!(lower >= LEAST_FORCE && higher - lower <= BAND * (higher + lower) / 2)) {
                    break;
                }
                low = lower;
                high = higher;
                sum += sample;
                to++;
            }
            if (to - from >= shortest) {
                stretches.add(new Plateau(from, to, sum / (to - from)));
            }
        }
        return stretches;
    }
}
