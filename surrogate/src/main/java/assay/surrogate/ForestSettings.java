package assay.surrogate;

/**
 * A random forest.
 *
 * @param trees how many
 * @param featureShare share of the features, drawn anew, that a split may use, in (0, 1]; at least one feature is
 * @param regressionLeaf fewest drawn rows in a leaf when the target is a number
 * @param classificationLeaf fewest drawn rows in a leaf when the target is a class
 */
record ForestSettings(int trees, double featureShare, int regressionLeaf, int classificationLeaf) {

    /**
     * A third of the features and leaves of 5 and 1, as R's randomForest (which takes the square root of the number of
     * features for classes, and 500 trees).
     */
    static final ForestSettings DEFAULT = new ForestSettings(200, 1.0 / 3, 5, 1);

    /** Checks all bounds. */
    ForestSettings {
        atLeastOne("trees", trees);
        atLeastOne("regressionLeaf", regressionLeaf);
        atLeastOne("classificationLeaf", classificationLeaf);
        if (!(featureShare > 0 && featureShare <= 1)) {
            throw new IllegalArgumentException(
                    "featureShare (%s) must be above 0 and at most 1. Maybe 0.33?".formatted(featureShare));
        }
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("%s (%d) must be at least 1".formatted(name, value));
        }
    }
}
