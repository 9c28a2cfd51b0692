package assay.acquisition.problem;

import assay.acquisition.Seed;
import assay.acquisition.Table;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A problem whose target is a class: each class is a curve or a point in the plane, and a test lies near it.
 *
 * @param inputs two
 * @param spread standard deviation of a coordinate around the curve where no other noise is asked for
 */
record PointCloud(String name, String description, List<Input> inputs, List<String> classes, double spread, Curve curve)
        implements SyntheticProblem {

    /** Where a class lies without noise. */
    @FunctionalInterface
    interface Curve {

        /**
         * One point of a class.
         *
         * @param label position of the class
         * @param share how far along the curve, 0 .. 1
         * @return two coordinates
         */
        double[] at(int label, double share);
    }

    PointCloud {
        inputs = List.copyOf(inputs);
        classes = List.copyOf(classes);
    }

    @Override
    public GeneratedTests generate(int rows, GenerationOptions options, Seed seed) {
        if (options.form() == TargetForm.NUMBER) {
            throw new IllegalArgumentException(
                    "task of %s must be classification: its target is one of the classes %s".formatted(name, classes));
        }
        Draws.checkRows(rows, classes.size(), inputs.size() + options.inert());
        Seed history = seed.derive("history");
        int[] labels = labels(rows, history);
        double[][] x = points(labels, options, history);
        Columns table = Logbook.open("T", rows, options);
        Logbook.addDays(table, rows, options, history);
        table.addInputs(inputs, x).addInert(options.inert(), history);
        Logbook.addPrices(table, inputs, x, rows, options, history);
        Columns truth = Logbook.truth(rows, options);
        List<String> words = Arrays.stream(labels).mapToObj(classes::get).toList();
        Labels.addTo(table, truth, "class", words, classes, options.flipped(), history);
        return new GeneratedTests(table.table(), truth.table());
    }

    @Override
    public Table candidates(int rows, GenerationOptions options, Seed seed) {
        Draws.checkRows(rows, 1, inputs.size() + options.inert());
        Seed pool = seed.derive("candidates");
        double[][] x = points(labels(rows, pool), options, pool);
        Columns table = Logbook.open("C", rows, options.with(ExtraColumn.ID));
        table.addInputs(inputs, x).addInert(options.inert(), pool);
        return Logbook.addPrices(table, inputs, x, rows, options, pool).table();
    }

    /** n positions of classes in random order, as many of each as of every other, give or take one. */
    private int[] labels(int rows, Seed seed) {
        int[] order = seed.derive("classes").permutation(rows);
        int[] labels = new int[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = order[row] % classes.size();
        }
        return labels;
    }

    /** d x n, one array per input. */
    private double[][] points(int[] labels, GenerationOptions options, Seed seed) {
        double deviation = options.noise().orElse(spread);
        double[][] x = new double[inputs.size()][];
        for (int i = 0; i < x.length; i++) {
            x[i] = Draws.gaussians(
                    labels.length,
                    deviation,
                    seed.derive("spread").derive(inputs.get(i).name()));
        }
        RandomGenerator along = seed.derive("place on the curve").generator();
        for (int row = 0; row < labels.length; row++) {
            double[] centre = curve.at(labels[row], along.nextDouble());
            for (int i = 0; i < x.length; i++) {
                x[i][row] += centre[i];
            }
        }
        return x;
    }
}
