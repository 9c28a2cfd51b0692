package assay.crash.signal;

import static assay.crash.signal.Clip.THREE_MILLISECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.crash.Signal;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClipTest {

    /** P cos(pi 3 ms / (2 D)): 0.996917 P for D = 60 ms. One hump, so all forms agree. */
    @Test
    void halfSine() {
        Signal pulse = Signals.of(1e-5, 0, 6001, t -> 40 * Math.sin(Math.PI * t / 0.060));
        double closed = 40 * Math.cos(Math.PI * 0.003 / (2 * 0.060));

        assertEquals(40 * 0.996917, closed, 1e-4);
        assertEquals(closed, THREE_MILLISECONDS.contiguous(pulse), 1e-5);
        assertEquals(closed, THREE_MILLISECONDS.cumulative(pulse), 1e-5);
        assertEquals(closed, THREE_MILLISECONDS.contiguousOfSamples(pulse), 1e-5);
        assertEquals(closed, THREE_MILLISECONDS.cumulativeOfSamples(pulse), 1e-3);
    }

    /** Triangle of height 50 and base 20 ms, sampled coarsely: straight lines make it exact, 50 (1 - 3 / 20). */
    @Test
    void triangleBetweenSamples() {
        Signal triangle = Signals.of(1e-3, 0, 21, t -> 50 * (1 - Math.abs(t - 0.010) / 0.010));

        assertEquals(42.5, THREE_MILLISECONDS.contiguous(triangle), 1e-8);
        assertEquals(42.5, THREE_MILLISECONDS.cumulative(triangle), 1e-8);
    }

    /** Two flat humps of 2 ms at 60 and one of 4 ms at 30: together the tall ones last 4 ms, alone too short. */
    @Test
    void severalHumps() {
        Signal humps = Signals.of(1e-4, 0, 600, t -> in(t, 10, 12) || in(t, 20, 22) ? 60 : in(t, 30, 34) ? 30 : 0);

        assertEquals(60, THREE_MILLISECONDS.cumulative(humps), 1e-9);
        assertEquals(30, THREE_MILLISECONDS.contiguous(humps), 1e-9);
        assertEquals(60, THREE_MILLISECONDS.cumulativeOfSamples(humps), 0);
        assertEquals(30, THREE_MILLISECONDS.contiguousOfSamples(humps), 0);
    }

    private static boolean in(double t, int from, int to) {
        return t > from * 1e-3 - 1e-9 && t < to * 1e-3 + 1e-9;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void cumulativeIsNeverBelowContiguous(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Signal noise = CfcFilter.CFC_180.apply(
                Signal.of(1e-4, 0, random.doubles(1500, -50, 50).toArray()));

        double contiguous = THREE_MILLISECONDS.contiguous(noise);

        assertTrue(THREE_MILLISECONDS.cumulative(noise) >= contiguous, "seed " + seed);
        assertTrue(contiguous >= THREE_MILLISECONDS.contiguousOfSamples(noise), "seed " + seed);
    }

    @Test
    void isMissingForShortRecordsAndAcrossGaps() {
        Signal brief = Signals.of(1e-4, 0, 30, t -> 5);
        double[] gapped = new double[50];
        Arrays.fill(gapped, 5);
        gapped[25] = Double.NaN;

        assertEquals(5, THREE_MILLISECONDS.contiguous(Signals.of(1e-4, 0, 31, t -> 5)), 0);
        assertTrue(Double.isNaN(THREE_MILLISECONDS.contiguous(brief)));
        assertTrue(Double.isNaN(THREE_MILLISECONDS.cumulative(brief)));
        assertTrue(Double.isNaN(THREE_MILLISECONDS.contiguousOfSamples(brief)));
        assertTrue(Double.isNaN(THREE_MILLISECONDS.cumulativeOfSamples(brief)));
        assertTrue(Double.isNaN(THREE_MILLISECONDS.contiguous(Signal.of(1e-4, 0, gapped))));
        assertEquals(5, THREE_MILLISECONDS.cumulative(Signal.of(1e-4, 0, gapped)), 0);
    }
}
