package assay.campaigns.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What can be wrong with a command line beyond its grammar: every complaint is a usage error of the command. */
final class Usage {

    private final CommandLine command;

    Usage(CommandSpec spec) {
        this.command = spec.commandLine();
    }

    ParameterException error(String message) {
        return new ParameterException(command, message);
    }

    /** What {@code made} makes; its objections are about what the user typed. */
    <T> T check(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command, e.getMessage(), e);
        }
    }

    /**
     * Refuses outputs that are inputs, or each other, links followed: nothing is overwritten that is still needed. Inputs
     * may be the same file.
     */
    void different(Map<String, Path> inputs, Map<String, Path> outputs) {
        Map<Path, String> taken = new HashMap<>();
        inputs.forEach((option, file) -> taken.putIfAbsent(place(file), option));
        outputs.forEach((option, file) -> {
            String other = taken.putIfAbsent(place(file), option);
            if (other != null) {
                throw error("%s and %s are the same file (%s)".formatted(other, option, file));
            }
        });
    }

    /** Where a file really is, links followed as far as they exist. */
    private static Path place(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        try {
            if (Files.exists(absolute)) {
                return absolute.toRealPath();
            }
            Path folder = absolute.getParent();
            return folder != null && Files.exists(folder)
                    ? folder.toRealPath().resolve(absolute.getFileName())
                    : absolute;
        } catch (IOException e) {
            return absolute;
        }
    }
}
