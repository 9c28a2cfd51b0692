package assay.benchmarks;

import assay.kernels.Activation;
import assay.kernels.Adam;
import assay.kernels.Distances;
import assay.kernels.Rows;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a step of a network does beside its products, for 32 rows of 100 units, in billions of elements a second: vectors,
 * and plain loops with {@code kernels=scalar}. Distances are of 32 points to 100 in 10 dimensions, and count 10 each.
 *
 * <p>Run from the project's root, on the machine of {@link ProductsBenchmark}:
 *
 * <pre>benchmarks/run ElementsBenchmark benchmarks/results/elements-jdk17.csv</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class ElementsBenchmark {

    private static final int ROWS = 32;
    private static final int UNITS = 100;
    private static final int ELEMENTS = ROWS * UNITS;
    private static final int DIMENSIONS = 10;

    /** What is measured. */
    @Param({"RELU", "TANH", "SIGMOID", "RELU_BACKWARD", "COLUMN_SUMS", "SOFTMAX", "ADAM", "DISTANCES", "FLOAT_DISTANCES"
    })
    public String operation;

    private final float[] input = new float[ELEMENTS];
    private final float[] x = new float[ELEMENTS];
    private final float[] gradient = new float[ELEMENTS];
    private final float[] first = new float[ELEMENTS];
    private final float[] second = new float[ELEMENTS];
    private final double[] near = new double[ROWS * DIMENSIONS];
    private final double[] far = new double[UNITS * DIMENSIONS];
    private final double[] distances = new double[ELEMENTS];

    /** For the harness. */
    public ElementsBenchmark() {}

    /** Numbers between -3 and 3. */
    @Setup
    public void fill() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < ELEMENTS; i++) {
            input[i] = (float) (6 * random.nextDouble() - 3);
            gradient[i] = input[i] / 7;
        }
    }

    /** With vectors; each starts from a copy of the input, which is part of the time. */
    @Benchmark
    public float[] vector() {
        return run();
    }

    /** Without. */
    @Benchmark
    @Fork(
            value = 1,
            jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-Dassay.kernels=scalar"})
    public float[] scalar() {
        return run();
    }

    private float[] run() {
        System.arraycopy(input, 0, x, 0, ELEMENTS);
        switch (operation) {
            case "RELU" -> Activation.RELU.apply(x, ELEMENTS);
            case "TANH" -> Activation.TANH.apply(x, ELEMENTS);
            case "SIGMOID" -> Activation.SIGMOID.apply(x, ELEMENTS);
            case "RELU_BACKWARD" -> Activation.RELU.backward(gradient, x, ELEMENTS);
            case "COLUMN_SUMS" -> Rows.columnSums(x, ROWS, UNITS, first, 0);
            case "SOFTMAX" -> Rows.softmax(x, ROWS, UNITS);
            case "ADAM" -> Adam.step(x, gradient, first, second, 0.01, 100);
            case "DISTANCES" -> Distances.squaredToColumns(near, ROWS, far, UNITS, DIMENSIONS, distances);
            case "FLOAT_DISTANCES" -> Distances.squaredToColumns(input, ROWS, gradient, UNITS, DIMENSIONS, x);
            default -> throw new IllegalArgumentException(operation);
        }
        return x;
    }

    /** @param args file for the results */
    public static void main(String[] args) {
        KernelFigures.write(
                ElementsBenchmark.class,
                params -> params.getParam("operation").endsWith("DISTANCES") ? ELEMENTS * DIMENSIONS : ELEMENTS,
                "gigaelements_per_s",
                Path.of(args[0]));
    }
}
