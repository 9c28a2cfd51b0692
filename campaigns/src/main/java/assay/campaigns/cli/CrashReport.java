package assay.campaigns.cli;

import assay.crash.Vehicle;
import assay.crash.criteria.CarCriteria;
import assay.crash.criteria.HeadInjury;
import assay.crash.criteria.LoadLine;
import assay.crash.criteria.OlcPlusPlus;
import assay.crash.table.Assessment;
import assay.crash.table.DriverCriteria;
import assay.crash.table.Remark;
import assay.crash.table.RestraintSettings;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All criteria of one crash test, for people and as a document. */
final class CrashReport {

    private static final MathContext DIGITS = new MathContext(4);
    private static final double MILLI = 1000;

    private record Line(String key, String name, double value, String unit, String remark) {}

    private final Assessment assessment;
    private final Optional<OlcPlusPlus> olcPlusPlus;
    private final double cfc;

    /** @param cfc channel frequency class of the car's acceleration */
    CrashReport(Assessment assessment, Optional<OlcPlusPlus> olcPlusPlus, double cfc) {
        this.assessment = assessment;
        this.olcPlusPlus = olcPlusPlus;
        this.cfc = cfc;
    }

    /** Year, make and model, or the title of the test where there is no vehicle. */
    static String title(Assessment assessment) {
        return assessment
                .vehicle()
                .map(CrashReport::name)
                .orElse(assessment.test().title());
    }

    private static String name(Vehicle vehicle) {
        return "%s%s %s"
                .formatted(
                        vehicle.year() > 0 ? "%.0f ".formatted(vehicle.year()) : "", vehicle.make(), vehicle.model());
    }

    /** The number if there is one. */
    static Optional<Double> known(double value) {
        return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
    }

    /** To four digits, with its unit; {@code unknown} if missing. */
    static String number(double value, String unit) {
        String digits = Double.isFinite(value)
                ? new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString()
                : "unknown";
        return unit.isEmpty() || !Double.isFinite(value) ? digits : digits + " " + unit;
    }

    static Map<String, Object> remarks(Assessment assessment) {
        Map<String, Object> remarks = new LinkedHashMap<>();
        remarks.put("flags", assessment.flags());
        remarks.put("explanations", explanations(assessment));
        return remarks;
    }

    static List<String> explanations(Assessment assessment) {
        return assessment.remarks().stream()
                .filter(remark -> !remark.isFlag())
                .map(Remark::text)
                .toList();
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("test", assessment.test().id());
        document.put("title", assessment.test().title());
        document.put("vehicle", title(assessment));
        document.put("wanted_kind", assessment.objections().isEmpty());
        document.put("objections", assessment.objections());
        document.put("car", section(car()));
        document.put("driver", section(driver()));
        document.put("restraints", section(restraints()));
        document.putAll(remarks(assessment));
        return document;
    }

    private static Map<String, Object> section(List<Line> lines) {
        Map<String, Object> section = new LinkedHashMap<>();
        lines.forEach(line -> section.put(line.key(), known(line.value()).orElse(null)));
        return section;
    }

    List<String> text() {
        List<String> text = new ArrayList<>();
        text.add("test %s: %s (%s)"
                .formatted(
                        assessment.test().id(),
                        title(assessment),
                        assessment.test().title()));
        text.add(
                assessment.objections().isEmpty()
                        ? "  full-frontal at 56 km/h: yes"
                        : "  full-frontal at 56 km/h: no, " + String.join("; ", assessment.objections()));
        add(text, "car", car());
        add(text, "driver", driver());
        add(text, "driver's restraints", restraints());
        text.add("  how it was read");
        explanations(assessment).forEach(explanation -> text.add("    " + explanation));
        if (!assessment.flags().isEmpty()) {
            text.add("  to be careful about");
            assessment.flags().forEach(flag -> text.add("    " + flag));
        }
        return text;
    }

    /** One line per known value, and one for all that are unknown. Lines without a name are for documents only. */
    private static void add(List<String> text, String title, List<Line> lines) {
        text.add("  " + title);
        List<Line> named = lines.stream().filter(line -> !line.name().isEmpty()).toList();
        named.stream()
                .filter(line -> !Double.isNaN(line.value()))
                .forEach(line -> text.add("    %-32s %-12s %s"
                        .formatted(line.name(), number(line.value(), line.unit()), line.remark())
                        .stripTrailing()));
        List<String> unknown = named.stream()
                .filter(line -> Double.isNaN(line.value()))
                .map(Line::name)
                .toList();
        if (!unknown.isEmpty()) {
            text.add("    %-32s %s".formatted("unknown", String.join(", ", unknown)));
        }
    }

    private List<Line> car() {
        if (assessment.car().isEmpty()) {
            return List.of(new Line("olc_g", "everything", Double.NaN, "", ""));
        }
        CarCriteria car = assessment.car().get();
        double mass = assessment.vehicle().map(Vehicle::testMass).orElse(Double.NaN);
        List<Line> lines = new ArrayList<>(List.of(
                new Line("mass_kg", "mass as tested", mass, "kg", ""),
                new Line("initial_speed_m_s", "initial speed", car.initialSpeed(), "m/s", ""),
                new Line("kinetic_energy_j", "kinetic energy", car.kineticEnergy(mass), "J", ""),
                new Line(
                        "max_deceleration_g",
                        "max deceleration",
                        car.maximum(),
                        "g",
                        "CFC %s, 0 .. 130 ms".formatted(number(cfc, ""))),
                new Line("max_deceleration_3ms_g", "max deceleration for 3 ms", car.clip3ms(), "g", "in one piece"),
                new Line("average_deceleration_g", "average deceleration", car.average(), "g", "0 .. 130 ms"),
                new Line("olc_g", "OLC", car.olc().deceleration(), "g", line(car.olc())),
                new Line("olc_t1_ms", "", MILLI * car.olc().startTime(), "ms", ""),
                new Line("olc_t2_ms", "", MILLI * car.olc().endTime(), "ms", ""),
                new Line("sm25_g", "SM25", car.slidingMean(), "g", "largest mean over 25 ms"),
                new Line("ttzv_ms", "TTZV", MILLI * car.timeToZeroVelocity(), "ms", "time to zero velocity")));
        olcPlusPlus.ifPresent(weights ->
                lines.add(new Line("olc_plus_plus", "OLC++", weights.of(car), "", "with the weights given")));
        lines.addAll(List.of(
                new Line("mcd_g", "MCD by time", car.meanDecelerationByTime(), "g", "v0 / TTZV"),
                new Line(
                        "mcd_by_distance_g",
                        "MCD by distance",
                        car.meanDecelerationByDistance(),
                        "g",
                        "v0^2 / 2 crush"),
                new Line("dynamic_deformation_mm", "dynamic crush", MILLI * car.dynamicCrush(), "mm", ""),
                new Line("delta_v_m_s", "delta-V", car.deltaV(), "m/s", "0 .. 150 ms"),
                new Line("rebound_velocity_m_s", "rebound velocity", car.rebound(), "m/s", ""),
                new Line(
                        "sensor_spread_g",
                        "uncertainty of the pulse",
                        assessment.carSensors().spread(),
                        "g",
                        "from left against right")));
        return lines;
    }

    private List<Line> driver() {
        DriverCriteria driver = assessment.driver();
        DriverCriteria.Official official = driver.official();
        LoadLine rolc = driver.rolc().line();
        return List.of(
                new Line("rolc_p_g", "ROLC_p", rolc.deceleration(), "g", line(rolc)),
                new Line("rolc_p_t1_ms", "", MILLI * rolc.startTime(), "ms", ""),
                new Line("rolc_p_v1_m_s", "", rolc.startSpeed(), "m/s", ""),
                new Line("rolc_p_t2_ms", "", MILLI * rolc.endTime(), "ms", ""),
                new Line("rolc_p_v2_m_s", "", rolc.endSpeed(), "m/s", ""),
                new Line("ridedown_efficiency", "ridedown efficiency", driver.ridedown(), "", "up to t2"),
                new Line("chest_peak_g", "max chest deceleration", driver.chestPeak(), "g", "along x, CFC 180"),
                new Line(
                        "chest_3ms_g",
                        "chest for 3 ms",
                        driver.chest3msCumulative(),
                        "g",
                        "in total; laboratory: " + number(official.chest3ms(), "g")),
                new Line("chest_3ms_contiguous_g", "chest for 3 ms in one piece", driver.chest3msContiguous(), "g", ""),
                new Line(
                        "csi",
                        "chest severity index",
                        driver.severityIndex(),
                        "",
                        "laboratory: " + number(official.severityIndex(), "")),
                new Line("hic15", "HIC15", driver.hic15().value(), "", window(driver.hic15())),
                new Line("hic15_t1_ms", "", MILLI * driver.hic15().start(), "ms", ""),
                new Line("hic15_t2_ms", "", MILLI * driver.hic15().end(), "ms", ""),
                new Line("hic36", "HIC36", driver.hic36().value(), "", window(driver.hic36())),
                new Line("hic36_t1_ms", "", MILLI * driver.hic36().start(), "ms", ""),
                new Line("hic36_t2_ms", "", MILLI * driver.hic36().end(), "ms", ""),
                new Line(
                        "laboratory_hic",
                        "HIC of the laboratory",
                        official.hic(),
                        "",
                        official.hicWindow().words()));
    }

    private static String line(LoadLine line) {
        return line.isMissing()
                ? ""
                : "%s .. %s, %s .. %s"
                        .formatted(
                                number(MILLI * line.startTime(), ""),
                                number(MILLI * line.endTime(), "ms"),
                                number(line.startSpeed(), ""),
                                number(line.endSpeed(), "m/s"));
    }

    private static String window(HeadInjury hic) {
        return Double.isNaN(hic.value())
                ? ""
                : "%s .. %s".formatted(number(MILLI * hic.start(), ""), number(MILLI * hic.end(), "ms"));
    }

    private List<Line> restraints() {
        RestraintSettings restraints = assessment.restraints();
        return List.of(
                new Line("chest_to_wheel_mm", "chest to steering wheel", restraints.chestToWheel(), "mm", ""),
                new Line("time_to_fire_ms", "time to fire", restraints.timeToFire(), "ms", ""),
                new Line("pretensioner", "pretensioner", restraints.pretensioner(), "", ""),
                new Line("force_limiters", "force limiter levels", restraints.forceLimiters(), "", ""),
                new Line("force_level_1_n", "force level 1", restraints.forceLevel1(), "N", ""),
                new Line("force_level_2_n", "force level 2", restraints.forceLevel2(), "N", ""),
                new Line("limiter_switching_time_ms", "switching time", restraints.switchingTime(), "ms", ""));
    }
}
