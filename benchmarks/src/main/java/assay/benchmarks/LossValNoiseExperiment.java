package assay.benchmarks;

import assay.acquisition.Dataset;
import assay.acquisition.Encoding;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.Table;
import assay.acquisition.Task;
import assay.acquisition.Valuation;
import assay.acquisition.problem.GenerationOptions;
import assay.acquisition.problem.SyntheticProblems;
import assay.acquisition.problem.TargetForm;
import assay.campaigns.csv.CsvWriter;
import assay.surrogate.MlpSettings;
import assay.surrogate.Surrogates;
import assay.valuation.ValuationMethod.LossVal;
import assay.valuation.Valuators;
import assay.valuation.detection.Detection;
import assay.valuation.detection.NoiseInjection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How well LossVal finds spoiled rows, by the protocol of its paper: 1000 training and 100 validation rows of a set of
 * 4100, standardised over the set, 20 % of the training rows spoiled; five linear layers of 100 units, ReLU, batch 32,
 * learning rate 0.01; F1 of the lower of two clusters and AUROC.
 *
 * <p>Validation features are as noisy as the training features in the reference mode, as in the published runs, and clean
 * in the normalised mode. Run from the project's root, with the number of seeds and the file for the results:
 *
 * <pre>mvn -q -DskipTests install &amp;&amp; mvn -q -pl benchmarks exec:java \
 *   -Dexec.mainClass=assay.benchmarks.LossValNoiseExperiment -Dexec.args="25 benchmarks/results/lossval-noise.csv"</pre>
 */
public final class LossValNoiseExperiment {

    private static final double RATE = 0.2;

    private record Setting(String problem, TargetForm form, String noise, LossVal method) {}

    private LossValNoiseExperiment() {}

    /** @param args number of seeds, file for the results */
    public static void main(String[] args) {
        int seeds = Integer.parseInt(args[0]);
        List<List<String>> rows = new ArrayList<>();
        for (Setting setting : settings()) {
            List<Detection> detections = IntStream.rangeClosed(1, seeds)
                    .parallel()
                    .mapToObj(i -> detect(setting, new Seed(i)))
                    .toList();
            for (int i = 0; i < seeds; i++) {
                rows.add(List.of(
                        setting.problem(),
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

    private static Detection detect(Setting setting, Seed seed) {
        Table table = SyntheticProblems.named(setting.problem())
                .generate(4100, GenerationOptions.DEFAULT.withForm(setting.form()), seed.derive("data"))
                .table();
        Task task = setting.form() == TargetForm.CLASS
                ? new Task.Classification(Encoding.classes(table))
                : new Task.Regression();
        Dataset all = Encoding.fit(table, task, Encoding.Scaling.STANDARDISED).dataset(table);
        Dataset train = all.select(IntStream.range(0, 1000).toArray());
        Dataset holdout = all.select(IntStream.range(1000, 1100).toArray());
        boolean labels = setting.noise().equals("label");
        if (!labels && setting.method().masses() == LossVal.Masses.RAW) {
            holdout = NoiseInjection.features(holdout, RATE, 1, seed.derive("holdout noise"))
                    .dataset();
        }
        NoiseInjection spoiled = labels
                ? NoiseInjection.labels(train, RATE, seed.derive("noise"))
                : NoiseInjection.features(train, RATE, 1, seed.derive("noise"));
        Valuation valuation = Valuators.of(setting.method(), Surrogates.compact(MlpSettings.DEFAULT), Runner.SEQUENTIAL)
                .value(spoiled.dataset(), holdout, seed.derive("valuation"));
        return Detection.of(valuation, spoiled.spoiled());
    }
}
