package assay.kernels;

/** The only mention of classes that use the Vector API: without its module, this class is never loaded. */
final class VectorKernels {

    private static final int FEWEST_LANES = 4;

    private VectorKernels() {}

    static boolean worthwhile() {
        return Lanes.FLOATS.length() >= FEWEST_LANES;
    }

    static KernelSet set() {
        return new KernelSet(
                "vector, %d float lanes (%s)".formatted(Lanes.FLOATS.length(), Lanes.FLOATS.vectorShape()),
                new VectorProducts(),
                new VectorElements(),
                new VectorSoftmin(),
                new VectorFloatSoftmin(),
                new VectorCoupling(),
                new VectorDistances(),
                new VectorSubsets());
    }
}
