package assay.surrogate;

import assay.acquisition.Dataset;
import assay.acquisition.Task;

/**
 * A dataset as our own engine trains on it, made once for any number of networks.
 *
 * @param features n x d, not to be written to
 * @param targets n, not to be written to
 * @param inputs d
 */
record TrainingData(float[] features, double[] targets, int inputs, Task task) {

    static TrainingData of(Dataset data) {
        return new TrainingData(
                data.features().toFloats(), data.targets(), data.features().columns(), data.task());
    }
}
