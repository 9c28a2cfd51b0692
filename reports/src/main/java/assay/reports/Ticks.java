package assay.reports;

import java.util.ArrayList;
import java.util.List;

/**
 * Round places on an axis, about four steps apart.
 *
 * @param places ascending
 * @param decimals to write them with
 */
record Ticks(List<Double> places, Decimals decimals) {

    /** @param most above {@code least} */
    static Ticks between(double least, double most) {
        double rough = (most - least) / 4;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = rough / power >= 5 ? 5 * power : rough / power >= 2 ? 2 * power : power;
        List<Double> places = new ArrayList<>();
        for (double k = Math.ceil(least / step); k * step <= most; k++) {
            places.add(k * step);
        }
        Decimals fitting = Decimals.fitting(places.stream().mapToDouble(v -> v).toArray());
        Decimals decimals = fitting.notation() == Decimals.Notation.SCIENTIFIC
                ? fitting
                : new Decimals((int) Math.max(0, -Math.floor(Math.log10(step * 1.0001))), Decimals.Notation.PLAIN);
        return new Ticks(List.copyOf(places), decimals);
    }
}
