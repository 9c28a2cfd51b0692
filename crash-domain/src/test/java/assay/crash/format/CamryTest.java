package assay.crash.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import assay.crash.Channel;
import assay.crash.Code;
import assay.crash.CrashTest;
import assay.crash.Occupant;
import assay.crash.Restraint;
import assay.crash.Signal;
import assay.crash.Vehicle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** NHTSA test 10146 as downloaded, read by eye in its EV5 file. Skipped where the archive is not at hand. */
class CamryTest {

    private static final Path ARCHIVE = Path.of("../../shared/data/crash/v10146.zip");

    private static CrashRecords records;
    private static CrashTest test;

    @BeforeAll
    static void read() {
        assumeTrue(Files.exists(ARCHIVE), "the archive of test 10146 is not here");
        records = CrashFiles.read(ARCHIVE);
        test = records.tests().get(0);
    }

    @Test
    void hasNoProblems() {
        assertEquals(1, records.tests().size());
        assertEquals(List.of(), records.problems());
        assertEquals(List.of(), test.problems());
    }

    @Test
    void isAFullFrontalTestAtFiftySevenKilometresPerHour() {
        assertEquals("10146", test.id());
        assertEquals("NCAP - 2018 TOYOTA CAMRY LE 4-DOOR SEDAN", test.title());
        assertEquals(new Code("NCA", "NEW CAR ASSESSMENT TEST"), test.type());
        assertEquals(new Code("VTB", "VEHICLE INTO BARRIER"), test.configuration());
        assertEquals(Optional.of(LocalDate.of(2017, 10, 3)), test.date());
        assertEquals(57.09, test.closingSpeed());
        assertEquals(0, test.impactAngle());
        assertEquals(0, test.offset());
        assertEquals(new Code("MGA", "MGA RESEARCH"), test.performer());
        assertEquals(
                new Code("LCB", "LOAD CELL BARRIER"),
                test.barrier().orElseThrow().shape());
        assertEquals(Double.NaN, test.barrier().orElseThrow().diameter());
        assertEquals("DTNH22-12-D-00258", test.others().get("CONNO"));
    }

    @Test
    void hasOneCar() {
        Vehicle car = test.vehicle(1).orElseThrow();
        assertEquals("TOYOTA", car.make().text());
        assertEquals("CAMRY", car.model().text());
        assertEquals(2018, car.year());
        assertEquals(new Code("4S", "FOUR DOOR SEDAN"), car.body());
        assertEquals(1719, car.testMass());
        assertEquals(1514, car.curbMass());
        assertEquals(4896, car.length());
        assertEquals(57.09, car.speed());
        assertEquals(518, car.staticCrush());
        assertEquals("370", car.others().get("DPD6"));
        assertEquals("12FDEW2", car.others().get("VDI"));
        assertEquals("510", car.others().get("AX21"));
    }

    @Test
    void hasADriverWhoseBeltForcesAreMissing() {
        Occupant driver = test.occupant(1, "01").orElseThrow();
        assertEquals(new Code("H3", "HYBRID III DUMMY"), driver.type());
        assertEquals("50", driver.size().code());
        assertEquals(302, driver.chestToSteeringWheel());
        assertEquals(140, driver.hic());
        assertEquals(77.7, driver.hicFrom());
        assertEquals(92.7, driver.hicTo());
        assertEquals(41, driver.chest3ms());
        assertEquals(-1923, driver.leftFemur());
        assertEquals(Double.NaN, driver.lapBelt());
        assertEquals(Double.NaN, driver.shoulderBelt());
        assertEquals(Double.NaN, driver.chestSeverityIndex());
        assertEquals(Double.NaN, test.occupant(1, "02").orElseThrow().chestToSteeringWheel());
    }

    @Test
    void tellsOfThePretensionerInAComment() {
        Restraint belt = test.restraints().get(0);
        assertEquals(new Code("3PT", "3 POINT BELT"), belt.type());
        assertEquals("NA", belt.deployment().code());
        assertEquals("SHOULDER BELT PRETENSIONER AND FORCE LIMITER", belt.comment());
        assertEquals(6, test.restraints().size());
    }

    @Test
    void declaresMoreChannelsThanItHasFiles() {
        List<Channel> silent = test.channels().stream()
                .filter(channel -> channel.signal().isEmpty())
                .toList();
        assertEquals(634, test.channels().size());
        assertEquals(
                List.of(45, 46, 91, 92), silent.stream().map(Channel::number).toList());
        assertTrue(silent.stream()
                .allMatch(channel ->
                        channel.dataStatus().is("NO") && channel.comment().endsWith("Not installed")));
    }

    @Test
    void hasTheFloorPan() {
        Channel floor = test.channel(93).orElseThrow();
        Signal signal = floor.signal().orElseThrow();
        assertEquals(new Code("FLLR", "FLOORPAN - LEFT REAR"), floor.attachment());
        assertEquals(new Code("AC", "ACCELEROMETER"), floor.sensor());
        assertEquals("XG", floor.axis().code());
        assertEquals("G'S", floor.unit().code());
        assertEquals(2800, floor.prefilter());
        assertEquals(1e-4, signal.interval());
        assertEquals(-500, signal.firstIndex());
        assertEquals(3500, signal.size());
    }

    /** v10146.001 begins with -0.050000 0.141039 and -0.04990 0.091667. */
    @Test
    void hasTheSamplesAsWritten() {
        Signal head = test.channel(1).orElseThrow().signal().orElseThrow();
        assertEquals(0.141039, head.sample(0));
        assertEquals(0.091667, head.sample(1));
        assertEquals(-0.05, head.time(0));
    }
}
