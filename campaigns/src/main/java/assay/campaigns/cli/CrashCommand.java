package assay.campaigns.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code assay crash}: what concerns crash tests alone. */
@Command(
        name = "crash",
        header = "Reads and simulates crash tests.",
        description = {
            "Turns files of crash tests into a table that `assay value` and `assay rank` work on, shows their criteria,"
                    + " and simulates such tests.",
            ""
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        subcommands = {CrashImportCommand.class, CrashCriteriaCommand.class, CrashSimulateCommand.class})
final class CrashCommand implements Callable<Integer> {

    @ParentCommand
    private AssayCommand root;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }

    AssayCommand root() {
        return root;
    }
}
