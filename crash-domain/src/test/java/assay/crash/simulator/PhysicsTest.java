package assay.crash.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Seed;
import assay.crash.criteria.CarCriteria;
import assay.crash.criteria.LoadLine;
import assay.crash.criteria.RealOccupantLoad;
import assay.crash.signal.Interpolation;
import assay.crash.signal.Motion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws that every simulated crash obeys: checks 1 to 3 and 5 to 8 of section 5.7 of our specification. */
class PhysicsTest {

    private static final double FINE = 10e-6;

    /** Check 1: the structure takes up all of the energy per mass, half the squared speed: 122.287 m^2/s^2. */
    @Test
    void crushTakesUpTheEnergyOfTheCar() {
        double step = FINE;
        Structure structure = new Structure(BaseCar.PARAMETERS.car(), step);
        double work = 0;
        while (structure.speed() > 0) {
            double before = structure.position();
            structure.advance();
            work += structure.structuralDeceleration() * (structure.position() - before);
        }
        double v0 = 56.3 / 3.6;

        assertEquals(122.287, v0 * v0 / 2, 0.001);
        assertEquals(v0 * v0 / 2, work, 0.0003 * v0 * v0 / 2);
    }

    /**
     * Check 2: what the chest loses goes into the crush of the car (ridedown), into the restraints, or is left. Along a
     * simulation the identity holds but for the sum of half-squared speed changes, which falls with the step.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theEnergyOfTheChestIsAccountedFor(long seed) {
        CrashParameters parameters = drawn(seed);
        double step = FINE;
        Structure structure = new Structure(parameters.car(), step);
        Driver driver = new Driver(parameters, step);
        double ridedown = 0;
        double restraint = 0;
        double v0 = parameters.car().speed();
        for (int k = 0; k < 15_000; k++) {
            double carSpeed = structure.speed();
            double position = structure.position();
            double chestSpeed = driver.chestSpeed();
            structure.advance();
            driver.advance(k * step, position, carSpeed);
            double deceleration = driver.chestForce() / parameters.dummy().chestMass();
            ridedown += deceleration * carSpeed * step;
            restraint += deceleration * (chestSpeed - carSpeed) * step;
        }
        double left = driver.chestSpeed() * driver.chestSpeed() / 2;

        assertEquals(v0 * v0 / 2, ridedown + restraint + left, 0.001 * v0 * v0 / 2, "seed " + seed);
    }

    /** Check 3. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void halfTheStepChangesRolcByLessThanThreeHundredths(long seed) {
        CrashParameters parameters = drawn(seed);

        assertEquals(
                BaseCar.load(parameters, Crash.STEP / 2).value(),
                BaseCar.load(parameters, Crash.STEP).value(),
                0.03,
                "seed " + seed);
    }

    /**
     * Check 5: on a belt without slack, limit or give, the chest moves with the car: the line of ROLC is the mean
     * deceleration of the car between its ends.
     */
    @Test
    void onAStiffBeltTheChestFollowsTheCar() {
        Belt belt = BaseCar.PARAMETERS
                .belt()
                .withSlack(0)
                .withPretension(0)
                .withStiffness(3e7)
                .withLevel(1e9);
        Cushion far = BaseCar.PARAMETERS.cushion().withDistance(1);
        CrashParameters parameters = BaseCar.PARAMETERS.with(belt).with(far);
        double step = 2e-6;
        Crash crash = Crash.of(parameters, step);
        Motion car = BaseCar.car(parameters, crash);
        Motion chest = BaseCar.chest(parameters, crash);
        double largest = 0;
        for (int k = 0; k < chest.path().size() && chest.path().time(k) < 0.070; k++) {
            largest = Math.max(
                    largest, Math.abs(chest.path().sample(k) - car.path().sample(k)));
        }
        LoadLine load = new RealOccupantLoad(5, 0.001, 0.060, 0.030, 0.150)
                .of(car, chest)
                .line();
        double mean = (Interpolation.at(car.speed(), load.startTime()) - Interpolation.at(car.speed(), load.endTime()))
                / (load.endTime() - load.startTime())
                / Structure.GRAVITY;

        assertTrue(largest < 0.005, "the chest is " + largest + " m ahead");
        assertEquals(mean, load.deceleration(), 0.15);
    }

    /** Check 6: before anything holds it, the chest flies: half a t^2 ahead of a car that brakes with a. */
    @Test
    void theChestFliesFreeBeforeContact() {
        Belt loose = BaseCar.PARAMETERS.belt().withSlack(0.5).withPretension(0);
        Dummy apart = new Dummy(31, 34, 0, 0, 65_000, 0.15, 7000);
        CrashParameters parameters = new CrashParameters(
                BaseCar.PARAMETERS.car(),
                0.012,
                loose,
                BaseCar.PARAMETERS.cushion().withDistance(1),
                apart);
        double deceleration = 20 * Structure.GRAVITY;
        double step = FINE;
        Driver driver = new Driver(parameters, step);
        double speed = parameters.car().speed();
        double position = 0;
        for (int k = 0; k < 4000; k++) {
            driver.advance(k * step, position, speed);
            speed -= deceleration * step;
            position += speed * step;
        }

        assertEquals(deceleration * 0.04 * 0.04 / 2, driver.chest() - position, 1e-4);
        assertEquals(parameters.car().speed(), driver.chestSpeed());
    }

    /** Check 7. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatGivesWayNeverComesBack(long seed) {
        CrashParameters parameters = drawn(seed);
        Structure structure = new Structure(parameters.car(), Crash.STEP);
        Driver driver = new Driver(parameters, Crash.STEP);
        double payOut = 0;
        double stroke = 0;
        for (int k = 0; k < 3000; k++) {
            double position = structure.position();
            double speed = structure.speed();
            structure.advance();
            driver.advance(k * Crash.STEP, position, speed);

            assertTrue(driver.tension() >= 0 && driver.tension() <= driver.limit(), "seed " + seed);
            assertTrue(driver.payOut() >= payOut && driver.stroke() >= stroke, "seed " + seed);
            assertTrue(driver.stroke() <= 0.1, "seed " + seed);
            payOut = driver.payOut();
            stroke = driver.stroke();
        }
    }

    /** Check 8: OLC sees the car alone, and so does everything else that is measured on it. */
    @Test
    void theCarDoesNotFeelItsDriver() {
        CarCriteria base = BaseCar.criteria(BaseCar.PARAMETERS, Crash.STEP);
        CrashParameters other = BaseCar.PARAMETERS
                .with(BaseCar.PARAMETERS.belt().withLevel(2000).withSlack(0.06))
                .with(BaseCar.PARAMETERS.cushion().withDistance(0.2))
                .withFiringTime(0.03);

        assertEquals(base, BaseCar.criteria(other, Crash.STEP));
    }

    /** The column stops hard after 100 mm: a heavy chest on a weak column is braked, not let through. */
    @Test
    void theColumnStopsHard() {
        Cushion weak = new Cushion(0.31, 0, 0, 0.285, 85_000, 1000);
        CrashParameters parameters =
                BaseCar.PARAMETERS.with(weak).with(BaseCar.PARAMETERS.belt().withLevel(500));
        Structure structure = new Structure(parameters.car(), Crash.STEP);
        Driver driver = new Driver(parameters, Crash.STEP);
        double furthest = 0;
        double strongest = 0;
        for (int k = 0; k < 3000; k++) {
            double position = structure.position();
            double speed = structure.speed();
            structure.advance();
            driver.advance(k * Crash.STEP, position, speed);
            furthest = Math.max(furthest, driver.chest() - structure.position());
            strongest = Math.max(strongest, driver.chestForce());
        }
        double elastic = 1000 / 85_000.0;

        assertEquals(0.1, driver.stroke(), 1e-12);
        assertTrue(furthest > 0.28 + 0.1 + elastic && furthest < 0.28 + 0.1 + elastic + 0.2);
        assertTrue(strongest > 1000 + 200_000 * (furthest - 0.28 - 0.1 - elastic) - 2000);
    }

    private static CrashParameters drawn(long seed) {
        Seed vehicle = new Seed(seed);
        return Population.vehicle(Population.settings(2005, vehicle.derive("settings")), 2005, vehicle);
    }
}
