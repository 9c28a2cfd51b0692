package assay.kernels;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A bit becomes a lane that is 0 or all ones: the word is shifted, in each lane by another distance, until the bit is the sign, which
 * is then spread. Numbers of others are cleared by it. Masks would be objects on JDK 17.
 */
final class VectorSubsets extends SubsetKernel {

    private static final VectorSpecies<Double> WIDE = Lanes.DOUBLES;
    private static final VectorSpecies<Long> BITS = WIDE.vectorShape().withLanes(long.class);
    private static final int L = WIDE.length();

    /** What brings the bit of a lane to the sign. */
    private static final LongVector TO_SIGN =
            LongVector.broadcast(BITS, Long.SIZE - 1).sub(lanes());

    private static LongVector lanes() {
        long[] lanes = new long[L];
        for (int lane = 0; lane < L; lane++) {
            lanes[lane] = lane;
        }
        return LongVector.fromArray(BITS, lanes, 0);
    }

    @Override
    double sum(long[] members, double[] numbers) {
        DoubleVector even = DoubleVector.zero(WIDE);
        DoubleVector odd = DoubleVector.zero(WIDE);
        for (int word = 0; word < members.length; word++) {
            int from = word * Long.SIZE;
            long bits = members[word];
            for (int shift = 0; shift < Long.SIZE; shift += 2 * L) {
                even = even.add(ofMembers(bits >>> shift, numbers, from + shift));
                odd = odd.add(ofMembers(bits >>> shift + L, numbers, from + shift + L));
            }
        }
        return even.add(odd).reduceLanes(VectorOperators.ADD);
    }

    @Override
    void add(long[] members, double factor, double[] common, double[] extra, double[] numbers) {
        DoubleVector times = DoubleVector.broadcast(WIDE, factor);
        for (int word = 0; word < members.length; word++) {
            int from = word * Long.SIZE;
            long bits = members[word];
            for (int shift = 0; shift < Long.SIZE; shift += L) {
                int at = from + shift;
                DoubleVector.fromArray(WIDE, common, at)
                        .add(ofMembers(bits >>> shift, extra, at))
                        .fma(times, DoubleVector.fromArray(WIDE, numbers, at))
                        .intoArray(numbers, at);
            }
        }
    }

    /** The numbers of a vector's worth of members, 0 for others. */
    private static DoubleVector ofMembers(long bits, double[] numbers, int at) {
        LongVector all = LongVector.broadcast(BITS, bits)
                .lanewise(VectorOperators.LSHL, TO_SIGN)
                .lanewise(VectorOperators.ASHR, Long.SIZE - 1);
        return DoubleVector.fromArray(WIDE, numbers, at)
                .reinterpretAsLongs()
                .and(all)
                .reinterpretAsDoubles();
    }
}
