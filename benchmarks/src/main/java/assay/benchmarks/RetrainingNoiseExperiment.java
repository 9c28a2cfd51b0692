package assay.benchmarks;

import assay.acquisition.Dataset;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import assay.acquisition.Valuation;
import assay.campaigns.csv.CsvWriter;
import assay.surrogate.MlpSettings;
import assay.surrogate.Surrogates;
import assay.valuation.Ame;
import assay.valuation.Banzhaf;
import assay.valuation.BetaShapley;
import assay.valuation.DataOob;
import assay.valuation.DataShapley;
import assay.valuation.Deadline;
import assay.valuation.Effort;
import assay.valuation.InfluenceSubsample;
import assay.valuation.Journal;
import assay.valuation.LeaveOneOut;
import assay.valuation.Metric;
import assay.valuation.Sampling;
import assay.valuation.ValuationMethod;
import assay.valuation.Valuators;
import assay.valuation.detection.Detection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How well the methods that retrain find wrong labels, by the protocol of {@link LossValNoiseExperiment}: 1000 training and 100
 * clean holdout rows of a published set, 20 % of the labels wrong. Each method has the stream of sets to itself, and so many
 * models; F1 of the lower of two clusters and AUROC, and the root mean square of the standard
 * errors over the standard deviation of the values (1: nothing but noise).
 *
 * <pre>benchmarks/run RetrainingNoiseExperiment 5 2000 ACCURACY linear benchmarks/results/retraining-noise-linear.csv ../shared/data
 * benchmarks/run RetrainingNoiseExperiment 5 20000 ACCURACY linear benchmarks/results/retraining-noise-linear-20000.csv \
 *   ../shared/data regression banzhaf,data-shapley
 * benchmarks/run RetrainingNoiseExperiment 5 2000 ACCURACY compact benchmarks/results/retraining-noise-compact.csv \
 *   ../shared/data regression data-oob,banzhaf,data-shapley</pre>
 */
public final class RetrainingNoiseExperiment {

    private RetrainingNoiseExperiment() {}

    /** @param args number of seeds, models, metric of classifiers, linear or compact (5 epochs), file for the results, folder of data sets; then, as wanted, the one task, and names of methods split by commas: the first of each name */
    public static void main(String[] args) {
        int seeds = Integer.parseInt(args[0]);
        Effort effort = Effort.ofModels(Integer.parseInt(args[1])).withMetric(Metric.valueOf(args[2]));
        TargetModel.Trainer trainer =
                args[3].equals("linear") ? Surrogates.linear() : Surrogates.compact(MlpSettings.DEFAULT.withEpochs(5));
        List<List<String>> rows = new ArrayList<>();
        for (boolean classes : new boolean[] {true, false}) {
            String task = classes ? "classification" : "regression";
            if (args.length > 6 && !task.equals(args[6])) {
                continue;
            }
            Dataset all = NoisyDraw.read(Path.of(args[5]), "fried", classes);
            for (ValuationMethod method : methods(effort, args.length > 7 ? List.of(args[7].split(",")) : List.of())) {
                measure(all, task, args[3], trainer, method, seeds, rows);
            }
        }
        CsvWriter.write(
                Path.of(args[4]),
                List.of("problem", "task", "model", "method", "seed", "f1_2means", "auroc", "error_over_deviation"),
                rows);
    }

    private static List<ValuationMethod> methods(Effort effort, List<String> wanted) {
        if (wanted.isEmpty()) {
            return methods(effort);
        }
        return wanted.stream()
                .map(name -> methods(effort).stream()
                        .filter(method -> method.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no method " + name)))
                .toList();
    }

    private static List<ValuationMethod> methods(Effort effort) {
        return List.of(
                new DataOob(new Effort(Math.min(effort.models(), 1000), 0, 0, effort.metric())),
                new Banzhaf(effort),
                DataShapley.DEFAULT.withEffort(effort),
                DataShapley.DEFAULT.withSampling(Sampling.PERMUTATION).withEffort(effort),
                BetaShapley.DEFAULT.withEffort(effort),
                InfluenceSubsample.DEFAULT.withEffort(effort),
                Ame.DEFAULT.withEffort(effort),
                Ame.DEFAULT.withFit(Ame.Fit.MEAN).withEffort(effort),
                new LeaveOneOut(1, effort));
    }

    private static void measure(
            Dataset all,
            String task,
            String model,
            TargetModel.Trainer trainer,
            ValuationMethod method,
            int seeds,
            List<List<String>> rows) {
        Runner threads = new FixedThreads(Runtime.getRuntime().availableProcessors());
        double f1 = 0;
        double auroc = 0;
        long start = System.nanoTime();
        String name = method.describe().replaceAll(", at most.*", "");
        for (int i = 1; i <= seeds; i++) {
            Seed seed = new Seed(i);
            NoisyDraw draw = NoisyDraw.withLabelNoise(all, seed);
            Valuation valuation = Valuators.all(List.of(method), trainer, threads, Journal.NONE, Deadline.NEVER)
                    .value(draw.train(), draw.holdout(), seed.derive("valuation"))
                    .get(0);
            Detection detection = Detection.of(valuation, draw.spoiled());
            f1 += detection.f1() / seeds;
            auroc += detection.auroc() / seeds;
            rows.add(List.of(
                    "fried",
                    task,
                    model,
                    name,
                    Integer.toString(i),
                    String.format(Locale.ROOT, "%.4f", detection.f1()),
                    String.format(Locale.ROOT, "%.4f", detection.auroc()),
                    CsvWriter.cell(errorOverDeviation(valuation))));
        }
        System.out.printf(
                Locale.ROOT,
                "%-14s %-17s %-55s F1 %.3f, AUROC %.3f, %.1f s%n",
                task,
                model,
                name,
                f1,
                auroc,
                (System.nanoTime() - start) / 1e9 / seeds);
    }

    private static double errorOverDeviation(Valuation valuation) {
        double[] values = valuation.values();
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = 0;
        double error = 0;
        for (int i = 0; i < values.length; i++) {
            variance += (values[i] - mean) * (values[i] - mean);
            error += valuation.standardError(i) * valuation.standardError(i);
        }
        return Math.sqrt(error / variance);
    }
}
