package assay.benchmarks;

import assay.acquisition.Dataset;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.campaigns.csv.CsvWriter;
import assay.surrogate.MlpSettings;
import assay.surrogate.Surrogates;
import assay.valuation.Dvrl;
import assay.valuation.KnnShapley;
import assay.valuation.Lava;
import assay.valuation.RandomValues;
import assay.valuation.Space;
import assay.valuation.ValuationMethod;
import assay.valuation.Valuators;
import assay.valuation.detection.Detection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How well the methods that do not retrain for every subset find spoiled rows, by the protocol of LossVal's paper: 1000
 * training rows, 20 % of them spoiled, 100 holdout rows, F1 of the lower of two clusters and AUROC. The holdout is spoiled
 * likewise, as in the published runs, or clean. The target model has five linear layers of 100 units, where one is used.
 *
 * <pre>benchmarks/run DetectionExperiment ../shared/data 10 benchmarks/results/detection.csv [METHOD..]</pre>
 */
public final class DetectionExperiment {

    private static final int THREADS = 2;

    private record Setting(String problem, boolean classes, String noise, String holdout) {}

    private DetectionExperiment() {}

    /** @param args folder of data sets, number of seeds, file for the results, names of methods (all without) */
    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        int seeds = Integer.parseInt(args[1]);
        List<String> wanted = List.of(args).subList(3, args.length);
        List<List<String>> rows = new ArrayList<>();
        for (Setting setting : settings()) {
            Dataset all = NoisyDraw.read(folder, setting.problem(), setting.classes());
            for (Map.Entry<String, ValuationMethod> method : methods().entrySet()) {
                if (!wanted.isEmpty() && !wanted.contains(method.getKey())) {
                    continue;
                }
                long start = System.nanoTime();
                List<Detection> detections = new FixedThreads(THREADS)
                        .run("", seeds, 1, (i, step) -> detect(setting, all, method.getValue(), new Seed(i + 1)));
                double seconds = (System.nanoTime() - start) / 1e9 * THREADS / seeds;
                for (int i = 0; i < seeds; i++) {
                    rows.add(List.of(
                            setting.problem(),
                            setting.classes() ? "classification" : "regression",
                            setting.noise(),
                            setting.holdout(),
                            method.getKey(),
                            Integer.toString(i + 1),
                            String.format(Locale.ROOT, "%.4f", detections.get(i).f1()),
                            String.format(Locale.ROOT, "%.4f", detections.get(i).auroc())));
                }
                System.out.printf(
                        Locale.ROOT,
                        "%-11s %-5s %-7s %-8s %-26s F1 %s AUROC %s, %.2f s each%n",
                        setting.problem(),
                        setting.classes() ? "class" : "regr",
                        setting.noise(),
                        setting.holdout(),
                        method.getKey(),
                        mean(detections, Detection::f1),
                        mean(detections, Detection::auroc),
                        seconds);
            }
        }
        CsvWriter.write(
                Path.of(args[2]),
                List.of("problem", "task", "noise", "holdout", "method", "seed", "f1_2means", "auroc"),
                rows);
    }

    private static List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        for (String noise : List.of("label", "feature")) {
            for (String holdout : List.of("spoiled", "clean")) {
                settings.add(new Setting("fried", true, noise, holdout));
                settings.add(new Setting("electricity", true, noise, holdout));
                settings.add(new Setting("fried", false, noise, holdout));
            }
        }
        return settings;
    }

    private static Map<String, ValuationMethod> methods() {
        Map<String, ValuationMethod> methods = new LinkedHashMap<>();
        methods.put("random", new RandomValues());
        methods.put("knn-shapley k=100", KnnShapley.DEFAULT.withNeighbours(100));
        methods.put("knn-shapley", KnnShapley.DEFAULT);
        methods.put("knn-shapley embedding", KnnShapley.DEFAULT.withSpace(Space.EMBEDDING));
        methods.put("lava lambda=0", Lava.DEFAULT.withRepeats(0).withLambda(0));
        methods.put("lava", Lava.DEFAULT.withRepeats(0));
        methods.put("lava lambda=10", Lava.DEFAULT.withRepeats(0).withLambda(10));
        methods.put("dvrl-reference", Dvrl.REFERENCE);
        methods.put("dvrl", Dvrl.DEFAULT);
        return methods;
    }

    private static Detection detect(Setting setting, Dataset all, ValuationMethod method, Seed seed) {
        boolean spoiled = setting.holdout().equals("spoiled");
        NoisyDraw draw = setting.noise().equals("label")
                ? NoisyDraw.withLabelNoise(all, spoiled, seed)
                : NoisyDraw.withFeatureNoise(all, spoiled, seed);
        return Detection.of(
                Valuators.of(method, Surrogates.compact(MlpSettings.DEFAULT), Runner.SEQUENTIAL)
                        .value(draw.train(), draw.holdout(), seed.derive("valuation")),
                draw.spoiled());
    }

    private static String mean(List<Detection> detections, ToDoubleFunction<Detection> measure) {
        double[] all = detections.stream().mapToDouble(measure).toArray();
        double mean = IntStream.range(0, all.length).mapToDouble(i -> all[i]).sum() / all.length;
        double squares = IntStream.range(0, all.length)
                .mapToDouble(i -> (all[i] - mean) * (all[i] - mean))
                .sum();
        return String.format(
                Locale.ROOT, "%.3f (s.e. %.3f)", mean, Math.sqrt(squares / (all.length - 1.0) / all.length));
    }
}
