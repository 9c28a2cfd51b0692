package assay.benchmarks;

import assay.kernels.Softmin;
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
 * Half steps of Sinkhorn's algorithm between 100 points and 100, in billions of terms a second, beside loops over
 * {@code Math.exp}. Costs are half squared distances of standard normal points in 10 dimensions. One temperature each at
 * which all terms count (100 and 1) and at which few do (0.0378 and 0.0025). One thread.
 *
 * <p>Run from the project's root, on the machine of {@link ProductsBenchmark}:
 *
 * <pre>benchmarks/run SoftminBenchmark benchmarks/results/softmin-jdk17.csv</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 150, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class SoftminBenchmark {

    private static final int POINTS = 100;
    private static final int DIMENSIONS = 10;

    /** Temperature. */
    @Param({"100", "1", "0.0378", "0.0025"})
    public double eps;

    private final double[] cost = new double[POINTS * POINTS];
    private final double[] h = new double[POINTS];
    private final double[] out = new double[POINTS];
    private final float[] floatCost = new float[POINTS * POINTS];
    private final float[] floatH = new float[POINTS];
    private final float[] floatOut = new float[POINTS];

    /** For the harness. */
    public SoftminBenchmark() {}

    /** Points from sums of twelve uniform numbers. */
    @Setup
    public void fill() {
        SplittableRandom random = new SplittableRandom(1);
        double[] x = normal(random);
        double[] y = normal(random);
        for (int i = 0; i < POINTS; i++) {
            for (int j = 0; j < POINTS; j++) {
                double sum = 0;
                for (int p = 0; p < DIMENSIONS; p++) {
                    double difference = x[i * DIMENSIONS + p] - y[j * DIMENSIONS + p];
                    sum += difference * difference / 2;
                }
                cost[i * POINTS + j] = sum;
                floatCost[i * POINTS + j] = (float) sum;
            }
        }
    }

    private static double[] normal(SplittableRandom random) {
        double[] x = new double[POINTS * DIMENSIONS];
        for (int i = 0; i < x.length; i++) {
            x[i] = random.doubles(12).sum() - 6;
        }
        return x;
    }

    /** The fast form. */
    @Benchmark
    public double[] columns() {
        Softmin.columns(cost, POINTS, POINTS, h, eps, out);
        return out;
    }

    /** The other form. */
    @Benchmark
    public double[] rows() {
        Softmin.rows(cost, POINTS, POINTS, h, eps, out);
        return out;
    }

    /** The fast form in single precision. */
    @Benchmark
    public float[] columnsFloat() {
        Softmin.columns(floatCost, POINTS, POINTS, floatH, (float) eps, floatOut);
        return floatOut;
    }

    /** The other form in single precision. */
    @Benchmark
    public float[] rowsFloat() {
        Softmin.rows(floatCost, POINTS, POINTS, floatH, (float) eps, floatOut);
        return floatOut;
    }

    /** Without the Vector API. */
    @Benchmark
    @Fork(
            value = 1,
            jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-Dassay.kernels=scalar"})
    public double[] rowsScalar() {
        Softmin.rows(cost, POINTS, POINTS, h, eps, out);
        return out;
    }

    /** The definition. */
    @Benchmark
    public double[] rowsMathExp() {
        for (int i = 0; i < POINTS; i++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < POINTS; j++) {
                largest = Math.max(largest, h[j] - cost[i * POINTS + j] / eps);
            }
            double sum = 0;
            for (int j = 0; j < POINTS; j++) {
                sum += Math.exp(h[j] - cost[i * POINTS + j] / eps - largest);
            }
            out[i] = -eps * (largest + Math.log(sum));
        }
        return out;
    }

    /** @param args file for the results */
    public static void main(String[] args) {
        KernelFigures.write(
                SoftminBenchmark.class, params -> (double) POINTS * POINTS, "gigaterms_per_s", Path.of(args[0]));
    }
}
