package assay.kernels;

import java.util.Arrays;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Four rows in one vector: shuffles that put one quarter of a vector in all four places, and the bits of each quarter. */
final class Quarters {

    private static final VectorSpecies<Float> WIDE = Lanes.FLOATS;
    private static final int SIZE = WIDE.length() / 4;

    static final VectorShuffle<Float> FIRST = of(0);
    static final VectorShuffle<Float> SECOND = of(1);
    static final VectorShuffle<Float> THIRD = of(2);
    static final VectorShuffle<Float> FOURTH = of(3);

    static final IntVector IN_FIRST = in(0);
    static final IntVector IN_SECOND = in(1);
    static final IntVector IN_THIRD = in(2);
    static final IntVector IN_FOURTH = in(3);

    private Quarters() {}

    private static VectorShuffle<Float> of(int quarter) {
        return VectorShuffle.fromOp(WIDE, lane -> quarter * SIZE + lane % SIZE);
    }

    private static IntVector in(int quarter) {
        int[] bits = new int[WIDE.length()];
        Arrays.fill(bits, quarter * SIZE, (quarter + 1) * SIZE, -1);
        return IntVector.fromArray(WIDE.withLanes(int.class).check(int.class), bits, 0);
    }
}
