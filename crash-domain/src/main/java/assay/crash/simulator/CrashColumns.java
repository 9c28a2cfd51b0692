package assay.crash.simulator;

import assay.acquisition.Column;
import assay.acquisition.Kind;
import assay.acquisition.Role;
import assay.acquisition.Table;
import assay.crash.criteria.CarCriteria;
import assay.crash.signal.Grid;
import assay.crash.table.BodyType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The columns of simulated tests. Names, units and roles are those of {@code assay.crash.table.CrashTable}, where real tests
 * have the same column.
 */
final class CrashColumns {

    /**
     * A test that could be run.
     *
     * @param price in thousands of dollars
     */
    record Candidate(String id, CrashSettings settings, double price) {}

    private static final Column ID = new Column("id", Kind.TEXT, Role.ID, "");
    private static final Column DATE = new Column("date", Kind.DATE, Role.TIME, "");
    private static final Column BODY = new Column("body", Kind.CATEGORICAL, Role.CONFIGURABLE, "");
    private static final Column MASS = configurable("mass", "kg");
    private static final Column FIRING_TIME = configurable("time_to_fire", "ms");
    private static final Column CHEST_DISTANCE = configurable("chest_to_wheel", "mm");
    private static final Column LIMITERS = configurable("force_limiters", "");
    private static final Column LEVEL_1 = configurable("force_level_1", "N");
    private static final Column LEVEL_2 = configurable("force_level_2", "N");
    private static final Column PRETENSIONER = configurable("pretensioner", "");
    private static final Column COST = new Column("cost", Kind.NUMERIC, Role.COST, "k$");
    private static final Column TARGET = new Column("ROLC_p", Kind.NUMERIC, Role.TARGET, "g");

    private CrashColumns() {}

    private static Column configurable(String name, String unit) {
        return new Column(name, Kind.NUMERIC, Role.CONFIGURABLE, unit);
    }

    private static Column measured(String name, String unit) {
        return new Column(name, Kind.NUMERIC, Role.MEASURED, unit);
    }

    static Table tests(List<LoggedTest> log) {
        TableColumns<LoggedTest> table = new TableColumns<>(log)
                .text(ID, test -> test.report().id())
                .exact(DATE, test -> test.report().date().toEpochDay())
                .text(BODY, test -> test.body().words())
                .exact(MASS, test -> test.report().settings().mass())
                .exact(FIRING_TIME, LoggedTest::firingTime)
                .exact(CHEST_DISTANCE, LoggedTest::chestDistance)
                .exact(LIMITERS, test -> test.report().settings().limiters())
                .exact(LEVEL_1, LoggedTest::level1)
                .exact(LEVEL_2, test -> test.report().settings().level2())
                .exact(PRETENSIONER, test -> test.report().settings().pretensioners());
        measured(table);
        return table.exact(COST, test -> test.report().price())
                .number(TARGET, 3, LoggedTest::label)
                .table();
    }

    private static void measured(TableColumns<LoggedTest> table) {
        Function<LoggedTest, CarCriteria> car = test -> test.report().car();
        table.number(
                        measured("initial_speed", "m/s"),
                        3,
                        test -> car.apply(test).initialSpeed())
                .exact(
                        measured("limiter_switching_time", "ms"),
                        test -> test.report().switchTime())
                .number(
                        measured("average_deceleration", "g"),
                        3,
                        test -> car.apply(test).average())
                .number(
                        measured("max_deceleration", "g"),
                        2,
                        test -> car.apply(test).maximum())
                .number(
                        measured("max_deceleration_3ms", "g"),
                        2,
                        test -> car.apply(test).clip3ms())
                .number(
                        measured("dynamic_deformation", "mm"),
                        1,
                        test -> 1000 * car.apply(test).dynamicCrush())
                .number(
                        measured("kinetic_energy", "J"),
                        0,
                        test -> car.apply(test)
                                .kineticEnergy(test.report().settings().mass()))
                .number(measured("SM25", "g"), 3, test -> car.apply(test).slidingMean())
                .number(
                        measured("TTZV", "ms"),
                        2,
                        test -> 1000 * car.apply(test).timeToZeroVelocity())
                .number(measured("OLC", "g"), 3, test -> car.apply(test).olc().deceleration())
                .number(measured("MCD", "g"), 3, test -> car.apply(test).meanDecelerationByTime())
                .number(measured("delta_v", "m/s"), 3, test -> car.apply(test).deltaV())
                .number(
                        measured("rebound_velocity", "m/s"),
                        3,
                        test -> car.apply(test).rebound());
        Grid grid = Grid.TWO_MILLISECONDS;
        for (int k = 0; k < grid.size(); k++) {
            int sample = k;
            String name = "pulse_%03d".formatted(Math.round(1000 * k * grid.interval()));
            table.number(measured(name, "g"), 2, test -> -test.report().pulse().sample(sample));
        }
    }

    static Table candidates(List<Candidate> candidates) {
        return new TableColumns<>(candidates)
                .text(ID, Candidate::id)
                .text(BODY, candidate -> candidate.settings().body().words())
                .exact(MASS, candidate -> candidate.settings().mass())
                .exact(FIRING_TIME, candidate -> candidate.settings().firingTime())
                .exact(CHEST_DISTANCE, candidate -> candidate.settings().chestDistance())
                .exact(LIMITERS, candidate -> candidate.settings().limiters())
                .exact(LEVEL_1, candidate -> candidate.settings().level1())
                .exact(LEVEL_2, candidate -> candidate.settings().level2())
                .exact(PRETENSIONER, candidate -> candidate.settings().pretensioners())
                .exact(COST, Candidate::price)
                .table();
    }

    static CrashSettings settings(Table table, int row) {
        String body = table.text(row, index(table, BODY));
        return new CrashSettings(
                Arrays.stream(BodyType.values())
                        .filter(type -> type.words().equals(body))
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalArgumentException("there is no body type \"%s\"".formatted(body))),
                number(table, row, MASS),
                number(table, row, FIRING_TIME),
                number(table, row, CHEST_DISTANCE),
                (int) number(table, row, LIMITERS),
                number(table, row, LEVEL_1),
                number(table, row, LEVEL_2),
                (int) number(table, row, PRETENSIONER));
    }

    private static double number(Table table, int row, Column column) {
        return table.number(row, index(table, column));
    }

    private static int index(Table table, Column column) {
        return table.schema()
                .indexOf(column.name())
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no column %s of crash tests".formatted(column.name())));
    }

    /** Of each test what was true, what was done to it, and what nobody writes down. */
    static Table truth(List<LoggedTest> log) {
        TableColumns<LoggedTest> table =
                new TableColumns<>(log).text(ID, test -> test.report().id());
        table.fact("rolc_true", "g", 3, test -> test.outcome().trueLoad())
                .fact("sensor_error", "g", 3, test -> test.outcome().sensorError())
                .fact("laboratory", test -> Integer.toString(test.outcome().laboratory()))
                .fact("laboratory_effect", "g", 3, test -> test.outcome().laboratoryEffect())
                .fact("label_noise", "g", 3, test -> test.outcome().labelNoise())
                .fact("fault", test -> word(test.outcome().fault()))
                .fact("defect", test -> word(test.defect()))
                .fact("label_of", test -> test.labelOf().id())
                .fact(
                        "model_year",
                        "",
                        0,
                        test -> Laboratory.modelYear(test.report().date()));
        settings(table);
        latent(table);
        return table.table();
    }

    private static void settings(TableColumns<LoggedTest> table) {
        table.fact("true_body", test -> test.outcome().settings().body().words());
        fact(table, FIRING_TIME, CrashSettings::firingTime);
        fact(table, CHEST_DISTANCE, CrashSettings::chestDistance);
        fact(table, LEVEL_1, CrashSettings::level1);
    }

    private static void fact(TableColumns<LoggedTest> table, Column column, ToDoubleFunction<CrashSettings> value) {
        table.exact(
                new Column("true_" + column.name(), Kind.NUMERIC, Role.IGNORED, column.unit()),
                test -> value.applyAsDouble(test.outcome().settings()));
    }

    private static void latent(TableColumns<LoggedTest> table) {
        Function<LoggedTest, CrashParameters> vehicle = test -> test.outcome().parameters();
        latent(table, vehicle.andThen(CrashParameters::car));
        table.fact(
                        "belt_slack",
                        "mm",
                        3,
                        test -> 1000 * vehicle.apply(test).belt().slack())
                .fact(
                        "pretension",
                        "mm",
                        3,
                        test -> 1000 * vehicle.apply(test).belt().pretension())
                .fact(
                        "belt_stiffness",
                        "kN/m",
                        3,
                        test -> vehicle.apply(test).belt().stiffness() / 1000)
                .fact("belt_geometry", "", 4, test -> vehicle.apply(test).belt().geometry())
                .fact(
                        "switch_time",
                        "ms",
                        0,
                        test -> 1000 * vehicle.apply(test).belt().switchTime())
                .fact(
                        "lap_stiffness",
                        "kN/m",
                        3,
                        test -> vehicle.apply(test).belt().lapStiffness() / 1000)
                .fact(
                        "lap_slack",
                        "mm",
                        3,
                        test -> 1000 * vehicle.apply(test).belt().lapSlack())
                .fact(
                        "airbag_stiffness",
                        "kN/m",
                        3,
                        test -> vehicle.apply(test).cushion().bagStiffness() / 1000)
                .fact(
                        "airbag_damping",
                        "N s/m",
                        2,
                        test -> vehicle.apply(test).cushion().bagDamping())
                .fact(
                        "airbag_depth",
                        "mm",
                        2,
                        test -> 1000 * vehicle.apply(test).cushion().bagDepth())
                .fact(
                        "wheel_stiffness",
                        "kN/m",
                        3,
                        test -> vehicle.apply(test).cushion().wheelStiffness() / 1000)
                .fact(
                        "column_force",
                        "kN",
                        4,
                        test -> vehicle.apply(test).cushion().columnForce() / 1000)
                .fact(
                        "spine_stiffness",
                        "kN/m",
                        4,
                        test -> vehicle.apply(test).dummy().spineStiffness() / 1000)
                .fact(
                        "spine_damping",
                        "N s/m",
                        2,
                        test -> vehicle.apply(test).dummy().spineDamping())
                .fact(
                        "knee_stiffness",
                        "kN/m",
                        3,
                        test -> vehicle.apply(test).dummy().kneeStiffness() / 1000)
                .fact(
                        "knee_gap",
                        "mm",
                        2,
                        test -> 1000 * vehicle.apply(test).dummy().kneeGap())
                .fact("knee_force", "kN", 4, test -> vehicle.apply(test).dummy().kneeForce() / 1000);
    }

    private static void latent(TableColumns<LoggedTest> table, Function<LoggedTest, Car> car) {
        table.fact("first_plateau", "g", 3, test -> car.apply(test).firstPlateau())
                .fact("second_plateau", "g", 3, test -> car.apply(test).secondPlateau())
                .fact("step", "mm", 2, test -> 1000 * car.apply(test).step())
                .fact("step_width", "mm", 2, test -> 1000 * car.apply(test).stepWidth())
                .fact("rise", "mm", 2, test -> 1000 * car.apply(test).rise())
                .fact("rate_effect", "", 4, test -> car.apply(test).rateEffect())
                .fact("unloading", "1/s2", 0, test -> car.apply(test).unloading());
        for (int i = 1; i <= 4; i++) {
            int number = i - 1;
            table.fact(
                            "ringing_%d_frequency".formatted(i),
                            "Hz",
                            2,
                            test -> car.apply(test).ringing().get(number).frequency())
                    .fact(
                            "ringing_%d_amplitude".formatted(i),
                            "g",
                            3,
                            test -> car.apply(test).ringing().get(number).amplitude());
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
