package assay.valuation;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.Task;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Small datasets whose target depends on the difference of the first two features. */
final class Examples {

    enum Kind {
        NUMBERS,
        CLASSES,
        THREE_CLASSES
    }

    /** Pieces of work run backwards, as unlucky threads might. */
    static final Runner BACKWARDS = new Runner() {
        @Override
        public <T> List<T> run(String what, int pieces, int steps, Work<T> work) {
            Object[] results = new Object[pieces];
            for (int i = pieces - 1; i >= 0; i--) {
                results[i] = work.run(i, () -> {});
            }
            @SuppressWarnings("unchecked")
            List<T> list = (List<T>) List.of(results);
            return list;
        }
    };

    private Examples() {}

    static Dataset data(Kind kind, int n, int d, long seed) {
        Matrix x = Matrix.of(
                n, d, new Seed(seed).generator().doubles((long) n * d, -1, 1).toArray());
        double[] y =
                IntStream.range(0, n).mapToDouble(i -> x.at(i, 0) - x.at(i, 1)).toArray();
        return switch (kind) {
            case NUMBERS -> Dataset.of(x, y, new Task.Regression());
            case CLASSES ->
                Dataset.of(
                        x,
                        Arrays.stream(y).map(v -> v > 0 ? 1 : 0).toArray(),
                        new Task.Classification(List.of("no", "yes")));
            case THREE_CLASSES ->
                Dataset.of(
                        x,
                        Arrays.stream(y).map(v -> v > .3 ? 2 : v < -.3 ? 0 : 1).toArray(),
                        new Task.Classification(List.of("low", "middle", "high")));
        };
    }

    /** With the same number added to all features. */
    static Dataset moved(Dataset data, double by) {
        double[] x = Arrays.stream(data.features().toArray()).map(v -> v + by).toArray();
        return data.withFeatures(Matrix.of(data.size(), data.features().columns(), x));
    }
}
