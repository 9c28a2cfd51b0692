package assay.crash.signal;

import assay.crash.Signal;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** One signal out of several that were recorded on the same clock, over the time they have in common. */
public final class Combination {

    private Combination() {}

    /** The mean of the signals, sample by sample; missing where one is. */
    public static Signal mean(List<Signal> signals) {
        return combine(signals, samples -> {
            double sum = 0;
            for (double sample : samples) {
                sum += sample;
            }
            return sum / samples.length;
        });
    }

    /** The length of the vector whose components the signals are; missing where one is. */
    public static Signal resultant(List<Signal> components) {
        return combine(components, samples -> {
            double sum = 0;
            for (double sample : samples) {
                sum += sample * sample;
            }
            return Math.sqrt(sum);
        });
    }

    /** Whether the signals were sampled at the same rate and have a sample in common. */
    public static boolean isPossible(List<Signal> signals) {
        double interval = signals.get(0).interval();
        return signals.stream().allMatch(s -> Math.abs(s.interval() - interval) < 1e-9 * interval)
                && first(signals) < end(signals);
    }

    private static int first(List<Signal> signals) {
        return signals.stream().mapToInt(Signal::firstIndex).max().orElseThrow();
    }

    private static int end(List<Signal> signals) {
        return signals.stream().mapToInt(s -> s.firstIndex() + s.size()).min().orElseThrow();
    }

    private static Signal combine(List<Signal> signals, ToDoubleFunction<double[]> function) {
        if (!isPossible(signals)) {
            throw new IllegalArgumentException("signals on different clocks cannot be combined: intervals %s s"
                    .formatted(signals.stream().map(Signal::interval).toList()));
        }
        int first = first(signals);
        double[] combined = new double[end(signals) - first];
        double[] samples = new double[signals.size()];
        for (int k = 0; k < combined.length; k++) {
            for (int i = 0; i < samples.length; i++) {
                Signal signal = signals.get(i);
                samples[i] = signal.sample(first + k - signal.firstIndex());
            }
            combined[k] = function.applyAsDouble(samples);
        }
        return Signal.of(signals.get(0).interval(), first, combined);
    }
}
