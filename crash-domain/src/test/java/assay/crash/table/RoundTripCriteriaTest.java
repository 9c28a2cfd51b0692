package assay.crash.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import assay.crash.CrashTest;
import assay.crash.criteria.CarCriteria;
import assay.crash.format.CrashFiles;
import assay.crash.format.CrashFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** NHTSA test 10146 from EV5 to ISO-MME and back to EV5: nothing that is read off it moves. Only the channels that matter carry samples. */
class RoundTripCriteriaTest {

    private static final Path ARCHIVE = Path.of("../../shared/data/crash/v10146.zip");

    @TempDir
    private Path folder;

    @Test
    void criteriaSurviveTheOtherFormat() {
        assumeTrue(Files.exists(ARCHIVE), "the archive of test 10146 is not here");
        CrashTest original = read(ARCHIVE);
        Path iso = folder.resolve("iso.zip");
        CrashFiles.write(original, CrashFormat.ISO_MME, iso);
        CrashTest inIso = read(iso);
        Path ev5 = folder.resolve("ev5.zip");
        CrashFiles.write(inIso, CrashFormat.EV5, ev5);

        double[] expected = criteria(original);
        double[] inBetween = criteria(inIso);
        double[] afterwards = criteria(read(ev5));

        for (int i = 0; i < expected.length; i++) {
            assertEquals(
                    expected[i], inBetween[i], 1e-6 * Math.max(1, Math.abs(expected[i])), "ISO-MME, criterion " + i);
            assertEquals(expected[i], afterwards[i], 1e-6 * Math.max(1, Math.abs(expected[i])), "EV5, criterion " + i);
        }
    }

    private static CrashTest read(Path place) {
        List<CrashTest> tests = new ArrayList<>();
        CrashFiles.stream(place, Assessment::needs, tests::add);
        return tests.get(0);
    }

    private static double[] criteria(CrashTest test) {
        Assessment assessment = Assessment.of(test, Assessment.Settings.DEFAULT);
        assertEquals(List.of(), assessment.objections());
        CarCriteria car = assessment.car().orElseThrow();
        DriverCriteria driver = assessment.driver();
        return new double[] {
            car.maximum(),
            car.clip3ms(),
            car.average(),
            car.olc().deceleration(),
            car.slidingMean(),
            car.timeToZeroVelocity(),
            car.deltaV(),
            car.rebound(),
            car.dynamicCrush(),
            driver.rolc().value(),
            driver.ridedown(),
            driver.chestPeak(),
            driver.chest3msCumulative(),
            driver.severityIndex(),
            driver.hic15().value(),
            driver.hic36().value(),
            assessment.restraints().chestToWheel(),
            assessment.restraints().pretensioner()
        };
    }
}
