package assay.valuation;

import java.util.Arrays;

/**
 * Turns the verdicts of a classifier that was trained on as many sound as spoiled cases into probabilities for a set in
 * which the shares are other, and unknown.
 */
final class SpoiledPriors {

    /** The largest share of a kind of spoiled experiments that is reckoned with. */
    static final double MOST = 0.3;

    private static final double LEAST = 1e-4;
    private static final double SURE = 0.75;
    private static final int ITERATIONS = 100;

    private SpoiledPriors() {}

    /**
     * Shares of each kind, if the first kind was learnt from rows of which some are of the others. Where the classifier
     * is surest of a spoiled copy, the learnt rows are nothing but spoiled, so there the ratio of the densities is one
     * over the share (Elkan and Noto, KDD 2008; Blanchard, Lee and Scott, JMLR 2010). Taken at the upper quartile, as judges can be surer than is right.
     *
     * @param copies for every kind, the verdicts on copies of that kind: n x kinds; those of kind 0 are not looked at
     */
    static double[] ofContaminated(double[][][] copies) {
        double[] shares = new double[copies.length];
        shares[0] = 1;
        for (int kind = 1; kind < copies.length; kind++) {
            int own = kind;
            double[] ratios = Arrays.stream(copies[kind])
                    .mapToDouble(verdict -> verdict[own] / (verdict[0] + LEAST))
                    .sorted()
                    .toArray();
            shares[kind] = Math.min(MOST, 1 / Math.max(LEAST, ratios[(int) (SURE * ratios.length)]));
            shares[0] -= shares[kind];
        }
        return shares;
    }

    /** Probability of being spoiled, if the first kind was learnt from such rows: a share times the ratio of densities. */
    static double[] contaminated(double[][] verdicts, double[] shares) {
        return Arrays.stream(verdicts)
                .mapToDouble(verdict -> {
                    double sum = 0;
                    for (int kind = 1; kind < shares.length; kind++) {
                        sum += shares[kind] * verdict[kind] / (verdict[0] + LEAST);
                    }
                    return Math.min(1, sum);
                })
                .toArray();
    }

    /**
     * Probability of being spoiled, if the first kind was learnt from sound rows: the shares are those that make the verdicts
     * most likely, by expectation maximisation (Saerens, Latinne and Decaestecker, Neural Computation 14, 2002), with
     * one row of each kind thrown in.
     *
     * @param start shares to start from, all above 0
     */
    static double[] sound(double[][] verdicts, double[] start) {
        double[] shares = start.clone();
        double[] spoiled = new double[verdicts.length];
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[] sums = new double[shares.length];
            for (int row = 0; row < verdicts.length; row++) {
                double[] weights = new double[shares.length];
                double total = 0;
                for (int kind = 0; kind < shares.length; kind++) {
                    weights[kind] = shares[kind] * Math.max(verdicts[row][kind], LEAST * LEAST);
                    total += weights[kind];
                }
                for (int kind = 0; kind < shares.length; kind++) {
                    sums[kind] += weights[kind] / total;
                }
                spoiled[row] = 1 - weights[0] / total;
            }
            for (int kind = 0; kind < shares.length; kind++) {
                shares[kind] = (sums[kind] + 1) / (verdicts.length + shares.length);
            }
        }
        return spoiled;
    }
}
