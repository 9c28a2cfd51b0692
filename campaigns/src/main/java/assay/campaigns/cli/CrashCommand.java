package assay.campaigns.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code assay crash}: what is about vehicle crash tests alone. */
@Command(
        name = "crash",
        header = "Vehicle crash tests.",
        description = {"Commands about full-frontal crash tests at 56 km/h and their occupant load ROLC_p.", ""},
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        subcommands = {CrashSimulateCommand.class},
        footer = {"", "Start here: `assay crash simulate --help`."})
final class CrashCommand implements Callable<Integer> {

    @ParentCommand
    private AssayCommand root;

    @Spec
    private CommandSpec spec;

    AssayCommand root() {
        return root;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }
}
