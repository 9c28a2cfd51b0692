package assay.campaigns.cli;

import assay.acquisition.trial.PairedDifference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the rows of an evaluation say: means over the repeats, and the difference to random values on the same draws.
 *
 * @param noise kind of noise
 * @param rate share of spoiled rows; empty for the mean over all rates
 * @param method name of the method
 * @param repeats how many draws
 * @param means by name of the figure
 * @param errors standard errors of these means, NaN for a single draw
 * @param f1AgainstRandom paired difference of F1
 * @param aurocAgainstRandom paired difference of AUROC
 */
record EvaluationSummary(
        String noise,
        String rate,
        String method,
        int repeats,
        Map<String, Double> means,
        Map<String, Double> errors,
        PairedDifference f1AgainstRandom,
        PairedDifference aurocAgainstRandom) {

    private static final List<String> FIGURES = List.of("f1_2means", "auroc", "average_precision", "discovery_mean");
    private static final int FIRST_FIGURE = 5;

    /** One for every noise, rate and method, and where there are several rates one for their mean. */
    static List<EvaluationSummary> of(List<List<String>> rows) {
        Map<List<String>, Map<String, double[]>> groups = new LinkedHashMap<>();
        for (List<String> row : rows) {
            groups.computeIfAbsent(List.of(row.get(1), row.get(2), row.get(3)), key -> new LinkedHashMap<>())
                    .put(row.get(4), figures(row));
        }
        long rates = groups.keySet().stream().map(key -> key.get(1)).distinct().count();
        if (rates > 1) {
            groups.putAll(overRates(groups, rates));
        }
        List<EvaluationSummary> summaries = new ArrayList<>();
        groups.forEach((key, draws) ->
                summaries.add(of(key, draws, groups.get(List.of(key.get(0), key.get(1), "random")))));
        return summaries;
    }

    private static double[] figures(List<String> row) {
        return row.subList(FIRST_FIGURE, FIRST_FIGURE + FIGURES.size()).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** The mean over all rates of each draw that has them all. */
    private static Map<List<String>, Map<String, double[]>> overRates(
            Map<List<String>, Map<String, double[]>> groups, long rates) {
        Map<List<String>, Map<String, List<double[]>>> gathered = new LinkedHashMap<>();
        groups.forEach((key, draws) -> draws.forEach((repeat, figures) -> gathered.computeIfAbsent(
                        List.of(key.get(0), "", key.get(2)), k -> new LinkedHashMap<>())
                .computeIfAbsent(repeat, k -> new ArrayList<>())
                .add(figures)));
        Map<List<String>, Map<String, double[]>> means = new LinkedHashMap<>();
        gathered.forEach((key, draws) -> draws.forEach((repeat, all) -> {
            if (all.size() == rates) {
                double[] mean = new double[FIGURES.size()];
                Arrays.setAll(
                        mean,
                        f -> all.stream().mapToDouble(one -> one[f]).average().orElseThrow());
                means.computeIfAbsent(key, k -> new LinkedHashMap<>()).put(repeat, mean);
            }
        }));
        return means;
    }

    private static EvaluationSummary of(List<String> key, Map<String, double[]> draws, Map<String, double[]> random) {
        Map<String, Double> means = new LinkedHashMap<>();
        Map<String, Double> errors = new LinkedHashMap<>();
        for (int f = 0; f < FIGURES.size(); f++) {
            double[] values = column(draws, draws, f);
            PairedDifference fromZero = PairedDifference.of(values, new double[values.length]);
            means.put(FIGURES.get(f), fromZero.mean());
            errors.put(FIGURES.get(f), fromZero.standardError());
        }
        return new EvaluationSummary(
                key.get(0),
                key.get(1),
                key.get(2),
                draws.size(),
                means,
                errors,
                PairedDifference.of(column(draws, random, 0), column(random, draws, 0)),
                PairedDifference.of(column(draws, random, 1), column(random, draws, 1)));
    }

    /** One figure of every draw that both have. */
    private static double[] column(Map<String, double[]> draws, Map<String, double[]> others, int figure) {
        return draws.entrySet().stream()
                .filter(draw -> others.containsKey(draw.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .mapToDouble(draw -> draw.getValue()[figure])
                .toArray();
    }

    /** For a JSON document; what is unknown is absent. */
    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("noise", noise);
        document.put("rate", rate.isEmpty() ? "all" : rate);
        document.put("method", method);
        document.put("repeats", repeats);
        for (String figure : FIGURES) {
            document.put(figure, means.get(figure));
            if (Double.isFinite(errors.get(figure))) {
                document.put(figure + "_std_error", errors.get(figure));
            }
        }
        document.put("f1_2means_vs_random", document(f1AgainstRandom));
        document.put("auroc_vs_random", document(aurocAgainstRandom));
        return document;
    }

    private static Map<String, Object> document(PairedDifference difference) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("mean", difference.mean());
        if (Double.isFinite(difference.lower())) {
            document.put("lower", difference.lower());
            document.put("upper", difference.upper());
        }
        return document;
    }

    static String heading() {
        return "%-8s %-6s %-18s %-15s %-24s %-15s %-24s %s"
                .formatted(
                        "noise",
                        "rate",
                        "method",
                        "F1",
                        "against random (95 %)",
                        "AUROC",
                        "against random (95 %)",
                        "AP");
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-8s %-6s %-18s %-15s %-24s %-15s %-24s %.3f",
                noise,
                rate.isEmpty() ? "all" : rate,
                method,
                figure("f1_2means"),
                figure(f1AgainstRandom),
                figure("auroc"),
                figure(aurocAgainstRandom),
                means.get("average_precision"));
    }

    private String figure(String name) {
        double error = errors.get(name);
        return Double.isFinite(error)
                ? String.format(Locale.ROOT, "%.3f +- %.3f", means.get(name), error)
                : String.format(Locale.ROOT, "%.3f", means.get(name));
    }

    private String figure(PairedDifference difference) {
        if (method.equals("random")) {
            return "";
        }
        return Double.isFinite(difference.lower())
                ? String.format(
                        Locale.ROOT,
                        "%+.3f (%+.3f to %+.3f)",
                        difference.mean(),
                        difference.lower(),
                        difference.upper())
                : String.format(Locale.ROOT, "%+.3f", difference.mean());
    }
}
