package assay.campaigns.cli;

import assay.acquisition.Seed;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root command: options that every command has. */
@Command(
        name = "assay",
        description = {
            "Plans costly experiments: learns from the tests already paid for which kind of test taught the model most,"
                    + " and ranks the tests that could be bought next.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        subcommands = {
            RankCommand.class,
            ValueCommand.class,
            EvaluateCommand.class,
            SimulateCommand.class,
            DoctorCommand.class,
            GenerateCommand.class,
            CrashCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:ok",
            "1:software error",
            "2:wrong usage",
            "3:invalid data",
            "5:nothing to do",
            "130:interrupted"
        },
        footer = {
            "",
            "Start here: `assay rank --help` plans the next tests from two CSV files.",
            "Results go to standard output, messages and progress to standard error."
        })
final class AssayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--seed",
            paramLabel = "N",
            scope = ScopeType.INHERIT,
            defaultValue = "1",
            description = "Randomness: same seed, same result, on any number of threads (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            scope = ScopeType.INHERIT,
            description = "Threads to use (default: all cores). Changes the time, not the result.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print the result as JSON.")
    private boolean json;

    @Option(names = "-q", scope = ScopeType.INHERIT, description = "Quiet: errors only.")
    private boolean quiet;

    @Option(
            names = "-v",
            scope = ScopeType.INHERIT,
            description = "Say more; -vv also prints where a failure came from.")
    private boolean[] verbose = {};

    @Option(names = "--no-progress", scope = ScopeType.INHERIT, description = "No progress bars.")
    private boolean noProgress;

    private final PrintStream out;
    private final PrintStream err;

    AssayCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }

    Seed seed() {
        return new Seed(seed);
    }

    int threads() {
        return threads;
    }

    /** Where results and messages go. */
    Console console() {
        return new Console(out, err, json, quiet ? 0 : 1 + verbose.length);
    }

    /** The owner of the threads; close it after use. */
    ThreadRunner runner() {
        boolean terminal = Boolean.getBoolean("assay.stderr.terminal");
        return terminal && !noProgress && !quiet
                ? ThreadRunner.withProgress(threads, err)
                : ThreadRunner.silent(threads);
    }

    boolean showsStackTraces() {
        return verbose.length >= 2;
    }

    void check() {
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads (%d) must be at least 1".formatted(threads));
        }
    }
}
