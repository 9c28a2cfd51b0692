package assay.benchmarks;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.Task;
import assay.campaigns.csv.CsvWriter;
import assay.surrogate.MlpSettings;
import assay.surrogate.Surrogates;
import assay.valuation.LossVal;
import assay.valuation.Valuators;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * What one epoch of LossVal costs against the number of tests n and features d: 100 validation rows, five linear layers of
 * 100 units, batch 32, one thread, after a warm-up. Sizes above 60 million numbers are left out. Run from the project's
 * root, with the memory that is allowed and the file for the results:
 *
 * <pre>mvn -q -DskipTests package &amp;&amp; java -Xmx4g --add-modules jdk.incubator.vector \
 *   -cp "benchmarks/target/classes:campaigns/target/classes:campaigns/target/lib/*" \
 *   assay.benchmarks.LossValScaling benchmarks/results/lossval-scaling.csv</pre>
 */
public final class LossValScaling {

    private static final int MOST_NUMBERS = 60_000_000;
    private static final int HOLDOUT = 100;

    private LossValScaling() {}

    /** @param args file for the results */
    public static void main(String[] args) {
        for (int d : new int[] {5, 50, 500}) {
            seconds(2000, d, LossVal.DEFAULT);
            seconds(2000, d, LossVal.REFERENCE);
        }
        List<List<String>> rows = new ArrayList<>();
        for (LossVal method : List.of(LossVal.DEFAULT, LossVal.REFERENCE)) {
            for (int d : new int[] {5, 50, 500}) {
                for (int n = 1000; n <= 1_000_000 && (long) n * d <= MOST_NUMBERS; n *= 10) {
                    double seconds = seconds(n, d, method);
                    rows.add(List.of(
                            method.name(),
                            Integer.toString(n),
                            Integer.toString(d),
                            String.format(Locale.ROOT, "%.4f", seconds),
                            String.format(Locale.ROOT, "%.2f", 1e6 * seconds / n),
                            Long.toString(Runtime.getRuntime().maxMemory() >> 20)));
                    System.out.println(String.join(" ", rows.get(rows.size() - 1)));
                }
            }
        }
        CsvWriter.write(
                Path.of(args[0]),
                List.of("method", "n", "d", "seconds_per_epoch", "microseconds_per_test", "heap_limit_mb"),
                rows);
    }

    private static double seconds(int n, int d, LossVal method) {
        Dataset train = gaussian(n, d, new Seed(1));
        Dataset holdout = gaussian(HOLDOUT, d, new Seed(2));
        long start = System.nanoTime();
        Valuators.of(method.withEpochs(1).withRepeats(1), Surrogates.compact(MlpSettings.DEFAULT), Runner.SEQUENTIAL)
                .value(train, holdout, new Seed(3));
        return (System.nanoTime() - start) / 1e9;
    }

    private static Dataset gaussian(int n, int d, Seed seed) {
        RandomGenerator random = seed.generator();
        double[] values = new double[n * d];
        double[] targets = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                values[i * d + j] = random.nextGaussian();
            }
            targets[i] = values[i * d] + 0.1 * random.nextGaussian();
        }
        return Dataset.of(Matrix.of(n, d, values), targets, new Task.Regression());
    }
}
