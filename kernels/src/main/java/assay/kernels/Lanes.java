package assay.kernels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /** Masks made once: a mask made at the tail of a row would be an object each time. */
    private static final List<VectorMask<Float>> FLOATS_FROM = masks(FLOATS);

    private static final List<VectorMask<Double>> DOUBLES_FROM = masks(DOUBLES);

    private Lanes() {}

    private static <E> List<VectorMask<E>> masks(VectorSpecies<E> species) {
        List<VectorMask<E>> masks = new ArrayList<>();
        for (int first = 0; first < species.length(); first++) {
            boolean[] bits = new boolean[species.length()];
            Arrays.fill(bits, first, bits.length, true);
            masks.add(VectorMask.fromArray(species, bits, 0));
        }
        return List.copyOf(masks);
    }

    /** The float lanes from {@code first} on. */
    static VectorMask<Float> floatsFrom(int first) {
        return FLOATS_FROM.get(first);
    }

    /** The double lanes from {@code first} on. */
    static VectorMask<Double> doublesFrom(int first) {
        return DOUBLES_FROM.get(first);
    }
}
