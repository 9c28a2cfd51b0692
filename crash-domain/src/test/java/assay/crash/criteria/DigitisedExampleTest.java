package assay.crash.criteria;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import assay.crash.Signal;
import assay.crash.signal.Clip;
import assay.crash.signal.Motion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The example test of the LossVal paper, digitised from the vector graphics of its figure 4: car and driver's chest, both
 * already filtered. Figures of the drawing and of a chain of our own kept beside it; skipped where the file is absent.
 */
class DigitisedExampleTest {

    private static final Path FILE = Path.of("../../shared/data/crash/lossval_example_digitised.csv");

    private Motion car;
    private Motion chest;

    @BeforeEach
    void read() throws IOException {
        assumeTrue(Files.exists(FILE), "no " + FILE);
        List<double[]> rows = Files.readAllLines(FILE).stream()
                .skip(1)
                .map(line -> List.of(line.split(",")).stream()
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
        car = motion(rows, 1);
        chest = motion(rows, 2);
    }

    private static Motion motion(List<double[]> rows, int column) {
        double[] g =
                rows.stream().mapToDouble(row -> row[column] / Motion.GRAVITY).toArray();
        return Motion.of(Signal.of(1e-4, 0, g), 15.564);
    }

    /** Drawn: A (17.5 ms, 15.454 m/s), B (97.4 ms, -2.397 m/s), slope 22.78 g, printed 22.87. */
    @Test
    void realOccupantLoad() {
        RealOccupantLoad.Result rolc = RealOccupantLoad.ROLC_P.of(car, chest);

        assertEquals(0.0175, rolc.line().startTime(), 0.0002);
        assertEquals(15.454, rolc.line().startSpeed(), 0.02);
        assertEquals(0.0974, rolc.line().endTime(), 0.0003);
        assertEquals(-2.397, rolc.line().endSpeed(), 0.02);
        assertEquals(22.8, rolc.value(), 0.1);
    }

    @Test
    void thresholdsOfFourAndSixChangeLittle() {
        double at5 = RealOccupantLoad.ROLC_P.of(car, chest).value();

        assertEquals(
                at5, RealOccupantLoad.ROLC_P.withThreshold(4).of(car, chest).value(), 0.25);
        assertEquals(
                at5, RealOccupantLoad.ROLC_P.withThreshold(6).of(car, chest).value(), 0.25);
    }

    @Test
    void pulse() {
        CarCriteria criteria = CarCriteria.of(car);

        assertEquals(45.0, criteria.maximum(), 0.1);
        assertEquals(0.0726, criteria.timeToZeroVelocity(), 0.0001);
        assertEquals(0.674, criteria.dynamicCrush(), 0.002);
        assertEquals(2.41, criteria.rebound(), 0.02);
        assertEquals(26.9, criteria.olc().deceleration(), 0.1);
        assertEquals(0.0309, criteria.olc().startTime(), 0.0001);
        assertEquals(0.0989, criteria.olc().endTime(), 0.0002);
        assertEquals(30.8, criteria.slidingMean(), 0.1);
    }

    @Test
    void chest() {
        double end = RealOccupantLoad.ROLC_P.of(car, chest).line().endTime();
        Signal deceleration = chest.acceleration().map(a -> -a);

        assertEquals(34.4, CarCriteria.of(chest).maximum(), 0.1);
        assertEquals(32.3, Clip.THREE_MILLISECONDS.contiguous(deceleration), 0.1);
        assertEquals(0.513, ChestLoad.ridedownEfficiency(car, chest, end), 0.005);
    }
}
