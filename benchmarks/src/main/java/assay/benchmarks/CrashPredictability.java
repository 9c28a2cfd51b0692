package assay.benchmarks;

import assay.acquisition.Column;
import assay.acquisition.Dataset;
import assay.acquisition.Encoding;
import assay.acquisition.Kind;
import assay.acquisition.Matrix;
import assay.acquisition.Role;
import assay.acquisition.Runner;
import assay.acquisition.Schema;
import assay.acquisition.Seed;
import assay.acquisition.Table;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import assay.campaigns.csv.CsvWriter;
import assay.crash.simulator.Archive;
import assay.crash.simulator.CrashHistory;
import assay.crash.simulator.CrashProgramme;
import assay.kernels.Activation;
import assay.surrogate.MlpSettings;
import assay.surrogate.Surrogates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How well ROLC_p of simulated crash tests can be predicted: 1276 tests, 60 % to learn from and 40 % to predict, by date or
 * at random, for several deviations of the label noise.
 *
 * <p>Two archives: as found, and complete. The second is what the figures of section 5.4 of our specification were made on: a
 * quadratic ridge had R^2 of 0.79, 0.68, 0.45 and 0.25 by date, and 0.90, 0.85, 0.72 and 0.58 at random, at a label noise of 0,
 * 1, 2 and 3 g. What archives as found lack costs models more than the first of these allow: the figures at random show it.
 *
 * <p>Models see all features but the 65 samples of the pulse and the body type; that these do harm was seen on newer tests of the
 * seeds 1 and 2. The network of our choice, an average of ten with two hidden layers of 100, ReLU, 10 epochs in batches of 32 at a
 * rate of 0.001, was chosen on other seeds, mostly by learning from the older 36 % of the tests and predicting the next 24. Nothing
 * was chosen on the seeds from 101 on.
 *
 * <p>Run from the project's root, with the number of seeds, the first of them, and the file for the results:
 *
 * <pre>mvn -q -DskipTests package &amp;&amp; java -cp "benchmarks/target/classes:campaigns/target/classes:campaigns/target/lib/*" \
 *   assay.benchmarks.CrashPredictability 10 101 benchmarks/results/crash-predictability.csv</pre>
 */
public final class CrashPredictability {

    /** Which tests are predicted. */
    enum Split {
        BY_DATE,
        AT_RANDOM
    }

    /** The averaged network. */
    static final String NETWORK = "10 networks";

    private static final MlpSettings SETTINGS =
            MlpSettings.DEFAULT.withLayers(3).withRate(0.001).withEpochs(10).withActivation(Activation.RELU);
    private static final int NETWORKS = 10;
    private static final double RIDGE = 0.3;
    private static final double LINEAR_RIDGE = 1e-3;

    private CrashPredictability() {}

    /** @param args number of seeds, first of them, file for the results */
    public static void main(String[] args) {
        int seeds = Integer.parseInt(args[0]);
        Map<String, TargetModel.Trainer> models = models();
        List<List<String>> rows = new ArrayList<>();
        int first = Integer.parseInt(args[1]);
        for (Archive archive : Archive.values()) {
            List<CrashHistory> histories = IntStream.range(0, seeds)
                    .mapToObj(s -> history(archive, new Seed(first + s)))
                    .toList();
            for (Split split : Split.values()) {
                for (double noise = 0; noise <= 3; noise++) {
                    for (Map.Entry<String, TargetModel.Trainer> model : models.entrySet()) {
                        double[] r2 = new double[seeds];
                        for (int s = 0; s < seeds; s++) {
                            r2[s] = determination(
                                    histories.get(s), split, noise, model.getValue(), new Seed(first - 1 + s));
                        }
                        double mean = Arrays.stream(r2).average().orElseThrow();
                        double variance = Arrays.stream(r2)
                                        .map(r -> (r - mean) * (r - mean))
                                        .sum()
                                / Math.max(1, seeds - 1);
                        rows.add(List.of(
                                word(archive),
                                word(split),
                                CsvWriter.cell(noise),
                                model.getKey(),
                                Integer.toString(seeds),
                                "%.4f".formatted(mean),
                                "%.4f".formatted(Math.sqrt(variance / seeds))));
                    }
                }
            }
        }
        CsvWriter.write(
                Path.of(args[2]),
                List.of("archive", "split", "label_noise", "model", "seeds", "r2", "std_error"),
                rows);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** As many tests as in the LossVal paper, with a label noise of 1 g that {@link #determination} scales. */
    static CrashHistory history(Archive archive, Seed seed) {
        return CrashHistory.of(CrashProgramme.DEFAULT.withLabelNoise(1).withArchive(archive), seed, Runner.SEQUENTIAL);
    }

    static Map<String, TargetModel.Trainer> models() {
        Map<String, TargetModel.Trainer> models = new LinkedHashMap<>();
        models.put("linear", Surrogates.linear());
        models.put("forest", Surrogates.forest(200, Runner.SEQUENTIAL));
        models.put("quadratic ridge", CrashPredictability::quadratic);
        models.put("preset rolc-p", Surrogates.compact(MlpSettings.ROLC_P));
        models.put(NETWORK, CrashPredictability::averaged);
        return models;
    }

    /** R^2 of the predicted tests. */
    static double determination(CrashHistory history, Split split, double noise, TargetModel.Trainer model, Seed seed) {
        Table tests = table(history, noise);
        int[] order = split == Split.BY_DATE
                ? IntStream.range(0, tests.size()).toArray()
                : seed.derive("split").permutation(tests.size());
        int cut = tests.size() * 6 / 10;
        Table known = tests.select(Arrays.copyOf(order, cut));
        Encoding encoding = Encoding.fit(known, new Task.Regression(), Encoding.Scaling.STANDARDISED);
        Dataset train = encoding.dataset(known);
        Dataset test = encoding.dataset(tests.select(Arrays.copyOfRange(order, cut, order.length)));
        Matrix predicted = model.fit(train, seed.derive("model")).predict(test.features());
        double mean = Arrays.stream(test.targets()).average().orElseThrow();
        double error = 0;
        double spread = 0;
        for (int i = 0; i < test.size(); i++) {
            error += (test.target(i) - predicted.at(i, 0)) * (test.target(i) - predicted.at(i, 0));
            spread += (test.target(i) - mean) * (test.target(i) - mean);
        }
        return 1 - error / spread;
    }

    /** The tests without pulse and body type, with another deviation of the label noise. */
    private static Table table(CrashHistory history, double noise) {
        Table tests = history.tests();
        double[] drawn = truth(history, "label_noise");
        List<Column> columns = new ArrayList<>();
        List<double[]> numbers = new ArrayList<>();
        List<String[]> texts = new ArrayList<>();
        for (int c = 0; c < tests.schema().columns().size(); c++) {
            Column column = tests.schema().columns().get(c);
            boolean hidden = column.name().equals("body") || column.name().startsWith("pulse_");
            boolean numeric = column.kind() == Kind.NUMERIC || column.kind() == Kind.DATE;
            int index = c;
            double[] cells = numeric ? tests.numbers(c) : new double[0];
            if (column.role() == Role.TARGET) {
                Arrays.setAll(cells, row -> cells[row] + (noise - 1) * drawn[row]);
            }
            columns.add(hidden ? column.withRole(Role.IGNORED) : column);
            numbers.add(cells);
            texts.add(
                    numeric
                            ? new String[0]
                            : IntStream.range(0, tests.size())
                                    .mapToObj(row -> tests.text(row, index))
                                    .toArray(String[]::new));
        }
        return Table.of(new Schema(columns), tests.size(), numbers, texts);
    }

    private static double[] truth(CrashHistory history, String name) {
        return history.truth().numbers(history.truth().schema().indexOf(name).orElseThrow());
    }

    private static TargetModel averaged(Dataset train, Seed seed) {
        List<? extends TargetModel> networks = IntStream.range(0, NETWORKS)
                .mapToObj(i -> Surrogates.compact(SETTINGS).fit(train, seed.derive(i)))
                .toList();
        return features -> {
            double[] mean = new double[features.rows()];
            for (TargetModel network : networks) {
                Matrix predicted = network.predict(features);
                for (int row = 0; row < mean.length; row++) {
                    mean[row] += predicted.at(row, 0) / NETWORKS;
                }
            }
            return Matrix.of(mean.length, 1, mean);
        };
    }

    /** Ridge regression on the features, their squares and their products, each standardised. */
    private static TargetModel quadratic(Dataset train, Seed seed) {
        double[][] rows = squares(train.features());
        int d = rows[0].length;
        double[] mean = new double[d];
        double[] scale = new double[d];
        for (int j = 0; j < d; j++) {
            int column = j;
            mean[j] = Arrays.stream(rows)
                    .mapToDouble(row -> row[column])
                    .average()
                    .orElseThrow();
            double variance = Arrays.stream(rows)
                    .mapToDouble(row -> (row[column] - mean[column]) * (row[column] - mean[column]))
                    .average()
                    .orElseThrow();
            scale[j] = variance > 1e-12 ? Math.sqrt(LINEAR_RIDGE / RIDGE / variance) : 0;
        }
        TargetModel model = Surrogates.linear().fit(train.withFeatures(standardised(rows, mean, scale)), seed);
        return features -> model.predict(standardised(squares(features), mean, scale));
    }

    private static double[][] squares(Matrix features) {
        int d = features.columns();
        double[][] rows = new double[features.rows()][d + d * (d + 1) / 2];
        for (int row = 0; row < rows.length; row++) {
            int next = d;
            for (int i = 0; i < d; i++) {
                rows[row][i] = features.at(row, i);
                for (int j = i; j < d; j++) {
                    rows[row][next++] = features.at(row, i) * features.at(row, j);
                }
            }
        }
        return rows;
    }

    private static Matrix standardised(double[][] rows, double[] mean, double[] scale) {
        double[][] scaled = new double[rows.length][mean.length];
        for (int row = 0; row < rows.length; row++) {
            for (int j = 0; j < mean.length; j++) {
                scaled[row][j] = (rows[row][j] - mean[j]) * scale[j];
            }
        }
        return Matrix.of(scaled);
    }
}
