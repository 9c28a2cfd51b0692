package assay.crash.criteria;

import assay.crash.signal.Interpolation;
import assay.crash.signal.Motion;

/**
 * The occupant load criterion OLC: Kuebler et al. 2009, and Euro NCAP TB 027. An occupant flies free until it has moved
 * 65 mm against the car, and is then stopped at a constant deceleration that brings it to the car's speed after another
 * 235 mm. That deceleration is OLC.
 *
 * <p>One pass over the record; times lie between samples.
 *
 * @param freeFlight m against the car before restraint
 * @param restrained m against the car under restraint
 */
public record OccupantLoad(double freeFlight, double restrained) {

    /** 65 mm and 235 mm. */
    public static final OccupantLoad OLC = new OccupantLoad(0.065, 0.235);

    /** Checks both. */
    public OccupantLoad {
        if (!(freeFlight >= 0 && restrained > 0)) {
            throw new IllegalArgumentException(
                    "free flight (%s m) must be at least 0 and the way under restraint (%s m) above 0"
                            .formatted(freeFlight, restrained));
        }
    }

    /**
     * @return the line from the end of free flight to common speed; {@link LoadLine#MISSING} if the record ends before
     *     the ways are used up
     */
    public LoadLine of(Motion car) {
        double v0 = car.initialSpeed();
        double start = endOfFreeFlight(car);
        double pathBefore = Double.NaN;
        for (int k = 0; k < car.path().size(); k++) {
            double time = car.path().time(k);
            if (!(time > start)) {
                continue;
            }
            double used = relativePath(car, k) - (v0 - car.speed().sample(k)) * (time - start) / 2;
            if (Double.isNaN(pathBefore)) {
                pathBefore = freeFlight;
            }
            if (used >= freeFlight + restrained) {
                double from = Math.max(start, car.path().time(k - 1));
                double end = from + (time - from) * (freeFlight + restrained - pathBefore) / (used - pathBefore);
                return new LoadLine(start, v0, end, Interpolation.at(car.speed(), end));
            }
            pathBefore = used;
        }
        return LoadLine.MISSING;
    }

    private double endOfFreeFlight(Motion car) {
        if (freeFlight == 0) {
            return 0;
        }
        for (int k = 1; k < car.path().size(); k++) {
            if (relativePath(car, k) >= freeFlight) {
                return Interpolation.crossing(
                        car.path(), k, relativePath(car, k - 1), relativePath(car, k), freeFlight);
            }
        }
        return Double.NaN;
    }

    /** How far something that flies on at the initial speed is ahead of the car. */
    private static double relativePath(Motion car, int k) {
        return car.initialSpeed() * car.path().time(k) - car.path().sample(k);
    }
}
