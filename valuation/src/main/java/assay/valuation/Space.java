package assay.valuation;

/** Where a method that trains no network of its own looks at experiments. */
public enum Space {
    /** Their encoded features. */
    FEATURES,
    /** The last hidden layer of a network that was trained on all known experiments. */
    EMBEDDING
}
