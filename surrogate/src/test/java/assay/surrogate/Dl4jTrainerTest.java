package assay.surrogate;

import static org.junit.jupiter.api.Assertions.assertThrows;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.TargetModel;
import org.junit.jupiter.api.Test;

final class Dl4jTrainerTest extends TargetModelContract {

    private static final MlpSettings SETTINGS =
            MlpSettings.DEFAULT.withLayers(3).withHidden(16).withEpochs(30);

    @Override
    TargetModel.Trainer trainer() {
        return new Dl4jTrainer(SETTINGS);
    }

    @Test
    void refusesDataWithoutFeatures() {
        Dataset none = Dataset.of(Matrix.of(2, 0, new double[0]), new double[2], Problems.NUMBER);
        assertThrows(IllegalArgumentException.class, () -> trainer().fit(none, SEED));
    }
}
