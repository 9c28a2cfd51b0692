package assay.valuation;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.Task;
import assay.surrogate.MlpSettings;
import assay.surrogate.Surrogates;
import java.util.Locale;
import java.util.stream.IntStream;

/** Prints every fortieth of 320 values of the reference of LossVal, after as many epochs as it is told. */
final class PlainLoopsProbe {

    private static final int KNOWN = 320;

    private PlainLoopsProbe() {}

    private static Dataset tests(int n, long seed) {
        Matrix x = Matrix.of(
                n, 10, new Seed(seed).generator().doubles(10L * n, -1, 1).toArray());
        double[] y = IntStream.range(0, n)
                .mapToDouble(i -> x.at(i, 0) * x.at(i, 1) + x.at(i, 2) + (i % 10 == 0 ? 3 : 0))
                .toArray();
        return Dataset.of(x, y, new Task.Regression());
    }

    public static void main(String[] args) {
        MlpSettings network = MlpSettings.DEFAULT.withLayers(5).withHidden(100);
        double[] values = Valuators.of(
                        LossVal.REFERENCE.withEpochs(Integer.parseInt(args[0])),
                        Surrogates.compact(network),
                        Runner.SEQUENTIAL)
                .value(tests(KNOWN, 1), tests(100, 2), new Seed(3))
                .values();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < values.length; i += 40) {
            line.append(String.format(Locale.ROOT, "%.9f ", values[i]));
        }
        System.out.println(line.toString().strip());
    }
}
