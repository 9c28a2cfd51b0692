package assay.acquisition.diversity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Embedding;
import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BadgeTest {

    /** Features (1), probabilities of two classes: gradients (p - 1, 1 - p), of length sqrt(2) (1 - p) with p the larger one. */
    private static final Matrix ONE = Matrix.of(new double[][] {{1}, {1}, {1}, {1}});

    private static final Matrix SHARES = Matrix.of(new double[][] {{0.9, 0.1}, {0.4, 0.6}, {0.8, 0.2}, {0.45, 0.55}});

    @Test
    void beginsWithTheLongestGradient() {
        for (int seed = 0; seed < 10; seed++) {
            assertEquals(3, Badge.ofClasses(ONE, SHARES, ones(4), 2, new Seed(seed))[0]);
        }
        assertEquals(0, Badge.ofClasses(ONE, SHARES, new double[] {1, 0, 0, 0}, 1, new Seed(1))[0]);
    }

    /**
     * The second pick: squared distances to the first, gradient (.45, -.45), are 2 (.55)^2 of (-.1, .1), 2 (.05)^2 of (.4, -.4) and
     * 2 (.65)^2 of (-.2, .2). Shares of 2000 draws have a standard error of at most .0112.
     */
    @Test
    void drawsInProportionToTheSquaredDistance() {
        double[] share = new double[4];
        for (int seed = 0; seed < 2000; seed++) {
            share[Badge.ofClasses(ONE, SHARES, ones(4), 2, new Seed(seed))[1]] += 1.0 / 2000;
        }
        double sum = 0.55 * 0.55 + 0.05 * 0.05 + 0.65 * 0.65;
        double[] expected = {0.55 * 0.55 / sum, 0.05 * 0.05 / sum, 0.65 * 0.65 / sum, 0};
        assertArrayEquals(expected, share, 0.034);
    }

    /**
     * The gradient of -ln softmax(W h)[c] by W, c the likeliest class, by central differences. Candidates in three classes and two
     * features; the batch draws as if it had these gradients: of two candidates, the chance of the farther one.
     */
    @Test
    void distancesAreThoseOfTheGradients() {
        double[][] w = {{0.3, -0.8}, {1.1, 0.4}, {-0.5, 0.2}};
        double[][] h = {{2, 2}, {0.7, -1}, {-0.4, 1.2}};
        double[][] gradients = new double[3][];
        double[][] shares = new double[3][];
        for (int i = 0; i < 3; i++) {
            shares[i] = softmax(w, h[i]);
            gradients[i] = numericalGradient(w, h[i]);
        }
        // The first pick is the longest; of the others we know the chance.
        double[] length = Arrays.stream(gradients)
                .mapToDouble(g -> squared(g, new double[6]))
                .toArray();
        int first = length[0] > length[1] ? (length[0] > length[2] ? 0 : 2) : (length[1] > length[2] ? 1 : 2);
        int second = (first + 1) % 3;
        int third = (first + 2) % 3;
        double expected = squared(gradients[second], gradients[first])
                / (squared(gradients[second], gradients[first]) + squared(gradients[third], gradients[first]));
        double share = 0;
        for (int seed = 0; seed < 4000; seed++) {
            int[] picks = Badge.ofClasses(Matrix.of(h), Matrix.of(shares), ones(3), 2, new Seed(seed));
            assertEquals(first, picks[0]);
            share += picks[1] == second ? 1.0 / 4000 : 0;
        }
        assertEquals(expected, share, 3 * Math.sqrt(expected * (1 - expected) / 4000));
    }

    private static double[] softmax(double[][] w, double[] h) {
        double[] p = new double[w.length];
        double sum = 0;
        for (int c = 0; c < w.length; c++) {
            p[c] = Math.exp(w[c][0] * h[0] + w[c][1] * h[1]);
            sum += p[c];
        }
        for (int c = 0; c < w.length; c++) {
            p[c] /= sum;
        }
        return p;
    }

    private static double[] numericalGradient(double[][] w, double[] h) {
        double[] p = softmax(w, h);
        int predicted = p[0] > p[1] ? (p[0] > p[2] ? 0 : 2) : (p[1] > p[2] ? 1 : 2);
        double[] gradient = new double[6];
        for (int k = 0; k < 6; k++) {
            double before = w[k / 2][k % 2];
            w[k / 2][k % 2] = before + 1e-6;
            double above = -Math.log(softmax(w, h)[predicted]);
            w[k / 2][k % 2] = before - 1e-6;
            double below = -Math.log(softmax(w, h)[predicted]);
            w[k / 2][k % 2] = before;
            gradient[k] = (above - below) / 2e-6;
        }
        return gradient;
    }

    private static double squared(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += (a[k] - b[k]) * (a[k] - b[k]);
        }
        return sum;
    }

    @Test
    void asksANetwork() {
        Embedding network = new Embedding() {
            @Override
            public Matrix embed(Matrix features) {
                return ONE;
            }

            @Override
            public Matrix predict(Matrix features) {
                return SHARES;
            }
        };
        assertArrayEquals(
                Badge.ofClasses(ONE, SHARES, ones(4), 3, new Seed(6)),
                Badge.ofClasses(network, ONE, ones(4), 3, new Seed(6)));
    }

    /** Numbers: what is most uncertain first, and then what differs; a candidate without spread has no gradient. */
    @Test
    void numbersAreScaledByTheirSpread() {
        Matrix features = Matrix.of(new double[][] {{1, 0}, {0, 1}, {3, 3}, {1, 0.01}});
        double[] spread = {2, 1, 0, 1.9};
        int orthogonal = 0;
        for (int seed = 0; seed < 300; seed++) {
            int[] picks = Badge.ofNumbers(features, spread, ones(4), 2, new Seed(seed));
            assertEquals(0, picks[0]);
            orthogonal += picks[1] == 1 ? 1 : 0;
        }
        // Squared distances 5, 4 and .0104: 5 / 9.0104 of 300 draws, with a standard error of 8.6
        assertEquals(300 * 5 / 9.0104, orthogonal, 26);
    }

    @Test
    void picksAllIfAsked() {
        int[] picks = Badge.ofClasses(
                ONE, Matrix.of(new double[][] {{1, 0}, {1, 0}, {1, 0}, {1, 0}}), ones(4), 4, new Seed(3));
        assertArrayEquals(new int[] {0, 1, 2, 3}, Arrays.stream(picks).sorted().toArray());
    }

    @Test
    void refusesNumbersForClasses() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> Badge.ofClasses(ONE, Matrix.of(4, 1, new double[4]), ones(4), 1, new Seed(1)))
                .getMessage();
        assertTrue(message.contains("Maybe the target is a number?"), message);
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
