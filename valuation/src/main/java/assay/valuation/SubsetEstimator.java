package assay.valuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A value from the sets of a {@link SubsetSampler}: the mean over the sets of what their utility counts for each experiment.
 * From each utility the mean utility of sets of about its size is taken away first, and what that mean contributes is added
 * exactly: it is what sets of that size have in common, and would only add noise. The mean comes from the other half of
 * the pieces, so the estimate stays unbiased. Standard errors are those of the mean over pieces.
 *
 * <p>Keeps one number per set; O(n) besides. The sets are drawn again for each estimate, O(n) each.
 */
final class SubsetEstimator implements Estimator {

    private final SubsetSampler sampler;
    private final SizeWeights weights;
    private final List<double[]> results = new ArrayList<>();

    SubsetEstimator(SubsetSampler sampler, SizeWeights weights) {
        this.sampler = sampler;
        this.weights = weights;
    }

    @Override
    public void add(int piece, double[] result) {
        results.add(result);
    }

    @Override
    public Estimate estimate() {
        int n = sampler.n();
        double[] common = new double[2];
        SizeMeans[] halves = {new SizeMeans(sampler), new SizeMeans(sampler)};
        for (int piece = 0; piece < results.size(); piece++) {
            SubsetSampler.Draw[] draws = sampler.draws(piece);
            for (int i = 0; i < draws.length; i++) {
                halves[piece % 2].add(draws[i].size(), results.get(piece)[i]);
            }
        }
        double[][] baselines = {halves[1].means(), halves[0].means()};
        for (int half = 0; half < 2; half++) {
            common[half] = weights.ofSizes(baselines[half]);
        }
        Moments moments = new Moments(n);
        double[] contributions = new double[n];
        for (int piece = 0; piece < results.size(); piece++) {
            Arrays.fill(contributions, common[piece % 2]);
            SubsetSampler.Draw[] draws = sampler.draws(piece);
            for (int i = 0; i < draws.length; i++) {
                int k = draws[i].size();
                double excess = (results.get(piece)[i] - baselines[piece % 2][k]) / draws.length;
                double logProbability = Math.log(sampler.probability(k));
                double member = excess * weights.member(k, logProbability);
                double stranger = excess * weights.stranger(k, logProbability);
                int[] order = draws[i].order();
                for (int place = 0; place < n; place++) {
                    contributions[order[place]] += place < k ? member : stranger;
                }
            }
            for (int i = 0; i < n; i++) {
                moments.add(i, contributions[i]);
            }
        }
        return new Estimate(moments.means(), moments.errors(), "");
    }
}
