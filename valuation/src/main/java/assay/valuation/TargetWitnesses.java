package assay.valuation;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import assay.kernels.Activation;
import assay.surrogate.MlpSettings;
import assay.surrogate.Optimiser;
import assay.surrogate.Surrogates;
import assay.valuation.Consensus.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What {@link Consensus} hears on the target of an experiment, given its inputs. Immutable. */
final class TargetWitnesses {

    private static final int NEAREST = 10;
    private static final int NETWORKS = 3;
    private static final MlpSettings NETWORK = new MlpSettings(3, 50, Activation.RELU, Optimiser.ADAM, 0.01, 15, 32, 0);

    /** So much is added to probabilities and residuals before their logarithm is taken: nobody is surer than that. */
    private static final double DOUBT = 0.02;

    private static final double DOUBT_OF_NUMBERS = 0.05;

    private final Task task;
    private final List<TargetModel> models;

    /** @param seen experiments to learn from; numeric targets standardised */
    TargetWitnesses(Consensus settings, Dataset seen, Seed seed) {
        this.task = seen.task();
        this.models = new ArrayList<>();
        if (settings.witnesses().contains(Witness.FOREST)) {
            models.add(Surrogates.forest(settings.trees(), Runner.SEQUENTIAL).fit(seen, seed.derive("forest")));
        }
        if (settings.witnesses().contains(Witness.NEIGHBOURS)) {
            models.add(Surrogates.knn(Math.min(NEAREST, seen.size())).fit(seen, seed));
        }
        if (settings.witnesses().contains(Witness.NETWORK)) {
            List<TargetModel> networks = IntStream.range(0, NETWORKS)
                    .<TargetModel>mapToObj(i -> Surrogates.compact(NETWORK)
                            .fit(seen, seed.derive("network").derive(i)))
                    .toList();
            models.add(features -> mean(networks, features));
        }
    }

    private static Matrix mean(List<TargetModel> models, Matrix features) {
        List<double[]> all =
                models.stream().map(model -> model.predict(features).toArray()).toList();
        double[] mean = new double[all.get(0).length];
        for (double[] one : all) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += one[i] / all.size();
            }
        }
        return Matrix.of(features.rows(), mean.length / features.rows(), mean);
    }

    /** What each model expects of experiments that were not seen. */
    List<Matrix> expectations(Matrix features) {
        return models.stream().map(model -> model.predict(features)).toList();
    }

    /**
     * Opinions on targets; more is more suspicious: minus the log-odds of the class, or the logarithm of the residual.
     *
     * @param expectations of each model on m experiments
     * @param targets m
     * @return one row per opinion, m numbers each
     */
    List<double[]> opinions(List<Matrix> expectations, double[] targets) {
        return expectations.stream()
                .map(expected -> IntStream.range(0, targets.length)
                        .mapToDouble(row -> opinion(expected, row, targets[row]))
                        .toArray())
                .toList();
    }

    private double opinion(Matrix expected, int row, double target) {
        if (task instanceof Task.Classification) {
            double probability = expected.at(row, (int) target);
            return Math.log((1 - probability + DOUBT) / (probability + DOUBT));
        }
        return Math.log(Math.abs(expected.at(row, 0) - target) + DOUBT_OF_NUMBERS);
    }
}
