package assay.valuation;

import java.util.Arrays;

/**
 * The temperatures of a Sinkhorn solver by diameter, and with each the potential of the fixed cloud against itself, which
 * depends on nothing else. Batches of LossVal meet the same few diameters again and again, those of the remotest
 * experiments. Mutable cache of at most {@value #MOST} diameters, not thread-safe; a lookup allocates nothing.
 */
final class CoolingSchedules {

    private static final double BLUR = 0.05;
    private static final int MOST = 2048;
    private static final int SLOTS = 2 * MOST;

    /**
     * How a problem is cooled down.
     *
     * @param temperatures diameter^2 twice, then smaller by scaling^2 each, blur^2 last
     * @param selfPotentialY of the fixed cloud
     */
    record Schedule(double[] temperatures, double[] selfPotentialY) {}

    private final double[] costYY;
    private final double[] logMassesY;
    private final double scaling;
    private final double[] diameters = new double[SLOTS];
    private final Schedule[] known = new Schedule[SLOTS];
    private int size;

    /** @param costYY m x m */
    CoolingSchedules(double[] costYY, double[] logMassesY, double scaling) {
        this.costYY = costYY;
        this.logMassesY = logMassesY;
        this.scaling = scaling;
    }

    Schedule of(double diameter) {
        long bits = Double.doubleToLongBits(diameter) * 0x9e3779b97f4a7c15L;
        int slot = (int) (bits >>> 32) & (SLOTS - 1);
        while (known[slot] != null && diameters[slot] != diameter) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        if (known[slot] == null) {
            Schedule made = make(diameter);
            if (size == MOST) {
                Arrays.fill(known, null);
                size = 0;
                return made;
            }
            diameters[slot] = diameter;
            known[slot] = made;
            size++;
        }
        return known[slot];
    }

    private Schedule make(double diameter) {
        double[] temperatures = Temperatures.between(diameter, BLUR, scaling);
        int m = logMassesY.length;
        SinkhornDivergence.Potential self = new SinkhornDivergence.Potential(m, m);
        self.begin(costYY, m, m, logMassesY, temperatures[0]);
        for (double eps : temperatures) {
            self.improve(self, eps);
            self.average();
        }
        self.improve(self, temperatures[temperatures.length - 1]);
        double[] potential = new double[m];
        Arrays.setAll(potential, self::improved);
        return new Schedule(temperatures, potential);
    }
}
