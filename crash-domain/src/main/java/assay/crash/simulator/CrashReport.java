package assay.crash.simulator;

import assay.crash.Signal;
import assay.crash.criteria.CarCriteria;
import java.time.LocalDate;

/**
 * What a laboratory hands over after a test.
 *
 * @param id of the test
 * @param date on which it was run
 * @param settings as they were ordered; what was not said then is missing here
 * @param price in thousands of dollars
 * @param switchTime ms after first contact at which the belt force limiter went from its first level to its second; NaN
 *     with fewer than two levels
 * @param car what the car's sensor showed, by CFC 60
 * @param pulse the car's acceleration in g, braking negative, by CFC 60: 65 samples every 2 ms from first contact on
 * @param rolc the real occupant load criterion in g, by the car's sensor at CFC 60 and the chest's at CFC 180
 */
public record CrashReport(
        String id,
        LocalDate date,
        CrashSettings settings,
        double price,
        double switchTime,
        CarCriteria car,
        Signal pulse,
        double rolc) {}
