package assay.valuation;

/**
 * Mean utility by size of the set: sizes are binned into {@value #BINS} bins of equal probability, and between the means of
 * the bins the line is straight. Mutable, not thread-safe.
 */
final class SizeMeans {

    private static final int BINS = 16;

    private final int[] binOfSize;
    private final double[] sizes = new double[BINS];
    private final double[] utilities = new double[BINS];
    private final int[] counts = new int[BINS];

    SizeMeans(SubsetSampler sampler) {
        binOfSize = new int[sampler.n() + 1];
        double below = 0;
        for (int k = 0; k <= sampler.n(); k++) {
            double p = sampler.probability(k);
            binOfSize[k] = Math.min(BINS - 1, Math.max(0, (int) ((below + p / 2) * BINS)));
            below += p;
        }
    }

    void add(int size, double utility) {
        int bin = binOfSize[size];
        sizes[bin] += size;
        utilities[bin] += utility;
        counts[bin]++;
    }

    /** A mean for every size 0 .. n; beyond the outermost bins that of the outermost. */
    double[] means() {
        double[] means = new double[binOfSize.length];
        int left = next(-1);
        int right = left;
        for (int k = 0; k < means.length; k++) {
            while (right < BINS && k > sizes[right] / counts[right]) {
                left = right;
                right = next(right);
            }
            means[k] = between(left, Math.min(right, BINS), k);
        }
        return means;
    }

    private double between(int left, int right, int k) {
        double low = utilities[left] / counts[left];
        if (right == BINS || right == left) {
            return low;
        }
        double from = sizes[left] / counts[left];
        double to = sizes[right] / counts[right];
        return low + (utilities[right] / counts[right] - low) * (k - from) / (to - from);
    }

    /** The next bin that has something in it, or BINS. */
    private int next(int bin) {
        int next = bin + 1;
        while (next < BINS && counts[next] == 0) {
            next++;
        }
        return next;
    }
}
