package assay.kernels;

/**
 * Which arithmetic runs in this process: vectors of the Vector API, or plain loops.
 *
 * <p>Chosen once, when this class is loaded. Vectors are taken if the module {@code jdk.incubator.vector} is there
 * ({@code java --add-modules jdk.incubator.vector}) and the processor has at least 4 float lanes. The system property
 * {@code assay.kernels}, {@code scalar} or {@code vector}, decides otherwise.
 *
 * <p>{@link Products#REPRODUCIBLE}, ReLU, sums of columns and steps of Adam give the same bits with either. The others agree up to rounding. Each alone gives
 * the same bits for vectors of any width, any number of threads, any split of the rows of a result among them, and wherever an array lies in memory. No kernel allocates, and none keeps state: all are safe to call from any thread, on different results.
 */
public final class Kernels {

    private static final String PROPERTY = "assay.kernels";
    private static final String MODULE = "jdk.incubator.vector";

    private static final KernelSet CHOSEN = choose(
            System.getProperty(PROPERTY, ""),
            ModuleLayer.boot().findModule(MODULE).isPresent());

    // One door per family, each of one known class, so that calls through it are inlined.
    static final ProductKernel PRODUCTS = CHOSEN.products();
    static final ProductKernel ROUNDED_PRODUCTS = CHOSEN.roundedProducts();
    static final ElementKernel ELEMENTS = CHOSEN.elements();
    static final SoftminKernel SOFTMIN = CHOSEN.softmin();
    static final FloatSoftminKernel FLOAT_SOFTMIN = CHOSEN.floatSoftmin();
    static final CouplingKernel COUPLING = CHOSEN.coupling();
    static final DistanceKernel DISTANCES = CHOSEN.distances();
    static final SubsetKernel SUBSETS = CHOSEN.subsets();

    private Kernels() {}

    /** What runs here, for people: {@code "vector, 8 float lanes (S_256_BIT)"} or {@code "scalar"}. */
    public static String describe() {
        return CHOSEN.description();
    }

    /**
     * The rule of the choice.
     *
     * @param wish the value of the system property, empty if not set
     * @param available whether the module of the Vector API is
     */
    static KernelSet choose(String wish, boolean available) {
        switch (wish) {
            case "":
                return available && VectorKernels.worthwhile() ? VectorKernels.set() : KernelSet.scalar();
            case "scalar":
                return KernelSet.scalar();
            case "vector":
                if (!available) {
                    throw new IllegalArgumentException(
                            "%s=vector needs the module %s. Maybe add --add-modules %s to java?"
                                    .formatted(PROPERTY, MODULE, MODULE));
                }
                return VectorKernels.set();
            default:
                throw new IllegalArgumentException(
                        "%s (%s) must be scalar or vector, or not be set".formatted(PROPERTY, wish));
        }
    }
}
