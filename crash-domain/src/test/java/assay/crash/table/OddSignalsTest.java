package assay.crash.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import assay.crash.Channel;
import assay.crash.Signal;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that can be read may still hold anything: whatever the samples are, a test is assessed, and in time. */
class OddSignalsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void nothingInASignalStopsTheAssessment(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20; i++) {
            MadeUpTest test = new MadeUpTest();
            int number = 1;
            for (String place : new String[] {"VECG", "FLLR", "FLRR"}) {
                test.with(MadeUpTest.channel(number++, place, odd(random)));
            }
            for (String place : new String[] {"CHST", "HDCG"}) {
                for (String axis : new String[] {"XL", "YL", "ZL"}) {
                    Channel seat = MadeUpTest.at(MadeUpTest.channel(number++, place, odd(random)), "01");
                    test.with(MadeUpTest.along(seat, axis));
                }
            }
            Channel belt = MadeUpTest.at(MadeUpTest.channel(number++, "SHBT", odd(random)), "01");
            test.with(MadeUpTest.kind(belt, "LC", "NWT"));
            test.with(MadeUpTest.kind(MadeUpTest.channel(number++, "ABSQ", odd(random)), "OT", "AMP"));

            Assessment assessment = assertTimeout(Duration.ofSeconds(20), test::assess);

            assertEquals(
                    assessment.carSensors().motion().isPresent(),
                    assessment.car().isPresent());
        }
    }

    /** Any clock, any length, gaps, and samples from noise to nonsense. */
    private static Signal odd(SplittableRandom random) {
        double interval = random.nextInt(3) > 0 ? 1e-4 : Math.pow(10, -8 + 7 * random.nextDouble());
        int size = 1 + random.nextInt(random.nextBoolean() ? 3000 : 30);
        int first = random.nextInt(10) == 0 ? random.nextInt(-4000, 4000) : -random.nextInt(size);
        double[] samples = new double[size];
        double scale = Math.pow(10, random.nextInt(-3, 9));
        int shape = random.nextInt(5);
        for (int k = 0; k < size; k++) {
            samples[k] = switch (shape) {
                case 0 -> scale * (random.nextDouble() - 0.5);
                case 1 -> (first + k) * interval > 0 ? -20 : 0;
                case 2 -> 0;
                case 3 -> random.nextInt(50) == 0 ? Double.NaN : -10;
                default -> (first + k) * interval > 0.01 ? -scale : 0;
            };
        }
        return Signal.of(interval, first, samples);
    }
}
