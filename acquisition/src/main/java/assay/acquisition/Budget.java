package assay.acquisition;

/**
 * What one round may spend.
 *
 * @param batch at most so many experiments, at least 1
 * @param money at most so much in total, in the currency of {@link Candidates#cost}; infinite if only the batch counts
 */
public record Budget(int batch, double money) {

    /** Checks that something can be bought. */
    public Budget {
        if (batch < 1) {
            throw new IllegalArgumentException("batch (%d) must be at least 1".formatted(batch));
        }
        if (!(money > 0)) {
            throw new IllegalArgumentException("budget (%s) must be greater than 0".formatted(money));
        }
    }

    /** A budget of so many experiments, whatever they cost. */
    public static Budget of(int batch) {
        return new Budget(batch, Double.POSITIVE_INFINITY);
    }

    public boolean isLimitedByMoney() {
        return money < Double.POSITIVE_INFINITY;
    }
}
