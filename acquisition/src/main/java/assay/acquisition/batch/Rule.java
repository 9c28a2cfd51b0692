package assay.acquisition.batch;

/**
 * One thing that whoever pays for a batch insists on. Immutable.
 *
 * <p>The name is what people read when rules contradict each other, or when the price of one is told: the rule as it was typed, such
 * as {@code --where 'mass < 2000'}.
 */
public sealed interface Rule {

    String name();

    /**
     * Candidates that may be bought; no other is.
     *
     * @param allowed one answer per candidate
     */
    static Rule only(String name, boolean[] allowed) {
        return new Only(name, allowed, true);
    }

    /**
     * The same for what is no matter of choice, such as tests that are under way: it has no price.
     *
     * @param allowed one answer per candidate
     */
    static Rule given(String name, boolean[] allowed) {
        return new Only(name, allowed, false);
    }

    /** Whether it is somebody's choice, so that it makes sense to ask what the batch would be worth without it. */
    default boolean isChoice() {
        return true;
    }

    /**
     * A sum over the batch is within bounds. Numbers of candidates are sums of ones and zeros.
     *
     * @param weights one per candidate, finite and not negative, so that a batch that grows never repairs a sum that is too large
     * @param least not negative; 0 if there is no lower bound
     * @param most at least {@code least}; infinite if there is no upper bound
     */
    static Rule total(String name, double[] weights, double least, double most) {
        return new Total(name, weights, least, most);
    }

    /** A candidate that is bought in any case. */
    static Rule pin(String name, int candidate) {
        return new Pin(name, candidate);
    }

    /** See {@link Rule#only}. */
    final class Only implements Rule {

        private final String name;
        private final boolean[] allowed;
        private final boolean choice;

        private Only(String name, boolean[] allowed, boolean choice) {
            this.name = name;
            this.allowed = allowed.clone();
            this.choice = choice;
        }

        @Override
        public boolean isChoice() {
            return choice;
        }

        @Override
        public String name() {
            return name;
        }

        boolean allows(int candidate) {
            return allowed[candidate];
        }

        int size() {
            return allowed.length;
        }
    }

    /** See {@link Rule#total}. */
    final class Total implements Rule {

        private final String name;
        private final double[] weights;
        private final double least;
        private final double most;
        private final boolean counts;

        private Total(String name, double[] weights, double least, double most) {
            boolean ones = true;
            for (int candidate = 0; candidate < weights.length; candidate++) {
                double weight = weights[candidate];
                if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException(
                            "%s: the number of candidate %d is %s but must be finite and not negative"
                                    .formatted(name, candidate, weight));
                }
                ones &= weight == 0 || weight == 1;
            }
            if (!(least >= 0 && most >= least)) {
                throw new IllegalArgumentException(
                        "%s: the bounds must be 0 <= least <= most, but are %s and %s".formatted(name, least, most));
            }
            this.name = name;
            this.weights = weights.clone();
            this.least = least;
            this.most = most;
            this.counts = ones;
        }

        @Override
        public String name() {
            return name;
        }

        double weight(int candidate) {
            return weights[candidate];
        }

        double least() {
            return least;
        }

        double most() {
            return most;
        }

        /** Whether all weights are 0 or 1. */
        boolean counts() {
            return counts;
        }

        int size() {
            return weights.length;
        }
    }

    /**
     * See {@link Rule#pin}.
     *
     * @param name as typed
     * @param candidate position in the pool
     */
    record Pin(String name, int candidate) implements Rule {}
}
