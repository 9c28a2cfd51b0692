package assay.benchmarks;

import assay.acquisition.Dataset;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
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
import java.util.stream.IntStream;

/**
 * Is a mean of few seeds low because of the implementation, or because of the rows that were drawn? Values the same draws
 * of fried (classes, 20 % wrong ones) with several networks each by {@code lossval-reference}, and writes the draws down
 * for {@code benchmarks/peers/draws.py}, which does the same with torch and geomloss.
 *
 * <pre>benchmarks/run LossValDraws ../shared/data 5 5 benchmarks/target/draws</pre>
 */
public final class LossValDraws {

    private LossValDraws() {}

    /** @param args folder of data sets, number of draws, networks per draw, folder to write to */
    public static void main(String[] args) {
        Dataset all = NoisyDraw.read(Path.of(args[0]), "fried", true);
        int draws = Integer.parseInt(args[1]);
        int networks = Integer.parseInt(args[2]);
        Path folder = Path.of(args[3]);
        List<List<String>> results = new ArrayList<>();
        for (int i = 1; i <= draws; i++) {
            Seed seed = new Seed(i);
            NoisyDraw draw = NoisyDraw.withLabelNoise(all, seed);
            write(folder.resolve("draw-" + i + "-train.csv"), draw.train(), draw);
            write(folder.resolve("draw-" + i + "-valid.csv"), draw.holdout(), draw);
            List<Double> scores = IntStream.range(0, networks)
                    .parallel()
                    .mapToObj(network -> f1(draw, seed.derive("valuation").derive(network)))
                    .toList();
            for (int network = 0; network < networks; network++) {
                results.add(List.of(
                        Integer.toString(i),
                        Integer.toString(network),
                        "assay",
                        String.format(Locale.ROOT, "%.4f", scores.get(network))));
            }
            double mean =
                    scores.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            System.out.printf(Locale.ROOT, "draw %d: F1 %.4f, mean of %d networks%n", i, mean, networks);
        }
        CsvWriter.write(
                folder.resolve("assay.csv"), List.of("draw", "network", "implementation", "f1_2means"), results);
    }

    private static double f1(NoisyDraw draw, Seed seed) {
        return Detection.of(
                        Valuators.of(LossVal.REFERENCE, Surrogates.compact(MlpSettings.DEFAULT), Runner.SEQUENTIAL)
                                .value(draw.train(), draw.holdout(), seed),
                        draw.spoiled())
                .f1();
    }

    /** Features as the network sees them, the number of the class, and whether it is wrong. */
    private static void write(Path file, Dataset data, NoisyDraw draw) {
        int d = data.features().columns();
        List<String> header = new ArrayList<>(
                IntStream.rangeClosed(1, d).mapToObj(j -> "x" + j).toList());
        header.addAll(List.of("spoiled", "class"));
        double[] features = data.features().toArray();
        double[] targets = data.targets();
        Iterable<List<String>> rows = () -> IntStream.range(0, data.size())
                .mapToObj(row -> {
                    List<String> cells = new ArrayList<>();
                    for (int j = 0; j < d; j++) {
                        cells.add(CsvWriter.cell(features[row * d + j]));
                    }
                    boolean spoiled = data == draw.train() && draw.spoiled().contains(row);
                    cells.add(spoiled ? "1" : "0");
                    cells.add(Integer.toString((int) targets[row]));
                    return cells;
                })
                .iterator();
        CsvWriter.write(file, header, rows);
    }
}
