package assay.surrogate;

import assay.acquisition.Differentiable;

final class Dl4jNetworkTest extends DifferentiableContract {

    @Override
    Differentiable.Trainer trainer(MlpSettings settings) {
        return new Dl4jTrainer(settings);
    }
}
