package assay.surrogate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Evidence;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.SecondaryModel;
import assay.acquisition.Seed;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ForestEvidenceTest {

    private static final SecondaryForest FOREST = new SecondaryForest(100, Runner.SEQUENTIAL);

    /** Values that two of three features explain, but for noise. */
    private record World(double noise) {

        Matrix features(int n, RandomGenerator random) {
            return Matrix.of(n, 3, random.doubles(3L * n).toArray());
        }

        double[] values(Matrix features, RandomGenerator random) {
            return IntStream.range(0, features.rows())
                    .mapToDouble(
                            i -> Math.sin(5 * features.at(i, 0)) + features.at(i, 1) + noise * random.nextGaussian())
                    .toArray();
        }
    }

    private static double share(double value, double[] values) {
        return Arrays.stream(values).filter(v -> v < value).count() / (double) values.length;
    }

    /** 100 histories, 50 new experiments each: the share of them whose value lies in its interval, within 3 points of 80 %. */
    @ParameterizedTest
    @CsvSource({"40, 0.2", "40, 1", "80, 0.5"})
    void intervalsHoldWhatTheyPromise(int n, double noise) {
        World world = new World(noise);
        int held = 0;
        int asked = 0;
        for (int history = 0; history < 100; history++) {
            Seed seed = new Seed(41).derive(history);
            RandomGenerator random = seed.derive("world").generator();
            Matrix known = world.features(n, random);
            double[] values = world.values(known, random);
            Evidence evidence = (Evidence) FOREST.fit(known, values, seed);
            Matrix fresh = world.features(50, random);
            double[] later = world.values(fresh, random);
            for (int i = 0; i < later.length; i++) {
                Evidence.Interval interval = evidence.interval(fresh.row(i), 0.8);
                double share = share(later[i], values);
                held += share >= interval.lower() && share <= interval.upper() ? 1 : 0;
                asked++;
            }
        }
        double coverage = held / (double) asked;
        assertEquals(0.8, coverage, 0.03);
    }

    @Test
    void widerIntervalsHoldMore() {
        RandomGenerator random = new Seed(5).generator();
        Matrix known = new World(.5).features(40, random);
        Evidence evidence = (Evidence) FOREST.fit(known, new World(.5).values(known, random), new Seed(1));
        double[] middle = {.5, .5, .5};
        Evidence.Interval narrow = evidence.interval(middle, 0.5);
        Evidence.Interval wide = evidence.interval(middle, 0.9);
        assertTrue(wide.lower() <= narrow.lower() && narrow.lower() < narrow.upper() && narrow.upper() <= wide.upper());
        assertEquals(new Evidence.Interval(0, 1), evidence.interval(middle, 0.99));
        assertThrows(IllegalArgumentException.class, () -> evidence.interval(middle, 80));
    }

    /** The prediction is the weighted mean of what was learnt. */
    @Test
    void weightsAddUpToThePrediction() {
        RandomGenerator random = new Seed(6).generator();
        Matrix known = new World(.5).features(40, random);
        // Every value twice: leaves of equal prediction in different places.
        double[] values =
                IntStream.range(0, 40).mapToDouble(i -> known.at(i - i % 2, 0)).toArray();
        SecondaryModel model = FOREST.fit(known, values, new Seed(1));
        double[] shares = Arrays.stream(Ranks.average(values))
                .map(rank -> (rank - .5) / 40)
                .toArray();
        for (double[] experiment : new double[][] {{.1, .9, .3}, {.5, .5, .5}, known.row(7)}) {
            double[] weights = ((Evidence) model).weights(experiment);
            assertEquals(1, Arrays.stream(weights).sum(), 1e-12);
            assertTrue(Arrays.stream(weights).allMatch(w -> w >= 0));
            double mean = Arrays.stream(
                            model.memberPredictions(Matrix.of(1, 3, experiment)).toArray())
                    .average()
                    .orElseThrow();
            assertEquals(
                    mean,
                    IntStream.range(0, 40)
                            .mapToDouble(i -> weights[i] * shares[i])
                            .sum(),
                    1e-12);
        }
    }

    /** On its own place, a past experiment counts most: about two trees of three have seen it. */
    @Test
    void aPastExperimentDrivesItsOwnExpectation() {
        RandomGenerator random = new Seed(7).generator();
        Matrix known = new World(.1).features(40, random);
        SecondaryModel model = FOREST.fit(known, new World(.1).values(known, random), new Seed(1));
        for (int row = 0; row < 40; row++) {
            double[] weights = ((Evidence) model).weights(known.row(row));
            assertTrue(weights[row] > .5 && weights[row] < .8, "weight " + weights[row]);
            assertEquals(Arrays.stream(weights).max().orElseThrow(), weights[row]);
        }
    }
}
