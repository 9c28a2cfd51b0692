package assay.benchmarks;

import assay.acquisition.Dataset;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.Valuation;
import assay.campaigns.csv.CsvWriter;
import assay.surrogate.MlpSettings;
import assay.surrogate.Surrogates;
import assay.valuation.ValuationMethod;
import assay.valuation.Valuators;
import assay.valuation.detection.Detection;
import assay.valuation.detection.Noise;
import assay.valuation.detection.NoisySplit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Variants of a method, compared on the same draws of the published protocol: 1000 training and 100 validation rows of each
 * of the {@link PublishedSet}s, three kinds of noise.
 *
 * @param folder of data sets
 * @param sets which of them
 * @param seeds draws of each kind of noise and rate
 * @param rates shares of spoiled rows
 * @param holdouts whether the validation rows are noisy too
 */
record DetectionStudy(
        Path folder, List<PublishedSet> sets, int seeds, double[] rates, List<NoisySplit.Holdout> holdouts) {

    private static final List<String> HEADER = List.of(
            "dataset",
            "task",
            "noise",
            "holdout",
            "rate",
            "variant",
            "seed",
            "f1_2means",
            "auroc",
            "average_precision",
            "seconds");

    /** One draw. */
    private record Draw(Noise noise, NoisySplit.Holdout holdout, int seed) {}

    /**
     * Runs all variants, two draws at a time, prints the means over all sets of a task, and writes the rows after every set.
     *
     * @param variants by name
     */
    void run(Map<String, ValuationMethod> variants, Path out) {
        List<List<String>> rows = new ArrayList<>();
        Map<String, List<Double>> columns = new TreeMap<>();
        for (PublishedSet set : sets) {
            Dataset all = set.read(folder);
            for (Draw draw : draws()) {
                NoisySplit split = NoisySplit.draw(
                        all,
                        new NoisySplit.Sizes(1000, 100, 0),
                        draw.noise(),
                        draw.holdout(),
                        new Seed(draw.seed()).derive("draw"));
                List<String> names = List.copyOf(variants.keySet());
                List<List<String>> results = IntStream.range(0, names.size())
                        .parallel()
                        .mapToObj(i -> row(set, draw, names.get(i), variants.get(names.get(i)), split))
                        .toList();
                rows.addAll(results);
                results.forEach(row -> columns.computeIfAbsent(
                                String.join(" ", row.get(1), row.get(2), row.get(3), row.get(5)),
                                key -> new ArrayList<>())
                        .add(Double.parseDouble(row.get(7))));
            }
            CsvWriter.write(out, HEADER, rows);
        }
        columns.forEach((column, f1) -> System.out.printf(
                Locale.ROOT,
                "%-60s F1 %.3f%n",
                column,
                f1.stream().mapToDouble(Double::doubleValue).average().orElseThrow()));
    }

    private List<Draw> draws() {
        List<Draw> draws = new ArrayList<>();
        for (Noise.Kind kind : Noise.Kind.values()) {
            for (NoisySplit.Holdout holdout : holdouts) {
                for (double rate : rates) {
                    IntStream.rangeClosed(1, seeds)
                            .forEach(seed -> draws.add(new Draw(Noise.of(kind, rate), holdout, seed)));
                }
            }
        }
        return draws;
    }

    private static List<String> row(
            PublishedSet set, Draw draw, String name, ValuationMethod method, NoisySplit split) {
        long start = System.nanoTime();
        Valuation valuation = Valuators.of(method, Surrogates.compact(MlpSettings.DEFAULT), Runner.SEQUENTIAL)
                .value(split.train(), split.holdout(), new Seed(draw.seed()).derive("valuation"));
        double seconds = (System.nanoTime() - start) / 1e9;
        Detection detection = Detection.of(valuation, split.spoiled());
        return List.of(
                set.name(),
                set.task(),
                draw.noise().kind().name().toLowerCase(Locale.ROOT),
                draw.holdout().name().toLowerCase(Locale.ROOT),
                Double.toString(draw.noise().rate()),
                name,
                Integer.toString(draw.seed()),
                String.format(Locale.ROOT, "%.4f", detection.f1()),
                String.format(Locale.ROOT, "%.4f", detection.auroc()),
                String.format(Locale.ROOT, "%.4f", detection.averagePrecision()),
                String.format(Locale.ROOT, "%.3f", seconds));
    }

    /** Sets by their names, split by commas, or all of them. */
    static List<PublishedSet> named(String names) {
        List<String> wanted = Arrays.asList(names.split(","));
        return PublishedSet.ALL.stream()
                .filter(set -> names.equals("all") || wanted.contains(set.name()))
                .toList();
    }
}
