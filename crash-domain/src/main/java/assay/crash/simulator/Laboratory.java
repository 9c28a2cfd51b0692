package assay.crash.simulator;

import assay.acquisition.Seed;
import assay.crash.Signal;
import assay.crash.criteria.CarCriteria;
import assay.crash.criteria.RealOccupantLoad;
import assay.crash.signal.Grid;
import assay.crash.signal.Motion;
import assay.crash.signal.Preparation;
import assay.crash.table.BodyType;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Crashes any vehicle that can be ordered, in a simulation instead of a hall: about a millisecond per test.
 *
 * <p>The contract: a test is decided by the seed of the laboratory, the id, the date and the settings. Whatever was run
 * before, however often, and on any thread, the same four give the same report, to the last bit. The seed and the id alone
 * decide everything that nobody orders: the car behind a body type, slack and stiffness of the belt, airbag, column, the
 * error of each sensor. So two tests of one id that differ in one setting differ by that setting alone, and the rows of a
 * {@link CrashHistory} come out again from their ids, dates and settings, if they had no defect. A setting that is missing
 * is drawn as the seed and the id would have drawn it in the first place. Immutable.
 */
public final class Laboratory {

    private static final double CHEAPEST = 150;
    private static final double DEAREST = 500;
    private static final int LABORATORIES = 8;
    private static final double LABORATORY_EFFECT = 0.3;

    private final Seed seed;
    private final double labelNoise;

    /**
     * @param seed of the world in which the tests are run
     * @param labelNoise standard deviation in g of what is added to ROLC for all that the model does not know, at least 0;
     *     1 for clean tests, 3 for about the predictability of the LossVal paper's
     */
    public Laboratory(Seed seed, double labelNoise) {
        Bound.atLeast(0, "label noise [g]", labelNoise);
        this.seed = seed;
        this.labelNoise = labelNoise;
    }

    /** Model year of a car that is tested on a date: from July on, that of the next year. */
    static int modelYear(LocalDate date) {
        return date.plusMonths(6).getYear();
    }

    /**
     * Settings that somebody would order for a car of a model year, nothing missing.
     *
     * @param id of the test
     * @param modelYear drifts are defined from 1980 to 2024, and go on beyond
     */
    public CrashSettings proposal(String id, int modelYear) {
        return Population.settings(modelYear, vehicle(id).derive("settings"));
    }

    /** Price of a test in thousands of dollars, 150 to 500: by body type, and some 15 % up or down. */
    public double price(String id, BodyType body) {
        double factor = new Draw(vehicle(id).derive("price").generator()).uniform(0.85, 1.15);
        return Math.rint(Math.max(CHEAPEST, Math.min(DEAREST, Fleet.of(body).price() * factor)));
    }

    /**
     * Runs a test.
     *
     * @param id of the test, not blank
     * @param date on which it is run; from July to June, tests are of the model year of that June
     * @param settings as ordered
     * @return what was measured; empty if a sensor failed so that there is no result, as in one test of two hundred
     */
    public Optional<CrashReport> run(String id, LocalDate date, CrashSettings settings) {
        return outcome(id, date, settings).report();
    }

    /** The same with the truth. */
    CrashOutcome outcome(String id, LocalDate date, CrashSettings ordered) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("id of a test must not be blank");
        }
        int modelYear = modelYear(date);
        Seed vehicle = vehicle(id);
        CrashSettings settings = Population.completed(ordered, modelYear, vehicle.derive("settings"));
        CrashParameters parameters = Population.vehicle(settings, modelYear, vehicle);
        Crash crash = Crash.of(parameters);
        Draw draw = new Draw(vehicle.derive("laboratory").generator());
        Fault fault = Fault.drawn(draw);
        int house = draw.integer(LABORATORIES);
        double noise = labelNoise * draw.normal(0, 1);
        double effect = new Draw(seed.derive("laboratory").derive(house).generator()).normal(0, LABORATORY_EFFECT);

        double speed = parameters.car().speed();
        Sensors perfect = Sensors.perfect(crash);
        Sensors sensors = Sensors.of(crash, fault, vehicle.derive("sensors"));
        Motion car = Motion.of(Preparation.CAR.apply(sensors.car()), speed);
        double trueLoad = load(Motion.of(Preparation.CAR.apply(perfect.car()), speed), perfect);
        double load = load(car, sensors);
        Optional<CrashReport> report = Double.isNaN(load)
                ? Optional.empty()
                : Optional.of(report(id, date, ordered, parameters, car, load + effect + noise));
        return new CrashOutcome(
                id, settings, parameters, fault, house, trueLoad, load - trueLoad, effect, noise, report);
    }

    private CrashReport report(
            String id, LocalDate date, CrashSettings ordered, CrashParameters parameters, Motion car, double rolc) {
        Grid grid = Grid.TWO_MILLISECONDS;
        return new CrashReport(
                id,
                date,
                ordered,
                price(id, ordered.body()),
                ordered.limiters() > 1 ? Math.rint(1000 * parameters.belt().switchTime()) : Double.NaN,
                CarCriteria.of(car),
                Signal.of(grid.interval(), 0, grid.sample(car.acceleration())),
                rolc);
    }

    /** ROLC in g; NaN where there is none. */
    private static double load(Motion car, Sensors sensors) {
        Motion chest = Motion.of(Preparation.CHEST.apply(sensors.chest()), car.initialSpeed());
        return RealOccupantLoad.ROLC_P.of(car, chest).value();
    }

    private Seed vehicle(String id) {
        return seed.derive("vehicle").derive(id);
    }
}
