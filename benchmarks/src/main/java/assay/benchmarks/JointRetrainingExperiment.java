package assay.benchmarks;

import assay.acquisition.Dataset;
import assay.acquisition.Seed;
import assay.acquisition.Valuation;
import assay.campaigns.csv.CsvWriter;
import assay.surrogate.MlpSettings;
import assay.surrogate.Surrogates;
import assay.valuation.Ame;
import assay.valuation.Banzhaf;
import assay.valuation.BetaShapley;
import assay.valuation.DataShapley;
import assay.valuation.Deadline;
import assay.valuation.Effort;
import assay.valuation.Journal;
import assay.valuation.Metric;
import assay.valuation.ValuationMethod;
import assay.valuation.Valuators;
import assay.valuation.detection.Detection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Data Shapley, Beta Shapley, Banzhaf and AME of 1000 rows of fried with 20 % wrong labels from one stream of trainings of the
 * network of the LossVal paper (five linear layers, 100 units, ReLU, batch 32), 5 epochs each, until the standard errors are below
 * a tenth of the spread of the values. Says how many models that took, and how far each method got. AME by its mean, as its
 * sparse regression looks at all sets again at every look.
 *
 * <p>The root mean square of the standard errors falls as the root of the models; with a small number of models the program thus
 * tells how many a large run needs: {@code models x (error / (0.1 x spread))^2}, where the spread is known well enough.
 *
 * <pre>benchmarks/run JointRetrainingExperiment 2000000 PROBABILITY 2 benchmarks/results/joint-retraining.csv ../shared/data</pre>
 */
public final class JointRetrainingExperiment {

    private static final double PRECISION = 0.1;

    private JointRetrainingExperiment() {}

    /** @param args most models, metric, threads, file for the values, folder of data sets */
    public static void main(String[] args) {
        Effort effort = Effort.ofModels(Integer.parseInt(args[0]))
                .withMetric(Metric.valueOf(args[1]))
                .withPrecision(PRECISION);
        Dataset all = NoisyDraw.read(Path.of(args[4]), "fried", true);
        Seed seed = new Seed(1);
        NoisyDraw draw = NoisyDraw.withLabelNoise(all, seed);
        List<ValuationMethod> methods = List.of(
                DataShapley.DEFAULT.withEffort(effort),
                BetaShapley.DEFAULT.withEffort(effort),
                new Banzhaf(effort),
                Ame.DEFAULT.withFit(Ame.Fit.MEAN).withEffort(effort));
        long start = System.nanoTime();
        List<Valuation> valuations = Valuators.all(
                        methods,
                        Surrogates.compact(MlpSettings.DEFAULT.withEpochs(5)),
                        new FixedThreads(Integer.parseInt(args[2])),
                        Journal.NONE,
                        Deadline.NEVER)
                .value(draw.train(), draw.holdout(), seed.derive("valuation"));
        double seconds = (System.nanoTime() - start) / 1e9;
        List<List<String>> rows = new ArrayList<>();
        for (int m = 0; m < methods.size(); m++) {
            Valuation valuation = valuations.get(m);
            report(valuation, Detection.of(valuation, draw.spoiled()), seconds);
            for (int i = 0; i < valuation.size(); i++) {
                rows.add(List.of(
                        methods.get(m).name(),
                        valuation.id(i),
                        CsvWriter.cell(valuation.value(i)),
                        CsvWriter.cell(valuation.standardError(i)),
                        draw.spoiled().contains(i) ? "1" : "0"));
            }
        }
        CsvWriter.write(Path.of(args[3]), List.of("method", "row", "value", "std_error", "spoiled"), rows);
    }

    private static void report(Valuation valuation, Detection detection, double seconds) {
        double[] values = valuation.values();
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = 0;
        double error = 0;
        for (int i = 0; i < values.length; i++) {
            variance += (values[i] - mean) * (values[i] - mean) / (values.length - 1);
            error += valuation.standardError(i) * valuation.standardError(i) / values.length;
        }
        double spread = Math.sqrt(Math.max(0, variance - error));
        System.out.printf(
                Locale.ROOT,
                "%s%n  F1 %.3f, AUROC %.3f, standard error %.2e, spread %.2e, %.0f s%n",
                valuation.provenance(),
                detection.f1(),
                detection.auroc(),
                Math.sqrt(error),
                spread,
                seconds);
    }
}
