package assay.crash.table;

import assay.crash.Channel;
import assay.crash.CrashTest;
import assay.crash.Signal;
import assay.crash.criteria.CarCriteria;
import assay.crash.signal.Combination;
import assay.crash.signal.Motion;
import assay.crash.signal.Preparation;
import assay.crash.signal.TimeZero;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chooses the sensors whose signal is the car's. Candidates are accelerometers along x, as measured, in a known
 * {@link SensorPlace}, redundant ones only if asked for, that make the car stop plausibly: rebound 0 to 5 m/s, dynamic crush 300 to 1100 mm. The best place
 * wins, whole pairs before single sides; left and right are averaged, if their speed changes agree within 15 %.
 *
 * <p>The bounds are those of a screening of 743 public frontal tests, of which 692 passed. Mutable while choosing, so it
 * stays in the method that made it.
 */
final class CarSensors {

    private static final double FASTEST_REBOUND = 5;
    private static final double LEAST_CRUSH = 0.300;
    private static final double MOST_CRUSH = 1.100;
    private static final double PAIR_TOLERANCE = 0.15;
    private static final double PULSE = 0.130;

    private record Candidate(Channel channel, Signal signal, CarCriteria criteria, List<Remark> flags) {}

    private final CrashTest test;
    private final int vehicle;
    private final double initialSpeed;
    private final Preparation preparation;
    private final List<Remark> remarks = new ArrayList<>();
    private final List<Candidate> candidates = new ArrayList<>();

    private CarSensors(CrashTest test, int vehicle, double initialSpeed, Preparation preparation) {
        this.test = test;
        this.vehicle = vehicle;
        this.initialSpeed = initialSpeed;
        this.preparation = preparation;
    }

    /** @param initialSpeed m/s */
    static ChosenSensors choose(
            CrashTest test, int vehicle, double initialSpeed, Preparation preparation, CarChannels channels) {
        return new CarSensors(test, vehicle, initialSpeed, preparation).choose(channels);
    }

    static boolean isWanted(Channel channel) {
        return Sensors.isAccelerometer(channel)
                && Sensors.isAlongX(channel)
                && Stream.of(SensorPlace.values())
                        .flatMap(place -> place.attachments().stream())
                        .anyMatch(channel.attachment()::is);
    }

    private ChosenSensors choose(CarChannels channels) {
        List<Channel> wanted = test.channels().stream()
                .filter(channel -> channel.vehicle() == vehicle && isWanted(channel))
                .filter(channel -> channels == CarChannels.WITH_REDUNDANT || Sensors.isPrimary(channel))
                .toList();
        wanted.forEach(this::examine);
        for (SensorPlace place : SensorPlace.values()) {
            Optional<ChosenSensors> chosen = place.isPair() ? pair(place) : single(place, 0);
            if (chosen.isPresent()) {
                return chosen.get();
            }
        }
        for (SensorPlace place : SensorPlace.values()) {
            for (int side = 0; side < place.attachments().size() && place.isPair(); side++) {
                Optional<ChosenSensors> chosen = agree(place) ? single(place, side) : Optional.empty();
                if (chosen.isPresent()) {
                    return chosen.get();
                }
            }
        }
        remarks.add(Remark.flag(
                wanted.isEmpty()
                        ? "no primary accelerometer along x sits where the car moves as one"
                        : "none of %d accelerometers along x is fit to be the car's".formatted(wanted.size())));
        return new ChosenSensors(Optional.empty(), List.of(), Double.NaN, remarks);
    }

    private void examine(Channel channel) {
        Reading reading = Reading.of(channel, preparation);
        if (reading.signal().isEmpty()) {
            reject(channel, reading.objection());
            return;
        }
        CarCriteria criteria = CarCriteria.of(Motion.of(reading.signal().get(), initialSpeed));
        String objection = implausible(criteria);
        if (objection.isEmpty()) {
            candidates.add(new Candidate(channel, reading.signal().get(), criteria, reading.flags()));
        } else {
            reject(channel, objection);
        }
    }

    private void reject(Channel channel, String objection) {
        remarks.add(Remark.explanation("%s is not used: it %s".formatted(Sensors.name(channel), objection)));
    }

    private static String implausible(CarCriteria criteria) {
        if (Double.isNaN(criteria.timeToZeroVelocity())) {
            return "does not bring the car to a stop (maybe cut short, dead, or its sign is flipped)";
        }
        if (!(criteria.dynamicCrush() >= LEAST_CRUSH && criteria.dynamicCrush() <= MOST_CRUSH)) {
            return "makes the car crush by %s mm, which is not between 300 and 1100 mm"
                    .formatted(Words.number(1000 * criteria.dynamicCrush()));
        }
        // A rebound that the record is too short for is unknown, not implausible.
        if (criteria.rebound() > FASTEST_REBOUND) {
            return "makes the car rebound at %s m/s, more than 5 m/s".formatted(Words.number(criteria.rebound()));
        }
        return "";
    }

    private List<Candidate> at(String attachment) {
        return candidates.stream()
                .filter(candidate -> candidate.channel().attachment().is(attachment))
                .toList();
    }

    private Optional<ChosenSensors> single(SensorPlace place, int side) {
        List<Candidate> found = at(place.attachments().get(side));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<Candidate> used = onOneClock(found);
        remarks.add(Remark.explanation("the car's acceleration is %s at the %s".formatted(named(used), place.words())));
        if (place.isPair()) {
            remarks.add(Remark.flag("only one side of the car is used"));
        }
        return Optional.of(chosen(used, mean(used), Double.NaN));
    }

    private Optional<ChosenSensors> pair(SensorPlace place) {
        List<Candidate> left = at(place.attachments().get(0));
        List<Candidate> right = at(place.attachments().get(1));
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        left = onOneClock(left);
        right = onOneClock(right);
        if (!agree(place)) {
            remarks.add(Remark.flag(
                    "left and right at the %s are not used: their speed changes (%s and %s m/s) differ by %s %%, more than 15 %%"
                            .formatted(
                                    place.words(),
                                    Words.number(deltaV(left)),
                                    Words.number(deltaV(right)),
                                    Words.number(100 * difference(deltaV(left), deltaV(right))))));
            return Optional.empty();
        }
        Signal leftMean = mean(left);
        Signal rightMean = mean(right);
        if (!Combination.isPossible(List.of(leftMean, rightMean))) {
            remarks.add(Remark.flag("left and right at the %s were sampled at different rates and cannot be averaged"
                    .formatted(place.words())));
            return single(place, 0);
        }
        double spread = spread(leftMean, rightMean);
        List<Candidate> both = Stream.concat(left.stream(), right.stream()).toList();
        remarks.add(Remark.explanation(
                "the car's acceleration is the mean of %s at the %s".formatted(named(both), place.words())));
        remarks.add(Remark.explanation(
                "left and right differ by %s %% in speed change and %s g in OLC, so the pulse is certain to about %s g"
                        .formatted(
                                Words.number(100 * difference(deltaV(left), deltaV(right))),
                                Words.number(Math.abs(olc(left) - olc(right))),
                                Words.number(spread))));
        return Optional.of(chosen(both, Combination.mean(List.of(leftMean, rightMean)), spread));
    }

    /** Whether left and right do not contradict each other; a side that was not measured does not. */
    private boolean agree(SensorPlace place) {
        List<Candidate> left = at(place.attachments().get(0));
        List<Candidate> right = at(place.attachments().get(1));
        return left.isEmpty()
                || right.isEmpty()
                || !(difference(deltaV(onOneClock(left)), deltaV(onOneClock(right))) >= PAIR_TOLERANCE);
    }

    private ChosenSensors chosen(List<Candidate> used, Signal signal, double spread) {
        used.forEach(candidate -> remarks.addAll(candidate.flags()));
        TimeZero timeZero = TimeZero.of(signal);
        String onset = Words.number(1000 * timeZero.onset());
        remarks.add(
                timeZero.isPlausible()
                        ? Remark.explanation("the car's deceleration begins %s ms after time zero".formatted(onset))
                        : Remark.flag(("the car's deceleration begins %s ms after time zero, not between -2 and 10 ms: "
                                        + "time zero may be wrong, and was left as it is")
                                .formatted(onset)));
        return new ChosenSensors(
                Optional.of(Motion.of(signal, initialSpeed)),
                used.stream().map(Candidate::channel).toList(),
                spread,
                remarks);
    }

    /** Those that can be averaged with the first. */
    private static List<Candidate> onOneClock(List<Candidate> found) {
        return found.stream()
                .filter(candidate -> Combination.isPossible(List.of(found.get(0).signal(), candidate.signal())))
                .toList();
    }

    private static Signal mean(List<Candidate> used) {
        return Combination.mean(used.stream().map(Candidate::signal).toList());
    }

    private double deltaV(List<Candidate> used) {
        return CarCriteria.of(Motion.of(mean(used), initialSpeed)).deltaV();
    }

    private double olc(List<Candidate> used) {
        return CarCriteria.of(Motion.of(mean(used), initialSpeed)).olc().deceleration();
    }

    private static double difference(double a, double b) {
        return 2 * Math.abs(a - b) / (a + b);
    }

    private static String named(List<Candidate> used) {
        return Words.list(used.stream()
                .map(candidate -> Sensors.name(candidate.channel()))
                .toList());
    }

    /** Half the root mean square of the difference: the standard error of the mean of both. */
    private static double spread(Signal left, Signal right) {
        double sum = 0;
        int count = 0;
        for (int k = -left.firstIndex(); k < left.size() && left.time(k) <= PULSE + 1e-9; k++) {
            int other = k + left.firstIndex() - right.firstIndex();
            if (other >= 0 && other < right.size()) {
                double difference = left.sample(k) - right.sample(other);
                sum += difference * difference;
                count++;
            }
        }
        return Math.sqrt(sum / count) / 2;
    }
}
