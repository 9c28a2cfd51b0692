package assay.valuation;

import assay.acquisition.Dataset;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import assay.acquisition.Valuation;
import assay.acquisition.Valuator;
import assay.valuation.EntropicTransport.Cloud;
import assay.valuation.EntropicTransport.Potentials;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * LAVA: the calibrated gradient of the transport distance to the holdout. With f the dual potential of the known
 * experiments, all of mass 1/n, the value is {@code -(f_i - mean of the other f)}: negative for an experiment that would
 * widen the distance if it weighed more. Entropic transport at temperature {@value #TEMPERATURE}, not debiased.
 *
 * <p>The cost between two experiments is half the squared distance of their features, plus lambda times half the cost of
 * transporting the class of the one among the known experiments to the class of the other in the holdout. That is what
 * OpenDataVal 1.3.0 computes (the original debiases the inner distances); we leave out the distances within a set, which it computes and does not use.
 *
 * <p>For numbers the published code puts all experiments into one class, and cannot see a wrong label. We differ: their
 * label cost is {@code lambda (y - y')^2 / (2 sigma^2)}, sigma the standard deviation of the targets of {@code train}.
 *
 * <p>The standard error is the standard deviation over holdouts resampled with replacement; distances between classes are
 * those of the whole holdout. Cost: about 10 (1 + repeats) x 2 n m exponentials for m holdout rows, and as many
 * once more between the classes.
 */
final class LavaValuator implements Valuator {

    private static final double TEMPERATURE = 0.1;
    private static final double SCALING = 0.5;

    private final Lava settings;
    private final TargetModel.Trainer trainer;
    private final Runner runner;

    /** @param trainer of a network, used in the space of its embedding only */
    LavaValuator(Lava settings, TargetModel.Trainer trainer, Runner runner) {
        this.settings = settings;
        this.trainer = trainer;
        this.runner = runner;
    }

    /** Two clouds and the costs between their labels. */
    private record Problem(Cloud x, Cloud y, double[] labelCosts, int labels, double diameter) {}

    @Override
    public Valuation value(Dataset train, Dataset holdout, Seed seed) {
        TrainAndHoldout data =
                new TrainAndHoldout(train, holdout).in(settings.space(), trainer, seed.derive("embedding"));
        if (train.size() < 2) {
            throw new IllegalArgumentException("lava needs at least 2 experiments but got 1");
        }
        Problem problem = data.isClassification() ? ofClasses(data) : ofNumbers(data);
        EntropicTransport transport = new EntropicTransport(
                problem.x(), problem.y(), problem.labelCosts(), problem.labels(), EntropicTransport.MOST_KEPT);
        double[] temperatures = temperatures(problem.diameter());
        List<double[]> runs =
                runner.run("Valuing with lava", 1 + settings.repeats(), temperatures.length, (run, step) -> {
                    double[] masses = run == 0
                            ? problem.y().uniformMasses()
                            : resampled(holdout.size(), seed.derive("holdouts").derive(run));
                    return calibrated(transport
                            .solve(problem.x().uniformMasses(), masses, temperatures, step)
                            .ofX());
                });
        return new Valuation(train.ids(), runs.get(0), errors(runs), settings.describe());
    }

    /** The distances between classes first, then features, with one label for each class. */
    private Problem ofClasses(TrainAndHoldout data) {
        int classes = data.train().task().outputs();
        Cloud x = cloud(
                data.train(),
                IntStream.range(0, data.train().size())
                        .map(row -> (int) data.train().target(row))
                        .toArray());
        Cloud y = cloud(
                data.holdout(),
                IntStream.range(0, data.holdout().size())
                        .map(row -> (int) data.holdout().target(row))
                        .toArray());
        double[] costs = runner
                .run("Comparing classes", classes * classes, 1, (pair, step) -> {
                    double distance = distance(part(x, pair / classes), part(y, pair % classes));
                    step.run();
                    return distance;
                })
                .stream()
                .mapToDouble(distance -> settings.lambda() * distance / 2)
                .toArray();
        // The label is a coordinate of its own to the reference, counted on from that of the known experiments.
        double low = Arrays.stream(x.labels()).min().orElseThrow();
        double high = classes + Arrays.stream(y.labels()).max().orElseThrow();
        return new Problem(x, y, costs, classes, Math.hypot(x.diameterWith(y), high - low));
    }

    /** The target, scaled, is one more feature; all have the same label. */
    private Problem ofNumbers(TrainAndHoldout data) {
        double[] targets = data.train().targets();
        double mean = Arrays.stream(targets).average().orElseThrow();
        double variance = Arrays.stream(targets)
                .map(y -> (y - mean) * (y - mean))
                .average()
                .orElseThrow();
        double scale = variance > 0 ? Math.sqrt(settings.lambda() / variance) : 0;
        Cloud x = withTarget(data.train(), scale);
        Cloud y = withTarget(data.holdout(), scale);
        double diameter = x.diameterWith(y);
        // Without labels to the letter as published, where the one class has the numbers 0 and 1.
        return new Problem(x, y, new double[1], 1, settings.lambda() == 0 ? Math.hypot(diameter, 1) : diameter);
    }

    private static Cloud cloud(Dataset data, int[] labels) {
        return new Cloud(data.features().toArray(), labels, data.features().columns());
    }

    private static Cloud withTarget(Dataset data, double scale) {
        int d = data.features().columns();
        double[] points = new double[data.size() * (d + 1)];
        for (int row = 0; row < data.size(); row++) {
            for (int j = 0; j < d; j++) {
                points[row * (d + 1) + j] = data.features().at(row, j);
            }
            points[row * (d + 1) + d] = scale * data.target(row);
        }
        return new Cloud(points, new int[data.size()], d + 1);
    }

    private static Cloud part(Cloud whole, int label) {
        int d = whole.d();
        int[] rows = IntStream.range(0, whole.size())
                .filter(row -> whole.labels()[row] == label)
                .toArray();
        double[] points = new double[rows.length * d];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(whole.points(), rows[i] * d, points, i * d, d);
        }
        return new Cloud(points, new int[rows.length], d);
    }

    /** The transport distance between two classes; 0 if one of them is empty, as nobody asks for it then. */
    private static double distance(Cloud x, Cloud y) {
        if (x.size() == 0 || y.size() == 0) {
            return 0;
        }
        double[] a = x.uniformMasses();
        double[] b = y.uniformMasses();
        Potentials potentials = new EntropicTransport(x, y, new double[1], 1, EntropicTransport.MOST_KEPT)
                .solve(a, b, temperatures(x.diameterWith(y)), () -> {});
        double distance = 0;
        for (int i = 0; i < a.length; i++) {
            distance += a[i] * potentials.ofX()[i];
        }
        for (int j = 0; j < b.length; j++) {
            distance += b[j] * potentials.ofY()[j];
        }
        return distance;
    }

    private static double[] temperatures(double diameter) {
        return Temperatures.between(diameter, Math.sqrt(TEMPERATURE), SCALING);
    }

    private static double[] resampled(int m, Seed seed) {
        RandomGenerator random = seed.generator();
        double[] masses = new double[m];
        for (int j = 0; j < m; j++) {
            masses[random.nextInt(m)] += 1.0 / m;
        }
        return masses;
    }

    private static double[] calibrated(double[] potentials) {
        double total = Arrays.stream(potentials).sum();
        int others = potentials.length - 1;
        return Arrays.stream(potentials).map(f -> (total - f) / others - f).toArray();
    }

    /** Of the whole, from the spread of the resampled. */
    private static double[] errors(List<double[]> runs) {
        int n = runs.get(0).length;
        double[] errors = new double[n];
        for (int i = 0; i < n; i++) {
            int row = i;
            double[] all = runs.stream().skip(1).mapToDouble(run -> run[row]).toArray();
            double mean = Arrays.stream(all).average().orElse(Double.NaN);
            double squares =
                    Arrays.stream(all).map(v -> (v - mean) * (v - mean)).sum();
            errors[i] = all.length == 0 ? Double.NaN : Math.sqrt(squares / (all.length - 1));
        }
        return errors;
    }
}
