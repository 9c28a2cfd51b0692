package assay.valuation;

import java.util.Arrays;

/** A semivalue from what experiments added to coalitions: running sums, O(n), with the standard errors of the mean over pieces. */
final class MarginalEstimator implements Estimator {

    private final MarginalSampler sampler;
    private final double[] factors;
    private final Moments moments;

    /** @param coalitions as in {@link Coalitions} */
    MarginalEstimator(MarginalSampler sampler, double[] coalitions) {
        int n = coalitions.length;
        this.sampler = sampler;
        this.factors = Arrays.stream(coalitions)
                .map(log -> Math.exp(log + Math.log(n)) / sampler.joins())
                .toArray();
        this.moments = new Moments(n);
    }

    @Override
    public void add(int piece, double[] result) {
        double[] contributions = new double[factors.length];
        sampler.read(piece, result, (row, size, added) -> contributions[row] += factors[size] * added);
        for (int i = 0; i < contributions.length; i++) {
            moments.add(i, contributions[i]);
        }
    }

    @Override
    public Estimate estimate() {
        return new Estimate(moments.means(), moments.errors(), "");
    }
}
