package assay.acquisition;

/** Measures how much each feature has to do with the target. Holds settings only. */
@FunctionalInterface
public interface FeatureImportance {

    /** @return a share for each feature of {@code known}, in 0 .. 1, which add up to 1; all the same if nothing is known */
    double[] measure(Dataset known, Seed seed);
}
