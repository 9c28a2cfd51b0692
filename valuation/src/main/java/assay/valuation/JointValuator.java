package assay.valuation;

import assay.acquisition.Dataset;
import assay.acquisition.Seed;
import assay.acquisition.Valuation;
import java.util.List;

/** Several methods of data valuation at once. */
@FunctionalInterface
public interface JointValuator {

    /**
     * Values every row of {@code train} by every method.
     *
     * @param holdout same encoding as {@code train}
     * @return one valuation per method, in the order in which the methods were given
     */
    List<Valuation> value(Dataset train, Dataset holdout, Seed seed);
}
