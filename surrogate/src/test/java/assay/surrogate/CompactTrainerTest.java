package assay.surrogate;

import assay.acquisition.TargetModel;

final class CompactTrainerTest extends TargetModelContract {

    @Override
    TargetModel.Trainer trainer() {
        return new CompactTrainer(
                MlpSettings.DEFAULT.withLayers(3).withHidden(16).withEpochs(30));
    }
}
