package assay.valuation;

import assay.acquisition.Dataset;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import assay.acquisition.Valuation;
import assay.acquisition.Valuator;
import java.util.List;

/**
 * IV: {@code g_i' H^-1 g}, with g_i the gradient of the loss of experiment i, g the mean gradient over the holdout and H the
 * Hessian of the penalised sum of the losses. It is how much less the mean holdout loss gets for every unit of weight that
 * the experiment gains, to first order: positive is helpful, the most negative ones would be trimmed.
 *
 * <p>The linear model is softmax or, where the paper has classes only, ridge regression on the features and a constant; we
 * differ from the paper's code in that constant, penalised as all coefficients are, and in the mean instead of the sum over
 * the holdout. In the space of an embedding it is the last layer of a network, refitted: the paper's way with networks.
 *
 * <p>The standard error is that of the mean over holdout rows, taken as independent; it says nothing of another training of
 * a network. Cost for p coefficients ((features + 1) times the scores) and m holdout rows: O(n p^2) a Newton step, O(p^3),
 * and O(n m p) for the errors.
 */
final class InfluenceValuator implements Valuator {

    private static final int ROWS = 256;

    private final InfluenceValues settings;
    private final TargetModel.Trainer trainer;
    private final Runner runner;

    /** @param trainer of a network, used in the space of its embedding only */
    InfluenceValuator(InfluenceValues settings, TargetModel.Trainer trainer, Runner runner) {
        this.settings = settings;
        this.trainer = trainer;
        this.runner = runner;
    }

    @Override
    public Valuation value(Dataset train, Dataset holdout, Seed seed) {
        TrainAndHoldout data =
                new TrainAndHoldout(train, holdout).in(settings.space(), trainer, seed.derive("embedding"));
        int d = data.train().features().columns() + 1;
        double[] x = withConstant(data.train());
        int classes = train.task() instanceof Task.Classification ? train.task().outputs() : 1;
        RidgeOrLogistic model = new RidgeOrLogistic(x, train.targets(), d, classes, settings.penalty());
        return influences(model, x, data.train(), withConstant(data.holdout()), data.holdout());
    }

    private static double[] withConstant(Dataset data) {
        int d = data.features().columns();
        double[] x = new double[data.size() * (d + 1)];
        double[] features = data.features().toArray();
        for (int row = 0; row < data.size(); row++) {
            System.arraycopy(features, row * d, x, row * (d + 1), d);
            x[row * (d + 1) + d] = 1;
        }
        return x;
    }

    private Valuation influences(RidgeOrLogistic model, double[] x, Dataset train, double[] v, Dataset holdout) {
        double[][] solutions = solutions(model, v, holdout.targets());
        int n = train.size();
        double[] values = new double[n];
        double[] errors = new double[n];
        int parts = (n + ROWS - 1) / ROWS;
        List<double[]> both = runner.run("Valuing with iv", parts, 1, (part, step) -> {
            int count = Math.min(ROWS, n - part * ROWS);
            double[] own = new double[2 * count];
            double[] gradient = new double[model.parameters()];
            for (int i = 0; i < count; i++) {
                int row = part * ROWS + i;
                model.gradient(x, row, train.target(row), gradient);
                meanAndError(gradient, solutions, own, 2 * i);
            }
            step.run();
            return own;
        });
        for (int row = 0; row < n; row++) {
            values[row] = both.get(row / ROWS)[2 * (row % ROWS)];
            errors[row] = both.get(row / ROWS)[2 * (row % ROWS) + 1];
        }
        return new Valuation(train.ids(), values, errors, settings.describe());
    }

    /** H^-1 times the gradient of every holdout row. */
    static double[][] solutions(RidgeOrLogistic model, double[] v, double[] targets) {
        double[][] solutions = new double[targets.length][model.parameters()];
        for (int row = 0; row < targets.length; row++) {
            model.gradient(v, row, targets[row], solutions[row]);
            model.solve(solutions[row]);
        }
        return solutions;
    }

    /** Mean and standard error over the holdout rows of the products of one gradient with their solutions. */
    static void meanAndError(double[] gradient, double[][] solutions, double[] into, int at) {
        int m = solutions.length;
        double sum = 0;
        double[] products = new double[m];
        for (int row = 0; row < m; row++) {
            double product = 0;
            for (int i = 0; i < gradient.length; i++) {
                product += gradient[i] * solutions[row][i];
            }
            products[row] = product;
            sum += product;
        }
        double mean = sum / m;
        double squares = 0;
        for (double product : products) {
            squares += (product - mean) * (product - mean);
        }
        into[at] = mean;
        into[at + 1] = m == 1 ? Double.NaN : Math.sqrt(squares / (m - 1) / m);
    }
}
