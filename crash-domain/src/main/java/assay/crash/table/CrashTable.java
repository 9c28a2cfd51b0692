package assay.crash.table;

import assay.acquisition.Column;
import assay.acquisition.Kind;
import assay.acquisition.Role;
import assay.acquisition.Schema;
import assay.acquisition.Table;
import assay.crash.criteria.OlcPlusPlus;
import assay.crash.signal.Grid;
import assay.crash.signal.Motion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Crash tests as a table of experiments: the features of appendix C.4 of the LossVal paper, those of them CONFIGURABLE
 * that its secondary model sees, and ROLC_p as target. A test has one body type where the paper has 15 columns of 0 and 1:
 * an encoding makes them. Decelerations are positive. Beside the paper's features there are the car's name, how
 * certain its pulse is, and notes, which models do not see. Public records have no prices, so there is no cost.
 *
 * @param pulse times of the columns of the car's deceleration; empty leaves them out
 * @param olcPlusPlus its weights make a column OLC++; empty leaves it out
 */
public record CrashTable(Optional<Grid> pulse, Optional<OlcPlusPlus> olcPlusPlus) {

    /** With 65 columns of the pulse, and without OLC++, whose weights are not public. */
    public static final CrashTable PAPER = new CrashTable(Optional.of(Grid.TWO_MILLISECONDS), Optional.empty());

    /** The same with these columns of the pulse, or none. */
    public CrashTable withPulse(Optional<Grid> other) {
        return new CrashTable(other, olcPlusPlus);
    }

    /** The same with a column OLC++, or none. */
    public CrashTable withOlcPlusPlus(Optional<OlcPlusPlus> weights) {
        return new CrashTable(pulse, weights);
    }

    private static final double MILLI = 1000;

    /** One row per experiment, in the order given. */
    public Table of(List<CrashExperiment> experiments) {
        Columns columns = new Columns(experiments);
        columns.text("id", Kind.TEXT, Role.ID, CrashExperiment::id);
        columns.date("date");
        columns.text("vehicle", Kind.TEXT, Role.IGNORED, CrashExperiment::vehicle);
        configurable(columns);
        measured(columns);
        columns.number("sensor_spread", "g", Role.IGNORED, CrashExperiment::sensorSpread);
        columns.text("notes", Kind.TEXT, Role.IGNORED, test -> String.join("; ", test.notes()));
        columns.number("ROLC_p", "g", Role.TARGET, CrashExperiment::rolc);
        return columns.table();
    }

    private static void configurable(Columns columns) {
        Role role = Role.CONFIGURABLE;
        columns.text(
                "body",
                Kind.CATEGORICAL,
                role,
                test -> test.body().map(BodyType::words).orElse(""));
        columns.number("mass", "kg", role, CrashExperiment::mass);
        columns.number("time_to_fire", "ms", role, test -> test.restraints().timeToFire());
        columns.number("chest_to_wheel", "mm", role, test -> test.restraints().chestToWheel());
        columns.number("force_limiters", "", role, test -> test.restraints().forceLimiters());
        columns.number("force_level_1", "N", role, test -> test.restraints().forceLevel1());
        columns.number("force_level_2", "N", role, test -> test.restraints().forceLevel2());
        columns.number("pretensioner", "", role, test -> test.restraints().pretensioner());
    }

    private void measured(Columns columns) {
        Role role = Role.MEASURED;
        columns.number("initial_speed", "m/s", role, test -> test.criteria().initialSpeed());
        columns.number(
                "limiter_switching_time", "ms", role, test -> test.restraints().switchingTime());
        columns.number(
                "average_deceleration", "g", role, test -> test.criteria().average());
        columns.number("max_deceleration", "g", role, test -> test.criteria().maximum());
        columns.number(
                "max_deceleration_3ms", "g", role, test -> test.criteria().clip3ms());
        columns.number(
                "dynamic_deformation",
                "mm",
                role,
                test -> MILLI * test.criteria().dynamicCrush());
        columns.number("kinetic_energy", "J", role, test -> test.criteria().kineticEnergy(test.mass()));
        columns.number("SM25", "g", role, test -> test.criteria().slidingMean());
        columns.number("TTZV", "ms", role, test -> MILLI * test.criteria().timeToZeroVelocity());
        columns.number("OLC", "g", role, test -> test.criteria().olc().deceleration());
        olcPlusPlus.ifPresent(weights -> columns.number("OLC++", "", role, test -> weights.of(test.criteria())));
        columns.number("MCD", "g", role, test -> test.criteria().meanDecelerationByTime());
        columns.number("delta_v", "m/s", role, test -> test.criteria().deltaV());
        columns.number("rebound_velocity", "m/s", role, test -> test.criteria().rebound());
        pulse.ifPresent(columns::pulse);
    }

    /** Gathers the table column by column. Mutable, so it stays in the method that made it. */
    private static final class Columns {
        private final List<CrashExperiment> rows;
        private final List<Column> columns = new ArrayList<>();
        private final List<double[]> numbers = new ArrayList<>();
        private final List<String[]> texts = new ArrayList<>();

        Columns(List<CrashExperiment> rows) {
            this.rows = rows;
        }

        void text(String name, Kind kind, Role role, Function<CrashExperiment, String> cell) {
            String[] cells = rows.stream().map(cell).toArray(String[]::new);
            add(new Column(name, kind, role, ""), new double[0], cells);
        }

        void number(String name, String unit, Role role, ToDoubleFunction<CrashExperiment> cell) {
            add(
                    new Column(name, Kind.NUMERIC, role, unit),
                    rows.stream().mapToDouble(cell).toArray(),
                    new String[0]);
        }

        void date(String name) {
            double[] days = rows.stream()
                    .mapToDouble(test ->
                            test.date().map(day -> (double) day.toEpochDay()).orElse(Double.NaN))
                    .toArray();
            add(new Column(name, Kind.DATE, Role.TIME, ""), days, new String[0]);
        }

        /** {@code pulse_000}, {@code pulse_002} .. by ms after first contact; of a finer grid by 0.1 ms or less. */
        void pulse(Grid grid) {
            List<double[]> pulses = rows.stream()
                    .map(CrashExperiment::motion)
                    .map(Motion::acceleration)
                    .map(grid::sample)
                    .toList();
            boolean whole = Math.abs(grid.interval() * MILLI - Math.rint(grid.interval() * MILLI)) < 1e-9;
            for (int k = 0; k < grid.size(); k++) {
                int time = k;
                String name = whole
                        ? "pulse_%03d".formatted(Math.round(k * grid.interval() * MILLI))
                        : "pulse_%s".formatted(Words.number(k * grid.interval() * MILLI));
                double[] decelerations =
                        pulses.stream().mapToDouble(pulse -> 0.0 - pulse[time]).toArray();
                add(new Column(name, Kind.NUMERIC, Role.MEASURED, "g"), decelerations, new String[0]);
            }
        }

        private void add(Column column, double[] values, String[] cells) {
            columns.add(column);
            numbers.add(values);
            texts.add(cells);
        }

        Table table() {
            return Table.of(new Schema(columns), rows.size(), numbers, texts);
        }
    }
}
