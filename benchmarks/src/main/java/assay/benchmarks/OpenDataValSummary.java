package assay.benchmarks;

import assay.acquisition.Table;
import assay.campaigns.csv.CsvTables;
import assay.campaigns.csv.CsvWriter;
import assay.campaigns.csv.Declaration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Published F1 beside ours: for each set, noise, rate and method mean and standard error of both, and the difference in
 * combined standard errors; then, for each task, noise and method, the means over the sets and rates that are there, beside
 * those of the same and of the best published method on the same sets and rates.
 *
 * <pre>benchmarks/run OpenDataValSummary ../shared/reference/lossval_f1.csv benchmarks/results/opendataval.csv \
 *   benchmarks/results/opendataval-published.csv</pre>
 */
public final class OpenDataValSummary {

    /** Our names of methods, and those of the published file; data-oob is the one with a linear model. */
    private static final Map<String, String> METHODS = Map.ofEntries(
            Map.entry("lossval-reference", "LossVal(epochs=30)"),
            Map.entry("knn-shapley", "KNNShapley"),
            Map.entry("lava", "LavaEvaluator"),
            Map.entry("data-oob", "DataOOB-simple"),
            Map.entry("data-shapley", "DataShapley"),
            Map.entry("beta-shapley", "BetaShapley"),
            Map.entry("banzhaf", "DataBanzhaf"),
            Map.entry("ame", "AME"),
            Map.entry("loo", "LeaveOneOut"),
            Map.entry("influence-subsample", "InfluenceSubsample"),
            Map.entry("dvrl", "DVRL"),
            Map.entry("random", "RandomEvaluator"));

    private static final Map<String, String> NOISES = Map.of(
            "label", "noisy_label_detection", "feature", "noisy_feature_detection", "mixed", "mixed_noise_detection");

    /** A mean with its standard error. */
    private record Figure(int runs, double mean, double error) {}

    private OpenDataValSummary() {}

    /** @param args published file, our file, file for the comparison */
    public static void main(String[] args) {
        Map<List<String>, Figure> published = published(Path.of(args[0]));
        Map<List<String>, Figure> ours = ours(Path.of(args[1]));
        List<List<String>> rows = new ArrayList<>();
        ours.forEach((key, figure) -> {
            Optional<Figure> theirs = Optional.ofNullable(METHODS.get(key.get(3)))
                    .map(method -> published.get(publishedKey(key, method)));
            List<String> row = new ArrayList<>(key);
            row.addAll(List.of(
                    Integer.toString(figure.runs()),
                    cell(figure.mean()),
                    cell(figure.error()),
                    theirs.map(f -> cell(f.mean())).orElse(""),
                    theirs.map(f -> cell(f.error())).orElse(""),
                    theirs.map(f -> cell((figure.mean() - f.mean()) / Math.hypot(figure.error(), f.error())))
                            .orElse("")));
            rows.add(row);
        });
        CsvWriter.write(
                Path.of(args[2]),
                List.of(
                        "dataset",
                        "noise",
                        "rate",
                        "method",
                        "runs",
                        "f1",
                        "std_error",
                        "published_f1",
                        "published_std_error",
                        "difference_in_std_errors"),
                rows);
        printColumns(published, ours);
    }

    private static String cell(double number) {
        return Double.isFinite(number) ? String.format(Locale.ROOT, "%.4f", number) : "";
    }

    private static Map<List<String>, Figure> published(Path file) {
        Table table = CsvTables.read(file, Declaration.NONE).table();
        Map<List<String>, Figure> figures = new LinkedHashMap<>();
        for (int row = 0; row < table.size(); row++) {
            figures.put(
                    List.of(table.text(row, 1), table.text(row, 2), table.text(row, 3), table.text(row, 4)),
                    new Figure((int) table.number(row, 5), table.number(row, 6), table.number(row, 7)));
        }
        return figures;
    }

    private static Map<List<String>, Figure> ours(Path file) {
        Table table = CsvTables.read(file, Declaration.NONE).table();
        Map<List<String>, List<Double>> runs = new LinkedHashMap<>();
        for (int row = 0; row < table.size(); row++) {
            List<String> key = List.of(table.text(row, 0), table.text(row, 1), table.text(row, 2), table.text(row, 3));
            runs.computeIfAbsent(key, k -> new ArrayList<>()).add(table.number(row, 5));
        }
        Map<List<String>, Figure> figures = new LinkedHashMap<>();
        runs.forEach((key, f1) -> figures.put(key, figure(f1)));
        return figures;
    }

    private static Figure figure(List<Double> f1) {
        double mean = f1.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double squares = f1.stream().mapToDouble(f -> (f - mean) * (f - mean)).sum();
        return new Figure(
                f1.size(), mean, f1.size() < 2 ? Double.NaN : Math.sqrt(squares / (f1.size() - 1) / f1.size()));
    }

    /** For every task, noise and method, means over the cells (set and rate) that are there and published. */
    private static void printColumns(Map<List<String>, Figure> published, Map<List<String>, Figure> ours) {
        Map<String, String> tasks =
                PublishedSet.ALL.stream().collect(Collectors.toMap(PublishedSet::name, PublishedSet::task));
        Map<List<String>, List<List<String>>> columns = new LinkedHashMap<>();
        ours.keySet().stream()
                .filter(key -> published.containsKey(publishedKey(key, "RandomEvaluator")))
                .forEach(key -> columns.computeIfAbsent(
                                List.of(tasks.get(key.get(0)), key.get(1), key.get(3)), k -> new ArrayList<>())
                        .add(key));
        columns.forEach((column, cells) -> {
            double mean = cells.stream()
                    .mapToDouble(cell -> ours.get(cell).mean())
                    .average()
                    .orElseThrow();
            Map<String, Double> theirs = published.keySet().stream()
                    .map(key -> key.get(3))
                    .distinct()
                    .collect(Collectors.toMap(method -> method, method -> mean(published, cells, method)));
            Map.Entry<String, Double> best =
                    theirs.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
            String same = Optional.ofNullable(METHODS.get(column.get(2)))
                    .map(method -> String.format(Locale.ROOT, "%.3f", theirs.get(method)))
                    .orElse("-");
            System.out.printf(
                    Locale.ROOT,
                    "%-44s %2d cells: %.3f, published %s, best published %.3f (%s)%n",
                    String.join(" ", column),
                    cells.size(),
                    mean,
                    same,
                    best.getValue(),
                    best.getKey());
        });
    }

    private static List<String> publishedKey(List<String> ours, String method) {
        return List.of(ours.get(0), NOISES.get(ours.get(1)), ours.get(2), method);
    }

    private static double mean(Map<List<String>, Figure> published, List<List<String>> cells, String method) {
        return cells.stream()
                .map(cell -> Optional.ofNullable(published.get(publishedKey(cell, method))))
                .flatMap(Optional::stream)
                .mapToDouble(Figure::mean)
                .average()
                .orElse(Double.NaN);
    }
}
