package assay.benchmarks;

import assay.acquisition.Dataset;
import assay.acquisition.Encoding;
import assay.acquisition.Matrix;
import assay.acquisition.Role;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import assay.acquisition.Valuator;
import assay.acquisition.diversity.FarthestPoint;
import assay.campaigns.csv.CsvTables;
import assay.campaigns.csv.Declaration;
import assay.campaigns.csv.TableFile;
import assay.surrogate.MlpSettings;
import assay.surrogate.Surrogates;
import assay.valuation.Ame;
import assay.valuation.Banzhaf;
import assay.valuation.DataOob;
import assay.valuation.Dvrl;
import assay.valuation.Effort;
import assay.valuation.KnnShapley;
import assay.valuation.Lava;
import assay.valuation.LeaveOneOut;
import assay.valuation.LossVal;
import assay.valuation.Retraining;
import assay.valuation.Valuators;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Our side of the comparison with other libraries; {@code benchmarks/peers/run} starts it together with the other side,
 * {@code benchmarks/peers/workloads.py}, and asks them in turn.
 *
 * <p>Reads commands from standard input, one a line: {@code list} prints the names of the workloads; a name runs that
 * workload once and prints {@code name seconds}. What a workload needs is read and made ready before its clock starts.
 * With a single command, the life of the process is the time that includes the start of the virtual machine.
 */
public final class PeerTimings {

    private static final int THREADS = 2;
    private static final MlpSettings SMALL =
            MlpSettings.DEFAULT.withLayers(3).withEpochs(5).withBatch(32).withRate(0.01);

    private final Path folder;
    private final int subsets;
    private final int lossValEpochs;
    private final int dvrlIterations;
    private final int knnRows;
    private final int poolRows;
    private final int picks;

    /** Everything but what is timed, then what is timed; by row / implementation. */
    private final Map<String, Supplier<Runnable>> workloads = new LinkedHashMap<>();

    private PeerTimings(Path folder, boolean smoke) {
        this.folder = folder;
        this.subsets = smoke ? 20 : 1000;
        this.lossValEpochs = smoke ? 2 : 30;
        this.dvrlIterations = smoke ? 3 : 20;
        this.knnRows = smoke ? 200 : 10_000;
        this.poolRows = smoke ? 2000 : 100_000;
        this.picks = smoke ? 20 : 1000;
        workloads.put("mlp-training/compact", () -> training(Surrogates.compact(SMALL)));
        workloads.put("mlp-training/dl4j", () -> training(Surrogates.dl4j(SMALL)));
        workloads.put("subset-trainings/compact", this::subsetTrainings);
        workloads.put("lossval-reference/compact", this::lossValReference);
        workloads.put("knn-shapley/assay", this::knnShapley);
        workloads.put("lava/assay", this::lava);
        workloads.put("dvrl-reference/compact", this::dvrlReference);
        workloads.put("core-set/assay", this::coreSet);
        Effort effort = Effort.ofModels(subsets);
        workloads.put("banzhaf/compact", () -> retraining(new Banzhaf(effort)));
        workloads.put("loo/compact", () -> retraining(LeaveOneOut.DEFAULT.withRepeats(1)));
        // Fewer would leave rows without a value.
        workloads.put("data-oob/compact", () -> retraining(new DataOob(Effort.ofModels(Math.max(60, subsets)))));
        workloads.put(
                "ame/compact",
                () -> retraining(Ame.DEFAULT.withScaling(Ame.Scaling.ROW).withEffort(effort)));
    }

    /** @param args folder of the CSV files; {@code smoke} for less work */
    public static void main(String[] args) throws IOException {
        PeerTimings timings = new PeerTimings(Path.of(args[0]), List.of(args).contains("smoke"));
        Map<String, Runnable> ready = new HashMap<>();
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            System.out.println(command.equals("list") ? timings.names() : timings.time(command, ready));
        }
    }

    private String names() {
        return String.join(" ", workloads.keySet());
    }

    private String time(String name, Map<String, Runnable> ready) {
        Supplier<Runnable> workload = workloads.get(name);
        if (workload == null) {
            throw new IllegalArgumentException("no workload %s. Maybe one of %s?".formatted(name, names()));
        }
        Runnable work = ready.computeIfAbsent(name, n -> workload.get());
        long start = System.nanoTime();
        work.run();
        return String.format(Locale.ROOT, "%s %.6f", name, (System.nanoTime() - start) / 1e9);
    }

    private Runnable training(TargetModel.Trainer trainer) {
        Dataset train = data("regression", "Y").train();
        return () -> trainer.fit(train, new Seed(1));
    }

    /** Each on a random half of the rows. */
    private Runnable subsetTrainings() {
        Dataset train = data("regression", "Y").train();
        TargetModel.OnSubsets onSubsets =
                Surrogates.compact(SMALL.withEpochs(1)).on(train);
        Runner runner = new FixedThreads(THREADS);
        return () -> runner.run("Training", subsets, 1, (subset, step) -> {
            Seed seed = new Seed(1).derive(subset);
            int[] half = seed.derive("half").permutation(train.size());
            onSubsets.fit(Arrays.copyOf(half, train.size() / 2), seed);
            return subset;
        });
    }

    private Runnable lossValReference() {
        TrainAndHoldout data = data("classification", "binaryClass");
        Valuator valuator = Valuators.of(
                LossVal.REFERENCE.withEpochs(lossValEpochs),
                Surrogates.compact(MlpSettings.DEFAULT),
                Runner.SEQUENTIAL);
        return () -> valuator.value(data.train(), data.holdout(), new Seed(1));
    }

    private Runnable knnShapley() {
        TrainAndHoldout data = data("knn", "binaryClass");
        Dataset train = data.train().select(IntStream.range(0, knnRows).toArray());
        Valuator valuator = Valuators.of(KnnShapley.DEFAULT, Surrogates.compact(SMALL), new FixedThreads(THREADS));
        return () -> valuator.value(train, data.holdout(), new Seed(1));
    }

    private Runnable lava() {
        TrainAndHoldout data = data("lava", "binaryClass");
        Valuator valuator = Valuators.of(Lava.DEFAULT.withRepeats(0), Surrogates.compact(SMALL), Runner.SEQUENTIAL);
        return () -> valuator.value(data.train(), data.holdout(), new Seed(1));
    }

    private Runnable dvrlReference() {
        TrainAndHoldout data = data("classification", "binaryClass");
        Valuator valuator = Valuators.of(
                Dvrl.REFERENCE.withIterations(dvrlIterations),
                Surrogates.compact(MlpSettings.DEFAULT.withEpochs(5)),
                Runner.SEQUENTIAL);
        return () -> valuator.value(data.train(), data.holdout(), new Seed(1));
    }

    private Runnable coreSet() {
        TrainAndHoldout data = data("core-set", "Y");
        Matrix known = data.train().features();
        Matrix pool =
                data.holdout().features().select(IntStream.range(0, poolRows).toArray());
        return () -> {
            FarthestPoint cover = new FarthestPoint(known, pool);
            for (int pick = 0; pick < picks; pick++) {
                cover.pick(candidate -> true);
            }
        };
    }

    /** Leave-one-out trains as often as there are rows, whatever the others do. */
    private Runnable retraining(Retraining method) {
        TrainAndHoldout all = data("classification", "binaryClass");
        int rows = method instanceof LeaveOneOut
                ? Math.min(subsets, all.train().size())
                : all.train().size();
        Dataset train = all.train().select(IntStream.range(0, rows).toArray());
        Valuator valuator = Valuators.of(
                method, Surrogates.compact(MlpSettings.DEFAULT.withEpochs(1).withBatch(32)), Runner.SEQUENTIAL);
        return () -> valuator.value(train, all.holdout(), new Seed(1));
    }

    private record TrainAndHoldout(Dataset train, Dataset holdout) {}

    private TrainAndHoldout data(String name, String target) {
        TableFile train = CsvTables.read(folder.resolve(name + "-train.csv"), Declaration.NONE.withTarget(target));
        TableFile holdout = CsvTables.readLike(
                folder.resolve(name + "-valid.csv"),
                train.schema(),
                Set.of(Role.CONFIGURABLE, Role.MEASURED, Role.TARGET));
        Task task = train.task().orElseThrow();
        Encoding encoding = Encoding.fit(train.table(), task, Encoding.Scaling.STANDARDISED);
        return new TrainAndHoldout(encoding.dataset(train.table()), encoding.dataset(holdout.table()));
    }
}
