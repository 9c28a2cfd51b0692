package assay.valuation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * LossVal still computes what it did in plain loops, before there were kernels (commit 61b7e57, which printed the numbers below for {@link
 * PlainLoopsProbe}): every rounding of the network is as it was, with plain loops and with vectors.
 */
class PlainLoopsTest {

    private static final double[] AFTER_5 = {
        0.913769052, 0.841987890, 0.876291302, 0.840794661, 0.845799695, 0.857452292, 0.843875437, 0.835965520
    };
    private static final double[] AFTER_30 = {
        0.842982424, 0.209919049, 0.673172429, 0.592962650, 0.606801886, 0.556847999, 0.557355248, 0.149699920
    };

    @ParameterizedTest
    @CsvSource({"scalar, 5", "scalar, 30", "vector, 5", "vector, 30"})
    void valuesAreThoseOfThePlainLoops(String kernels, int epochs) throws IOException, InterruptedException {
        double[] expected = epochs == 5 ? AFTER_5 : AFTER_30;
        double[] values = valued(kernels, epochs);
        assertEquals(expected.length, values.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], values[i], 2e-9, "test " + 40 * i);
        }
    }

    private static double[] valued(String kernels, int epochs) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-Dassay.kernels=" + kernels,
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlainLoopsProbe.class.getName(),
                        Integer.toString(epochs))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        return Arrays.stream(printed.strip().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
