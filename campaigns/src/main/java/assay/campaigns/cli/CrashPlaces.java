package assay.campaigns.cli;

import assay.acquisition.Runner;
import assay.crash.CrashTest;
import assay.crash.Problem;
import assay.crash.format.CrashFiles;
import assay.crash.table.Assessment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files and folders with crash tests, taken apart into pieces that can be read one beside the other: archives, and folders
 * with files of tests outside of archives. What is read is the same as if the paths were read one after the other.
 */
final class CrashPlaces {

    private static final Pattern LOOSE = Pattern.compile(".*\\.(ev5|mme|json|uds|chn|\\d{3,4})");
    private static final int DEEPEST = 30;

    private CrashPlaces() {}

    /**
     * What was made of the tests of all places.
     *
     * @param results in the order of the places, each test once
     * @param problems of files, wherever they were found
     */
    record Reading<T>(List<T> results, List<Problem> problems) {}

    private record Found<T>(String id, T result, List<Problem> problems) {}

    private record Piece<T>(List<Found<T>> tests, List<Problem> problems) {}

    /**
     * Reads all tests, with the samples that an {@link Assessment} needs, and keeps only what is made of them.
     *
     * @param make called from several threads
     */
    static <T> Reading<T> read(List<Path> places, Runner runner, Function<CrashTest, T> make) {
        List<Path> pieces =
                places.stream().flatMap(place -> pieces(place).stream()).toList();
        List<Piece<T>> read = runner.run("Reading crash tests", pieces.size(), 1, (index, step) -> {
            List<Found<T>> tests = new ArrayList<>();
            List<Problem> problems = CrashFiles.stream(
                    pieces.get(index),
                    Assessment::needs,
                    test -> tests.add(new Found<>(test.id(), make.apply(test), test.problems())));
            step.run();
            return new Piece<>(tests, problems);
        });
        Set<String> ids = new HashSet<>();
        List<T> results = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            for (Found<T> test : read.get(i).tests()) {
                problems.addAll(test.problems());
                if (ids.add(test.id())) {
                    results.add(test.result());
                } else {
                    problems.add(new Problem(
                            pieces.get(i).toString(),
                            0,
                            "",
                            "test " + test.id() + " again",
                            "each test once",
                            "It was left out"));
                }
            }
            problems.addAll(read.get(i).problems());
        }
        return new Reading<>(results, problems);
    }

    private static List<Path> pieces(Path place) {
        List<Path> pieces = new ArrayList<>();
        take(place, 0, pieces);
        return pieces.isEmpty() ? List.of(place) : pieces;
    }

    private static void take(Path place, int depth, List<Path> pieces) {
        if (!Files.isDirectory(place)) {
            pieces.add(place);
            return;
        }
        List<Path> children = children(place);
        if (depth > DEEPEST || children.stream().anyMatch(CrashPlaces::isLoose)) {
            pieces.add(place);
            return;
        }
        for (Path child : children) {
            if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                take(child, depth + 1, pieces);
            } else if (Files.isRegularFile(child) && name(child).endsWith(".zip")) {
                pieces.add(child);
            }
        }
    }

    private static boolean isLoose(Path file) {
        return Files.isRegularFile(file) && LOOSE.matcher(name(file)).matches();
    }

    private static String name(Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    /** A folder that cannot be listed is left to the reader, who says so. */
    private static List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
