package assay.valuation;

import assay.valuation.LossVal.Masses;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.IntStream;

/** Prints how many bytes a batch of LossVal allocates once it is compiled and its diameters are known. */
final class AllocationProbe {

    private static final int ROUNDS = 300;
    private static final int BATCHES = 100;

    private AllocationProbe() {}

    public static void main(String[] args) {
        StringBuilder line = new StringBuilder();
        for (Masses masses : Masses.values()) {
            line.insert(0, masses + " " + bytes(masses) + " ");
        }
        System.out.println(line.toString().strip());
    }

    private static long bytes(Masses masses) {
        LossValLossTest.Case c = new LossValLossTest.Case(32, 50, 5, masses, 2);
        int[] rows = IntStream.range(0, 32).toArray();
        float[] byLoss = new float[32];
        double[] byWeight = new double[32];
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && allocated > 0; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int batch = 0; batch < BATCHES; batch++) {
                c.loss.evaluate(rows, c.x, c.losses, c.weights, 32, byLoss, byWeight);
            }
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }
        return allocated / BATCHES;
    }
}
