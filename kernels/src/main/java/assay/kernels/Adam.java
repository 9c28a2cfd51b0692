package assay.kernels;

/**
 * Steps of Adam (Kingma and Ba, ICLR 2015) with beta 0.9 and 0.999 and epsilon 1e-8, without weight decay. In the form of
 * torch.optim.Adam: epsilon is added to the bias-corrected root.
 */
public final class Adam {

    static final double BETA_1 = 0.9;
    static final double BETA_2 = 0.999;
    static final double EPSILON = 1e-8;

    private Adam() {}

    /**
     * One step of all parameters.
     *
     * @param parameters moved in place
     * @param gradient as long
     * @param first running mean of the gradient, updated
     * @param second running mean of its square, updated
     * @param step 1 for the first step
     */
    public static void step(
            float[] parameters, float[] gradient, float[] first, float[] second, double rate, long step) {
        float scale = (float) (rate / (1 - Math.pow(BETA_1, step)));
        float root = (float) (1 / Math.sqrt(1 - Math.pow(BETA_2, step)));
        float beta1 = (float) BETA_1;
        float beta2 = (float) BETA_2;
        float rest1 = (float) (1 - BETA_1);
        float rest2 = (float) (1 - BETA_2);
        float epsilon = (float) EPSILON;
        for (int i = 0; i < parameters.length; i++) {
            float g = gradient[i];
            float m = beta1 * first[i] + rest1 * g;
            float v = beta2 * second[i] + rest2 * g * g;
            first[i] = m;
            second[i] = v;
            parameters[i] -= scale * m / ((float) Math.sqrt(v) * root + epsilon);
        }
    }
}
