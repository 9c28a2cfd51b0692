package assay.benchmarks;

import assay.acquisition.Seed;
import assay.campaigns.csv.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Pools the results of {@link StrategyStudy}: how many percent of the error of random choice a strategy adds (negative is better), the
 * mean over problems of the mean over repeats, and the same against alc-plain. Intervals (95 %) are those of a hierarchical bootstrap: 2000
 * draws of problems, and of the repeats of each. A problem counts as better or worse if the interval of its repeats alone leaves 0 out.
 * Nothing is corrected for the number of strategies.
 *
 * <pre>benchmarks/run StrategySummary benchmarks/results/strategies.csv benchmarks/results/strategies-summary.csv</pre>
 */
public final class StrategySummary {

    private static final int DRAWS = 2000;
    private static final String ALL = "all";
    private static final String PLAIN = "alc-plain";

    /** Means, and their interval. */
    private record Effect(double mean, double lower, double upper, int better, int worse) {}

    private StrategySummary() {}

    /** @param args file of results, file for the summary */
    public static void main(String[] args) {
        // problem -> repeat -> target -> strategy -> error
        Map<String, Map<String, Map<String, Map<String, Double>>>> areas = read(Path.of(args[0]));
        List<String> strategies = areas.values().stream()
                .flatMap(repeats -> repeats.values().stream())
                .flatMap(targets -> targets.values().stream())
                .flatMap(errors -> errors.keySet().stream())
                .filter(name -> !name.startsWith(StrategyStudy.RANDOM))
                .distinct()
                .toList();
        List<List<String>> rows = new ArrayList<>();
        for (String target : List.of("forest", "process", "network", ALL)) {
            for (String strategy : strategies) {
                List<String> row = new ArrayList<>(List.of(target, strategy, Integer.toString(areas.size())));
                cells(effect(areas, target, strategy, ""), row);
                cells(effect(areas, target, strategy, PLAIN), row);
                rows.add(row);
            }
        }
        CsvWriter.write(
                Path.of(args[1]),
                List.of(
                        "target",
                        "strategy",
                        "problems",
                        "percent_against_random",
                        "lower",
                        "upper",
                        "better",
                        "worse",
                        "percent_against_plain",
                        "lower_plain",
                        "upper_plain",
                        "better_plain",
                        "worse_plain"),
                rows);
    }

    private static Map<String, Map<String, Map<String, Map<String, Double>>>> read(Path file) {
        Map<String, Map<String, Map<String, Map<String, Double>>>> areas = new TreeMap<>();
        try {
            List<String> lines = Files.readAllLines(file);
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",");
                areas.computeIfAbsent(cells[0], p -> new TreeMap<>())
                        .computeIfAbsent(cells[1], r -> new TreeMap<>())
                        .computeIfAbsent(cells[3], t -> new LinkedHashMap<>())
                        .put(cells[2], Double.parseDouble(cells[4]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return areas;
    }

    /** @param base a strategy, or "" for random choice */
    private static Effect effect(
            Map<String, Map<String, Map<String, Map<String, Double>>>> areas,
            String target,
            String strategy,
            String base) {
        List<double[]> problems = areas.values().stream()
                .map(repeats -> repeats.values().stream()
                        .mapToDouble(targets -> targets.entrySet().stream()
                                .filter(e -> target.equals(ALL) || target.equals(e.getKey()))
                                .mapToDouble(e -> percent(e.getValue(), strategy, base))
                                .average()
                                .orElseThrow())
                        .toArray())
                .toList();
        Seed seed = new Seed(1);
        double[] pooled = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            RandomGenerator random = seed.derive(draw).generator();
            for (int i = 0; i < problems.size(); i++) {
                pooled[draw] += resampledMean(problems.get(random.nextInt(problems.size())), random) / problems.size();
            }
        }
        Arrays.sort(pooled);
        int better = 0;
        int worse = 0;
        for (int p = 0; p < problems.size(); p++) {
            double[] own = new double[DRAWS];
            RandomGenerator random = seed.derive("own").derive(p).generator();
            for (int draw = 0; draw < DRAWS; draw++) {
                own[draw] = resampledMean(problems.get(p), random);
            }
            Arrays.sort(own);
            better += own[upperEnd()] < 0 ? 1 : 0;
            worse += own[lowerEnd()] > 0 ? 1 : 0;
        }
        double mean = problems.stream()
                .mapToDouble(repeats -> Arrays.stream(repeats).average().orElseThrow())
                .average()
                .orElseThrow();
        return new Effect(mean, pooled[lowerEnd()], pooled[upperEnd()], better, worse);
    }

    private static int lowerEnd() {
        return DRAWS / 40;
    }

    private static int upperEnd() {
        return DRAWS - 1 - DRAWS / 40;
    }

    private static double resampledMean(double[] x, RandomGenerator random) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[random.nextInt(x.length)];
        }
        return sum / x.length;
    }

    private static double percent(Map<String, Double> errors, String strategy, String base) {
        double random = errors.entrySet().stream()
                .filter(e -> e.getKey().startsWith(StrategyStudy.RANDOM))
                .mapToDouble(Map.Entry::getValue)
                .average()
                .orElseThrow();
        double reference = base.isEmpty() ? random : errors.get(base);
        return 100 * (errors.get(strategy) - reference) / random;
    }

    private static void cells(Effect effect, List<String> row) {
        for (double number : new double[] {effect.mean(), effect.lower(), effect.upper()}) {
            row.add(String.format(Locale.ROOT, "%.2f", number));
        }
        row.add(Integer.toString(effect.better()));
        row.add(Integer.toString(effect.worse()));
    }
}
