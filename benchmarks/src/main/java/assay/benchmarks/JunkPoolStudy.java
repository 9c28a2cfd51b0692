package assay.benchmarks;

import assay.acquisition.Dataset;
import assay.acquisition.Embedding;
import assay.acquisition.Encoding;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.Strategy;
import assay.acquisition.Table;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import assay.acquisition.Valuator;
import assay.acquisition.strategy.Preselection;
import assay.acquisition.strategy.Strategies;
import assay.acquisition.trial.Deal;
import assay.acquisition.trial.Metric;
import assay.acquisition.trial.Simulation;
import assay.campaigns.csv.CsvTables;
import assay.campaigns.csv.Declaration;
import assay.campaigns.csv.TableFile;
import assay.campaigns.csv.TaskKind;
import assay.kernels.Activation;
import assay.surrogate.CnnSettings;
import assay.surrogate.MlpSettings;
import assay.surrogate.Optimiser;
import assay.surrogate.Surrogates;
import assay.valuation.KnnShapley;
import assay.valuation.Valuators;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Does Active Data Shapley keep its promises? Campaigns on public sets with classes: 300 tests known at first, six rounds of 60 out of a
 * pool of 3000, a holdout of 500 sound tests for the values, as in the paper, and 1200 sound tests to be right about. The pool is clean, or
 * four of five candidates are spoilt ({@link JunkPool}); the first tests are sound, or as spoilt as the pool.
 *
 * <p>"coreset" is greedy k-center over the whole pool, "ads-10" over the tenth of highest expected value, as published, and
 * "cell-10" over the tenth of highest expected value of every cell, all in the embedding of a network
 * trained anew each round; "exact-10" expects of a candidate what KNN-Shapley would give it, where ads asks its neighbours.
 *
 * <p>Run with sets, kinds of pools, starts, first and last repeat, and the file of results. A file that is there is gone on with:
 *
 * <pre>benchmarks/run JunkPoolStudy letter,cifar10_hog clean,noise,junk sound,alike 1 10 benchmarks/results/junk-pool.csv</pre>
 */
public final class JunkPoolStudy {

    static final int START = 300;
    static final int POOL = 3000;
    static final int HOLDOUT = 500;
    static final int TEST = 1200;
    static final int BATCH = 60;
    static final int ROUNDS = 6;

    static final List<String> ARMS = List.of(
            "random",
            "random.2",
            "entropy",
            "farthest-point",
            "coreset",
            "ads-10",
            "ads-30",
            "cell-10",
            "cell-30",
            "exact-10",
            "exact-30");

    private static final Map<String, String> FILES = Map.of(
            "letter", "letter/letter.csv",
            "cifar10_hog", "cifar10_hog/cifar10_hog_train.csv.gz",
            "mnist", "mnist/mnist_train.csv.gz");

    private static final Path DATA = Path.of("..", "shared", "data");
    private static final MlpSettings NETWORK =
            new MlpSettings(3, 64, Activation.RELU, Optimiser.ADAM, 0.003, 40, 32, 0);

    private static final String IMAGES = "mnist";
    private static final CnnSettings CNN = CnnSettings.of(28, 28, 1).withEpochs(6);

    private JunkPoolStudy() {}

    /** @param args sets, pools, starts, first and last repeat, file of results, arms if not all */
    public static void main(String[] args) {
        JunkPoolFile file = JunkPoolFile.open(Path.of(args[5]));
        List<String> arms = args.length > 6 ? List.of(args[6].split(",")) : ARMS;
        for (int repeat = Integer.parseInt(args[3]); repeat <= Integer.parseInt(args[4]); repeat++) {
            for (String set : args[0].split(",")) {
                for (String pool : args[1].split(",")) {
                    for (String start : args[2].split(",")) {
                        run(set, pool, start, repeat, arms, file);
                    }
                }
            }
        }
    }

    private static void run(String set, String pool, String start, int repeat, List<String> arms, JunkPoolFile file) {
        JunkPool.Spoilt spoilt = JunkPool.Spoilt.valueOf(pool.toUpperCase(Locale.ROOT));
        JunkPool.Start at = JunkPool.Start.valueOf(start.toUpperCase(Locale.ROOT));
        if (spoilt == JunkPool.Spoilt.CLEAN && at == JunkPool.Start.ALIKE) {
            return;
        }
        List<String> missing = arms.stream()
                .filter(arm -> !file.has(set, pool, start, repeat, arm))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        Seed seed = new Seed(repeat).derive(set);
        JunkPool junk = dealt(set, spoilt, at, seed);
        TargetModel.Trainer network = network(set);
        for (String arm : missing) {
            CountedStrategy strategy = new CountedStrategy(arm, strategy(arm, network, junk.holdout()));
            List<Simulation.Stage> stages = new Simulation(network, BATCH, ROUNDS, 1).run(junk.trial(), strategy, seed);
            file.append(
                    set,
                    pool,
                    start,
                    repeat,
                    arm,
                    strategy.soundShare(),
                    strategy.seconds(),
                    stages.stream()
                            .map(stage -> stage.scores().get(Metric.ACCURACY))
                            .toList());
        }
    }

    static TargetModel.Trainer network(String set) {
        return set.equals(IMAGES) ? new LastModel(Surrogates.cnn(CNN)) : Surrogates.compact(NETWORK);
    }

    static JunkPool dealt(String set, JunkPool.Spoilt spoilt, JunkPool.Start at, Seed seed) {
        Path path = DATA.resolve(FILES.get(set));
        List<String> columns = CsvTables.columnNames(path);
        TableFile file = CsvTables.read(
                        path,
                        Declaration.NONE
                                .withTarget(columns.get(columns.size() - 1))
                                .withTask(TaskKind.CLASSIFICATION))
                .withRoles(StudyProblem::configurable);
        Table table = file.table();
        Task task = file.task().orElseThrow();
        Deal deal = Deal.atRandom(table.size(), START, POOL, HOLDOUT + TEST, seed);
        Table start = table.select(deal.start());
        Encoding encoding =
                Encoding.fit(start, task, set.equals(IMAGES) ? Encoding.Scaling.PIXELS : Encoding.Scaling.STANDARDISED);
        int[] apart = deal.test();
        return JunkPool.of(
                encoding.dataset(start),
                encoding.dataset(table.select(deal.pool())),
                encoding.dataset(table.select(Arrays.copyOf(apart, HOLDOUT))),
                encoding.dataset(table.select(Arrays.copyOfRange(apart, HOLDOUT, apart.length))),
                spoilt,
                at,
                set.equals(IMAGES) ? JunkPool.Inputs.PIXELS : JunkPool.Inputs.FEATURES,
                seed.derive("spoil"));
    }

    private static Strategy strategy(String arm, TargetModel.Trainer network, Dataset holdout) {
        if (arm.startsWith("random")) {
            return Strategies.random();
        }
        if (arm.equals("entropy")) {
            return Strategies.entropy(network);
        }
        if (arm.equals("farthest-point")) {
            return Strategies.farthestPoint();
        }
        Preselection preselection = Preselection.DEFAULT
                .withWithin(arm.startsWith("cell") ? Preselection.Within.CELL : Preselection.Within.POOL)
                .withShare(arm.equals("coreset") ? 1 : Integer.parseInt(arm.substring(arm.indexOf('-') + 1)) / 100.0);
        boolean exact = arm.startsWith("exact");
        return Strategies.ads((known, seed) -> appraised(known, network, holdout, exact, seed), preselection);
    }

    private static Strategies.Appraised appraised(
            Dataset known, TargetModel.Trainer trainer, Dataset holdout, boolean exact, Seed seed) {
        Embedding network = (Embedding) trainer.fit(known, seed.derive("network"));
        Dataset seen = embedded(known, network);
        Dataset judge = embedded(holdout, network);
        Valuator shapley = Valuators.of(KnnShapley.DEFAULT, trainer, Runner.SEQUENTIAL);
        int neighbours = KnnShapley.DEFAULT.neighbours().get(0);
        return new Strategies.Appraised(
                network,
                shapley.value(seen, judge, seed.derive("values")),
                exact
                        ? Optional.of(Valuators.knnShapleyOfCandidates(seen, judge, neighbours)::apply)
                        : Optional.empty());
    }

    static Dataset embedded(Dataset data, Embedding network) {
        Matrix features = network.embed(data.configurable());
        return new Dataset(data.ids(), features, features.columns(), data.targets(), data.task());
    }
}
