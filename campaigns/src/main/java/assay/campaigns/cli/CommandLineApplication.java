package assay.campaigns.cli;

import assay.acquisition.NearestName;
import assay.acquisition.strategy.Diversity;
import assay.acquisition.trial.Metric;
import assay.campaigns.csv.InvalidDataException;
import assay.campaigns.csv.MissingPolicy;
import assay.campaigns.csv.TaskKind;
import assay.crash.simulator.Archive;
import assay.valuation.detection.Noise;
import assay.valuation.detection.NoisySplit;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

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
                .registerConverter(ModelKind.class, reader(word -> Typed.choice(ModelKind.class, word)))
                .registerConverter(Diversity.class, reader(word -> Typed.choice(Diversity.class, word)))
                .registerConverter(Archive.class, reader(word -> Typed.choice(Archive.class, word)))
                .registerConverter(PoolFile.Unseen.class, reader(word -> Typed.choice(PoolFile.Unseen.class, word)))
                .registerConverter(TaskKind.class, reader(word -> Typed.choice(TaskKind.class, word)))
                .registerConverter(Noise.Kind.class, reader(word -> Typed.choice(Noise.Kind.class, word)))
                .registerConverter(
                        NoisySplit.Holdout.class, reader(word -> Typed.choice(NoisySplit.Holdout.class, word)))
                .registerConverter(Metric.class, reader(word -> Typed.choice(Metric.class, word)))
                .registerConverter(
                        NoiseOptions.Constants.class, reader(word -> Typed.choice(NoiseOptions.Constants.class, word)))
                .registerConverter(MissingPolicy.class, reader(word -> Typed.choice(MissingPolicy.class, word)))
                .registerConverter(int.class, reader(Typed::wholeNumber))
                .registerConverter(Integer.class, reader(Typed::wholeNumber))
                .registerConverter(long.class, reader(Typed::longNumber))
                .registerConverter(double.class, reader(Typed::number))
                .registerConverter(Double.class, reader(Typed::number))
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

    private static <T> ITypeConverter<T> reader(Function<String, T> read) {
        return typed -> {
            try {
                return read.apply(typed);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }

    private static int usageError(ParameterException exception, String[] args) {
        CommandLine command = exception.getCommandLine();
        String message =
                stranger(exception, args).map(word -> unknown(command, word)).orElseGet(exception::getMessage);
        command.getErr().println("error: " + message);
        command.getErr().println("Try `" + command.getCommandSpec().qualifiedName() + " --help`.");
        return ExitCode.USAGE;
    }

    /** The word that nobody knows. A required option that is missing may be one that was mistyped: that is said first. */
    private static Optional<String> stranger(ParameterException exception, String[] args) {
        if (exception instanceof UnmatchedArgumentException unmatched) {
            return Optional.of(unmatched.getUnmatched().get(0));
        }
        if (exception instanceof MissingParameterException) {
            Set<String> known =
                    exception.getCommandLine().getCommandSpec().optionsMap().keySet();
            return Arrays.stream(args)
                    .filter(word -> word.startsWith("--"))
                    .map(word -> word.replaceFirst("=.*", ""))
                    .filter(word -> !known.contains(word))
                    .findFirst();
        }
        return Optional.empty();
    }

    private static String unknown(CommandLine command, String word) {
        List<String> known = new ArrayList<>();
        if (word.startsWith("-")) {
            command.getCommandSpec().options().forEach(option -> known.addAll(List.of(option.names())));
        } else {
            known.addAll(command.getSubcommands().keySet());
        }
        String complaint = "there is no %s %s".formatted(word.startsWith("-") ? "option" : "command", word);
        if (known.isEmpty()) {
            return "%s takes no argument %s".formatted(command.getCommandSpec().qualifiedName(), word);
        }
        return word.startsWith("-")
                ? (complaint + ". " + NearestName.cure(word, known)).strip()
                : NearestName.unknown(complaint, word, "All commands:", known);
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
            console.nothingToDo(nothing.getMessage());
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
