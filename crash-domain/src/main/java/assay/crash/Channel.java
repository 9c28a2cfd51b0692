package assay.crash;

import java.util.Map;
import java.util.Optional;

/**
 * What one sensor was and, unless it was not read, what it recorded. Words are NHTSA's, whatever the format of the file.
 *
 * @param number number of the curve in its test
 * @param vehicle number of the vehicle; 0 for the barrier
 * @param sensor such as {@code AC}, accelerometer
 * @param location seat, such as {@code 01}; {@code NA} for sensors of the vehicle
 * @param attachment such as {@code FLLR}, floor pan left rear, or {@code CHST}, chest
 * @param axis such as {@code XL}, x of the part, or {@code XG}, x of the vehicle
 * @param unit of the samples, such as {@code G'S}; accelerations are in g whatever the file's unit was
 * @param prefilter cut-off in Hz of the filter before recording; NaN if missing
 * @param dataStatus such as {@code AM}, as measured, or {@code NO}, no data
 * @param channelStatus {@code P}, primary, or {@code R}, a redundant copy of a primary sensor
 * @param initialVelocity km/h at time zero, of this sensor: not the impact speed; NaN if missing
 * @param comment free text; sometimes the only place that says from when on the data are wrong
 * @param others further fields by NHTSA name, as written, such as {@code INSRAT}
 * @param signal the samples; empty if they were not asked for, if there is no file, or if the file is damaged
 */
public record Channel(
        int number,
        int vehicle,
        Code sensor,
        Code location,
        Code attachment,
        Code axis,
        Code unit,
        double prefilter,
        Code dataStatus,
        Code channelStatus,
        double initialVelocity,
        String comment,
        Map<String, String> others,
        Optional<Signal> signal) {

    public Channel {
        others = Fields.copy(others);
    }

    /** The same sensor with these samples. */
    public Channel withSignal(Signal signal) {
        return new Channel(
                number,
                vehicle,
                sensor,
                location,
                attachment,
                axis,
                unit,
                prefilter,
                dataStatus,
                channelStatus,
                initialVelocity,
                comment,
                others,
                Optional.of(signal));
    }
}
