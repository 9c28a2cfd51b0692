package assay.acquisition.strategy;

import assay.acquisition.Dataset;
import assay.acquisition.Embedding;
import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import assay.acquisition.diversity.Badge;
import assay.acquisition.diversity.KMedians;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The ways to pick a batch out of a preselection. */
final class Pickers {

    /** Networks whose predictions spread, where the target is a number. */
    private static final int MEMBERS = 5;

    private Pickers() {}

    /** Those that represent the preselection best, beside what is known, pending and taken. */
    static PickedOut.Picker kMedians(Situation situation, Seed unused) {
        Matrix pool = situation.pool().features();
        Matrix known = situation.known().configurable().above(situation.pending());
        return (rows, taken, count, seed) ->
                KMedians.picks(known.above(pool.select(taken)), pool.select(rows), ones(rows.length), count, seed);
    }

    /**
     * Those whose gradients by the last layer of a network are long and unlike each other. Where the target is a number, the spread of five
     * networks takes the place of the error.
     *
     * @param trainer of networks
     */
    static PickedOut.Method badge(TargetModel.Trainer trainer) {
        return (situation, seed) -> {
            Dataset known = situation.known().withFeatures(situation.known().configurable());
            boolean classes = known.task() instanceof Task.Classification;
            List<TargetModel> networks = IntStream.range(0, classes ? 1 : MEMBERS)
                    .mapToObj(member -> trainer.fit(known, seed.derive(member)))
                    .toList();
            if (!(networks.get(0) instanceof Embedding network)) {
                throw new IllegalArgumentException(
                        "badge looks at the last layer of a network, and the target model has none. Maybe --model compact?");
            }
            Matrix pool = situation.pool().features();
            return (rows, taken, count, chance) -> {
                Matrix points = pool.select(rows);
                return classes
                        ? Badge.ofClasses(network, points, ones(rows.length), count, chance)
                        : Badge.ofNumbers(
                                network.embed(points), spread(networks, points), ones(rows.length), count, chance);
            };
        };
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Standard deviation of the networks' predictions for each point. */
    private static double[] spread(List<TargetModel> networks, Matrix points) {
        List<Matrix> predictions =
                networks.stream().map(network -> network.predict(points)).toList();
        double[] spread = new double[points.rows()];
        for (int row = 0; row < spread.length; row++) {
            int point = row;
            double[] numbers =
                    predictions.stream().mapToDouble(p -> p.at(point, 0)).toArray();
            double mean = Arrays.stream(numbers).average().orElseThrow();
            spread[row] = Math.sqrt(Arrays.stream(numbers)
                    .map(x -> (x - mean) * (x - mean))
                    .average()
                    .orElseThrow());
        }
        return spread;
    }
}
