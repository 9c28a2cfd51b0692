package assay.crash.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import assay.crash.Channel;
import assay.crash.Code;
import assay.crash.CrashTest;
import assay.crash.Occupant;
import assay.crash.Problem;
import assay.crash.Restraint;
import assay.crash.Vehicle;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replies of NHTSA's services as the specification describes them, made up. */
class ApiReplyTest {

    private static final String API =
            "https://nrd.api.nhtsa.dot.gov/nhtsa/vehicle/api/v1/vehicle-database-test-results/";

    @TempDir
    Path folder;

    private static byte[] reply(String service, String results) {
        return SmallTest.bytes("""
                {"meta": {"pagination": {"pageNumber": 0, "count": 20, "total": 1, "currentUrl": "%s%s"},
                 "status": 200, "message": "Success", "error": ""},
                 "results": %s}
                """.formatted(API, service, results));
    }

    private static Map<String, byte[]> sections() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("detail.json", reply("get-test-detail/7201", """
                [{"testNo": 7201, "testReferenceNo": "R1", "testType": "NEW CAR ASSESSMENT TEST",
                "testDate": "2011-01-03 00:00:00", "contractorStudyTitle": "NCAP", "testPerformer": "CALSPAN",
                "impactAngle": 0, "testConfiguration": "VEHICLE INTO BARRIER", "testConfigurationKey": "VTB",
                "offsetDistance": "0", "closingSpeed": "56.3"}]"""));
        files.put("vehicle.json", reply("get-vehicle-info/7201", """
                [{"vehicleNo": 1, "vehicleMake": "HONDA", "vehicleModel": "CR-Z", "modelYear": 2011,
                "engineType": "4 CYLINDER TRANSVERSE FRONT", "vehicleTestWeight": "1480", "vehicleLength": "4080",
                "vehicleSpeed": "56.3", "vehicleWidth": "0", "vaxCrushDistance": "421"}]"""));
        files.put("vehicle-detail.json", reply("get-vehicle-detail-info/1/7201", """
                [{"vehicleNo": 1, "bodyType": "THREE DOOR HATCHBACK", "wheelbase": "2435"}]"""));
        files.put("barrier.json", reply("get-barrier-info/7201", """
                [{"testNo": 7201, "rigidOrDeformableBarrier": "RIGID", "barrierShape": "LOAD CELL BARRIER",
                "angleofFixedBarrier": "0", "diameterofPoleBarrier": "0", "barrierCommentary": ""}]"""));
        files.put("occupants.json", reply("get-occupant-info/7201", """
                [{"vehicleNo": "1", "occupantLocation": "LEFT FRONT SEAT", "occupantType": "HYBRID III DUMMY",
                "dummySizePercentile": "50 PERCENTILE", "occupantSex": "M", "headInjuryCriterion": "221",
                "lowerBoundaryofHICTimeInterval": "60.1", "upperBoundaryofHICTimeInterval": "75.1",
                "millisecCliptDoraxRegionPeakAcceleration": "39.5", "leftFemurPeakLoadMeasure": "-1000",
                "chestSeverityIndex": "9999", "lapBeltPeakLoadMeasurement": "99999999",
                "shoulderBeltPeakLoadMeasurement": "4300", "restraintInformation": "x"}]"""));
        files.put("restraints.json", reply("get-restraint-info/1/7201/LEFT%20FRONT%20SEAT", """
                [{"restraintType": "3 POINT BELT", "restraintMount": "BELT - CONVENTIONAL MOUNT",
                "inflationer/BeltPretensionerDeployment": "NOT APPLICABLE", "restraintCommentary": "PRETENSIONER"},
                {"restraintType": "FRONTAL AIRBAG", "restraintMount": "STEERING WHEEL",
                "inflationer/BeltPretensionerDeployment": "DEPLOYED PROPERLY", "restraintCommentary": null}]"""));
        files.put("intrusion.json", reply("get-intrusion-info/1/7201", "[]"));
        files.put("channels-0.json", reply("get-instrumentation-info/7201?pageNumber=0&count=20", channels(1)));
        files.put("channels-1.json", reply("get-instrumentation-info/7201?pageNumber=1&count=20", channels(2)));
        files.put("v07201tsv.001", SmallTest.bytes(SmallTest.samples(1)));
        files.put("v07201tsv.002", SmallTest.bytes(SmallTest.samples(2)));
        return files;
    }

    private static String channels(int number) {
        return """
                [{"curveNo": "%d", "vehicleNo": "1", "sensorType": "ACCELEROMETER", "sensorLocation": "NOT APPLICABLE",
                "sensorAttachment": "FLOORPAN - LEFT REAR", "axisDirofSensor": "X - GLOBAL",
                "dataMeasurementUnits": "G'S", "dataStatus": "AS MEASURED", "channelStatus": "PRIMARY",
                "numberofFirstPoint": "-2", "numberofLastPoint": "2", "timeIncrement": "100",
                "instrumentationCommentary": "FLOOR"}]""".formatted(number);
    }

    @Test
    void becomeOneTestWhereSectionsLieInFilesOfTheirOwn() {
        SmallTest.write(folder, sections());

        CrashRecords records = CrashFiles.read(folder);

        assertEquals(List.of(), records.problems());
        assertEquals(1, records.tests().size());
        CrashTest test = records.tests().get(0);
        assertEquals(List.of(), test.problems());
        assertEquals("7201", test.id());
        assertEquals(new Code("NCA", "NEW CAR ASSESSMENT TEST"), test.type());
        assertEquals(new Code("VTB", "VEHICLE INTO BARRIER"), test.configuration());
        assertEquals(Optional.of(LocalDate.of(2011, 1, 3)), test.date());
        assertEquals(56.3, test.closingSpeed());
        Vehicle car = test.vehicle(1).orElseThrow();
        assertEquals(1, test.vehicles().size());
        assertEquals(new Code("3H", "THREE DOOR HATCHBACK"), car.body());
        assertEquals(1480, car.testMass());
        assertEquals(2435, car.wheelbase());
        assertEquals(Double.NaN, car.width());
        assertEquals("R", test.barrier().orElseThrow().rigidity().code());
        Occupant driver = test.occupant(1, "01").orElseThrow();
        assertEquals("H3", driver.type().code());
        assertEquals(39.5, driver.chest3ms());
        assertEquals(Double.NaN, driver.chestSeverityIndex());
        assertEquals(Double.NaN, driver.lapBelt());
        assertEquals(4300, driver.shoulderBelt());
        assertEquals(
                List.of(
                        new Restraint(
                                1,
                                new Code("01", "LEFT FRONT SEAT"),
                                1,
                                new Code("3PT", "3 POINT BELT"),
                                new Code("BC", "BELT - CONVENTIONAL MOUNT"),
                                new Code("NA", "NOT APPLICABLE"),
                                "PRETENSIONER"),
                        new Restraint(
                                1,
                                new Code("01", "LEFT FRONT SEAT"),
                                2,
                                new Code("FRT", "FRONTAL AIRBAG"),
                                new Code("SW", "STEERING WHEEL"),
                                new Code("DP", "DEPLOYED"),
                                "")),
                test.restraints());
        Channel floor = test.channel(2).orElseThrow();
        assertEquals("FLLR", floor.attachment().code());
        assertEquals("XG", floor.axis().code());
        assertEquals(-8, floor.signal().orElseThrow().sample(4));
    }

    @Test
    void mayBeWholeTestsWithNumbers() {
        SmallTest.write(
                folder,
                Map.of(
                        "7201.json",
                        reply("metadata/7201", """
                        [{"TEST": {"TSTNO": 7201, "TITLE": "NCAP", "TSTDAT": "2011-01-03 00:00:00", "CLSSPD": 56.3,
                        "TSTCFND": "VEHICLE INTO BARRIER", "TOTCRV": 1},
                        "VEHICLE": [{"VEHNO": 1, "MAKED": "HONDA", "BODYD": "4 DOOR PICKUP", "VEHSPD": 56.3, "VEHTWT": 0}],
                        "BARRIER": null, "OCCUPANT": [], "RESTRAINT": null,
                        "INSTRUMENTATION": [{"CURNO": 1, "VEHNO": 1, "SENTYPD": "ACCELEROMETER", "SENATTD": "VEHICLE CG",
                        "AXISD": "X - GLOBAL", "YUNITSD": "G'S", "NFP": -2, "NLP": 2, "DELT": 100, "DASTATD": "AS MEASURED",
                        "CHSTATD": "SUBSTITUTE", "PREFIL": 99999}], "URL": {}}]"""),
                        "tsv/V07201TSV.001",
                        SmallTest.bytes(SmallTest.samples(1))));

        CrashTest test = CrashFiles.read(folder).tests().get(0);

        assertEquals(List.of(), test.problems());
        assertEquals(56.3, test.closingSpeed());
        assertEquals(
                new Code("", "4 DOOR PICKUP"), test.vehicle(1).orElseThrow().body());
        assertEquals(Double.NaN, test.vehicle(1).orElseThrow().testMass());
        Channel channel = test.channel(1).orElseThrow();
        assertEquals("VECG", channel.attachment().code());
        assertEquals(new Code("", "SUBSTITUTE"), channel.channelStatus());
        assertEquals(Double.NaN, channel.prefilter());
        assertEquals(5, channel.signal().orElseThrow().size());
    }

    @Test
    void areNoTestWithoutVehicles() {
        SmallTest.write(folder, Map.of("detail.json", sections().get("detail.json")));
        List<Problem> problems = CrashFiles.read(folder).problems();
        assertEquals(1, problems.size());
        assertEquals("only sections [TEST] of test 7201", problems.get(0).found());
    }

    @Test
    void sayNothingWhereNothingWasFound() {
        Map<String, byte[]> files = sections();
        files.put("barrier.json", reply("get-barrier-info/7201", "null"));
        SmallTest.write(folder, files);
        CrashRecords records = CrashFiles.read(folder);
        assertEquals(List.of(), records.problems());
        assertEquals(Optional.empty(), records.tests().get(0).barrier());
    }
}
