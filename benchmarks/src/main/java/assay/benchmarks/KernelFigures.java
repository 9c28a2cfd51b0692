package assay.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/**
 * Runs one class of benchmarks and writes a row for each: the fastest and the median iteration, and the rate of the fastest,
 * which other users of the machine disturb least.
 */
final class KernelFigures {

    private KernelFigures() {}

    /**
     * Measures.
     *
     * @param work of one call, in units of which a billion a second are told
     * @param unit name of the column for them
     * @param file CSV; a line for every benchmark and combination of parameters
     */
    static void write(Class<?> benchmark, ToDoubleFunction<BenchmarkParams> work, String unit, Path file) {
        List<String> lines = new ArrayList<>();
        lines.add("jvm,benchmark,parameters,ns_least,ns_median," + unit);
        for (RunResult result : run(benchmark)) {
            BenchmarkParams params = result.getParams();
            Statistics time = result.getPrimaryResult().getStatistics();
            String name = params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
            String parameters = new TreeMap<>(
                            params.getParamsKeys().stream().collect(Collectors.toMap(key -> key, params::getParam)))
                    .entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .collect(Collectors.joining(" "));
            lines.add(String.format(
                    Locale.ROOT,
                    "%s,%s,%s,%.1f,%.1f,%.2f",
                    params.getJdkVersion(),
                    name,
                    parameters,
                    time.getMin(),
                    time.getPercentile(50),
                    work.applyAsDouble(params) / time.getMin()));
        }
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Collection<RunResult> run(Class<?> benchmark) {
        try {
            return new Runner(new OptionsBuilder()
                            .include(benchmark.getName().replace(".", "\\.") + "\\.")
                            .build())
                    .run();
        } catch (RunnerException e) {
            throw new IllegalStateException("the benchmarks of %s did not run".formatted(benchmark.getName()), e);
        }
    }
}
