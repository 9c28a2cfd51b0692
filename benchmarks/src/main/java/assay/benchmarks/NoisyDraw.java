package assay.benchmarks;

import assay.acquisition.Dataset;
import assay.acquisition.Encoding;
import assay.acquisition.Seed;
import assay.acquisition.Table;
import assay.acquisition.Task;
import assay.campaigns.csv.CsvTables;
import assay.campaigns.csv.Declaration;
import assay.valuation.detection.NoiseInjection;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * One draw of the protocol of LossVal's paper: 1000 training rows, 20 % of them spoiled, and 100 holdout rows, from a set
 * that is standardised as a whole.
 *
 * @param train with the spoiled rows in it
 * @param spoiled positions in {@code train}
 */
record NoisyDraw(Dataset train, Dataset holdout, Set<Integer> spoiled) {

    private static final double RATE = 0.2;
    private static final int TRAIN = 1000;
    private static final int HOLDOUT = 100;

    /** A published set: {@code folder/problem/problem.csv.gz} of classes, {@code problem_regression.csv.gz} of numbers. */
    static Dataset read(Path folder, String problem, boolean classes) {
        Path file = folder.resolve(problem).resolve(problem + (classes ? "" : "_regression") + ".csv.gz");
        List<String> names = CsvTables.columnNames(file);
        String target = names.get(names.size() - 1);
        return ofFile(file, target, classes);
    }

    static Dataset ofFile(Path file, String target, boolean classes) {
        return encoded(CsvTables.read(file, Declaration.NONE.withTarget(target)).table(), classes);
    }

    static Dataset encoded(Table table, boolean classes) {
        Task task = classes ? new Task.Classification(Encoding.classes(table)) : new Task.Regression();
        return Encoding.fit(table, task, Encoding.Scaling.STANDARDISED).dataset(table);
    }

    static NoisyDraw withLabelNoise(Dataset all, Seed seed) {
        return withLabelNoise(all, false, seed);
    }

    /** @param alsoInHoldout whether the holdout gets the same noise, as in the published runs */
    static NoisyDraw withLabelNoise(Dataset all, boolean alsoInHoldout, Seed seed) {
        int[] order = seed.derive("split").permutation(all.size());
        NoiseInjection noisy =
                NoiseInjection.labels(all.select(Arrays.copyOf(order, TRAIN)), RATE, seed.derive("noise"));
        Dataset holdout = holdout(all, order);
        return new NoisyDraw(
                noisy.dataset(),
                alsoInHoldout
                        ? NoiseInjection.labels(holdout, RATE, seed.derive("holdout noise"))
                                .dataset()
                        : holdout,
                noisy.spoiled());
    }

    /** @param alsoInHoldout whether the holdout gets the same noise, as in the published runs */
    static NoisyDraw withFeatureNoise(Dataset all, boolean alsoInHoldout, Seed seed) {
        int[] order = seed.derive("split").permutation(all.size());
        NoiseInjection noisy =
                NoiseInjection.features(all.select(Arrays.copyOf(order, TRAIN)), RATE, 1, seed.derive("noise"));
        Dataset holdout = holdout(all, order);
        return new NoisyDraw(
                noisy.dataset(),
                alsoInHoldout
                        ? NoiseInjection.features(holdout, RATE, 1, seed.derive("holdout noise"))
                                .dataset()
                        : holdout,
                noisy.spoiled());
    }

    private static Dataset holdout(Dataset all, int[] order) {
        return all.select(Arrays.copyOfRange(order, TRAIN, TRAIN + HOLDOUT));
    }
}
