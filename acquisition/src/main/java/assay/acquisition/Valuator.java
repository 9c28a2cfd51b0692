package assay.acquisition;

/** A method of data valuation. */
@FunctionalInterface
public interface Valuator {

    /**
     * Values every row of {@code train} by its use for predicting {@code holdout}.
     *
     * @param holdout same encoding as {@code train}; never acquired from
     * @return one value per row of {@code train}, in row order
     */
    Valuation value(Dataset train, Dataset holdout, Seed seed);
}
