package assay.kernels;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/** The only mention of classes that use the Vector API: without its module, this class is never loaded. */
final class VectorKernels {

    private static final int FEWEST_LANES = 4;

    private VectorKernels() {}

    static boolean worthwhile() {
        return Lanes.FLOATS.length() >= FEWEST_LANES;
    }

    static KernelSet set() {
        useEveryOperationOnce();
        return new KernelSet(
                "vector, %d float lanes (%s)".formatted(Lanes.FLOATS.length(), Lanes.FLOATS.vectorShape()),
                new VectorProducts(),
                new VectorRoundedProducts(),
                new VectorElements(),
                new VectorSoftmin(),
                new VectorFloatSoftmin(),
                new VectorCoupling(),
                new VectorDistances(),
                new VectorSubsets());
    }

    /**
     * The first use of an operation goes another way than all later ones, and compiled code that meets it is thrown away. The compiler of JDK 17 adds
     * this up over every operation in a method, and takes a method of many for one that cannot be foreseen: its vectors become objects,
     * and it is six times as slow. So all first uses are here, before anything is compiled.
     */
    private static void useEveryOperationOnce() {
        FloatVector x = FloatVector.broadcast(Lanes.FLOATS, 1);
        x.add(x).sub(x).mul(x).div(x).min(x).max(x).neg().abs().fma(x, x).reduceLanes(VectorOperators.ADD);
        DoubleVector y = DoubleVector.broadcast(Lanes.DOUBLES, 1);
        y.add(y).sub(y).mul(y).div(y).min(y).max(y).neg().abs().fma(y, y).reduceLanes(VectorOperators.ADD);
        IntVector i = x.reinterpretAsInts();
        i.add(i)
                .sub(i)
                .and(i)
                .or(i)
                .lanewise(VectorOperators.LSHL, 1)
                .lanewise(VectorOperators.LSHR, 1)
                .lanewise(VectorOperators.ASHR, 1);
    }
}
