package assay.valuation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.valuation.LossVal.Masses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossValLossTest {

    private static final double[] X = {0, 0, 1, 0, 0, 2};
    private static final double[] Y = {0, 1, 1, 1};

    /** Golden case of the un-normalised form: w = (1, .5, 2), l = (.2, .7, .1), OT and F of geomloss. */
    @Test
    void agreesWithTheGoldenCaseOfTheReference() {
        LossValLoss loss = loss(X, 3, Y, 2, 2, Masses.RAW, 2);
        float[] byLoss = new float[3];
        double[] byWeight = new double[3];

        double value =
                loss.evaluate(all(3), X, new float[] {.2f, .7f, .1f}, new double[] {1, .5, 2}, 3, byLoss, byWeight);

        double ot = otOfGoldenCase();
        assertEquals(.75 * ot * ot, value, 1e-6 * value);
        assertEquals(.2 * ot * ot + 2 * .75 * ot * loss.potential(0), byWeight[0], 1e-5);
        assertEquals(ot * ot * .5, byLoss[1], 1e-5);
    }

    /** The golden case has diameter 1.1 sqrt(2), and so has the batch: its largest distance to the holdout is sqrt(2). */
    private static double otOfGoldenCase() {
        assertEquals(Math.sqrt(2), costs(X, 3, Y, 2, 2).largestDistance(), 1e-12);
        return 3.8797736240;
    }

    private static HoldoutCosts costs(double[] x, int n, double[] y, int m, int d) {
        return new HoldoutCosts(x, n, y, m, d, HoldoutCosts.MOST_KEPT);
    }

    private static LossValLoss loss(double[] x, int n, double[] y, int m, int d, Masses masses, int power) {
        HoldoutCosts costs = costs(x, n, y, m, d);
        return new LossValLoss(costs, y, d, masses, power, LossValLoss.fixedDiameter(costs, masses), n);
    }

    private static int[] all(int n) {
        return IntStream.range(0, n).toArray();
    }

    @ParameterizedTest
    @CsvSource({"RAW,2", "RAW,1", "RAW,0", "NORMALISED,2", "NORMALISED,1", "NORMALISED,0"})
    void derivativeByWeightAgreesWithCentralDifferences(Masses masses, int power) {
        Case c = new Case(7, 5, 3, masses, power);
        float[] byLoss = new float[7];
        double[] byWeight = new double[7];
        c.loss.evaluate(all(c.n), c.x, c.losses, c.weights, 7, byLoss, byWeight);
        double scale = masses == Masses.RAW ? 1 : 7;

        for (int i = 0; i < 7; i++) {
            double h = 1e-5;
            double difference = (c.frozen(c.moved(i, h)) - c.frozen(c.moved(i, -h))) / (2 * h);
            assertEquals(difference * scale, byWeight[i], 1e-5 * Math.abs(byWeight[i]) + 1e-9, "weight " + i);
        }
    }

    @ParameterizedTest
    @CsvSource({"RAW,2", "RAW,1", "RAW,0", "NORMALISED,2", "NORMALISED,1", "NORMALISED,0"})
    void derivativeByLossAgreesWithCentralDifferences(Masses masses, int power) {
        Case c = new Case(7, 5, 3, masses, power);
        float[] byLoss = new float[7];
        c.loss.evaluate(all(c.n), c.x, c.losses, c.weights, 7, byLoss, new double[7]);
        for (int i = 0; i < 7; i++) {
            float[] up = c.losses.clone();
            float[] down = c.losses.clone();
            up[i] += 0.25f;
            down[i] -= 0.25f;
            double difference = (c.loss.evaluate(all(c.n), c.x, up, c.weights, 7, new float[7], new double[7])
                            - c.loss.evaluate(all(c.n), c.x, down, c.weights, 7, new float[7], new double[7]))
                    / (up[i] - down[i]);
            assertEquals(difference, byLoss[i], 1e-5 * Math.abs(byLoss[i]), "loss " + i);
        }
    }

    /** In a process of its own: what other tests did before changes what the compiler can remove. */
    @Test
    void aBatchAllocatesNothing() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AllocationProbe.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        assertEquals("RAW 0 NORMALISED 0", printed.strip());
    }

    @Test
    void weightsBelowTheLeastCountAsTheLeast() {
        Case c = new Case(4, 3, 2, Masses.NORMALISED, 2);
        double[] low = {-5, 1, 1, 1};
        double[] least = {LossValLoss.LEAST_WEIGHT, 1, 1, 1};
        double value = c.loss.evaluate(all(c.n), c.x, c.losses, low, 4, new float[4], new double[4]);
        assertEquals(c.loss.evaluate(all(c.n), c.x, c.losses, least, 4, new float[4], new double[4]), value);
        assertTrue(value > 0);
    }

    /** A batch, and the loss written down a second time with the potentials held still. */
    static final class Case {

        final int n;
        final Masses masses;
        final int power;
        final double[] x;
        final float[] losses;
        final double[] weights;
        final LossValLoss loss;
        final double[] potentials;
        final double constant;

        Case(int n, int m, int d, Masses masses, int power) {
            SplittableRandom random = new SplittableRandom(5);
            this.n = n;
            this.masses = masses;
            this.power = power;
            this.x = random.doubles(n * d, -2, 2).toArray();
            double[] y = random.doubles(m * d, -1, 2).toArray();
            this.losses = new float[n];
            for (int i = 0; i < n; i++) {
                losses[i] = (float) (.1 + random.nextDouble());
            }
            this.weights = random.doubles(n, .3, 2).toArray();
            this.loss = loss(x, n, y, m, d, masses, power);
            double value = loss.evaluate(all(n), x, losses, weights, n, new float[n], new double[n]);
            this.potentials = new double[n];
            double transport = 0;
            if (power > 0) {
                double[] mass = masses(weights);
                for (int i = 0; i < n; i++) {
                    potentials[i] = loss.potential(i);
                    transport += mass[i] * potentials[i];
                }
            }
            double total = Math.pow(value / weighted(weights), power == 0 ? 1 : 1.0 / power);
            this.constant = total - transport;
        }

        private double[] masses(double[] w) {
            double total = masses == Masses.RAW ? 1 : Arrays.stream(w).sum();
            return Arrays.stream(w).map(v -> v / total).toArray();
        }

        private double weighted(double[] w) {
            double[] mass = masses(w);
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += mass[i] * losses[i];
            }
            return sum;
        }

        double frozen(double[] w) {
            if (power == 0) {
                return weighted(w);
            }
            double transport = constant;
            double[] mass = masses(w);
            for (int i = 0; i < n; i++) {
                transport += mass[i] * potentials[i];
            }
            return weighted(w) * Math.pow(Math.abs(transport), power);
        }

        double[] moved(int i, double h) {
            double[] w = weights.clone();
            w[i] += h;
            return w;
        }
    }
}
