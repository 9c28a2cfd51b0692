package assay.kernels;

/** Steps of plain gradient descent, as torch.optim.SGD without momentum takes them. The compiler vectorises the loops. */
public final class Sgd {

    private Sgd() {}

    /**
     * parameters -= rate gradient.
     *
     * @param gradient as long as parameters
     */
    public static void step(float[] parameters, float[] gradient, double rate) {
        float r = (float) rate;
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] -= r * gradient[i];
        }
    }

    /**
     * parameters -= rate gradient, in double precision.
     *
     * @param gradient as long as parameters
     */
    public static void step(double[] parameters, double[] gradient, double rate) {
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] -= rate * gradient[i];
        }
    }
}
