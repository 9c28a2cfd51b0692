package assay.acquisition.trial;

/**
 * How many experiments fewer a strategy needs than a baseline to reach the same loss: that of the worse of the two at the end, which
 * both reach. Negative if it needs more; at most as many as were bought. Exchanging the two changes the sign.
 *
 * <p>Mean curves are made to fall by isotonic regression, so that a lucky round does not count as having got there; between
 * rounds they are straight.
 */
final class TestsSaved {

    private TestsSaved() {}

    /**
     * @param bought experiments after each round, from 0 on
     * @param losses mean losses of the strategy after each round
     * @param baseline bought likewise
     * @param baselineLosses likewise of the baseline
     */
    static double of(double[] bought, double[] losses, double[] baseline, double[] baselineLosses) {
        double[] one = falling(losses);
        double[] other = falling(baselineLosses);
        double common = Math.max(one[one.length - 1], other[other.length - 1]);
        return needed(baseline, other, common) - needed(bought, one, common);
    }

    /** The falling sequence with the least squared distance: pool adjacent violators. */
    static double[] falling(double[] losses) {
        int n = losses.length;
        double[] means = new double[n];
        int[] sizes = new int[n];
        int blocks = 0;
        for (double loss : losses) {
            means[blocks] = loss;
            sizes[blocks] = 1;
            blocks++;
            while (blocks > 1 && means[blocks - 2] < means[blocks - 1]) {
                int size = sizes[blocks - 2] + sizes[blocks - 1];
                means[blocks - 2] =
                        (means[blocks - 2] * sizes[blocks - 2] + means[blocks - 1] * sizes[blocks - 1]) / size;
                sizes[blocks - 2] = size;
                blocks--;
            }
        }
        double[] falling = new double[n];
        int at = 0;
        for (int block = 0; block < blocks; block++) {
            for (int i = 0; i < sizes[block]; i++) {
                falling[at++] = means[block];
            }
        }
        return falling;
    }

    /** Experiments after which a falling curve first is at a loss; all of them if rounding keeps it from getting there. */
    private static double needed(double[] bought, double[] falling, double loss) {
        for (int round = 0; round < falling.length; round++) {
            if (falling[round] <= loss) {
                if (round == 0) {
                    return bought[0];
                }
                double share = (falling[round - 1] - loss) / (falling[round - 1] - falling[round]);
                return bought[round - 1] + share * (bought[round] - bought[round - 1]);
            }
        }
        return bought[bought.length - 1];
    }
}
