package assay.valuation;

/**
 * Means of the scores out of bag, with their standard errors. The bootstraps share the experiments, so an error says how far
 * the value is from that of infinitely many bootstraps of these experiments. A row that was in every bootstrap
 * has no value yet.
 */
final class BootstrapEstimator implements Estimator {

    private final BootstrapSampler sampler;
    private final Moments moments;

    BootstrapEstimator(BootstrapSampler sampler) {
        this.sampler = sampler;
        this.moments = new Moments(sampler.n());
    }

    @Override
    public void add(int piece, double[] result) {
        int[] rows = sampler.outOfBag(piece);
        for (int i = 0; i < rows.length; i++) {
            moments.add(rows[i], result[i]);
        }
    }

    @Override
    public Estimate estimate() {
        return new Estimate(moments.means(), moments.errors(), "");
    }
}
