package assay.acquisition.problem;

import assay.acquisition.Column;
import assay.acquisition.Kind;
import assay.acquisition.Role;
import assay.acquisition.Seed;
import assay.acquisition.Table;
import java.util.List;

/**
 * A problem whose target is a formula of independent inputs plus Gaussian noise.
 *
 * @param target numeric
 * @param measured what else a test of it measures
 * @param publishedNoise standard deviation of the noise where no other is asked for
 */
record ResponseSurface(
        String name,
        String description,
        List<Input> inputs,
        Column target,
        Formula formula,
        double publishedNoise,
        List<Measured> measured)
        implements SyntheticProblem {

    /**
     * A column known only after a test.
     *
     * @param noise standard deviation of its own Gaussian noise
     */
    record Measured(Column column, Formula formula, double noise) {}

    ResponseSurface {
        inputs = List.copyOf(inputs);
        measured = List.copyOf(measured);
    }

    /** A problem without noise and other measurements. */
    static ResponseSurface of(String name, String description, List<Input> inputs, Column target, Formula formula) {
        return new ResponseSurface(name, description, inputs, target, formula, 0, List.of());
    }

    @Override
    public GeneratedTests generate(int rows, GenerationOptions options, Seed seed) {
        boolean classes = options.form() == TargetForm.CLASS;
        if (!classes && options.flipped() > 0) {
            throw new IllegalArgumentException(
                    "flip (%s) must be 0 because the target of %s is a number. Maybe task classification?"
                            .formatted(options.flipped(), name));
        }
        Draws.checkRows(rows, classes ? 2 : 1, inputs.size() + options.inert());
        Seed history = seed.derive("history");
        double[][] x = Draws.inputs(inputs, rows, history);
        double[] noiseFree = evaluate(formula, x, rows);
        double[] noise = Draws.gaussians(rows, options.noise().orElse(publishedNoise), history.derive("noise"));
        double[] targets = sum(noiseFree, noise);

        Columns table = Logbook.open("T", rows, options);
        Logbook.addDays(table, rows, options, history);
        table.addInputs(inputs, x).addInert(options.inert(), history);
        for (Measured other : measured) {
            double[] error = Draws.gaussians(
                    rows,
                    other.noise(),
                    history.derive("measured").derive(other.column().name()));
            table.addNumbers(other.column(), sum(evaluate(other.formula(), x, rows), error));
        }
        Logbook.addPrices(table, inputs, x, rows, options, history);

        Columns truth = Logbook.truth(rows, options)
                .addNumbers(new Column("noise_free", Kind.NUMERIC, Role.IGNORED, target.unit()), noiseFree)
                .addNumbers(new Column("noise", Kind.NUMERIC, Role.IGNORED, target.unit()), noise);
        if (classes) {
            List<String> labels = Labels.binarised(targets);
            Labels.addTo(table, truth, "binaryClass", labels, Labels.BINARY, options.flipped(), history);
        } else {
            table.addNumbers(target, targets);
        }
        return new GeneratedTests(table.table(), truth.table());
    }

    @Override
    public Table candidates(int rows, GenerationOptions options, Seed seed) {
        Draws.checkRows(rows, 1, inputs.size() + options.inert());
        Seed pool = seed.derive("candidates");
        double[][] x = Draws.inputs(inputs, rows, pool);
        Columns table = Logbook.open("C", rows, options.with(ExtraColumn.ID));
        table.addInputs(inputs, x).addInert(options.inert(), pool);
        return Logbook.addPrices(table, inputs, x, rows, options, pool).table();
    }

    private static double[] evaluate(Formula formula, double[][] x, int rows) {
        double[] values = new double[rows];
        double[] point = new double[x.length];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < point.length; i++) {
                point[i] = x[i][row];
            }
            values[row] = formula.at(point);
        }
        return values;
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = new double[a.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a[i] + b[i];
        }
        return sum;
    }
}
