package assay.campaigns.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that say what a batch may and must be; a mixin. {@link Terms} is what follows from them. */
final class RuleOptions {

    @Option(
            names = "--where",
            paramLabel = "COND",
            description =
                    "Only candidates that meet the condition, such as 'mass < 2000 && limiters <= 2'; repeatable.")
    private List<String> where = List.of();

    @Option(
            names = "--forbid",
            paramLabel = "COND",
            description = "No candidate that meets the condition: combinations that cannot be built; repeatable.")
    private List<String> forbid = List.of();

    @Option(
            names = "--quota",
            paramLabel = "COND<=K",
            description = "At most K tests of the batch meet the condition; >= K for at least, == K for exactly;"
                    + " repeatable.")
    private List<String> quota = List.of();

    @Option(
            names = "--limit",
            paramLabel = "SUM<=X",
            description = "A sum over the batch, such as 'sum(mass) <= 9000'; >= for at least; repeatable.")
    private List<String> limit = List.of();

    @Option(names = "--pin", paramLabel = "ID", split = ",", description = "Candidates that are bought in any case.")
    private List<String> pin = List.of();

    @Option(names = "--ban", paramLabel = "ID", split = ",", description = "Candidates that are not bought.")
    private List<String> ban = List.of();

    @Option(
            names = "--pending",
            paramLabel = "F",
            description =
                    "Tests that were bought and not measured yet: their settings, or only ids of candidates, such as"
                            + " the last plan. The batch reckons with them, and none is bought again.")
    private Optional<Path> pending = Optional.empty();

    @Option(
            names = "--failed",
            paramLabel = "F",
            description = "Tests that failed, written likewise: not bought again.")
    private Optional<Path> failed = Optional.empty();

    @Option(names = "--retry-failed", description = "Failed tests may be bought again.")
    private boolean retryFailed;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            description = "Settings that were tested may be bought again, until they were repeated N times in all"
                    + " (default: candidates with the id of a known test are left out, others may repeat settings).")
    private Optional<Integer> repeats = Optional.empty();

    @Option(
            names = "--region",
            paramLabel = "COND",
            description =
                    "Where the product will be used: strategies that know of it (alc, random-in-region, ..) choose for"
                            + " such candidates (default: everywhere).")
    private Optional<String> region = Optional.empty();

    List<String> where() {
        return where;
    }

    List<String> forbid() {
        return forbid;
    }

    List<String> quota() {
        return quota;
    }

    List<String> limit() {
        return limit;
    }

    List<String> pin() {
        return pin;
    }

    List<String> ban() {
        return ban;
    }

    Optional<Path> pending() {
        return pending;
    }

    Optional<Path> failed() {
        return failed;
    }

    boolean retriesFailed() {
        return retryFailed;
    }

    Optional<Integer> repeats() {
        return repeats;
    }

    Optional<String> region() {
        return region;
    }

    /** The files, by the options that name them. */
    Map<String, Path> files() {
        Map<String, Path> files = new LinkedHashMap<>();
        pending.ifPresent(file -> files.put("--pending", file));
        failed.ifPresent(file -> files.put("--failed", file));
        return files;
    }

    PoolFile.Named named() {
        return repeats.isPresent() ? PoolFile.Named.KEEP : PoolFile.Named.LEAVE_OUT;
    }

    /** Refuses what can be seen to be wrong without reading a file. */
    void check(Usage usage) {
        if (retryFailed && failed.isEmpty()) {
            throw usage.error("--retry-failed needs the tests that failed: --failed F");
        }
        if (repeats.filter(n -> n < 0).isPresent()) {
            throw usage.error("--repeats (%d) must be at least 0".formatted(repeats.get()));
        }
        for (String id : pin) {
            if (ban.contains(id)) {
                throw usage.error("--pin %s and --ban %s contradict each other".formatted(id, id));
            }
        }
    }
}
