package assay.benchmarks;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.Task;
import assay.surrogate.MlpSettings;
import assay.surrogate.Surrogates;
import assay.valuation.LossVal;
import assay.valuation.Valuators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where LossVal spends its time: the share of the samples of a flight recording that are inside {@code assay.kernels}, for
 * n = 1000, d = 10, 100 validation rows, batch 32, five linear layers of 100 units, on one thread. Run from the project's
 * root:
 *
 * <pre>mvn -q -DskipTests package &amp;&amp; java --add-modules jdk.incubator.vector \
 *   -cp "benchmarks/target/classes:campaigns/target/classes:campaigns/target/lib/*" assay.benchmarks.LossValProfile</pre>
 */
public final class LossValProfile {

    private LossValProfile() {}

    /** @param args none */
    public static void main(String[] args) throws IOException {
        for (LossVal method : List.of(LossVal.REFERENCE, LossVal.DEFAULT.withRepeats(1))) {
            run(method, 10);
            Path file = Files.createTempFile("lossval", ".jfr");
            try (Recording recording = new Recording()) {
                recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
                recording.start();
                run(method, 30);
                recording.stop();
                recording.dump(file);
            }
            report(method, file);
            Files.delete(file);
        }
    }

    private static void run(LossVal method, int times) {
        Matrix x = Matrix.of(
                1100, 10, new Seed(1).generator().doubles(11_000, -2, 2).toArray());
        Dataset all = Dataset.of(x, x.column(0), new Task.Regression());
        int[] train = new Seed(2).permutation(1000);
        int[] holdout = IntStream.range(1000, 1100).toArray();
        for (int i = 0; i < times; i++) {
            Valuators.of(method, Surrogates.compact(MlpSettings.DEFAULT), Runner.SEQUENTIAL)
                    .value(all.select(train), all.select(holdout), new Seed(i));
        }
    }

    private static void report(LossVal method, Path file) throws IOException {
        long samples = 0;
        long inKernels = 0;
        Map<String, Integer> elsewhere = new TreeMap<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            if (!event.getEventType().getName().equals("jdk.ExecutionSample")
                    || !event.getThread("sampledThread").getJavaName().equals("main")) {
                continue;
            }
            List<RecordedFrame> frames = event.getStackTrace().getFrames();
            samples++;
            if (frames.stream().anyMatch(f -> f.getMethod().getType().getName().startsWith("assay.kernels."))) {
                inKernels++;
            } else {
                frames.stream()
                        .filter(f -> f.getMethod().getType().getName().startsWith("assay."))
                        .findFirst()
                        .ifPresent(f -> elsewhere.merge(
                                f.getMethod().getType().getName() + "."
                                        + f.getMethod().getName(),
                                1,
                                Integer::sum));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %d samples, %.1f %% in kernels%n",
                method.name(),
                samples,
                100.0 * inKernels / samples);
        elsewhere.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(6)
                .forEach(e -> System.out.printf("  %4d %s%n", e.getValue(), e.getKey()));
    }
}
