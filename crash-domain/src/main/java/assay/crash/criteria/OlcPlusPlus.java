package assay.crash.criteria;

/**
 * OLC++: a linear combination of OLC, SM25 and TTZV (Kuebler et al. 2009). Its coefficients stand in a paper that we could
 * not read, so there is no default: who has them gives them here.
 *
 * @param olc weight of OLC in g
 * @param slidingMean weight of SM25 in g
 * @param timeToZeroVelocity weight of TTZV in ms
 * @param offset added
 */
public record OlcPlusPlus(double olc, double slidingMean, double timeToZeroVelocity, double offset) {

    /** Checks that all weights are numbers. */
    public OlcPlusPlus {
        if (!Double.isFinite(olc + slidingMean + timeToZeroVelocity + offset)) {
            throw new IllegalArgumentException("weights of OLC++ (%s, %s, %s, %s) must be numbers"
                    .formatted(olc, slidingMean, timeToZeroVelocity, offset));
        }
    }

    /** NaN if any of the three is. */
    public double of(CarCriteria car) {
        return olc * car.olc().deceleration()
                + slidingMean * car.slidingMean()
                + timeToZeroVelocity * 1000 * car.timeToZeroVelocity()
                + offset;
    }
}
