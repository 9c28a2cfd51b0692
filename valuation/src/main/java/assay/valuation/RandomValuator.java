package assay.valuation;

import assay.acquisition.Dataset;
import assay.acquisition.Seed;
import assay.acquisition.Valuation;
import assay.acquisition.Valuator;
import java.util.Arrays;

/** Values without meaning: what every method has to beat. */
final class RandomValuator implements Valuator {

    private final RandomValues method;

    RandomValuator(RandomValues method) {
        this.method = method;
    }

    @Override
    public Valuation value(Dataset train, Dataset holdout, Seed seed) {
        double[] unknown = new double[train.size()];
        Arrays.fill(unknown, Double.NaN);
        double[] values =
                seed.derive("random values").generator().doubles(train.size()).toArray();
        return new Valuation(train.ids(), values, unknown, method.describe());
    }
}
