package assay.benchmarks;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import assay.acquisition.Valuation;
import assay.campaigns.csv.CsvWriter;
import assay.surrogate.Surrogates;
import assay.valuation.KnnShapley;
import assay.valuation.Valuators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * What KNN-Shapley costs against the number of tests n, up to a million: 32 features, 100 validation rows, k = 10, classes and
 * numbers, on all cores. Seconds of the clock and of all processors, and the most memory that the process has held so far, rows
 * and virtual machine included (where /proc tells it); sizes ascend, so it is that of the largest. Checks that values sum to
 * what they have to. Run from the project's root:
 *
 * <pre>mvn -q -DskipTests package &amp;&amp; java -Xmx1g --add-modules jdk.incubator.vector \
 *   -cp "benchmarks/target/classes:campaigns/target/classes:campaigns/target/lib/*" \
 *   assay.benchmarks.KnnShapleyScaling benchmarks/results/knn-shapley-scaling.csv</pre>
 */
public final class KnnShapleyScaling {

    private static final int FEATURES = 32;
    private static final int HOLDOUT = 100;
    private static final String RESIDENT = "VmHWM:";

    private KnnShapleyScaling() {}

    /** @param args file for the results */
    public static void main(String[] args) {
        List<List<String>> rows = new ArrayList<>();
        for (int n : new int[] {1000, 1000, 10_000, 100_000, 1_000_000}) {
            for (boolean classes : new boolean[] {true, false}) {
                rows.add(measure(n, classes));
                System.out.println(String.join(" ", rows.get(rows.size() - 1)));
            }
        }
        // The first size is there twice: the first time the virtual machine compiles.
        CsvWriter.write(
                Path.of(args[0]),
                List.of(
                        "task",
                        "n",
                        "d",
                        "holdout",
                        "threads",
                        "seconds",
                        "processor_seconds",
                        "most_resident_mb",
                        "heap_limit_mb"),
                rows.subList(2, rows.size()));
    }

    private static List<String> measure(int n, boolean classes) {
        Dataset train = gaussian(n, classes, new Seed(1));
        Dataset holdout = gaussian(HOLDOUT, classes, new Seed(2));
        int threads = Runtime.getRuntime().availableProcessors();
        Runner runner = new FixedThreads(threads);
        TargetModel.Trainer unused = Surrogates.knn(1);
        double processorsBefore = processorSeconds();
        long start = System.nanoTime();
        Valuation valuation = Valuators.of(KnnShapley.DEFAULT, unused, runner).value(train, holdout, new Seed(3));
        double seconds = (System.nanoTime() - start) / 1e9;
        double processors = processorSeconds() - processorsBefore;
        double sum = IntStream.range(0, n).mapToDouble(valuation::value).sum();
        if (classes && !(sum > 0 && sum <= 1)) {
            throw new IllegalStateException("values sum to %s, which is no share of right votes".formatted(sum));
        }
        return List.of(
                classes ? "classification" : "regression",
                Integer.toString(n),
                Integer.toString(FEATURES),
                Integer.toString(HOLDOUT),
                Integer.toString(threads),
                String.format(Locale.ROOT, "%.3f", seconds),
                String.format(Locale.ROOT, "%.3f", processors),
                resident(),
                Long.toString(Runtime.getRuntime().maxMemory() >> 20));
    }

    private static double processorSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e9
                : Double.NaN;
    }

    /** Megabytes; empty where nobody tells. */
    private static String resident() {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return "";
        }
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith(RESIDENT))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .map(kilobytes -> Long.toString(Long.parseLong(kilobytes) >> 10))
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Dataset gaussian(int n, boolean classes, Seed seed) {
        RandomGenerator random = seed.generator();
        double[] values = new double[n * FEATURES];
        double[] targets = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < FEATURES; j++) {
                values[i * FEATURES + j] = random.nextGaussian();
            }
            double target = values[i * FEATURES] + 0.1 * random.nextGaussian();
            targets[i] = classes ? (target > 0 ? 1 : 0) : target;
        }
        Task task = classes ? new Task.Classification(List.of("no", "yes")) : new Task.Regression();
        return Dataset.of(Matrix.of(n, FEATURES, values), targets, task);
    }
}
