package assay.valuation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.Task;
import assay.acquisition.Valuation;
import assay.surrogate.MlpSettings;
import assay.surrogate.Surrogates;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ValuatorsTest {

    private static final Effort FEW = Effort.ofModels(40);

    /** One of each kind that values numbers. */
    private static final List<ValuationMethod> METHODS = List.of(
            LossVal.DEFAULT.withEpochs(2).withRepeats(1),
            KnnShapley.DEFAULT,
            Lava.DEFAULT,
            Dvrl.DEFAULT.withIterations(5),
            Nddv.DEFAULT.withEpochs(3),
            InfluenceValues.DEFAULT,
            Consensus.DEFAULT.withTrees(5).withRounds(1),
            new RandomValues(),
            DataShapley.DEFAULT.withEffort(FEW),
            BetaShapley.DEFAULT.withEffort(FEW),
            new Banzhaf(FEW),
            Ame.DEFAULT.withEffort(FEW),
            InfluenceSubsample.DEFAULT.withEffort(FEW),
            LeaveOneOut.DEFAULT.withRepeats(1),
            new DataOob(FEW));

    private static Dataset data(int n, long seed) {
        Matrix x = Matrix.of(
                n, 3, new Seed(seed).generator().doubles(3L * n, -1, 1).toArray());
        double[] y =
                IntStream.range(0, n).mapToDouble(i -> x.at(i, 0) - x.at(i, 1)).toArray();
        return Dataset.of(x, y, new Task.Regression());
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ValuatorsTest::leaves)
                : Stream.of(type);
    }

    @Test
    void everyMethodHasAValuator() {
        Set<Class<?>> tested = METHODS.stream().map(Object::getClass).collect(Collectors.toSet());
        tested.add(ClassWiseShapley.class); // Values classes only; ClassWiseShapleyTest comes through the same door.
        assertEquals(leaves(ValuationMethod.class).collect(Collectors.toSet()), tested);
        for (ValuationMethod method : METHODS) {
            Valuation valuation = Valuators.of(
                            method,
                            Surrogates.compact(MlpSettings.DEFAULT
                                    .withLayers(2)
                                    .withHidden(4)
                                    .withEpochs(1)),
                            Runner.SEQUENTIAL)
                    .value(data(40, 5), data(10, 6), new Seed(1));
            assertEquals(40, valuation.size());
            assertTrue(valuation.provenance().startsWith(method.describe()), valuation.provenance());
        }
    }

    @Test
    void jointValuesComeInTheOrderOfTheMethods() {
        List<Valuation> all = Valuators.all(
                        METHODS,
                        Surrogates.compact(
                                MlpSettings.DEFAULT.withLayers(2).withHidden(4).withEpochs(1)),
                        Runner.SEQUENTIAL)
                .value(data(40, 5), data(10, 6), new Seed(1));
        for (int m = 0; m < METHODS.size(); m++) {
            assertTrue(
                    all.get(m).provenance().startsWith(METHODS.get(m).describe()),
                    all.get(m).provenance());
        }
    }
}
