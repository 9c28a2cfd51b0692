package assay.crash.table;

import assay.crash.Channel;
import assay.crash.CrashTest;
import assay.crash.Vehicle;
import assay.crash.criteria.CarCriteria;
import assay.crash.criteria.RealOccupantLoad;
import assay.crash.signal.Preparation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One crash test, read: whether it is a full-frontal impact of the wanted kind, which sensors tell the motion of car and
 * driver, all criteria, and a plain sentence for every choice made.
 *
 * @param test what was read
 * @param objections why the test is not of the wanted kind; empty if it is
 * @param vehicle the car; empty if there is none
 * @param initialSpeed of the car at first contact in m/s; NaN if unknown
 * @param carSensors whose mean the car's motion is
 * @param car criteria of the car's motion; empty without one
 * @param chestSensor of the driver
 * @param driver criteria of the driver
 * @param restraints of the driver
 * @param remarks everything a person should know, explanations and flags
 */
public record Assessment(
        CrashTest test,
        List<String> objections,
        Optional<Vehicle> vehicle,
        double initialSpeed,
        ChosenSensors carSensors,
        Optional<CarCriteria> car,
        ChosenSensors chestSensor,
        DriverCriteria driver,
        RestraintSettings restraints,
        List<Remark> remarks) {

    /** Copies the lists. */
    public Assessment {
        objections = List.copyOf(objections);
        remarks = List.copyOf(remarks);
    }

    /**
     * How tests are read.
     *
     * @param rules which tests are wanted
     * @param carPreparation of the car's acceleration
     * @param carChannels which sensors may make it
     * @param chest preparation of the chest's
     * @param head preparation of the head's
     * @param carCriteria windows of the car's criteria
     * @param rolc rules of ROLC_p
     */
    public record Settings(
            TestRules rules,
            Preparation carPreparation,
            CarChannels carChannels,
            Preparation chest,
            Preparation head,
            CarCriteria.Settings carCriteria,
            RealOccupantLoad rolc) {

        /** Full-frontal tests at 56 km/h; CFC 60, 180 and 1000. */
        public static final Settings DEFAULT = new Settings(
                TestRules.FULL_FRONTAL_56,
                Preparation.CAR,
                CarChannels.PRIMARY,
                Preparation.CHEST,
                Preparation.HEAD,
                CarCriteria.Settings.DEFAULT,
                RealOccupantLoad.ROLC_P);

        /** The same with another speed range. */
        public Settings withRules(TestRules other) {
            return new Settings(other, carPreparation, carChannels, chest, head, carCriteria, rolc);
        }

        /** The same with another filter of the car's acceleration. */
        public Settings withCarPreparation(Preparation other) {
            return new Settings(rules, other, carChannels, chest, head, carCriteria, rolc);
        }

        /** The same with other sensors for the car's acceleration. */
        public Settings withCarChannels(CarChannels other) {
            return new Settings(rules, carPreparation, other, chest, head, carCriteria, rolc);
        }

        /** The same with other rules of ROLC_p. */
        public Settings withRolc(RealOccupantLoad other) {
            return new Settings(rules, carPreparation, carChannels, chest, head, carCriteria, other);
        }
    }

    private static final double KILOMETRES_PER_HOUR = 3.6;

    /** Whether the samples of a channel are looked at: all others need not be read. */
    public static boolean needs(Channel channel) {
        return CarSensors.isWanted(channel) || DriverSensors.isWanted(channel) || RestraintReader.isWanted(channel);
    }

    /** Reads a test, of the wanted kind or not. */
    public static Assessment of(CrashTest test, Settings settings) {
        Optional<Vehicle> vehicle = TestRules.car(test);
        int number = vehicle.map(Vehicle::number).orElse(1);
        double speed = TestRules.speed(test) / KILOMETRES_PER_HOUR;
        List<Remark> remarks = new ArrayList<>(settings.rules().assumptions(test));
        vehicle.ifPresent(car -> remarks.addAll(unknowns(car)));
        boolean hasSpeed = speed > 0;
        if (!hasSpeed) {
            remarks.add(Remark.flag("the speed at impact is not recorded, so nothing can be integrated"));
        } else if (vehicle.map(Vehicle::speed).filter(v -> !Double.isNaN(v)).isEmpty()) {
            remarks.add(Remark.flag("the car's own speed is not recorded; the closing speed is taken for it"));
        }
        ChosenSensors nothing = new ChosenSensors(Optional.empty(), List.of(), Double.NaN, List.of());
        ChosenSensors car = hasSpeed
                ? CarSensors.choose(test, number, speed, settings.carPreparation(), settings.carChannels())
                : nothing;
        ChosenSensors chest = hasSpeed ? DriverSensors.chest(test, number, speed, settings.chest()) : nothing;
        Optional<CarCriteria> criteria = car.motion().map(motion -> CarCriteria.of(motion, settings.carCriteria()));
        DriverCriteria driver = DriverCriteria.of(test, number, car.motion(), chest, settings);
        remarks.addAll(car.remarks());
        remarks.addAll(driver.remarks());
        criteria.map(Assessment::undetermined).stream().flatMap(List::stream).forEach(remarks::add);
        RestraintSettings restraints = RestraintReader.read(test, number, remarks);
        return new Assessment(
                test,
                settings.rules().objections(test),
                vehicle,
                hasSpeed ? speed : Double.NaN,
                car,
                criteria,
                chest,
                driver,
                restraints,
                remarks);
    }

    private static List<Remark> unknowns(Vehicle car) {
        List<Remark> remarks = new ArrayList<>();
        if (BodyType.of(car.body()).isEmpty()) {
            remarks.add(Remark.flag(
                    car.body().isMissing()
                            ? "the body type is not recorded"
                            : "the body type %s is none of the 15 known ones"
                                    .formatted(car.body().toString().toLowerCase(Locale.ROOT))));
        }
        if (Double.isNaN(car.testMass())) {
            remarks.add(Remark.flag("the mass of the car as tested is not recorded"));
        }
        return remarks;
    }

    private static List<Remark> undetermined(CarCriteria car) {
        List<String> names = Stream.of(
                        Double.isNaN(car.maximum()) ? "peak and average over 130 ms" : "",
                        car.olc().isMissing() ? "OLC" : "",
                        Double.isNaN(car.deltaV()) ? "delta-V and rebound" : "")
                .filter(name -> !name.isEmpty())
                .toList();
        return names.isEmpty()
                ? List.of()
                : List.of(Remark.flag("the record of the car's acceleration is too short for " + Words.list(names)));
    }

    /** Whether the test is of the wanted kind and has a pulse and ROLC_p: a row that a model can learn from. */
    public boolean isComplete() {
        return objections.isEmpty() && car.isPresent() && !driver.rolc().line().isMissing();
    }

    /** The remarks that make numbers less certain. */
    public List<String> flags() {
        return remarks.stream().filter(Remark::isFlag).map(Remark::text).toList();
    }
}
