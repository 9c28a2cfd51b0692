package assay.campaigns.cli;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.valuation.detection.Noise;
import assay.valuation.detection.NoisySplit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Options that say how rows are dealt and spoiled; a mixin. */
final class NoiseOptions {

    /** What becomes of inputs that never vary. */
    enum Constants {
        IGNORED,
        KEPT
    }

    private static final double TRAIN_SHARE = 0.6;
    private static final double VALID_SHARE = 0.1;

    @Option(
            names = "--noise",
            paramLabel = "KIND",
            split = ",",
            required = true,
            description =
                    "What is spoiled, split by commas: label (another target that occurs), feature (Gaussian noise on all"
                            + " inputs), mixed (half of the rows the one, half the other).")
    private List<Noise.Kind> kinds = List.of();

    @Option(
            names = "--rate",
            paramLabel = "R",
            split = ",",
            required = true,
            description = "Share of the training rows to spoil, 0 to 1, split by commas.")
    private List<Double> rates = List.of();

    @Option(
            names = "--noise-mean",
            paramLabel = "M",
            defaultValue = "0",
            description = "Mean of the noise on inputs, in standard deviations of each column (default:"
                    + " ${DEFAULT-VALUE}).")
    private double mean;

    @Option(
            names = "--noise-sd",
            paramLabel = "S",
            defaultValue = "1",
            description = "Standard deviation of that noise (default: ${DEFAULT-VALUE}).")
    private double sd;

    @Option(
            names = "--holdout",
            paramLabel = "H",
            defaultValue = "noisy",
            description =
                    "Whether the validation rows are noisy like the training rows, as in the published runs, or clean"
                            + " (default: ${DEFAULT-VALUE}).")
    private NoisySplit.Holdout holdout = NoisySplit.Holdout.NOISY;

    @Option(
            names = "--constants",
            paramLabel = "C",
            defaultValue = "ignored",
            description =
                    "Whether inputs that are the same in every row are ignored, as elsewhere, or kept and spoiled like the"
                            + " others, as in the published runs: there noise shows at a glance (default: ${DEFAULT-VALUE}).")
    private Constants constants = Constants.IGNORED;

    @Option(
            names = "--train-size",
            paramLabel = "N",
            description = "Training rows of each draw (default: 1000, or 60 %% of a small file).")
    private Optional<Integer> train = Optional.empty();

    @Option(
            names = "--valid-size",
            paramLabel = "N",
            description = "Validation rows (default: 100, or 10 %% of a small file).")
    private Optional<Integer> valid = Optional.empty();

    @Option(
            names = "--test-size",
            paramLabel = "N",
            description = "Test rows, which only --curves uses (default: the others, at most 3000).")
    private Optional<Integer> test = Optional.empty();

    NoisySplit.Holdout holdout() {
        return holdout;
    }

    /**
     * The rows that are dealt.
     *
     * @param varying without the inputs that are constant
     * @param constant how many those are: if they are kept, as many features of 0 follow the others, which is what OpenDataVal
     *     standardises them to
     */
    Dataset dealt(Dataset varying, int constant) {
        int added = constants == Constants.KEPT ? constant : 0;
        int n = varying.size();
        int d = varying.features().columns();
        double[] all = new double[n * (d + added)];
        for (int row = 0; row < n; row++) {
            for (int j = 0; j < d; j++) {
                all[row * (d + added) + j] = varying.features().at(row, j);
            }
        }
        return varying.withFeatures(Matrix.of(n, d + added, all));
    }

    /**
     * Every noise that was asked for, kinds first.
     *
     * @throws IllegalArgumentException for a rate or a size of noise that is out of bounds, or named twice
     */
    List<Noise> noises() {
        refuseTwice("--noise", kinds.stream().map(Typed::word).toList());
        refuseTwice("--rate", rates.stream().map(String::valueOf).toList());
        return kinds.stream()
                .flatMap(kind -> rates.stream().map(rate -> new Noise(kind, rate, mean, sd)))
                .toList();
    }

    private static void refuseTwice(String option, List<String> values) {
        Stream.iterate(0, i -> i + 1)
                .limit(values.size())
                .filter(i -> values.indexOf(values.get(i)) < i)
                .findFirst()
                .ifPresent(i -> {
                    throw new IllegalArgumentException("%s names %s twice".formatted(option, values.get(i)));
                });
    }

    /**
     * How a file of some rows is dealt.
     *
     * @throws IllegalArgumentException if that leaves a part empty, or a rate spoils no row or all
     */
    NoisySplit.Sizes sizes(int rows) {
        NoisySplit.Sizes published = NoisySplit.Sizes.PUBLISHED;
        boolean large = rows >= published.total();
        int first = train.orElse(large ? published.train() : Math.min(published.train(), (int) (TRAIN_SHARE * rows)));
        int second =
                valid.orElse(large ? published.holdout() : Math.min(published.holdout(), (int) (VALID_SHARE * rows)));
        int third = test.orElse(Math.max(0, Math.min(published.test(), rows - first - second)));
        NoisySplit.Sizes sizes = new NoisySplit.Sizes(first, second, third);
        for (double rate : rates) {
            long spoiled = Math.round(rate * first);
            if (spoiled < 1 || spoiled >= first) {
                throw new IllegalArgumentException(
                        "rate (%s) spoils %d of %d training rows, but it must spoil at least 1 and not all"
                                .formatted(rate, spoiled, first));
            }
        }
        return sizes;
    }
}
