package assay.crash.table;

import static assay.crash.table.MadeUpTest.along;
import static assay.crash.table.MadeUpTest.as;
import static assay.crash.table.MadeUpTest.at;
import static assay.crash.table.MadeUpTest.channel;
import static assay.crash.table.MadeUpTest.complete;
import static assay.crash.table.MadeUpTest.kind;
import static assay.crash.table.MadeUpTest.pulse;
import static assay.crash.table.MadeUpTest.saying;
import static assay.crash.table.MadeUpTest.signal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.crash.Channel;
import assay.crash.Signal;
import assay.crash.signal.Signals;
import assay.crash.table.DriverCriteria.HicWindow;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tests and which sensors are taken, and what is said about it. */
class SelectionTest {

    private static List<Integer> car(MadeUpTest test) {
        return test.assess().carSensors().channels().stream()
                .map(Channel::number)
                .toList();
    }

    private static String said(MadeUpTest test) {
        return test.assess().remarks().toString();
    }

    @Test
    void aCompleteTestIsTaken() {
        Assessment assessment = complete().assess();

        assertEquals(List.of(), assessment.objections());
        assertEquals(List.of(1, 2), car(complete()));
        assertEquals(25, assessment.driver().rolc().value(), 0.2);
        assertEquals(
                1.16 * MadeUpTest.SPEED / 3.6, assessment.car().orElseThrow().deltaV(), 0.01);
        assertTrue(assessment.isComplete());
    }

    @ParameterizedTest
    @ValueSource(doubles = {55, 56.3, 57.09, 57.5})
    void speedsOfANewCarAssessment(double speed) {
        MadeUpTest test = complete();
        test.closingSpeed = speed;

        assertEquals(List.of(), test.assess().objections());
    }

    private record Unfit(Consumer<MadeUpTest> change, String says) {
        @Override
        public String toString() {
            return says;
        }
    }

    private static Stream<Unfit> unfit() {
        return Stream.of(
                new Unfit(test -> test.configuration = "VTV", "no impact of a vehicle into a barrier but VTV"),
                new Unfit(test -> test.configuration = "", "does not say that a vehicle hit a barrier"),
                new Unfit(test -> test.rigidity = "", "does not say that the barrier is rigid"),
                new Unfit(test -> test.rigidity = "D", "not rigid but D"),
                new Unfit(test -> test.barrierAngle = 30, "turned by 30 degrees"),
                new Unfit(test -> test.impactAngle = 345, "angle of 345 degrees"),
                new Unfit(test -> test.offset = 278, "offset of 278 mm"),
                new Unfit(test -> test.closingSpeed = 47.8, "speed of 47.8 km/h is not between 55 and 57.5"),
                new Unfit(test -> test.closingSpeed = 57.6, "speed of 57.6 km/h"),
                new Unfit(test -> test.dummy = "TH", "no 50th percentile Hybrid III or Part 572 dummy but type TH"),
                new Unfit(test -> test.size = "05", "size 05"),
                new Unfit(test -> test.make = "NHTSA", "no vehicle beside barriers on wheels"));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void otherTestsAreRefusedInWords(Unfit unfit) {
        MadeUpTest test = complete();
        unfit.change().accept(test);

        List<String> objections = test.assess().objections();

        assertTrue(objections.stream().anyMatch(o -> o.contains(unfit.says())), objections.toString());
    }

    @Test
    void anUnrecordedOffsetIsAnAssumption() {
        MadeUpTest test = complete();
        test.offset = Double.NaN;

        assertEquals(List.of(), test.assess().objections());
        assertTrue(test.assess().flags().contains("the offset is not recorded and taken as 0"));
    }

    @Test
    void theCentreOfGravityComesFirst() {
        assertEquals(List.of(9), car(complete().with(channel(9, "VECG", pulse(1.1)))));
    }

    @Test
    void redundantFailedLateralAndFrontSensorsNeverCount() {
        MadeUpTest test = complete()
                .with(as(channel(10, "VECG", pulse(1.1)), "AM", "R"))
                .with(as(channel(11, "VECG", pulse(1.1)), "CF", "P"))
                .with(as(channel(12, "VECG", pulse(1.1)), "QD", "P"))
                .with(along(channel(13, "VECG", pulse(1.1)), "YG"))
                .with(channel(14, "ENGN", pulse(1.1)))
                .with(channel(15, "BRCL", pulse(1.1)))
                .with(channel(16, "DPLC", pulse(1.1)))
                .with(channel(17, "STCL", pulse(1.1)));
        assertEquals(List.of(1, 2), car(test));

        test.channels.removeIf(channel -> channel.number() <= 2);
        assertEquals(List.of(), car(test));
        assertTrue(said(test).contains("no primary accelerometer along x sits where the car moves as one"));
    }

    @Test
    void implausibleSensorsAreLeftOutWithTheReason() {
        Signal flipped = pulse(1.15).map(a -> -a);
        Signal stiff = signal(t -> t > 0 && t < 0.015 ? -110 : 0);
        Signal bouncing = pulse(1.5);
        Signal off = pulse(1.15).map(a -> a + 4);
        Signal slow = Signals.of(2e-3, -15, 100, t -> t > 0 && t < 0.08 ? -20 : 0);
        Signal late = Signals.of(1e-4, 10, 1500, t -> -20);
        MadeUpTest test = complete()
                .with(channel(10, "VECG", flipped))
                .with(channel(11, "VECG", stiff))
                .with(channel(12, "VECG", bouncing))
                .with(channel(13, "VECG", off))
                .with(channel(14, "VECG", slow))
                .with(channel(15, "VECG", late));

        String said = said(test);

        assertEquals(List.of(1, 2), car(test));
        for (String words : List.of(
                "curve 10 (VECG) is not used: it does not bring the car to a stop",
                "curve 11 (VECG) is not used: it makes the car crush by",
                "curve 12 (VECG) is not used: it makes the car rebound at 7.8",
                "curve 13 (VECG) is not used: it shows 4 g before contact",
                "curve 14 (VECG) is not used: it is sampled at 500 Hz",
                "curve 15 (VECG) is not used: it does not cover first contact")) {
            assertTrue(said.contains(words), words + "\n" + said);
        }
    }

    /** 1.02 against 1.19 of the speed: 0.17 / 1.105 = 15.4 % apart. */
    @Test
    void aPairThatDisagreesIsNotUsed() {
        MadeUpTest test = complete().with(channel(10, "DSLR", pulse(1.1))).with(channel(11, "DSRR", pulse(1.1)));
        test.channels.set(0, channel(1, "FLLR", pulse(1.02)));
        test.channels.set(1, channel(2, "FLRR", pulse(1.19)));

        assertEquals(List.of(10, 11), car(test));
        assertTrue(said(test).contains("differ by 15.38 %, more than 15 %"), said(test));

        test.channels.removeIf(channel -> channel.number() >= 10);
        assertEquals(List.of(), car(test));
    }

    @Test
    void oneSideIsBetterThanNoneAndIsSaidSo() {
        MadeUpTest test = complete();
        test.channels.remove(1);

        assertEquals(List.of(1), car(test));
        assertTrue(test.assess().flags().contains("only one side of the car is used"));

        test.with(channel(10, "SELR", pulse(1.1))).with(channel(11, "SERR", pulse(1.1)));
        assertEquals(List.of(10, 11), car(test));
    }

    /** Half-sines of 1.15 and 1.17 of v0 differ by 0.02 of a peak; half its root mean square over 75 of 130 ms. */
    @Test
    void leftAgainstRightIsTheNoiseOfThePulse() {
        double peak = Math.PI * 0.02 * MadeUpTest.SPEED / 3.6 / (2 * 0.075) / 9.80665;
        double expected = peak * Math.sqrt(0.5 * 75 / 130) / 2;

        assertEquals(expected, complete().assess().carSensors().spread(), 0.005 * expected + 1e-4);
    }

    @Test
    void commentsCutSignals() {
        MadeUpTest test = complete();
        test.channels.set(2, saying(test.channels.get(2), "DRIVER CHEST X - NO VALID DATA AFTER 67MS"));

        assertTrue(said(test).contains("is used up to 67 ms only, as its comment says"), said(test));
        assertTrue(said(test).contains("no ROLC_p: chest and car do not reach a common speed in time"), said(test));
        assertTrue(!test.assess().isComplete());
    }

    @ParameterizedTest
    @CsvSource({
        "NO VALID DATA AFTER 67MS, 0.067",
        "No valid data after 67.5 ms, 0.0675",
        "V2 RR PASSENGER LAP BELT ->QUESTIONABLE AFTER 126 MS, 0.126",
        "CHANNEL FAILED AT 45 MS, 0.045",
        "DRIVER CHEST X, NaN",
        "PEAK AFTER 67 MS, NaN",
    })
    void commentsTellHowLongDataAreValid(String comment, double end) {
        Channel channel = saying(channel(1, "CHST", pulse(1)), comment);

        assertEquals(end, Sensors.validUntil(channel).orElse(Double.NaN), 1e-12);
    }

    /** The deflection gauge, the passenger and the redundant one have the chest's attachment too. */
    @Test
    void theDriversChestIsAnAccelerometerOfTheLeftFrontSeat() {
        Signal other = signal(t -> t > 0.020 ? -40 : 0);
        MadeUpTest test = complete();
        test.channels.addAll(
                0,
                List.of(
                        kind(at(channel(20, "CHST", other), "01"), "DS", "MM"),
                        at(channel(21, "CHST", other), "02"),
                        along(at(channel(22, "CHST", other), "01"), "ZL")));

        assertEquals(25, test.assess().driver().rolc().value(), 0.2);
    }

    @Test
    void theWindowTellsWhichHeadInjuryCriterionWasReported() {
        assertEquals(HicWindow.HIC15, HicWindow.of(77.7, 92.7));
        assertEquals(HicWindow.HIC36, HicWindow.of(60, 82));
        assertEquals(HicWindow.BOTH, HicWindow.of(60, 70));
        assertEquals(HicWindow.UNKNOWN, HicWindow.of(Double.NaN, 70));
        assertEquals(HicWindow.UNKNOWN, HicWindow.of(0, 0));
    }

    @Test
    void aLatePulseIsReportedAndNotShifted() {
        Signal late = signal(t -> t > 0.014 && t < 0.089 ? -35 * Math.sin(Math.PI * (t - 0.014) / 0.075) : 0);
        MadeUpTest test = complete();
        test.channels.set(0, channel(1, "FLLR", late));
        test.channels.set(1, channel(2, "FLRR", late));

        assertTrue(
                test.assess().flags().stream().anyMatch(flag -> flag.contains("time zero may be wrong")), said(test));
        double[] before = Arrays.copyOf(
                test.assess().carSensors().motion().orElseThrow().acceleration().samples(), 50);
        assertTrue(Arrays.stream(before).allMatch(a -> Math.abs(a) < 0.05));
    }
}
