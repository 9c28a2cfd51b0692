package assay.kernels;

import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What tests of the two implementations share: the implementations, and numbers to feed them. */
final class Both {

    private Both() {}

    static Stream<KernelSet> implementations() {
        return Stream.of(KernelSet.scalar(), VectorKernels.set());
    }

    /** Sizes around the widths of vectors, with odd and large ones. */
    static int[] sizes() {
        int lanes = Lanes.FLOATS.length();
        int half = Lanes.DOUBLES.length();
        return new int[] {
            1, 2, 3, half - 1, half, half + 1, lanes - 1, lanes, lanes + 1, 2 * lanes + 1, 3 * lanes, 53, 100
        };
    }

    /** Normal numbers of both signs, with a zero, a denormal and a large one among them. */
    static float[] floats(int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] x = new float[length];
        for (int i = 0; i < length; i++) {
            x[i] = (float) (2 * random.nextDouble() - 1);
            if (i % 37 == 11) {
                x[i] = 0;
            } else if (i % 41 == 17) {
                x[i] = 1e-40f;
            } else if (i % 43 == 23) {
                x[i] *= 1e6f;
            }
        }
        return x;
    }

    static double[] doubles(int length, double least, double most, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[length];
        for (int i = 0; i < length; i++) {
            x[i] = least + (most - least) * random.nextDouble();
        }
        return x;
    }

    static float[] floats(double[] x) {
        float[] y = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = (float) x[i];
        }
        return y;
    }
}
