package assay.crash.table;

import assay.crash.Channel;
import assay.crash.CrashTest;
import assay.crash.Occupant;
import assay.crash.Restraint;
import assay.crash.Signal;
import assay.crash.signal.Bias;
import assay.crash.signal.CfcFilter;
import assay.crash.signal.Onset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the driver's restraint system off the only places that tell of it: the words of the belt's comment, the first rise of
 * a squib current, the plateaus of a shoulder belt force, and the seating measurements. A comment that is silent about a
 * pretensioner does not mean that there was none. Mutable while reading, so it stays in the method that made it.
 */
final class RestraintReader {

    private static final Pattern PRETENSIONER = Pattern.compile("PRE-?\\s?TEN");
    private static final Pattern LIMITER = Pattern.compile("(LOAD|FORCE|ENERGY)[- ]*(LIMIT|MANAGE)");
    private static final Pattern TWO_LEVELS =
            Pattern.compile("\\b(DUAL|DIGRESSIVE|DEGRESSIVE|SWITCHABLE|(TWO|2|MULTI|DOUBLE)[- ]*(STAGE|LEVEL))");
    private static final Pattern NONE = Pattern.compile("\\b(NO|WITHOUT|W/O|NOT)\\b");
    private static final double SQUIB_CURRENT = 0.5;
    private static final double SQUIB_LASTING = 0.0002;
    private static final double LATEST_FIRE = 0.100;
    private static final double UNBELIEVABLE_BIAS = 1e9;

    private final CrashTest test;
    private final int vehicle;
    private final List<Remark> remarks;

    private RestraintReader(CrashTest test, int vehicle, List<Remark> remarks) {
        this.test = test;
        this.vehicle = vehicle;
        this.remarks = remarks;
    }

    /** @param remarks takes what was found and where */
    static RestraintSettings read(CrashTest test, int vehicle, List<Remark> remarks) {
        return new RestraintReader(test, vehicle, remarks).read();
    }

    static boolean isWanted(Channel channel) {
        return isSquib(channel) || isShoulderBelt(channel);
    }

    private RestraintSettings read() {
        String belt = beltComment();
        double pretensioner = mentioned(belt, PRETENSIONER);
        double limiters = mentioned(belt, LIMITER);
        if (limiters == 1 && parts(belt).anyMatch(part -> has(part, LIMITER) && has(part, TWO_LEVELS))) {
            limiters = 2;
        }
        if (!belt.isEmpty()) {
            remarks.add(Remark.explanation("the belt's comment \"%s\" tells of %s and %s"
                    .formatted(
                            belt.toLowerCase(Locale.ROOT),
                            counted(pretensioner, "pretensioner"),
                            counted(limiters, "force limiter level"))));
        }
        BeltPlateaus plateaus = plateaus();
        int levels = plateaus.levels().size();
        if (levels > 0 && !(limiters >= levels)) {
            limiters = levels;
        }
        return new RestraintSettings(
                timeToFire(),
                test.occupant(vehicle, TestRules.DRIVER)
                        .map(Occupant::chestToSteeringWheel)
                        .orElse(Double.NaN),
                limiters,
                levels == limiters && levels > 0 ? plateaus.levels().get(0) : Double.NaN,
                levels == 2 ? plateaus.levels().get(1) : Double.NaN,
                1000 * plateaus.switchingTime(),
                pretensioner);
    }

    private String beltComment() {
        return String.join(
                "; ",
                test.restraints().stream()
                        .filter(restraint -> restraint.vehicle() == vehicle
                                && restraint.location().is(TestRules.DRIVER)
                                && isBelt(restraint))
                        .map(restraint -> restraint.comment().strip().toUpperCase(Locale.ROOT))
                        .filter(comment -> !comment.isEmpty())
                        .toList());
    }

    private static boolean isBelt(Restraint restraint) {
        return restraint.type().is("3PT")
                || restraint.type().is("PS2")
                || restraint.type().is("PS3")
                || restraint.type().text().toUpperCase(Locale.ROOT).contains("BELT");
    }

    /** 1 if the comment has the word, 0 if it denies it, NaN if it is silent. */
    private static double mentioned(String comment, Pattern word) {
        return parts(comment)
                .filter(part -> has(part, word))
                .mapToDouble(part -> has(part, NONE) ? 0 : 1)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static Stream<String> parts(String comment) {
        return Stream.of(comment.split("[;,]| AND "));
    }

    private static boolean has(String part, Pattern word) {
        return word.matcher(part).find();
    }

    private static String counted(double count, String what) {
        return Double.isNaN(count)
                ? "nothing about a " + what
                : "%.0f %s%s".formatted(count, what, count == 1 ? "" : "s");
    }

    private static boolean isShoulderBelt(Channel channel) {
        return channel.sensor().is("LC")
                && channel.attachment().is("SHBT")
                && channel.location().is(TestRules.DRIVER)
                && Sensors.isPrimary(channel)
                && Sensors.isAsMeasured(channel);
    }

    private BeltPlateaus plateaus() {
        for (Channel channel : wanted(RestraintReader::isShoulderBelt)) {
            Optional<Signal> force = Sensors.signal(channel).filter(CfcFilter.CFC_60::suits);
            if (force.isPresent() && channel.unit().is("NWT")) {
                Bias bias = Bias.of(force.get(), UNBELIEVABLE_BIAS);
                BeltPlateaus plateaus = BeltPlateaus.of(CfcFilter.CFC_60.apply(bias.removedFrom(force.get())));
                remarks.add(Remark.explanation("the shoulder belt force (%s) %s"
                        .formatted(
                                Sensors.name(channel),
                                plateaus.levels().isEmpty()
                                        ? "has no clear plateau"
                                        : "has a plateau at "
                                                + Words.list(plateaus.levels().stream()
                                                        .map(level -> Words.number(level) + " N")
                                                        .toList()))));
                return plateaus;
            }
        }
        return new BeltPlateaus(List.of(), Double.NaN);
    }

    private static boolean isSquib(Channel channel) {
        boolean current = channel.unit().code().startsWith("AMP")
                || channel.unit().text().toUpperCase(Locale.ROOT).startsWith("AMP");
        boolean others = channel.comment().toUpperCase(Locale.ROOT).matches(".*(PASS|CURTAIN|SIDE|TORSO|REAR).*");
        boolean elsewhere = !channel.location().isMissing()
                && !channel.location().is(TestRules.DRIVER)
                && !channel.location().is("NA");
        return current && !others && !elsewhere && Sensors.isPrimary(channel) && Sensors.isAsMeasured(channel);
    }

    /** The first time at which one of the driver's squibs carries 0.5 A for 0.2 ms. */
    private double timeToFire() {
        double first = Double.NaN;
        List<String> names = new ArrayList<>();
        for (Channel channel : wanted(RestraintReader::isSquib)) {
            Optional<Signal> current = Sensors.signal(channel);
            double rise = current.map(signal -> Onset.of(
                            Bias.of(signal, UNBELIEVABLE_BIAS)
                                    .removedFrom(signal)
                                    .map(Math::abs),
                            SQUIB_CURRENT,
                            SQUIB_LASTING))
                    .orElse(Double.NaN);
            if (rise > 0 && rise < LATEST_FIRE) {
                first = Double.isNaN(first) ? rise : Math.min(first, rise);
                names.add("%s at %s ms".formatted(Sensors.name(channel), Words.number(1000 * rise)));
            }
        }
        if (!names.isEmpty()) {
            remarks.add(Remark.explanation("squib currents rise in " + Words.list(names)));
        }
        return 1000 * first;
    }

    private List<Channel> wanted(Predicate<Channel> kind) {
        return test.channels().stream()
                .filter(channel -> channel.vehicle() == vehicle && kind.test(channel))
                .toList();
    }
}
