package assay.benchmarks;

import assay.acquisition.Candidates;
import assay.acquisition.Dataset;
import assay.acquisition.Embedding;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Task;
import assay.acquisition.Valuation;
import assay.acquisition.diversity.FarthestPoint;
import assay.acquisition.diversity.KMedians;
import assay.acquisition.strategy.Preselection;
import assay.acquisition.strategy.Strategies;
import assay.campaigns.csv.CsvWriter;
import assay.kernels.Distances;
import assay.surrogate.Surrogates;
import assay.valuation.KnnShapley;
import assay.valuation.Valuators;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * How much time does Active Data Shapley save? A batch out of a pool by a diversity method over the whole pool, against preselection and
 * the same method over a share of it; the preselection counts, with the values of the known experiments. One thread. The embedding is given:
 * ten clusters of unit spread, no network is run.
 *
 * <p>Methods are k-center (ours), plain-k-center (a scan of all candidates after every pick, as the papers have it) and k-medians. In every
 * repeat the shares follow the whole pool, in one process: ratios can be told where seconds cannot. The shares that are thinned are those of
 * the highest exact value.
 *
 * <p>Run with the size of the pool, known experiments, batch, units, repeats, the file of results and methods:
 *
 * <pre>benchmarks/run PreselectionTimings 100000 5000 5000 64 3 benchmarks/results/preselection-timings.csv k-center,plain-k-center</pre>
 */
public final class PreselectionTimings {

    private static final int HOLDOUT = 500;
    private static final int CLUSTERS = 10;
    private static final double[] SHARES = {0.1, 0.2, 0.3};
    private static final Seed SEED = new Seed(1);
    private static final List<String> COLUMNS = List.of(
            "pool",
            "known",
            "batch",
            "units",
            "repeat",
            "method",
            "share",
            "whole_s",
            "share_s",
            "by_neighbours_s",
            "by_exact_value_s",
            "ratio_by_neighbours",
            "ratio_by_exact_value");

    private PreselectionTimings() {}

    /** Picks a batch out of points, beside what is known. */
    @FunctionalInterface
    private interface Method {

        int[] picks(Matrix known, Matrix points, int batch);
    }

    /** @param args pool, known, batch, units, repeats, file of results, methods with commas between them */
    public static void main(String[] args) {
        int pool = Integer.parseInt(args[0]);
        int batch = Integer.parseInt(args[2]);
        int units = Integer.parseInt(args[3]);
        int repeats = Integer.parseInt(args[4]);
        Dataset known = clustered(Integer.parseInt(args[1]), units, "known");
        Dataset holdout = clustered(HOLDOUT, units, "holdout");
        Matrix candidates = clustered(pool, units, "pool").features();
        List<List<String>> rows = new ArrayList<>();
        for (int repeat = 1; repeat <= repeats; repeat++) {
            double neighbours = seconds(() -> byNeighbours(known, holdout, candidates, batch));
            long start = System.nanoTime();
            int[] order = byExactValue(known, holdout, candidates);
            double exact = (System.nanoTime() - start) / 1e9;
            for (String name : args[6].split(",")) {
                Method method = method(name);
                double whole = seconds(() -> method.picks(known.features(), candidates, batch));
                for (double share : SHARES) {
                    int[] kept = Arrays.copyOf(order, (int) Math.ceil(share * pool));
                    double thinned = seconds(() -> method.picks(known.features(), candidates.select(kept), batch));
                    rows.add(row(args, repeat, name, share, whole, neighbours, exact, thinned));
                    CsvWriter.write(Path.of(args[5]), COLUMNS, rows);
                    System.out.println(rows.get(rows.size() - 1));
                }
            }
        }
    }

    private static List<String> row(
            String[] args,
            int repeat,
            String name,
            double share,
            double whole,
            double neighbours,
            double exact,
            double thinned) {
        return List.of(
                args[0],
                args[1],
                args[2],
                args[3],
                Integer.toString(repeat),
                name,
                cell(share),
                cell(whole),
                cell(thinned),
                cell(neighbours),
                cell(exact),
                cell(whole / (neighbours + thinned)),
                cell(whole / (exact + thinned)));
    }

    private static String cell(double x) {
        return String.format(Locale.ROOT, "%.3f", x);
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static Method method(String name) {
        return switch (name) {
            case "k-center" -> PreselectionTimings::lazily;
            case "plain-k-center" -> PreselectionTimings::plainly;
            case "k-medians" ->
                (known, points, batch) -> KMedians.picks(known, points, ones(points.rows()), batch, SEED);
            default -> throw new IllegalArgumentException("there is no method %s".formatted(name));
        };
    }

    private static int[] lazily(Matrix known, Matrix points, int batch) {
        FarthestPoint cover = new FarthestPoint(known, points);
        return IntStream.range(0, batch)
                .map(i -> cover.pick(candidate -> true).orElseThrow().candidate())
                .toArray();
    }

    /** Every candidate against every known experiment and every pick. */
    private static int[] plainly(Matrix known, Matrix points, int batch) {
        int n = points.rows();
        int d = points.columns();
        double[] rows = points.toArray();
        double[] centers = known.toArray();
        double[] nearest = new double[n];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int center = 0; center < known.rows(); center++) {
            for (int i = 0; i < n; i++) {
                nearest[i] = Math.min(nearest[i], Distances.squared(rows, i, centers, center, d));
            }
        }
        int[] picks = new int[batch];
        for (int pick = 0; pick < batch; pick++) {
            int farthest = 0;
            for (int i = 1; i < n; i++) {
                farthest = nearest[i] > nearest[farthest] ? i : farthest;
            }
            picks[pick] = farthest;
            for (int i = 0; i < n; i++) {
                nearest[i] = Math.min(nearest[i], Distances.squared(rows, i, rows, farthest, d));
            }
        }
        return picks;
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** What ads does before it picks: values, those of the candidates, their order; and the set-up of its k-center, which is little. */
    private static void byNeighbours(Dataset known, Dataset holdout, Matrix pool, int batch) {
        double[] costs = ones(pool.rows());
        Candidates candidates = new Candidates(
                IntStream.range(0, pool.rows()).mapToObj(Integer::toString).toList(), pool, costs);
        Strategies.ads(
                        (data, seed) -> new Strategies.Appraised(new AsItIs(), values(data, holdout)),
                        Preselection.DEFAULT.withShare(SHARES[0]))
                .prefer(Situation.of(known, candidates, batch), SEED);
    }

    private static Valuation values(Dataset known, Dataset holdout) {
        return Valuators.of(KnnShapley.DEFAULT, Surrogates.knn(1), Runner.SEQUENTIAL)
                .value(known, holdout, SEED);
    }

    private static int[] byExactValue(Dataset known, Dataset holdout, Matrix pool) {
        values(known, holdout);
        Matrix byClass = Valuators.knnShapleyOfCandidates(
                        known, holdout, KnnShapley.DEFAULT.neighbours().get(0))
                .apply(pool);
        double[] highest = new double[pool.rows()];
        Arrays.setAll(highest, i -> Arrays.stream(byClass.row(i)).max().orElseThrow());
        return IntStream.range(0, highest.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -highest[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    private static Dataset clustered(int n, int units, String name) {
        RandomGenerator centers = SEED.derive("centers").generator();
        double[] middles = new double[CLUSTERS * units];
        Arrays.setAll(middles, i -> centers.nextGaussian());
        RandomGenerator random = SEED.derive(name).generator();
        double[] features = new double[n * units];
        double[] targets = new double[n];
        for (int i = 0; i < n; i++) {
            int cluster = random.nextInt(CLUSTERS);
            targets[i] = cluster;
            for (int j = 0; j < units; j++) {
                features[i * units + j] = middles[cluster * units + j] + random.nextGaussian();
            }
        }
        return Dataset.of(
                Matrix.of(n, units, features),
                targets,
                new Task.Classification(
                        IntStream.range(0, CLUSTERS).mapToObj(c -> "c" + c).toList()));
    }

    /** The points are the embedding, and every class is as likely. */
    private static final class AsItIs implements Embedding {

        @Override
        public Matrix embed(Matrix features) {
            return features;
        }

        @Override
        public Matrix predict(Matrix features) {
            double[] alike = new double[features.rows() * CLUSTERS];
            Arrays.fill(alike, 1.0 / CLUSTERS);
            return Matrix.of(features.rows(), CLUSTERS, alike);
        }
    }
}
