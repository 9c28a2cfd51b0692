package assay.crash.table;

import assay.crash.Channel;
import assay.crash.signal.Motion;
import java.util.List;
import java.util.Optional;

/**
 * The motion of a part of a test, and which sensors it comes from.
 *
 * @param motion prepared and integrated; empty if no sensor is fit for it
 * @param channels whose mean it is
 * @param spread standard error of the acceleration in g, from the difference between a left and a right sensor over
 *     0 .. 130 ms; NaN if there is only one
 * @param remarks why these, and what is uncertain about them
 */
public record ChosenSensors(Optional<Motion> motion, List<Channel> channels, double spread, List<Remark> remarks) {

    /** Copies the lists. */
    public ChosenSensors {
        channels = List.copyOf(channels);
        remarks = List.copyOf(remarks);
    }
}
