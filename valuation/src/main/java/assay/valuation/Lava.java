package assay.valuation;

import java.util.Locale;

/**
 * LAVA: how much the transport distance between the known experiments and the holdout grows with the mass of each.
 *
 * <p>Just et al., "LAVA: Data Valuation without Pre-Specified Learning Algorithms", ICLR 2023. {@link LavaValuator} says
 * what is computed and where we differ.
 *
 * @param lambda weight of the difference of labels beside that of features; 0 looks at features alone, which is what the
 *     published tables have for regression
 * @param repeats resampled holdouts, from which the standard errors come; none without
 * @param space where features are compared
 */
public record Lava(double lambda, int repeats, Space space) implements ValuationMethod {

    /** Labels count as much as one feature, or as the distance between the classes. */
    public static final Lava DEFAULT = new Lava(1, 10, Space.FEATURES);

    /** Checks all bounds. */
    public Lava {
        if (!(lambda >= 0 && lambda < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("lambda (%s) must be 0 or a positive number".formatted(lambda));
        }
        if (repeats < 0 || repeats == 1) {
            throw new IllegalArgumentException(
                    "repeats (%d) must be 0 or at least 2: one resampled holdout says nothing of the error"
                            .formatted(repeats));
        }
    }

    public Lava withLambda(double other) {
        return new Lava(other, repeats, space);
    }

    public Lava withRepeats(int other) {
        return new Lava(lambda, other, space);
    }

    public Lava withSpace(Space other) {
        return new Lava(lambda, repeats, other);
    }

    @Override
    public String name() {
        return "lava";
    }

    /** A network's embedding needs a network. */
    @Override
    public boolean takesPartInTraining() {
        return space == Space.EMBEDDING;
    }

    @Override
    public String describe() {
        return "%s, lambda %s, %d resampled holdouts, space of the %s"
                .formatted(name(), lambda, repeats, space.name().toLowerCase(Locale.ROOT));
    }
}
