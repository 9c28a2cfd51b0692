package assay.crash.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import assay.crash.Channel;
import assay.crash.Code;
import assay.crash.CrashTest;
import assay.crash.Occupant;
import assay.crash.Vehicle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The exported descriptions of NHTSA tests 7467 and 7852, read by eye. Skipped where they are not at hand. */
class JsonExportTest {

    private static final Path FOLDER = Path.of("../../shared/data/crash/nhtsa-json");

    private static CrashRecords records;

    @BeforeAll
    static void read() {
        assumeTrue(Files.exists(FOLDER), "the exports of tests 7467 and 7852 are not here");
        records = CrashFiles.read(FOLDER);
    }

    @Test
    void areTwoTestsWithoutSamples() {
        assertEquals(List.of(), records.problems());
        assertEquals(
                List.of("7467", "7852"),
                records.tests().stream().map(CrashTest::id).toList());
        assertEquals(
                List.of(260, 274),
                records.tests().stream().map(test -> test.channels().size()).toList());
        for (CrashTest test : records.tests()) {
            assertEquals(1, test.problems().size());
            assertEquals("no files of samples", test.problems().get(0).found());
            assertTrue(test.channels().stream()
                    .allMatch(channel -> channel.signal().isEmpty()));
        }
    }

    @Test
    void haveDatesAndNumbersInTexts() {
        CrashTest test = records.tests().get(0);
        assertEquals(Optional.of(LocalDate.of(2011, 9, 21)), test.date());
        assertEquals(90.25, test.closingSpeed());
        assertEquals(345, test.impactAngle());
        assertEquals(278, test.offset());
        assertEquals(new Code("ITV", "IMPACTOR INTO VEHICLE"), test.configuration());
        assertEquals(new Code("CAL", "CALSPAN"), test.performer());
        assertEquals(new Code("", "RMDB INTO FRONT 15 DEGREE STATIONARY VEHICLE, OVERLAP=35 PERCENT"), test.type());
    }

    @Test
    void haveABarrierOnWheelsAndACar() {
        Vehicle barrier = records.tests().get(0).vehicle(1).orElseThrow();
        assertEquals(new Code("32", "NHTSA"), barrier.make());
        assertEquals(new Code("NA", "NOT APPLICABLE"), barrier.body());
        assertEquals(Double.NaN, barrier.year());
        assertEquals(Double.NaN, barrier.staticCrush());
        assertEquals(2486, barrier.testMass());
        Vehicle car = records.tests().get(0).vehicle(2).orElseThrow();
        assertEquals(new Code("", "LACROSSE"), car.model());
        assertEquals(new Code("4S", "FOUR DOOR SEDAN"), car.body());
        assertEquals(0, car.speed());
        assertEquals(435, car.staticCrush());
        assertEquals("-30", car.others().get("DPD6"));
    }

    @Test
    void haveOccupantsWithBeltForces() {
        Occupant driver = records.tests().get(1).occupant(2, "01").orElseThrow();
        assertEquals(new Code("", "THOR-NT WITH MOD KIT"), driver.type());
        assertEquals("50", driver.size().code());
        assertEquals(393, driver.chestToSteeringWheel());
        assertEquals(3229, driver.shoulderBelt());
        assertEquals(3992, driver.lapBelt());
        Occupant rear = records.tests().get(1).occupant(2, "04").orElseThrow();
        assertEquals(new Code("H3", "HYBRID III DUMMY"), rear.type());
        assertEquals(Double.NaN, rear.chestToSteeringWheel());
    }

    @Test
    void haveChannelsInNhtsasWords() {
        Channel head = records.tests().get(0).channel(1).orElseThrow();
        assertEquals(new Code("AC", "ACCELEROMETER"), head.sensor());
        assertEquals("HDCG", head.attachment().code());
        assertEquals("01", head.location().code());
        assertEquals("XL", head.axis().code());
        assertEquals("G'S", head.unit().code());
        assertEquals(4000, head.prefilter());
        assertEquals("AM", head.dataStatus().code());
        assertEquals("P", head.channelStatus().code());
        assertEquals("-1000", head.others().get("NFP"));
        assertEquals(
                36,
                records.tests().get(0).channels().stream()
                        .filter(channel -> Double.isNaN(channel.prefilter()))
                        .count());
    }
}
