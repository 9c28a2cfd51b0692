package assay.acquisition.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Seed;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmpiricalPriorTest {

    @Test
    void withoutNoiseWhatIsSeenIsWhatThereIs() {
        EmpiricalPrior prior = new EmpiricalPrior(new double[] {.1, .4, .9}, 0);
        assertEquals(.4, prior.after(.4).mean());
        assertEquals(0, prior.after(.4).variance());
    }

    @Test
    void whereAllIsAlikeNothingIsMoved() {
        EmpiricalPrior.Posterior after = new EmpiricalPrior(new double[] {.7, .7, .7}, .2).after(.7);
        assertEquals(.7, after.mean(), 1e-12);
        assertEquals(0, after.variance(), 1e-12);
    }

    /** Theta and noise are standard normal: the posterior of theta after x is normal, its mean x / 2 and its variance 1 / 2. */
    @Test
    void findsTheNormalPosterior() {
        RandomGenerator random = new Seed(1).generator();
        double[] seen = IntStream.range(0, 20_000)
                .mapToDouble(i -> random.nextGaussian() + random.nextGaussian())
                .toArray();
        EmpiricalPrior prior = new EmpiricalPrior(seen, 1);
        for (double x : new double[] {-2, -1, 0, 1, 2}) {
            assertEquals(x / 2, prior.after(x).mean(), .1, "after " + x);
            assertEquals(.5, prior.after(x).variance(), .15, "after " + x);
        }
    }

    /** Two crowds at 0 and 1, told apart by noise of 0.15: within the upper one, what is far ahead is no better. A normal prior says 1.2 is .2 ahead of 1, less 9 %. */
    @Test
    void withinACrowdAllIsNoise() {
        RandomGenerator random = new Seed(2).generator();
        double[] seen = IntStream.range(0, 200)
                .mapToDouble(i -> i % 2 + .15 * random.nextGaussian())
                .toArray();
        EmpiricalPrior prior = new EmpiricalPrior(seen, .15);
        double ahead = prior.after(1.2).mean() - prior.after(1).mean();
        assertTrue(ahead >= 0 && ahead < .08, "ahead by " + ahead);
        assertEquals(1, prior.after(1).mean(), .05);
        assertEquals(0, prior.after(0).mean(), .05);
    }
}
