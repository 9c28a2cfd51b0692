package assay.valuation;

import java.util.Locale;

/**
 * Data valuation using reinforcement learning: a network learns which experiments to train on, from how well the target
 * model then predicts the holdout.
 *
 * <p>Yoon, Arik and Pfister, "Data Valuation using Reinforcement Learning", ICML 2020. {@link DvrlValuator} says what is
 * computed and where the two modes differ from the paper.
 *
 * @param mode repaired, or close to the implementation that the published tables were made with
 * @param iterations trainings of the target model, each followed by a step of the estimator
 * @param sample experiments to choose from in an iteration, at most
 * @param rate learning rate of the estimator
 * @param repeats estimators from different initial networks, at least 1; a standard error needs 2
 */
public record Dvrl(Mode mode, int iterations, int sample, double rate, int repeats) implements ValuationMethod {

    /** Which form of the method. */
    public enum Mode {
        /** Rewards against their moving mean, in units of their deviation; one source of residuals; averaged read-out. */
        REPAIRED,
        /** Rewards against a fixed number; values read with the residuals of another model than those learnt with. */
        REFERENCE
    }

    /** Finds spoiled experiments. */
    public static final Dvrl DEFAULT = new Dvrl(Mode.REPAIRED, 1000, 128, 0.001, 2);

    /** The settings of OpenDataVal. */
    public static final Dvrl REFERENCE = new Dvrl(Mode.REFERENCE, 1000, 32, 0.01, 1);

    /** Checks all bounds. */
    public Dvrl {
        if (iterations < 1) {
            throw new IllegalArgumentException("iterations (%d) must be at least 1".formatted(iterations));
        }
        if (sample < 1) {
            throw new IllegalArgumentException("sample (%d) must be at least 1".formatted(sample));
        }
        if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("rate (%s) must be a positive number".formatted(rate));
        }
        if (repeats < 1) {
            throw new IllegalArgumentException("repeats (%d) must be at least 1".formatted(repeats));
        }
    }

    public Dvrl withIterations(int other) {
        return new Dvrl(mode, other, sample, rate, repeats);
    }

    public Dvrl withSample(int other) {
        return new Dvrl(mode, iterations, other, rate, repeats);
    }

    public Dvrl withRate(double other) {
        return new Dvrl(mode, iterations, sample, other, repeats);
    }

    public Dvrl withRepeats(int other) {
        return new Dvrl(mode, iterations, sample, rate, other);
    }

    @Override
    public String name() {
        return mode == Mode.REFERENCE ? "dvrl-reference" : "dvrl";
    }

    @Override
    public String describe() {
        return "%s, %s, %d iterations, %d experiments each, rate %s, %d repeats"
                .formatted(name(), mode.name().toLowerCase(Locale.ROOT), iterations, sample, rate, repeats);
    }
}
