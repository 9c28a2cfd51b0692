package assay.campaigns.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** Options that say which target model is trained, and the settings of model and method; a mixin. */
final class ModelOptions {

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            defaultValue = "compact",
            description = "The target model: compact or dl4j (networks), cnn (images), linear, forest or knn (default:"
                    + " ${DEFAULT-VALUE}).")
    private ModelKind kind;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = {
                "A setting; repeatable. Of networks: layers (linear layers), hidden, activation (relu, tanh, sigmoid),"
                        + " optimiser (adam, sgd), patience. Of networks and LossVal together: epochs, batch, rate. Of"
                        + " LossVal: repeats, power (2, 1, 0), adam (dense, lazy), readout (last, averaged). Of knn: k. Of"
                        + " forest: models (trees).",
                "--set preset=rolc-p sets a network to the one of the LossVal paper for ROLC_p of crash tests: layers=4,"
                        + " hidden=100, activation=tanh, rate=0.01, epochs=30, all rows in one batch. Settings given beside it"
                        + " win; those of LossVal stay. The default is preset=lossval.",
                "Of cnn, a small convolutional network: image=HEIGHTxWIDTH or HEIGHTxWIDTHxCHANNELS, filters, kernel, hidden,"
                        + " patience, epochs, batch, rate. Its input columns are the pixels, channel by channel, row by row.",
                "Of consensus: repeats, rounds, trees.",
                "Of knn-shapley: k (one or more, with commas), vote (hard, soft), space (features, embedding).",
                "Of lava: lambda (weight of labels), repeats (resampled holdouts), space.",
                "Of dvrl: iterations, sample (tests to choose from in each), selector-rate, repeats.",
                "Of nddv: steps (of the flow), epochs, batch, rate, repeats.",
                "Of iv: penalty, space.",
                "Of methods that retrain: models (trainings; the trees of a forest are then trees), seconds, precision,"
                        + " stability, metric (of classes: accuracy, probability; of numbers: absolute-error, squared-error). Of data-, beta- and cs-shapley: sampling (subsets,"
                        + " permutation, antithetic, stratified, owen), tolerance (of permutations). Of beta-shapley:"
                        + " alpha, beta. Of cs-shapley: others (of other classes: sampled, all). Of ame: p"
                        + " (shares, with commas), scaling (probability, row), fit (lasso, mean). Of influence-subsample:"
                        + " share. Of loo: repeats.",
                "Of the strategy ads: preselected (share of the candidates that is spread out), within (cell: of those nearest to"
                        + " each known test; pool, as published), neighbours, worth (neighbours; or exact: what"
                        + " KNN-Shapley would give a candidate, for classes and with --valid; then within=pool).",
                "For all: standardise (true, false), folds (holdouts in turn when there is no --valid)."
            })
    private List<String> settings = List.of();

    ModelKind kind() {
        return kind;
    }

    /** @throws IllegalArgumentException for what is no pair of key and value */
    Settings settings() {
        return Settings.of(settings);
    }
}
