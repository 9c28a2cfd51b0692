package assay.benchmarks;

import assay.acquisition.Dataset;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.Valuation;
import assay.acquisition.problem.GenerationOptions;
import assay.acquisition.problem.SyntheticProblems;
import assay.acquisition.problem.TargetForm;
import assay.campaigns.csv.CsvWriter;
import assay.surrogate.MlpSettings;
import assay.surrogate.Surrogates;
import assay.valuation.LossVal;
import assay.valuation.Valuators;
import assay.valuation.detection.Detection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How well LossVal finds spoiled rows, by the protocol of its paper: 1000 training and 100 validation rows drawn from a set
 * that is standardised as a whole, 20 % of the training rows spoiled; five linear layers of 100 units, ReLU, batch 32,
 * learning rate 0.01; F1 of the lower of two clusters and AUROC.
 *
 * <p>Validation features are as noisy as the training features in the reference mode, as in the published runs, and clean
 * in the normalised mode. The published means for label noise are .6701 (s.e. .0063) for fried as classification after 30
 * epochs, .5834 (.004) after 5; .722 and .621 for 2dplanes.
 *
 * <p>Run from the project's root, with the number of seeds, the file for the results and, if there is one, a folder with the
 * files fried/fried.csv.gz, fried/fried_regression.csv.gz and the same of 2dplanes; without it both sets are made up:
 *
 * <pre>mvn -q -DskipTests package &amp;&amp; java -cp "benchmarks/target/classes:campaigns/target/classes:campaigns/target/lib/*" \
 *   assay.benchmarks.LossValNoiseExperiment 25 benchmarks/results/lossval-noise.csv ../shared/data</pre>
 */
public final class LossValNoiseExperiment {

    private record Setting(String problem, TargetForm form, String noise, LossVal method) {}

    private LossValNoiseExperiment() {}

    /** @param args number of seeds, file for the results, folder of data sets (optional) */
    public static void main(String[] args) {
        int seeds = Integer.parseInt(args[0]);
        Optional<Path> data = args.length > 2 ? Optional.of(Path.of(args[2])) : Optional.empty();
        List<List<String>> rows = new ArrayList<>();
        for (Setting setting : settings()) {
            Optional<Dataset> file =
                    data.map(folder -> NoisyDraw.read(folder, setting.problem(), setting.form() == TargetForm.CLASS));
            List<Detection> detections = IntStream.rangeClosed(1, seeds)
                    .parallel()
                    .mapToObj(i -> detect(setting, file, new Seed(i)))
                    .toList();
            for (int i = 0; i < seeds; i++) {
                rows.add(List.of(
                        setting.problem() + (data.isPresent() ? "" : " (made up)"),
                        setting.form() == TargetForm.CLASS ? "classification" : "regression",
                        setting.noise(),
                        setting.method().name(),
                        Integer.toString(setting.method().epochs()),
                        Integer.toString(i + 1),
                        String.format(Locale.ROOT, "%.4f", detections.get(i).f1()),
                        String.format(Locale.ROOT, "%.4f", detections.get(i).auroc())));
            }
            double[] f1 = detections.stream().mapToDouble(Detection::f1).toArray();
            double mean =
                    IntStream.range(0, seeds).mapToDouble(i -> f1[i]).average().orElseThrow();
            double squares = IntStream.range(0, seeds)
                    .mapToDouble(i -> (f1[i] - mean) * (f1[i] - mean))
                    .sum();
            System.out.printf(
                    Locale.ROOT,
                    "%-9s %-7s %-7s %-17s %2d epochs: F1 %.4f (s.e. %.4f)%n",
                    setting.problem(),
                    setting.form(),
                    setting.noise(),
                    setting.method().name(),
                    setting.method().epochs(),
                    mean,
                    Math.sqrt(squares / (seeds - 1.0) / seeds));
        }
        CsvWriter.write(
                Path.of(args[1]),
                List.of("problem", "task", "noise", "method", "epochs", "seed", "f1_2means", "auroc"),
                rows);
    }

    private static List<Setting> settings() {
        List<LossVal> methods =
                List.of(LossVal.REFERENCE, LossVal.REFERENCE.withEpochs(5), LossVal.DEFAULT.withRepeats(1));
        List<Setting> settings = new ArrayList<>();
        for (String problem : List.of("fried", "2dplanes")) {
            for (TargetForm form : List.of(TargetForm.CLASS, TargetForm.NUMBER)) {
                for (String noise : List.of("label", "feature")) {
                    methods.forEach(method -> settings.add(new Setting(problem, form, noise, method)));
                }
            }
        }
        return settings;
    }

    private static Detection detect(Setting setting, Optional<Dataset> file, Seed seed) {
        Dataset all = file.orElseGet(() -> NoisyDraw.encoded(
                SyntheticProblems.named(setting.problem())
                        .generate(4100, GenerationOptions.DEFAULT.withForm(setting.form()), seed.derive("data"))
                        .table(),
                setting.form() == TargetForm.CLASS));
        NoisyDraw draw = setting.noise().equals("label")
                ? NoisyDraw.withLabelNoise(all, seed)
                : NoisyDraw.withFeatureNoise(all, setting.method().masses() == LossVal.Masses.RAW, seed);
        Valuation valuation = Valuators.of(setting.method(), Surrogates.compact(MlpSettings.DEFAULT), Runner.SEQUENTIAL)
                .value(draw.train(), draw.holdout(), seed.derive("valuation"));
        return Detection.of(valuation, draw.spoiled());
    }
}
