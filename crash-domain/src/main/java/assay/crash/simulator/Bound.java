package assay.crash.simulator;

/** Refuses parameters that physics does not have; NaN is refused everywhere. */
final class Bound {

    private Bound() {}

    static void above(double bound, String name, double value) {
        if (!(value > bound && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("%s (%s) must be above %s".formatted(name, value, bound));
        }
    }

    static void atLeast(double bound, String name, double value) {
        if (!(value >= bound && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("%s (%s) must be at least %s".formatted(name, value, bound));
        }
    }

    static void finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("%s (%s) must be a number".formatted(name, value));
        }
    }
}
