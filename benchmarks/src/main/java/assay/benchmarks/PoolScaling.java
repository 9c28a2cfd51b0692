package assay.benchmarks;

import assay.acquisition.Matrix;
import assay.acquisition.SecondaryModel;
import assay.acquisition.Seed;
import assay.acquisition.diversity.FarthestPoint;
import assay.campaigns.csv.CsvWriter;
import assay.surrogate.Surrogates;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * What a pool of 10^4 to 10^7 candidates costs: 16 numbers and an id each, 1000 known tests, 1000 picks.
 *
 * <ul>
 *   <li>{@code rank}: the whole process of {@code assay rank --strategy farthest-point}, from file to plan, and what memory it held
 *       at most (VmHWM of Linux); {@code rank, gzip} the same from a compressed file. Heap limits are 2 GB, and 6 GB for 10^7.
 *   <li>{@code k-center}: the picks alone, one thread, features in memory.
 *   <li>{@code forest}: the means of 100 trees, grown on the known tests, two threads.
 * </ul>
 *
 * Medians of 3 runs, of 10^7 a single one. Run from the project's root, with the launcher, a folder for 3 GB of files, the file for the results, and the
 * sizes of the pools:
 *
 * <pre>JAVA_TOOL_OPTIONS=-Xmx4g benchmarks/run PoolScaling ./assay /tmp/pool benchmarks/results/pool-scaling.csv 10000 100000 1000000
 * JAVA_TOOL_OPTIONS=-Xmx4g benchmarks/run PoolScaling ./assay /tmp/pool benchmarks/results/pool-scaling-10m.csv 10000000</pre>
 */
public final class PoolScaling {

    private static final int FEATURES = 16;
    private static final int KNOWN = 1000;
    private static final int PICKS = 1000;
    private static final int TREES_THREADS = 2;

    /** Larger pools get more memory, and a single run. */
    private static final int LARGE = 2_000_000;

    private final Path launcher;
    private final Path folder;
    private final List<List<String>> results = new ArrayList<>();

    private PoolScaling(Path launcher, Path folder) {
        this.launcher = launcher;
        this.folder = folder;
    }

    /** @param args launcher, folder for the files, file for the results, numbers of candidates */
    public static void main(String[] args) throws IOException, InterruptedException {
        PoolScaling scaling = new PoolScaling(Path.of(args[0]), Path.of(args[1]));
        Files.createDirectories(scaling.folder);
        Path train = scaling.folder.resolve("train.csv");
        write(train, KNOWN, new Seed(1), true);
        for (int n : Arrays.stream(args).skip(3).mapToInt(Integer::parseInt).toArray()) {
            boolean large = n > LARGE;
            int runs = large ? 1 : 3;
            String heap = large ? "6g" : "2g";
            for (String ending : large ? List.of("csv") : List.of("csv", "csv.gz")) {
                Path pool = scaling.folder.resolve("pool-" + n + "." + ending);
                write(pool, n, new Seed(2), false);
                scaling.rank(train, pool, n, runs, heap);
            }
            scaling.picks(n, runs);
            scaling.forest(n, runs);
        }
        CsvWriter.write(
                Path.of(args[2]),
                List.of(
                        "what",
                        "candidates",
                        "runs",
                        "median_seconds",
                        "least_seconds",
                        "most_seconds",
                        "heap_limit",
                        "peak_mb"),
                scaling.results);
    }

    private static void write(Path file, int rows, Seed seed, boolean target) throws IOException {
        Matrix features = features(rows, seed);
        try (OutputStream plain = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                OutputStream out = file.toString().endsWith(".gz") ? new GZIPOutputStream(plain, 1 << 16) : plain) {
            StringBuilder line = new StringBuilder("id");
            for (int j = 1; j <= FEATURES; j++) {
                line.append(",x").append(j);
            }
            line.append(target ? ",y\n" : "\n");
            out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
            for (int row = 0; row < rows; row++) {
                line.setLength(0);
                line.append(target ? 'T' : 'C').append(row + 1);
                for (int j = 0; j < FEATURES; j++) {
                    line.append(",0.").append(Long.toString(100_000 + Math.round(100_000 * features.at(row, j))), 1, 6);
                }
                line.append(target ? "," + features.at(row, 0) * features.at(row, 1) + "\n" : "\n");
                out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    /** Uniform, with five decimals. */
    private static Matrix features(int rows, Seed seed) {
        double[] values = seed.generator()
                .ints((long) rows * FEATURES, 0, 100_000)
                .mapToDouble(i -> i / 1e5)
                .toArray();
        return Matrix.of(rows, FEATURES, values);
    }

    private void rank(Path train, Path pool, int n, int runs, String heap) throws IOException, InterruptedException {
        double[] seconds = new double[runs];
        long peak = 0;
        for (int run = 0; run < runs; run++) {
            ProcessBuilder builder = new ProcessBuilder(
                    launcher.toString(),
                    "-q",
                    "rank",
                    "--train",
                    train.toString(),
                    "--candidates",
                    pool.toString(),
                    "--target",
                    "y",
                    "--strategy",
                    "farthest-point",
                    "--batch",
                    Integer.toString(PICKS),
                    "--out",
                    folder.resolve("plan.csv").toString());
            builder.environment().put("JAVA_TOOL_OPTIONS", "-Xmx" + heap);
            builder.redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log.txt").toFile());
            long start = System.nanoTime();
            Process process = builder.start();
            while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, peakMegabytes(process.pid()));
            }
            seconds[run] = (System.nanoTime() - start) / 1e9;
            if (process.exitValue() != 0) {
                throw new IllegalStateException("assay rank failed:\n" + Files.readString(folder.resolve("log.txt")));
            }
        }
        boolean packed = pool.toString().endsWith(".gz");
        note(packed ? "rank, gzip" : "rank", n, seconds, heap, Long.toString(peak));
    }

    /** The launcher becomes the virtual machine, so it is the same process. 0 once it is over. */
    private static long peakMegabytes(long process) throws IOException {
        Path status = Path.of("/proc/" + process + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(l -> l.startsWith("VmHWM:"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) >> 10)
                    .findFirst()
                    .orElse(0);
        } catch (UncheckedIOException | NoSuchFileException e) {
            return 0;
        }
    }

    private void picks(int n, int runs) {
        Matrix known = features(KNOWN, new Seed(1));
        Matrix pool = features(n, new Seed(2));
        double[] seconds = new double[runs];
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            FarthestPoint cover = new FarthestPoint(known, pool);
            for (int pick = 0; pick < PICKS; pick++) {
                cover.pick(i -> true);
            }
            seconds[run] = (System.nanoTime() - start) / 1e9;
        }
        note("k-center", n, seconds, "", "");
    }

    private void forest(int n, int runs) {
        Matrix known = features(KNOWN, new Seed(1));
        double[] values = new double[KNOWN];
        Arrays.setAll(values, row -> known.at(row, 0) * known.at(row, 1) + 0.3 * known.at(row, 2));
        SecondaryModel model =
                Surrogates.secondaryForest(new FixedThreads(TREES_THREADS)).fit(known, values, new Seed(3));
        Matrix pool = features(n, new Seed(2));
        double[] seconds = new double[runs];
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            model.means(pool);
            seconds[run] = (System.nanoTime() - start) / 1e9;
        }
        note("forest", n, seconds, "", "");
    }

    private void note(String what, int n, double[] seconds, String heap, String peak) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        results.add(List.of(
                what,
                Integer.toString(n),
                Integer.toString(seconds.length),
                String.format(Locale.ROOT, "%.3f", sorted[sorted.length / 2]),
                String.format(Locale.ROOT, "%.3f", sorted[0]),
                String.format(Locale.ROOT, "%.3f", sorted[sorted.length - 1]),
                heap,
                peak));
        System.out.println(String.join(" ", results.get(results.size() - 1)));
    }
}
