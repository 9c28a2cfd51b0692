package assay.crash.table;

import assay.crash.Channel;
import assay.crash.Signal;
import assay.crash.signal.Bias;
import assay.crash.signal.Preparation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The samples of a channel made ready, or why they cannot be.
 *
 * @param signal prepared; empty if there is an objection
 * @param objection why not, in plain words; empty if there is none
 * @param flags what makes it less certain
 */
record Reading(Optional<Signal> signal, String objection, List<Remark> flags) {

    static Reading of(Channel channel, Preparation preparation) {
        Optional<Signal> recorded = Sensors.signal(channel);
        if (recorded.isEmpty()) {
            return refused("has no samples");
        }
        Signal samples = recorded.get();
        if (samples.firstIndex() > 0 || samples.firstIndex() + samples.size() <= 0) {
            return refused("does not cover first contact");
        }
        if (!preparation.filter().suits(samples)) {
            return refused("is sampled at %s Hz, too slowly for CFC %s"
                    .formatted(
                            Words.number(1 / samples.interval()),
                            Words.number(preparation.filter().channelFrequencyClass())));
        }
        Bias bias = Bias.of(samples, preparation.biasLimit());
        if (bias.finding() == Bias.Finding.TOO_LARGE) {
            return refused("shows %s g before contact".formatted(Words.number(bias.value())));
        }
        List<Remark> flags = new ArrayList<>();
        if (bias.finding() == Bias.Finding.UNKNOWN) {
            flags.add(Remark.flag(Sensors.name(channel)
                    + " was recorded for less than 15 ms before contact, so that its zero level is taken as it is"));
        }
        Sensors.validUntil(channel)
                .ifPresent(end -> flags.add(Remark.flag("%s is used up to %s ms only, as its comment says"
                        .formatted(Sensors.name(channel), Words.number(1000 * end)))));
        return new Reading(Optional.of(preparation.apply(samples)), "", flags);
    }

    private static Reading refused(String objection) {
        return new Reading(Optional.empty(), objection, List.of());
    }
}
