package assay.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KernelsTest {

    @Test
    void thePropertyDecides() {
        assertEquals("scalar", Kernels.choose("scalar", true).description());
        assertEquals("scalar", Kernels.choose("", false).description());
        assertTrue(Kernels.choose("vector", true).description().startsWith("vector, " + Lanes.FLOATS.length()));
        assertThrows(IllegalArgumentException.class, () -> Kernels.choose("vector", false));
        assertThrows(IllegalArgumentException.class, () -> Kernels.choose("fast", true));
    }

    /** A process of its own, without the module: nothing of the Vector API, nor of ours that uses it, is loaded. */
    @Test
    void worksWithoutTheModule() throws IOException, InterruptedException {
        List<String> loaded = run("-Xlog:class+load", "-cp", classes(), Describe.class.getName());
        assertTrue(loaded.stream().anyMatch("kernels: scalar 2.0"::equals));
        assertTrue(loaded.stream().noneMatch(line -> line.contains("assay.kernels.Vector")));
    }

    @Test
    void takesTheModuleIfItIsThere() throws IOException, InterruptedException {
        List<String> out = run("--add-modules", "jdk.incubator.vector", "-cp", classes(), Describe.class.getName());
        assertTrue(out.stream().anyMatch(line -> line.startsWith("kernels: " + expected())), out::toString);
    }

    private static String expected() {
        return VectorKernels.worthwhile() ? VectorKernels.set().description() : "scalar";
    }

    private static String classes() {
        return Stream.of(Kernels.class, KernelsTest.class)
                .map(type ->
                        type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
    }

    private static List<String> run(String... arguments) throws IOException, InterruptedException {
        String java = System.getProperty("java.home") + "/bin/java";
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of(java), Stream.of(arguments)).toList())
                .redirectErrorStream(true)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertEquals(0, process.waitFor(), lines::toString);
        return lines;
    }

    /** Says what was chosen, and uses it. */
    static final class Describe {

        public static void main(String[] arguments) {
            float[] c = new float[1];
            Products.FAST.multiply(new float[] {1}, new float[] {2}, c, 1, 1, 1);
            System.out.println("kernels: " + Kernels.describe() + " " + c[0]);
        }
    }
}
