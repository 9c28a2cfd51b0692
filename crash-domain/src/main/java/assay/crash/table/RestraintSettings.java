package assay.crash.table;

/**
 * What was known of the driver's restraint system. Numbers are NaN where no honest source tells.
 *
 * @param timeToFire ms after first contact at which airbag or pretensioner fire
 * @param chestToWheel mm from chest to the hub of the steering wheel
 * @param forceLimiters levels of the shoulder belt's force limiter: 0, 1 or 2
 * @param forceLevel1 N at the first level
 * @param forceLevel2 N at the second level
 * @param switchingTime ms after first contact at which the first level gives way to the second
 * @param pretensioner 1 if the shoulder belt has one, else 0
 */
public record RestraintSettings(
        double timeToFire,
        double chestToWheel,
        double forceLimiters,
        double forceLevel1,
        double forceLevel2,
        double switchingTime,
        double pretensioner) {}
