package assay.crash.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import assay.acquisition.Table;
import assay.crash.Channel;
import assay.crash.CrashTest;
import assay.crash.Signal;
import assay.crash.criteria.CarCriteria;
import assay.crash.criteria.ChestLoad;
import assay.crash.criteria.RealOccupantLoad;
import assay.crash.format.CrashFiles;
import assay.crash.signal.Combination;
import assay.crash.signal.Grid;
import assay.crash.signal.Interpolation;
import assay.crash.signal.Motion;
import assay.crash.signal.Preparation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * NHTSA test 10146, a 2018 Toyota Camry, from its files to its criteria. Reference values are from a chain of another hand
 * (Python), except where a value is NHTSA's own. Skipped where the archive is not at hand.
 */
class CamryAssessmentTest {

    private static final Path ARCHIVE = Path.of("../../shared/data/crash/v10146.zip");

    private static CrashTest test;
    private static Assessment assessment;

    @BeforeAll
    static void read() {
        assumeTrue(Files.exists(ARCHIVE), "the archive of test 10146 is not here");
        test = CrashFiles.read(ARCHIVE).tests().get(0);
        assessment = Assessment.of(test, Assessment.Settings.DEFAULT);
    }

    private static Motion car(int... curves) {
        return Motion.of(
                Combination.mean(IntStream.of(curves)
                        .mapToObj(curve -> Preparation.CAR.apply(
                                test.channel(curve).orElseThrow().signal().orElseThrow()))
                        .toList()),
                57.09 / 3.6);
    }

    /** Each of the four sensors under the rear seat by itself, the redundant ones too. */
    @ParameterizedTest
    @CsvSource({
        " 93, 45.4, 74.2, 750, 2.52, 43.1, 29.27, 34.73",
        " 94, 39.6, 73.7, 741, 2.73, 38.2, 29.58, 34.10",
        " 99, 47.4, 72.5, 733, 2.88, 44.7, 30.15, 35.32",
        "100, 40.6, 73.7, 739, 2.67, 38.8, 29.51, 33.96",
    })
    void singleSensors(
            int curve,
            double peak,
            double stop,
            double crush,
            double rebound,
            double clip,
            double olc,
            double slidingMean) {
        CarCriteria criteria = CarCriteria.of(car(curve));

        assertEquals(peak, criteria.maximum(), 0.1);
        assertEquals(stop, 1000 * criteria.timeToZeroVelocity(), 0.1);
        assertEquals(crush, 1000 * criteria.dynamicCrush(), 2);
        assertEquals(rebound, criteria.rebound(), 0.02);
        assertEquals(clip, criteria.clip3ms(), 0.1);
        assertEquals(olc, criteria.olc().deceleration(), 0.1);
        assertEquals(slidingMean, criteria.slidingMean(), 0.1);
    }

    @Test
    void meanOfAllFourSensors() {
        Motion mean = car(93, 94, 99, 100);
        CarCriteria criteria = CarCriteria.of(mean);
        Motion chest = assessment.chestSensor().motion().orElseThrow();
        RealOccupantLoad.Result rolc = RealOccupantLoad.ROLC_P.of(mean, chest);

        assertEquals(29.61, criteria.olc().deceleration(), 0.1);
        assertEquals(0.03588, criteria.olc().startTime(), 0.0001);
        assertEquals(0.0993, criteria.olc().endTime(), 0.0001);
        assertEquals(34.51, criteria.slidingMean(), 0.1);
        assertEquals(0.0735, criteria.timeToZeroVelocity(), 0.0001);
        assertEquals(0.7407, criteria.dynamicCrush(), 0.002);
        assertEquals(2.70, criteria.rebound(), 0.02);
        assertEquals(25.85, rolc.value(), 0.1);
        assertEquals(0.0237, rolc.line().startTime(), 0.0002);
        assertEquals(0.0958, rolc.line().endTime(), 0.0002);
        assertEquals(15.71, rolc.line().startSpeed(), 0.02);
        assertEquals(-2.57, rolc.line().endSpeed(), 0.02);
        assertEquals(
                0.444, ChestLoad.ridedownEfficiency(mean, chest, rolc.line().endTime()), 0.002);
        double apart = Interpolation.at(chest.path(), rolc.line().endTime())
                - Interpolation.at(mean.path(), rolc.line().endTime());
        assertEquals(0.272, apart, 0.002);
    }

    /** The 2 ms grid cuts the peak by 1 g; OLC, made of integrals and of times between samples, hardly notices. */
    @ParameterizedTest
    @CsvSource({"93, 0.96", "94, 0.03", "99, 0.67", "100, 0.02"})
    void theGridIsNoPlaceForPeaks(int curve, double cut) {
        Motion full = car(curve);
        double[] grid = new Grid(0.002, 76).sample(full.acceleration());

        CarCriteria before = CarCriteria.of(full);
        CarCriteria after = CarCriteria.of(Motion.of(Signal.of(0.002, 0, grid), full.initialSpeed()));

        assertEquals(cut, before.maximum() - after.maximum(), 0.01);
        assertEquals(before.olc().deceleration(), after.olc().deceleration(), 0.05);
    }

    /**
     * What is chosen without being told: the primary pair, so that the values lie 0.2 g and 5 mm beside those of all four
     * sensors. The redundant ones are not used.
     */
    @Test
    void choosesThePrimaryPairUnderTheRearSeat() {
        CarCriteria criteria = assessment.car().orElseThrow();

        assertEquals(List.of(), assessment.objections());
        assertEquals(List.of(93, 94), numbers(assessment.carSensors()));
        assertEquals(List.of(13), numbers(assessment.chestSensor()));
        assertEquals(29.44, criteria.olc().deceleration(), 0.01);
        assertEquals(34.41, criteria.slidingMean(), 0.01);
        assertEquals(0.0739, criteria.timeToZeroVelocity(), 0.0001);
        assertEquals(0.7456, criteria.dynamicCrush(), 0.0002);
        assertEquals(25.81, assessment.driver().rolc().value(), 0.01);
        assertEquals(List.of(), assessment.flags());
        assertTrue(assessment.isComplete());
    }

    /** The reference values of the whole chain: all four sensors under the rear seat, as one may ask for. */
    @Test
    void averagesTheRedundantPairTooIfAsked() {
        Assessment all = Assessment.of(
                assessment.test(), Assessment.Settings.DEFAULT.withCarChannels(CarChannels.WITH_REDUNDANT));
        CarCriteria criteria = all.car().orElseThrow();

        assertEquals(Set.of(93, 94, 99, 100), Set.copyOf(numbers(all.carSensors())));
        assertEquals(29.61, criteria.olc().deceleration(), 0.1);
        assertEquals(34.51, criteria.slidingMean(), 0.1);
        assertEquals(0.0735, criteria.timeToZeroVelocity(), 0.0001);
        assertEquals(0.741, criteria.dynamicCrush(), 0.002);
        assertEquals(2.70, criteria.rebound(), 0.02);
        assertEquals(25.85, all.driver().rolc().value(), 0.1);
        assertEquals(List.of(), all.flags());
    }

    private static List<Integer> numbers(ChosenSensors sensors) {
        return sensors.channels().stream().map(Channel::number).toList();
    }

    /** NHTSA: HIC15 140 (77.7 .. 92.7 ms), chest 41.0 g for 3 ms. Our window begins 0.1 ms, one sample, earlier. */
    @Test
    void agreesWithTheLaboratoryOnTheDriver() {
        DriverCriteria driver = assessment.driver();

        assertEquals(DriverCriteria.HicWindow.HIC15, driver.official().hicWindow());
        assertEquals(driver.official().hic(), driver.hic15().value(), 1.4);
        assertEquals(0.0777, driver.hic15().start(), 0.00011);
        assertEquals(0.0927, driver.hic15().end(), 0.00011);
        assertEquals(driver.official().chest3ms(), driver.chest3msCumulative(), 0.1);
        assertEquals(40.9, driver.chest3msContiguous(), 0.1);
        assertEquals(39.4, driver.chestPeak(), 0.1);
    }

    @Test
    void readsTheRestraintsOffTheBeltsComment() {
        RestraintSettings restraints = assessment.restraints();

        assertEquals(1, restraints.pretensioner());
        assertEquals(1, restraints.forceLimiters());
        assertEquals(302, restraints.chestToWheel());
        // The belt's load cell was not installed, and no squib current was recorded.
        assertTrue(Double.isNaN(restraints.forceLevel1()) && Double.isNaN(restraints.timeToFire()));
    }

    @Test
    void isARowOfTheTable() {
        CrashExperiment experiment = CrashExperiment.of(assessment).orElseThrow();
        Table table = CrashTable.PAPER.of(List.of(experiment));

        assertEquals("10146", cell(table, "id"));
        assertEquals("2017-10-03", cell(table, "date"));
        assertEquals("2018 TOYOTA CAMRY", cell(table, "vehicle"));
        assertEquals("four-door sedan", cell(table, "body"));
        assertEquals("1719", cell(table, "mass"));
        assertEquals("", cell(table, "force_level_1"));
        assertEquals(216_153, Double.parseDouble(cell(table, "kinetic_energy")), 1);
        assertEquals(25.81, Double.parseDouble(cell(table, "ROLC_p")), 0.01);
    }

    private static String cell(Table table, String column) {
        return table.text(0, table.schema().indexOf(column).orElseThrow());
    }

    /** Samples that no criterion needs are not read; that changes nothing. */
    @Test
    void needsFewChannels() {
        List<CrashTest> tests = new ArrayList<>();
        CrashFiles.stream(ARCHIVE, Assessment::needs, tests::add);

        long samples = tests.get(0).channels().stream()
                .filter(channel -> channel.signal().isPresent())
                .count();
        assertTrue(samples < 20, "read " + samples);
        assertEquals(
                assessment.car(),
                Assessment.of(tests.get(0), Assessment.Settings.DEFAULT).car());
    }
}
