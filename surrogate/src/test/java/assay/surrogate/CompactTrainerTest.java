package assay.surrogate;

import assay.acquisition.TargetModel;

final class CompactTrainerTest extends TargetModelContract {

    private static final MlpSettings SETTINGS =
            MlpSettings.DEFAULT.withLayers(3).withHidden(16).withEpochs(30);

    @Override
    TargetModel.Trainer trainer() {
        return new CompactTrainer(
                MlpSettings.DEFAULT.withLayers(3).withHidden(16).withEpochs(30));
    }
}
