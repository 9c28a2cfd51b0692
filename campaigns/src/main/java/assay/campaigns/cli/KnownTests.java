package assay.campaigns.cli;

import assay.acquisition.Dataset;
import assay.acquisition.Encoding;
import assay.acquisition.Role;
import assay.acquisition.Schema;
import assay.acquisition.Task;
import assay.campaigns.csv.CsvTables;
import assay.campaigns.csv.Declaration;
import assay.campaigns.csv.InvalidDataException;
import assay.campaigns.csv.Problem;
import assay.campaigns.csv.TableFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The tests that a command learns from, read, checked and encoded.
 *
 * @param file as read, with final roles
 * @param encoding learnt from it
 * @param known its rows
 * @param holdout the rows of a second file; absent without one
 * @param holdoutFile that file, as read
 * @param warnings of both files
 */
record KnownTests(
        TableFile file,
        Encoding encoding,
        Dataset known,
        Optional<Dataset> holdout,
        Optional<TableFile> holdoutFile,
        List<Problem> warnings) {

    private static final Set<Role> TEST = Set.of(Role.CONFIGURABLE, Role.MEASURED, Role.TARGET);

    /**
     * Reads one or two files.
     *
     * @param roles last word on the schema of the first file
     * @param least how many tests the command needs
     * @throws InvalidDataException with the problems of the first file, or if that is sound, of the second
     */
    static KnownTests read(
            Path train,
            Optional<Path> valid,
            Declaration declaration,
            UnaryOperator<Schema> roles,
            Encoding.Scaling scaling,
            int least) {
        TableFile file = CsvTables.read(train, declaration).withRoles(roles);
        Task task = file.task()
                .orElseThrow(() -> new InvalidDataException(List.of(Problem.ofFile(
                        train.toString(),
                        "no column of role target",
                        "the column to predict",
                        "Name it with --target"))));
        if (file.table().size() < least) {
            throw new InvalidDataException(List.of(Problem.ofFile(
                    train.toString(),
                    file.table().size() + " tests",
                    "at least " + least + ", one for each holdout in turn",
                    "Add tests, or take fewer and larger holdouts: --set folds=2")));
        }
        Encoding encoding = Encoding.fit(file.table(), task, scaling);
        if (encoding.featureNames().isEmpty()) {
            throw new InvalidDataException(List.of(Problem.ofFile(
                    train.toString(),
                    "no input column that varies",
                    "at least one numeric or categorical input with two different cells",
                    "Maybe all inputs are excluded, or read as text? `assay doctor " + train + "` shows")));
        }
        List<Problem> warnings = new ArrayList<>(file.warnings());
        Optional<TableFile> holdout = valid.map(path -> {
            TableFile second = CsvTables.readLike(path, file.schema(), TEST, declaration.missing());
            List<Problem> unseen = CsvTables.unseenLevels(second, encoding);
            warnings.addAll(second.warnings());
            refuseUnseenClasses(unseen, file.schema());
            unseen.forEach(problem -> warnings.add(problem.asWarning()));
            return second;
        });
        return new KnownTests(
                file,
                encoding,
                encoding.dataset(file.table()),
                holdout.map(second -> encoding.dataset(second.table())),
                holdout,
                warnings);
    }

    /** A new word in an input is a category like any other; a new class cannot be predicted. */
    private static void refuseUnseenClasses(List<Problem> unseen, Schema schema) {
        String target = schema.columns(Role.TARGET).get(0).name();
        if (unseen.stream().anyMatch(problem -> problem.column().equals(target))) {
            throw new InvalidDataException(unseen);
        }
    }
}
