package assay.valuation;

import java.util.Locale;

/**
 * IV: the first-order influence of an experiment on the holdout loss of a linear model, in closed form.
 *
 * <p>Chhabra et al., "What Data Benefits My Classifier? Enhancing Model Performance and Interpretability through
 * Influence-Based Data Selection", ICLR 2024. {@link InfluenceValuator} says what is computed and where we differ.
 *
 * @param penalty half of it times the squares of all coefficients is added to the sum of the losses
 * @param space the features for the linear model itself, the embedding for the last layer of a network, refitted
 */
public record InfluenceValues(double penalty, Space space) implements ValuationMethod {

    /** A penalty of 1, as in the paper's code. */
    public static final InfluenceValues DEFAULT = new InfluenceValues(1, Space.FEATURES);

    /** Checks all bounds. */
    public InfluenceValues {
        if (!(penalty > 0 && penalty < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("penalty (%s) must be a positive number".formatted(penalty));
        }
    }

    public InfluenceValues withPenalty(double other) {
        return new InfluenceValues(other, space);
    }

    public InfluenceValues withSpace(Space other) {
        return new InfluenceValues(penalty, other);
    }

    @Override
    public String name() {
        return "iv";
    }

    /** A network's last layer needs a network. */
    @Override
    public boolean takesPartInTraining() {
        return space == Space.EMBEDDING;
    }

    @Override
    public String describe() {
        return "%s, penalty %s, space of the %s"
                .formatted(name(), penalty, space.name().toLowerCase(Locale.ROOT));
    }
}
