package assay.campaigns.cli;

import assay.campaigns.csv.InvalidDataException;
import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The command line as a function: arguments in, exit code out. */
public final class CommandLineApplication {

    private CommandLineApplication() {}

    /**
     * Runs one command.
     *
     * @return the exit code of DESIGN: 0 ok, 1 software, 2 usage, 3 invalid data, 5 nothing to do
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        AssayCommand root = new AssayCommand(out, err);
        CommandLine commandLine = new CommandLine(root)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        Boolean.getBoolean("assay.stdout.terminal")
                                ? CommandLine.Help.Ansi.AUTO
                                : CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler(CommandLineApplication::usageError)
                .setExecutionExceptionHandler((exception, command, parsed) -> failure(root, exception, command))
                .setExecutionStrategy(parsed -> {
                    root.check();
                    return new CommandLine.RunLast().execute(parsed);
                });
        return commandLine.execute(args);
    }

    private static int usageError(ParameterException exception, String[] args) {
        CommandLine command = exception.getCommandLine();
        command.getErr().println("error: " + exception.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(exception, command.getErr());
        command.getErr().println("Try `" + command.getCommandSpec().qualifiedName() + " --help`.");
        return ExitCode.USAGE;
    }

    private static int failure(AssayCommand root, Exception exception, CommandLine command) {
        Console console = root.console();
        if (exception instanceof ParameterException usage) {
            return usageError(usage, new String[0]);
        }
        if (exception instanceof InvalidDataException invalid) {
            console.problems(invalid.problems());
            return ExitCode.INVALID_DATA;
        }
        if (exception instanceof NothingToDoException nothing) {
            console.info(nothing.getMessage());
            return ExitCode.NOTHING_TO_DO;
        }
        if (root.showsStackTraces()) {
            exception.printStackTrace(command.getErr());
        }
        boolean explained = exception instanceof IllegalStateException || exception instanceof ArithmeticException;
        console.error((explained ? exception.getMessage() : exception.toString())
                + (root.showsStackTraces() ? "" : " (-vv shows where)"));
        return ExitCode.SOFTWARE;
    }
}
