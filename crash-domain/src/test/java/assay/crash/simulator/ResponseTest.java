package assay.crash.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;

/** How the base car answers to one change: check 4 of section 5.7 with the figures of section 5.4 of our specification. */
class ResponseTest {

    private static final CrashParameters BASE = BaseCar.PARAMETERS;

    @Test
    void rolcRisesWithTheBeltForce() {
        agrees(25.9, 30.9, over(2, 9.5, f -> BASE.with(BASE.belt().withLevel(1000 * f))));
    }

    /** Below 5 to 6 kN the chest hits the wheel, above the belt alone brakes it hard. */
    @Test
    void theChestHasAnOptimalBeltForce() {
        double[] level = {2, 3, 4, 5, 6, 7.5, 9.5};
        double[] clip = Arrays.stream(level)
                .map(f -> BaseCar.chestClip(BASE.with(BASE.belt().withLevel(1000 * f)), Crash.STEP))
                .toArray();
        double[] published = {47, 48, 45, 38, 38, 42, 49};
        for (int i = 0; i < level.length; i++) {
            assertEquals(published[i], clip[i], 1, "at " + level[i] + " kN");
        }
        double least = Arrays.stream(clip).min().orElseThrow();

        assertTrue(least == clip[3] || least == clip[4]);
    }

    @Test
    void rolcRisesWithTheTimeToFire() {
        agrees(25.9, 33.3, over(6, 30, ms -> BASE.withFiringTime(ms / 1000)));
    }

    @Test
    void rolcFallsWithTheDistanceToTheWheel() {
        agrees(29.6, 25.0, over(220, 400, mm -> BASE.with(BASE.cushion().withDistance(mm / 1000))));
    }

    @Test
    void rolcRisesWithTheSlackOfTheBelt() {
        agrees(25.7, 31.5, over(10, 60, mm -> BASE.with(BASE.belt().withSlack(mm / 1000))));
    }

    /** Of the shoulder alone: the lap belt keeps the slack of the base car. */
    @Test
    void rolcFallsWithThePretension() {
        agrees(32.2, 25.7, over(0, 60, mm -> BASE.with(shoulder(mm / 1000))));
    }

    private static Belt shoulder(double pretension) {
        Belt belt = BASE.belt();
        double lapSlack = belt.lapSlack() + 0.4 * (pretension - belt.pretension());
        return new Belt(
                belt.slack(),
                pretension,
                belt.stiffness(),
                belt.geometry(),
                belt.level1(),
                belt.level2(),
                belt.switchTime(),
                belt.lapStiffness(),
                lapSlack);
    }

    @Test
    void rolcRisesWithTheSecondPlateau() {
        agrees(21.6, 31.2, over(18, 38, g -> BASE.with(BASE.car().withSecondPlateau(g))));
    }

    @Test
    void rolcRisesWithTheSpeed() {
        agrees(26.4, 27.1, over(55.5, 57.1, kmh -> BASE.with(BASE.car().withSpeed(kmh / 3.6))));
    }

    @Test
    void rolcRisesWithTheStiffnessOfTheAirbag() {
        agrees(25.2, 28.0, over(0, 22, k -> BASE.with(BASE.cushion().withBagStiffness(1000 * k))));
    }

    private static double[] over(double from, double to, DoubleFunction<CrashParameters> parameters) {
        double[] rolc = new double[9];
        for (int i = 0; i < rolc.length; i++) {
            rolc[i] = BaseCar.rolc(parameters.apply(from + (to - from) * i / (rolc.length - 1)));
        }
        return rolc;
    }

    /** Monotone, and from one published value to the other, which are given to 0.1 g. */
    private static void agrees(double first, double last, double[] rolc) {
        assertEquals(first, rolc[0], 0.1, Arrays.toString(rolc));
        assertEquals(last, rolc[rolc.length - 1], 0.1, Arrays.toString(rolc));
        for (int i = 1; i < rolc.length; i++) {
            assertTrue(last > first ? rolc[i] > rolc[i - 1] : rolc[i] < rolc[i - 1], Arrays.toString(rolc));
        }
    }
}
