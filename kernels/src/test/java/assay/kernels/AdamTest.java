package assay.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AdamTest {

    /**
     * torch 2.x: {@code p = torch.tensor([1., -2.], dtype=torch.float64, requires_grad=True);
     * o = torch.optim.Adam([p], lr=.1); p.grad = torch.tensor([.5, -3.]); o.step(); p.grad = torch.tensor([-1., 0.]);
     * o.step()}. By hand, step 1 moves by 0.1 against the sign; step 2 by 0.1 mhat / (sqrt(vhat) + 1e-8).
     */
    @Test
    void agreesWithAHandComputedCase() {
        double[] p = {1, -2};
        double[] m = new double[2];
        double[] v = new double[2];
        Adam.step(p, new double[] {.5, -3}, m, v, .1, 1);
        assertArrayEquals(new double[] {.9, -1.9}, p, 1e-8);

        Adam.step(p, new double[] {-1, 0}, m, v, .1, 2);
        double first = (.9 * .05 - .1) / .19;
        double root = Math.sqrt((.999 * .00025 + .001) / .001999);
        assertEquals(.9 - .1 * first / root, p[0], 1e-8);
        // No gradient, and still a step: momentum.
        assertEquals(-1.9 + .1 * (.9 * .3 / .19) / Math.sqrt(.999 * .009 / .001999), p[1], 1e-8);
    }

    @Test
    void singlePrecisionFollowsDouble() {
        float[] p = {1, -2};
        double[] exact = {1, -2};
        float[] m = new float[2];
        float[] v = new float[2];
        double[] exactM = new double[2];
        double[] exactV = new double[2];
        for (int step = 1; step <= 50; step++) {
            float g = (float) Math.sin(step);
            Adam.step(p, new float[] {g, g * g}, m, v, .01, step);
            Adam.step(exact, new double[] {g, (double) g * g}, exactM, exactV, .01, step);
        }
        assertEquals(exact[0], p[0], 1e-5);
        assertEquals(exact[1], p[1], 1e-5);
    }

    @Test
    void untouchedParametersStayWhereTheyAre() {
        double[] p = {1, 1, 1};
        int[] steps = new int[3];
        Adam.stepSome(p, new double[] {1, 1, 1}, new double[3], new double[3], steps, new int[] {2, 0}, 1, .1);
        assertArrayEquals(new double[] {1, 1, .9}, p, 1e-8);
        assertArrayEquals(new int[] {0, 0, 1}, steps);
    }
}
