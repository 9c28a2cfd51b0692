package assay.kernels;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** The widths of the vectors: what the processor prefers, 512 bits at most. */
final class Lanes {

    private static final int MOST_BITS = 512;

    static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED.vectorBitSize() > MOST_BITS
            ? FloatVector.SPECIES_512
            : FloatVector.SPECIES_PREFERRED;

    static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED.vectorBitSize() > MOST_BITS
            ? DoubleVector.SPECIES_512
            : DoubleVector.SPECIES_PREFERRED;

    /** As many times false as there are float lanes, then as many times true; a window of it is a mask. */
    private static final boolean[] STAIR = stair(FLOATS.length());

    private Lanes() {}

    private static boolean[] stair(int width) {
        boolean[] stair = new boolean[2 * width];
        Arrays.fill(stair, width, 2 * width, true);
        return stair;
    }

    /** The float lanes from {@code first} on. */
    static VectorMask<Float> floatsFrom(int first) {
        return VectorMask.fromArray(FLOATS, STAIR, FLOATS.length() - first);
    }

    /** The double lanes from {@code first} on. */
    static VectorMask<Double> doublesFrom(int first) {
        return VectorMask.fromArray(DOUBLES, STAIR, FLOATS.length() - first);
    }
}
