package assay.crash.signal;

import assay.crash.Signal;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Signals written as formulas, for tests. */
public final class Signals {

    private Signals() {}

    /** The formula of time at {@code size} samples from index {@code first} on. */
    public static Signal of(double interval, int first, int size, DoubleUnaryOperator formula) {
        return Signal.of(
                interval,
                first,
                IntStream.range(first, first + size)
                        .mapToDouble(i -> formula.applyAsDouble(i * interval))
                        .toArray());
    }
}
