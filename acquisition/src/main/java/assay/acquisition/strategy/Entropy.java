package assay.acquisition.strategy;

/** How undecided probabilities are. */
final class Entropy {

    private Entropy() {}

    /** In nats; impossible classes add nothing. */
    static double of(double[] p) {
        double sum = 0;
        for (double share : p) {
            if (share > 0) {
                sum -= share * Math.log(share);
            }
        }
        return sum;
    }
}
