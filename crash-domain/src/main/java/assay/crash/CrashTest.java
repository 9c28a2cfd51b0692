package assay.crash;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The record of one crash test: what was done, with what, and what the sensors said. Words are NHTSA's, whatever the
 * format of the file. Numbers are NaN where missing, texts empty. Immutable.
 *
 * @param id number of the test in its database, without leading zeros, or its name
 * @param title what the test was for
 * @param type such as {@code NCA}, new car assessment
 * @param configuration such as {@code VTB}, vehicle into barrier
 * @param date day of the test
 * @param closingSpeed km/h
 * @param impactAngle degrees, 0 for a frontal impact
 * @param offset mm between the centre lines, 0 for full overlap
 * @param performer the laboratory
 * @param reference number of the test at the laboratory
 * @param vehicles in the order of the file
 * @param barrier if there was one
 * @param occupants in the order of the file
 * @param restraints in the order of the file
 * @param channels in the order of the file; all that were declared, with or without samples
 * @param comments free text
 * @param others further fields of the test by NHTSA name, as written, such as {@code CONNO}
 * @param problems what was wrong with the files; what is wrong is missing above
 */
public record CrashTest(
        String id,
        String title,
        Code type,
        Code configuration,
        Optional<LocalDate> date,
        double closingSpeed,
        double impactAngle,
        double offset,
        Code performer,
        String reference,
        List<Vehicle> vehicles,
        Optional<Barrier> barrier,
        List<Occupant> occupants,
        List<Restraint> restraints,
        List<Channel> channels,
        List<String> comments,
        Map<String, String> others,
        List<Problem> problems) {

    public CrashTest {
        vehicles = List.copyOf(vehicles);
        occupants = List.copyOf(occupants);
        restraints = List.copyOf(restraints);
        channels = List.copyOf(channels);
        comments = List.copyOf(comments);
        others = Fields.copy(others);
        problems = List.copyOf(problems);
    }

    /** The vehicle with this number. */
    public Optional<Vehicle> vehicle(int number) {
        return vehicles.stream().filter(vehicle -> vehicle.number() == number).findFirst();
    }

    /**
     * The occupant of a seat.
     *
     * @param location such as {@code 01}
     */
    public Optional<Occupant> occupant(int vehicle, String location) {
        return occupants.stream()
                .filter(occupant ->
                        occupant.vehicle() == vehicle && occupant.location().is(location))
                .findFirst();
    }

    /** The channel with this number. */
    public Optional<Channel> channel(int number) {
        return channels.stream().filter(channel -> channel.number() == number).findFirst();
    }
}
