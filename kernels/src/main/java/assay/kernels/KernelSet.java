package assay.kernels;

/** One implementation of every family of operations. */
record KernelSet(
        String description,
        ProductKernel products,
        ProductKernel roundedProducts,
        ElementKernel elements,
        SoftminKernel softmin,
        FloatSoftminKernel floatSoftmin,
        CouplingKernel coupling,
        DistanceKernel distances,
        SubsetKernel subsets) {

    static KernelSet scalar() {
        return new KernelSet(
                "scalar",
                new ScalarProducts(),
                new ScalarProducts(),
                new ScalarElements(),
                new ScalarSoftmin(),
                new ScalarFloatSoftmin(),
                new ScalarCoupling(),
                new ScalarDistances(),
                new ScalarSubsets());
    }
}
