package assay.benchmarks;

import assay.acquisition.trial.PairedDifference;
import assay.campaigns.csv.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares the arms of {@link JunkPoolStudy} with coreset and with random choice, the mean of two runs where there are two: points of
 * accuracy, mean over the rounds, with 95 % intervals of Student's t over the repeats that both have. Nothing is corrected for the number
 * of rows.
 *
 * <pre>benchmarks/run JunkPoolSummary benchmarks/results/junk-pool.csv benchmarks/results/junk-pool-summary.csv</pre>
 */
public final class JunkPoolSummary {

    private static final String RANDOM = "random";
    private static final List<String> BASELINES = List.of("coreset", RANDOM);
    private static final int POINTS = 100;

    private JunkPoolSummary() {}

    /** @param args file of results, file for the summary */
    public static void main(String[] args) {
        // pool -> arm -> repeat -> accuracies of the runs
        Map<String, Map<String, Map<Integer, List<Double>>>> pools = read(Path.of(args[0]));
        List<List<String>> rows = new ArrayList<>();
        pools.forEach((pool, arms) -> {
            for (String baseline : BASELINES) {
                for (String arm : arms.keySet()) {
                    if (!arm.equals(baseline) && arms.containsKey(baseline)) {
                        rows.add(row(pool, arm, baseline, arms.get(arm), arms.get(baseline)));
                    }
                }
            }
        });
        CsvWriter.write(
                Path.of(args[1]),
                List.of("set", "pool", "start", "arm", "baseline", "repeats", "difference", "lower", "upper"),
                rows);
    }

    private static List<String> row(
            String pool,
            String arm,
            String baseline,
            Map<Integer, List<Double>> ours,
            Map<Integer, List<Double>> theirs) {
        List<Integer> both = ours.keySet().stream().filter(theirs::containsKey).toList();
        PairedDifference difference = PairedDifference.of(means(ours, both), means(theirs, both));
        List<String> row = new ArrayList<>(Arrays.asList(pool.split(",")));
        row.addAll(List.of(
                arm,
                baseline,
                Integer.toString(both.size()),
                cell(difference.mean()),
                cell(difference.lower()),
                cell(difference.upper())));
        return row;
    }

    private static String cell(double points) {
        return String.format(Locale.ROOT, "%.2f", points);
    }

    private static double[] means(Map<Integer, List<Double>> runs, List<Integer> repeats) {
        return repeats.stream().mapToDouble(repeat -> mean(runs.get(repeat))).toArray();
    }

    private static double mean(List<Double> numbers) {
        return numbers.stream().mapToDouble(x -> x).average().orElseThrow();
    }

    private static Map<String, Map<String, Map<Integer, List<Double>>>> read(Path file) {
        Map<String, Map<String, Map<Integer, List<Double>>>> pools = new TreeMap<>();
        try {
            Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(cells -> {
                        String arm = cells[4].startsWith(RANDOM) ? RANDOM : cells[4];
                        List<Double> accuracies = Arrays.stream(cells[7].split(" "))
                                .map(Double::valueOf)
                                .toList();
                        pools.computeIfAbsent(String.join(",", cells[0], cells[1], cells[2]), pool -> new TreeMap<>())
                                .computeIfAbsent(arm, name -> new TreeMap<>())
                                .computeIfAbsent(Integer.valueOf(cells[3]), repeat -> new ArrayList<>())
                                // The first is from before anything was bought.
                                .add(POINTS * mean(accuracies.subList(1, accuracies.size())));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pools;
    }
}
