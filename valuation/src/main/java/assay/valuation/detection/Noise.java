package assay.valuation.detection;

/**
 * How to spoil rows on purpose.
 *
 * @param kind what is spoiled
 * @param rate share of the rows, 0 .. 1
 * @param mean of the Gaussian noise on features, in units of the encoded features
 * @param sd of that noise
 */
public record Noise(Kind kind, double rate, double mean, double sd) {

    /** What is spoiled. */
    public enum Kind {
        /** The target is replaced by another target that occurs. */
        LABEL,
        /** Gaussian noise is added to every feature. */
        FEATURE,
        /** Half of the spoiled rows have the one, the other half the other. */
        MIXED
    }

    /** Checks all bounds. */
    public Noise {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("rate (%s) must be between 0 and 1".formatted(rate));
        }
        if (!Double.isFinite(mean)) {
            throw new IllegalArgumentException("mean (%s) of the noise must be a number".formatted(mean));
        }
        if (!(sd >= 0 && sd < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("sd (%s) of the noise must be a number from 0".formatted(sd));
        }
    }

    /** Standard Gaussian noise on features, as in OpenDataVal. */
    public static Noise of(Kind kind, double rate) {
        return new Noise(kind, rate, 0, 1);
    }
}
