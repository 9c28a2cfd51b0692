package assay.valuation;

import java.util.ArrayList;
import java.util.List;

/** How a Sinkhorn solver is cooled down. */
final class Temperatures {

    private Temperatures() {}

    /**
     * Diameter^2 twice, then smaller by scaling^2 each, blur^2 last, as geomloss 0.2.6 has them.
     *
     * @param diameter of the joint cloud; less than the blur counts as the blur
     * @param scaling in 0 .. 1
     */
    static double[] between(double diameter, double blur, double scaling) {
        List<Double> list = new ArrayList<>();
        double start = 2 * Math.log(Math.max(diameter, blur));
        list.add(Math.exp(start));
        for (double e = start; e > 2 * Math.log(blur); e += 2 * Math.log(scaling)) {
            list.add(Math.exp(e));
        }
        list.add(blur * blur);
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
