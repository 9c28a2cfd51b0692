package assay.acquisition.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

/** Mean and standard deviation of a sample, and how far they may be from those of its distribution. */
record Moments(int n, double mean, double deviation) {

    private static final double STANDARD_ERRORS = 5;
    /** Largest kurtosis of the distributions tested here; the error of a standard deviation grows with it. */
    private static final double KURTOSIS = 10;

    static Moments of(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return new Moments(values.length, mean, Math.sqrt(squares / (values.length - 1)));
    }

    /** Five standard errors, where the expected mean may itself come from {@code draws} draws and is rounded. */
    void assertMean(double expected, double draws, double rounding) {
        double error = deviation * Math.sqrt(1.0 / n + 1 / draws);
        assertEquals(expected, mean, STANDARD_ERRORS * error + rounding);
    }

    /** As {@link #assertMean}, for the standard deviation. */
    void assertDeviation(double expected, double draws, double rounding) {
        double error = deviation * Math.sqrt((KURTOSIS - 1) / 4) * Math.sqrt(1.0 / n + 1 / draws);
        assertEquals(expected, deviation, STANDARD_ERRORS * error + rounding);
    }
}
