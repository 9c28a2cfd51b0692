package assay.kernels;

/** Adam written down as in its paper, in double precision. */
final class PlainAdam {

    final double[] parameters;

    private final double[] first;
    private final double[] second;
    private final double rate;
    private int steps;

    PlainAdam(double[] parameters, double rate) {
        this.parameters = parameters.clone();
        this.first = new double[parameters.length];
        this.second = new double[parameters.length];
        this.rate = rate;
    }

    void step(double[] gradient) {
        steps++;
        for (int i = 0; i < parameters.length; i++) {
            first[i] = .9 * first[i] + .1 * gradient[i];
            second[i] = .999 * second[i] + .001 * gradient[i] * gradient[i];
            double mean = first[i] / (1 - Math.pow(.9, steps));
            double square = second[i] / (1 - Math.pow(.999, steps));
            parameters[i] -= rate * mean / (Math.sqrt(square) + 1e-8);
        }
    }
}
