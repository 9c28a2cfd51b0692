package assay.surrogate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.SecondaryModel;
import assay.acquisition.Seed;
import assay.acquisition.Skill;
import assay.kernels.Trees;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import smile.base.cart.CART;
import smile.base.cart.Loss;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.type.DataTypes;
import smile.data.type.StructField;
import smile.regression.RegressionTree;

class FlatTreesTest {

    private static final Seed SEED = new Seed(12);

    /** Bit for bit, for rows between the training rows and for these, on whose middles the thresholds lie. */
    @Test
    void predictWhatSmilePredicts() {
        double[][] x = rows(200, "training", 8);
        double[] y = SEED.derive("targets").generator().doubles(200).toArray();
        DataFrame frame = DataFrame.of(x);
        StructField response = new StructField("target", DataTypes.DoubleType);
        List<RegressionTree> trees = IntStream.of(1, 3, 20)
                .mapToObj(leaf ->
                        new RegressionTree(frame, Loss.ls(y), response, 1000, 1000, leaf, 3, null, CART.order(frame)))
                .toList();
        Trees flat = FlatTrees.of(trees);
        double[][] asked = rows(5000, "asked", 16);
        double[] all = IntStream.range(0, asked.length)
                .boxed()
                .flatMapToDouble(i -> IntStream.range(0, 3).mapToDouble(j -> asked[i][j]))
                .toArray();
        double[] found = new double[trees.size() * asked.length];
        flat.each(all, asked.length, 3, found);
        for (int t = 0; t < trees.size(); t++) {
            for (int i = 0; i < asked.length; i++) {
                assertEquals(
                        trees.get(t).predict(Tuple.of(asked[i], trees.get(t).schema())), found[t * asked.length + i]);
            }
        }
    }

    /** Numbers in eighths or sixteenths, so that many asked ones are thresholds. */
    private static double[][] rows(int n, String name, int parts) {
        double[] numbers = SEED.derive(name).generator().doubles(3L * n, -1, 1).toArray();
        return IntStream.range(0, n)
                .mapToObj(i -> IntStream.range(0, 3)
                        .mapToDouble(j -> Math.rint(parts * numbers[3 * i + j]) / parts)
                        .toArray())
                .toArray(double[][]::new);
    }

    /** The mean over the members, for any number of rows and threads. */
    @Test
    void meansAreThoseOfTheMembers() {
        Matrix features = Problems.uniform(60, 3, SEED);
        double[] values = SEED.derive("values").generator().doubles(60).toArray();
        SecondaryModel model = new SecondaryForest(20, new ThreadedRunner(3)).fit(features, values, SEED);
        Matrix pool = Problems.uniform(70_001, 3, SEED.derive("pool"));
        double[] means = model.means(pool);
        SecondaryModel plain = new SecondaryModel() {
            @Override
            public Matrix memberPredictions(Matrix some) {
                return model.memberPredictions(some);
            }

            @Override
            public Skill skill() {
                return model.skill();
            }
        };
        int[] some = {0, 511, 512, 32_767, 32_768, 70_000};
        assertArrayEquals(
                plain.means(pool.select(some)),
                IntStream.of(some).mapToDouble(i -> means[i]).toArray());
        assertArrayEquals(
                means,
                new SecondaryForest(20, Runner.SEQUENTIAL)
                        .fit(features, values, SEED)
                        .means(pool));
    }
}
