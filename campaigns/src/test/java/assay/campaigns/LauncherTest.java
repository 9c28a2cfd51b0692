package assay.campaigns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code assay} from another folder, through a chain of links. Skipped unless the script has built Assay and
 * no source is newer: a test must not start a build of what it is part of.
 */
class LauncherTest {

    private static final Path SCRIPT = Path.of("..", "assay").toAbsolutePath().normalize();
    private static final Path BUILT = Path.of("target", "lib", ".built");

    @TempDir
    private Path folder;

    @Test
    void runsFromAnyFolderThroughLinks() throws IOException, InterruptedException {
        assumeTrue(Files.exists(BUILT) && nothingIsNewer(), "skipped: run ./assay --version first");
        Path absolute = Files.createSymbolicLink(folder.resolve("absolute"), SCRIPT);
        Path bin = Files.createDirectory(folder.resolve("a folder"));
        Path relative =
                Files.createSymbolicLink(bin.resolve("assay"), Path.of("..").resolve(absolute.getFileName()));
        Path output = folder.resolve("output");

        Process process = new ProcessBuilder(
                        List.of(relative.toString(), "generate", "fried", "--rows", "5", "--out", "made here.csv"))
                .directory(bin.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertEquals(0, process.exitValue(), said);
        assertEquals("made here.csv: 5 tests of fried, target Y\n", said);
        assertEquals(6, Files.readAllLines(bin.resolve("made here.csv")).size());
    }

    private static boolean nothingIsNewer() throws IOException {
        long built = Files.getLastModifiedTime(BUILT).toMillis();
        for (String module :
                List.of("kernels", "acquisition", "surrogate", "valuation", "crash-domain", "reports", "campaigns")) {
            try (var files = Files.walk(Path.of("..", module, "src", "main"))) {
                for (Path file : files.toList()) {
                    if (Files.getLastModifiedTime(file).toMillis() > built) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
