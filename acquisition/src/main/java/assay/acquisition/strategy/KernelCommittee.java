package assay.acquisition.strategy;

import assay.acquisition.Dataset;
import assay.acquisition.EnsembleModel;
import assay.acquisition.FeatureImportance;
import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which kernels a situation suggests. Several make a committee, in which every kernel has one voice: known experiments cannot tell which is
 * right where the candidates lie outside of them, so none is given more weight for explaining the known ones.
 */
@FunctionalInterface
interface KernelCommittee {

    /** By what logarithms of lengths differ among themselves before anything is known. */
    double LENGTH_SPREAD = 0.5;

    /** Part of the importance that all features share alike, so that none is thought inert for want of evidence. */
    double SHARED_IMPORTANCE = 0.1;

    /** Of more points than that, a uniform draw says how much an ensemble disagrees. */
    int MOST_FOR_UNIT = 1000;

    /** @return at least one */
    List<Covariance> kernels(Situation situation, Seed seed);

    /** The same length in every direction, the median distance of known experiments and candidates; noise 0.05 of the signal. */
    static KernelCommittee plain() {
        return (situation, seed) ->
                List.of(new SquaredExponential(plainLengths(situation, seed), 1, MarginalLikelihood.USUAL_NOISE));
    }

    /** The same for results that may change abruptly: the median of the sums of absolute differences; noise 0.05 of the signal. */
    static KernelCommittee rough() {
        return (situation, seed) -> {
            Matrix points = points(situation);
            double length = KernelFit.medianCityBlockDistance(points, seed.derive("median distance"));
            return List.of(new Laplacian(points.columns(), length, MarginalLikelihood.USUAL_NOISE));
        };
    }

    /** One length for all, and noise, as the known results make them probable. */
    static KernelCommittee common() {
        return (situation, seed) ->
                List.of(KernelFit.withCommonShift(situation.known(), plainLengths(situation, seed), seed));
    }

    /** A length in every direction, and noise, as the known results make them probable. */
    static KernelCommittee fitted() {
        return (situation, seed) ->
                List.of(KernelFit.mostProbable(situation.known(), plainLengths(situation, seed), LENGTH_SPREAD, seed));
    }

    /** Short lengths where the importance is high, nothing else fitted. */
    static KernelCommittee scaled(FeatureImportance importance) {
        return (situation, seed) -> List.of(new SquaredExponential(
                importantLengths(situation, importance, seed), 1, MarginalLikelihood.USUAL_NOISE));
    }

    /** As {@link #fitted}, but what is probable beforehand are the lengths of {@link #scaled}. */
    static KernelCommittee informed(FeatureImportance importance) {
        return (situation, seed) -> List.of(KernelFit.mostProbable(
                situation.known(), importantLengths(situation, importance, seed), LENGTH_SPREAD, seed));
    }

    /** What an ensemble that learnt from the known experiments is unsure about together. */
    static KernelCommittee disputed(EnsembleModel.Trainer trainer) {
        return (situation, seed) -> {
            EnsembleModel ensemble = Disagreement.predictions(trainer, situation, seed);
            Matrix points = points(situation);
            int[] some = KernelFit.draw(points.rows(), MOST_FOR_UNIT, seed.derive("unit"));
            SquaredExponential nearness =
                    new SquaredExponential(plainLengths(situation, seed), 1, MarginalLikelihood.USUAL_NOISE);
            return List.of(new EnsembleCovariance(nearness, ensemble, points.select(some)));
        };
    }

    /** The members of both. */
    default KernelCommittee and(KernelCommittee other) {
        return (situation, seed) -> {
            List<Covariance> both = new ArrayList<>(kernels(situation, seed));
            both.addAll(other.kernels(situation, seed));
            return both;
        };
    }

    private static Matrix points(Situation situation) {
        return situation.known().configurable().above(situation.pool().features());
    }

    private static double[] plainLengths(Situation situation, Seed seed) {
        double[] lengths = new double[situation.pool().features().columns()];
        Arrays.fill(lengths, KernelFit.medianDistance(points(situation), seed.derive("median distance")));
        return lengths;
    }

    /** Features are divided by lengths of 1 / sqrt(importance x d); then the median distance is the unit. */
    private static double[] importantLengths(Situation situation, FeatureImportance importance, Seed seed) {
        Dataset known = situation.known();
        double[] shares = importance.measure(known.withFeatures(known.configurable()), seed.derive("importance"));
        int d = shares.length;
        double[] lengths = Arrays.stream(shares)
                .map(share -> 1 / Math.sqrt(SHARED_IMPORTANCE + (1 - SHARED_IMPORTANCE) * share * d))
                .toArray();
        Matrix points = points(situation);
        double[] scaled = new SquaredExponential(lengths, 1, 1).scaled(points);
        double median = KernelFit.medianDistance(Matrix.of(points.rows(), d, scaled), seed.derive("median distance"));
        return IntStream.range(0, d).mapToDouble(j -> lengths[j] * median).toArray();
    }
}
