package assay.surrogate;

import assay.acquisition.Matrix;

/** The check that every model makes at its door. */
final class Inputs {

    private Inputs() {}

    /** Refuses rows that are not of the width a model was trained on. */
    static void check(Matrix features, int columns) {
        if (features.columns() != columns) {
            throw new IllegalArgumentException(
                    "features (%d) must be as many as in training (%d). Maybe they were encoded differently?"
                            .formatted(features.columns(), columns));
        }
    }
}
