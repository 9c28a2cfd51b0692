package assay.valuation;

/** Means over repeats, with their standard errors; unknown for a single repeat. */
final class LeaveOneOutEstimator implements Estimator {

    private final LeaveOneOutSampler sampler;
    private final Moments moments;

    LeaveOneOutEstimator(LeaveOneOutSampler sampler) {
        this.sampler = sampler;
        this.moments = new Moments(sampler.n());
    }

    @Override
    public void add(int piece, double[] result) {
        double[] added = LeaveOneOutSampler.added(result);
        for (int i = 0; i < added.length; i++) {
            moments.add(sampler.firstRow(piece) + i, added[i]);
        }
    }

    @Override
    public Estimate estimate() {
        return new Estimate(moments.means(), moments.errors(), "");
    }
}
