package assay.benchmarks;

import assay.kernels.Ceiling;
import assay.kernels.Products;
import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;
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
 * Products of a batch (rows) and a square layer (units x units), in GFLOP/s, beside what the machine can do at most
 * ({@code ceiling}), the plain triple loop, and VectorBLAS of dev.ludovic.netlib 3.2.0. One thread.
 *
 * <p>The ceiling is that of a moment: after half a second of nothing but multiply-adds another machine fell from 118 to 50 .. 57
 * GFLOP/s, in the same compiled code, and recovered later; products, run for seconds, kept to their 70.
 *
 * <p>Run from the project's root; the results are for an AMD EPYC with 512-bit vectors, 2 cores, in a virtual machine
 * that others use too, with OpenJDK 17.0.15 (Debian) and 25.0.3 (Temurin):
 *
 * <pre>benchmarks/run ProductsBenchmark benchmarks/results/products-jdk17.csv</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 150, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class ProductsBenchmark {

    private static final int ROUNDS = 1000;

    /** Rows of the batch. */
    @Param({"32", "64", "128"})
    public int rows;

    /** Units below and above. */
    @Param({"100", "25"})
    public int units;

    private final BLAS blas = JavaBLAS.getInstance();
    private float[] batch;
    private float[] errors;
    private float[] weights;
    private float[] out;
    private float[] square;
    private float[] scratch;

    /** For the harness. */
    public ProductsBenchmark() {}

    /** Numbers between -1 and 1; the weights start at an odd place, as in a flat array of parameters. */
    @Setup
    public void fill() {
        if (!blas.getClass().getSimpleName().equals("VectorBLAS")) {
            throw new IllegalStateException("VectorBLAS is not in use, but " + blas.getClass());
        }
        SplittableRandom random = new SplittableRandom(1);
        batch = numbers(random, rows * units);
        errors = numbers(random, rows * units);
        weights = numbers(random, units * units + 7);
        out = new float[rows * units];
        square = new float[units * units];
        scratch = new float[units * units];
    }

    private static float[] numbers(SplittableRandom random, int length) {
        float[] x = new float[length];
        for (int i = 0; i < length; i++) {
            x[i] = (float) (2 * random.nextDouble() - 1);
        }
        return x;
    }

    /** What the machine can do in a moment: measured briefly, for the reason above. */
    @Benchmark
    @Warmup(iterations = 1, time = 400, timeUnit = TimeUnit.MILLISECONDS)
    @Measurement(iterations = 50, time = 10, timeUnit = TimeUnit.MILLISECONDS)
    public float ceiling() {
        return Ceiling.run(ROUNDS);
    }

    /** Forward. */
    @Benchmark
    public float[] multiply() {
        Products.FAST.multiply(batch, 0, weights, 7, out, 0, rows, units, units);
        return out;
    }

    /** The gradient of the weights. */
    @Benchmark
    public float[] transposedLeft() {
        Products.FAST.multiplyTransposedLeft(batch, errors, square, units, rows, units);
        return square;
    }

    /** The errors of the layer below. */
    @Benchmark
    public float[] transposedRight() {
        Products.FAST.multiplyTransposedRight(errors, 0, weights, 7, out, 0, rows, units, units, scratch);
        return out;
    }

    /** Forward, rounded as plain loops do. */
    @Benchmark
    public float[] multiplyReproducible() {
        Products.REPRODUCIBLE.multiply(batch, 0, weights, 7, out, 0, rows, units, units);
        return out;
    }

    /** The gradient of the weights, likewise. */
    @Benchmark
    public float[] transposedLeftReproducible() {
        Products.REPRODUCIBLE.multiplyTransposedLeft(batch, errors, square, units, rows, units);
        return square;
    }

    /** Forward without the Vector API. */
    @Benchmark
    @Fork(
            value = 1,
            jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-Dassay.kernels=scalar"})
    public float[] multiplyScalar() {
        Products.FAST.multiply(batch, 0, weights, 7, out, 0, rows, units, units);
        return out;
    }

    /** Row-major A B is column-major B' A'. */
    @Benchmark
    public float[] multiplyVectorBlas() {
        blas.sgemm("N", "N", units, rows, units, 1, weights, 7, units, batch, 0, units, 0, out, 0, units);
        return out;
    }

    /** Row-major A' B is column-major B' A. */
    @Benchmark
    public float[] transposedLeftVectorBlas() {
        blas.sgemm("N", "T", units, units, rows, 1, errors, 0, units, batch, 0, units, 0, square, 0, units);
        return square;
    }

    /** Row-major A B' is column-major B A'. */
    @Benchmark
    public float[] transposedRightVectorBlas() {
        blas.sgemm("T", "N", units, rows, units, 1, weights, 7, units, errors, 0, units, 0, out, 0, units);
        return out;
    }

    /** Forward by the definition. */
    @Benchmark
    public float[] multiplyPlainLoop() {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < units; j++) {
                float sum = 0;
                for (int p = 0; p < units; p++) {
                    sum += batch[i * units + p] * weights[7 + p * units + j];
                }
                out[i * units + j] = sum;
            }
        }
        return out;
    }

    /** @param args file for the results */
    public static void main(String[] args) {
        KernelFigures.write(
                ProductsBenchmark.class,
                params -> {
                    if (params.getBenchmark().endsWith(".ceiling")) {
                        return Ceiling.operations(ROUNDS);
                    }
                    double units = Double.parseDouble(params.getParam("units"));
                    return 2 * Double.parseDouble(params.getParam("rows")) * units * units;
                },
                "gflops",
                Path.of(args[0]));
    }
}
