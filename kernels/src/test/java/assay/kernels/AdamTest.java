package assay.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AdamTest {

    /**
     * By hand, as {@code torch.optim.Adam([p], lr=.1)} does it: step 1 moves by 0.1 against the sign of the gradient; step 2
     * by 0.1 mhat / (sqrt(vhat) + 1e-8), and a parameter without a gradient goes on by its momentum.
     */
    @Test
    void agreesWithAHandComputedCase() {
        float[] p = {1, -2};
        float[] m = new float[2];
        float[] v = new float[2];
        Adam.step(p, new float[] {.5f, -3}, m, v, .1, 1);
        assertArrayEquals(new float[] {.9f, -1.9f}, p, 1e-6f);

        Adam.step(p, new float[] {-1, 0}, m, v, .1, 2);
        double first = (.9 * .05 - .1) / .19;
        double root = Math.sqrt((.999 * .00025 + .001) / .001999);
        assertEquals(.9 - .1 * first / root, p[0], 1e-6);
        assertEquals(-1.9 + .1 * (.9 * .3 / .19) / Math.sqrt(.999 * .009 / .001999), p[1], 1e-6);
    }

    @Test
    void followsThePaperForFiftySteps() {
        float[] p = {1, -2};
        float[] m = new float[2];
        float[] v = new float[2];
        PlainAdam plain = new PlainAdam(new double[] {1, -2}, .01);
        for (int step = 1; step <= 50; step++) {
            float g = (float) Math.sin(step);
            Adam.step(p, new float[] {g, g * g}, m, v, .01, step);
            plain.step(new double[] {g, (double) g * g});
        }
        assertEquals(plain.parameters[0], p[0], 1e-5);
        assertEquals(plain.parameters[1], p[1], 1e-5);
    }
}
