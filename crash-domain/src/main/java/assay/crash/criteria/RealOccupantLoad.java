package assay.crash.criteria;

import assay.crash.signal.Interpolation;
import assay.crash.signal.Motion;
import assay.crash.signal.Onset;

/**
 * The real occupant load criterion ROLC_p of Rabus et al. 2022: the deceleration in g of a straight line through the
 * dummy's chest speed from A, where the restraint system couples it to the car, to B, where both have the same speed.
 *
 * <p>The papers at hand do not define A; this rule is read off the LossVal paper's figure: A is the first time at which the
 * chest decelerates at 5 g or more for at least 1 ms. On that figure 4 g and 6 g change ROLC_p by 0.2 g. B is the first
 * later time at which the chest is no faster than the car. The chest's x axis is taken as the car's.
 *
 * @param threshold chest deceleration in g at which coupling begins
 * @param lasting seconds that it must last
 * @param latestStart seconds after first contact after which coupling is not believed
 * @param shortest seconds from A to B below which the line is not believed
 * @param latestEnd seconds after first contact after which common speed is not believed
 */
public record RealOccupantLoad(
        double threshold, double lasting, double latestStart, double shortest, double latestEnd) {

    /** 5 g for 1 ms, not later than 60 ms; at least 30 ms; not later than 150 ms. */
    public static final RealOccupantLoad ROLC_P = new RealOccupantLoad(5, 0.001, 0.060, 0.030, 0.150);

    /** Whether the record determines the criterion. */
    public enum Finding {
        /** It does. */
        FOUND("found"),
        /** The chest never decelerates hard enough for long enough. */
        NO_COUPLING("the chest is never braked hard enough: maybe the wrong channel, or its sign is flipped"),
        /** The chest decelerates later than is believable. */
        LATE_COUPLING("the chest is braked too late: maybe time zero is not first contact"),
        /** Chest and car never have the same speed within the time allowed. */
        NO_COMMON_SPEED("chest and car do not reach a common speed in time: maybe the record is cut short"),
        /** Chest and car have the same speed too soon. */
        TOO_SHORT("chest and car reach a common speed too soon: maybe one of the channels is wrong");

        private final String words;

        Finding(String words) {
            this.words = words;
        }

        /** In plain words. */
        public String words() {
            return words;
        }
    }

    /**
     * The line, or why there is none.
     *
     * @param line from A to B; missing unless found
     * @param finding whether it was found
     */
    public record Result(LoadLine line, Finding finding) {

        /** ROLC_p in g; NaN unless found. */
        public double value() {
            return line.deceleration();
        }
    }

    /** Checks the bounds. */
    public RealOccupantLoad {
        if (!(threshold > 0 && lasting >= 0 && latestStart > 0 && shortest > 0 && latestEnd > 0)) {
            throw new IllegalArgumentException(
                    ("threshold (%s g), latest start (%s s), shortest line (%s s) and latest end (%s s) must be above 0, "
                                    + "and lasting (%s s) at least 0")
                            .formatted(threshold, latestStart, shortest, latestEnd, lasting));
        }
    }

    /** The same with another threshold, in g. */
    public RealOccupantLoad withThreshold(double other) {
        return new RealOccupantLoad(other, lasting, latestStart, shortest, latestEnd);
    }

    /**
     * @param car prepared with CFC 60
     * @param chest of the driver, x, prepared with CFC 180, from the same initial speed
     */
    public Result of(Motion car, Motion chest) {
        double start = Onset.of(chest.acceleration().map(a -> -a), threshold, lasting);
        if (Double.isNaN(start)) {
            return new Result(LoadLine.MISSING, Finding.NO_COUPLING);
        }
        if (start > latestStart) {
            return new Result(LoadLine.MISSING, Finding.LATE_COUPLING);
        }
        double end = commonSpeed(car, chest, start);
        if (!(end <= latestEnd)) {
            return new Result(LoadLine.MISSING, Finding.NO_COMMON_SPEED);
        }
        if (end - start < shortest) {
            return new Result(LoadLine.MISSING, Finding.TOO_SHORT);
        }
        double startSpeed = Interpolation.at(chest.speed(), start);
        double endSpeed = Interpolation.at(chest.speed(), end);
        return new Result(new LoadLine(start, startSpeed, end, endSpeed), Finding.FOUND);
    }

    /** Car and chest may be sampled at different rates: the times are the chest's. */
    private static double commonSpeed(Motion car, Motion chest, double start) {
        double before = Double.NaN;
        for (int k = 1; k < chest.speed().size(); k++) {
            double time = chest.speed().time(k);
            if (!(time > start)) {
                continue;
            }
            double lead = chest.speed().sample(k) - Interpolation.at(car.speed(), time);
            if (lead <= 0) {
                return before > 0 ? Interpolation.crossing(chest.speed(), k, before, lead, 0) : time;
            }
            before = lead;
        }
        return Double.NaN;
    }
}
