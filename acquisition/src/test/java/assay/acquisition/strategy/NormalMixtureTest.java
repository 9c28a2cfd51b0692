package assay.acquisition.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Seed;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class NormalMixtureTest {

    private static double[] seen(int n, double[] means, double[] deviations, double noise) {
        RandomGenerator random = new Seed(3).generator();
        double[] seen = new double[n];
        Arrays.setAll(seen, i -> {
            int k = i % means.length;
            return means[k] + deviations[k] * random.nextGaussian() + noise * random.nextGaussian();
        });
        return seen;
    }

    /** The posterior of a normal prior, in closed form: 0.8 of the way from the mean, a variance of 0.8 times the noise. */
    @Test
    void oneNormalDistributionIsShrunkToItsMean() {
        double[] seen = seen(4000, new double[] {3}, new double[] {2}, 1);
        double mean = Arrays.stream(seen).average().orElseThrow();

        NormalMixture mixture = NormalMixture.of(seen, 1, seen.length);

        assertEquals(1, mixture.components());
        assertEquals(mean + .8 * (6 - mean), mixture.after(6).mean(), .03);
        assertEquals(.8, mixture.after(6).variance(), .02);
    }

    /** Two crowds of equals, far apart: whatever lies in one is where its middle is, up to what either share says. */
    @Test
    void withinACrowdOfEqualsAllIsNoise() {
        double[] seen = seen(400, new double[] {-5, 5}, new double[] {0, 0}, 1);

        NormalMixture mixture = NormalMixture.of(seen, 1, seen.length);

        assertEquals(2, mixture.components());
        assertEquals(5, mixture.after(7).mean(), .3);
        assertEquals(-5, mixture.after(-4).mean(), .3);
        assertTrue(mixture.after(7).variance() < .2, "" + mixture.after(7));
    }

    /** The same two crowds, nearer: clear from 400 experiments, not from 20 that 400 candidates were predicted from. */
    @Test
    void predictionsSayNoMoreThanWhatTheyWereMadeFrom() {
        double[] seen = seen(400, new double[] {-2, 2}, new double[] {0, 0}, 1);

        assertEquals(2, NormalMixture.of(seen, 1, 400).components());
        assertEquals(1, NormalMixture.of(seen, 1, 20).components());
    }

    @Test
    void withoutNoiseWhatIsSeenIsSo() {
        double[] seen = seen(50, new double[] {0}, new double[] {1}, 0);
        assertEquals(
                new NormalMixture.Posterior(.3, 0),
                NormalMixture.of(seen, 0, 50).after(.3));
    }

    /** Nothing but noise, and one number only: no spread is left for theta. */
    @Test
    void oneNumberIsTheMean() {
        assertEquals(
                new NormalMixture.Posterior(4, 0),
                NormalMixture.of(new double[] {4}, 2, 30).after(4));
    }
}
