package assay.crash.format;

import assay.crash.Channel;
import assay.crash.CrashTest;
import assay.crash.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One walk through a place, test after test. Confined to one thread. */
final class Walk {

    private static final int DEEPEST = 30;

    /** Folders that hold the samples of the tests in the folder above. */
    private static final Set<String> PARTS = Set.of("channel", "tsv");

    private static final Pattern SAMPLES = Pattern.compile("(?i)v\\d+(tsv)?\\.\\d{3,4}|.*\\.chn");

    private final NhtsaWords words = new NhtsaWords(CodeTables.load());
    private final Predicate<Channel> wanted;
    private final Consumer<CrashTest> consumer;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> headers = new HashMap<>();

    Walk(Predicate<Channel> wanted, Consumer<CrashTest> consumer) {
        this.wanted = wanted;
        this.consumer = consumer;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    void enter(Path place) {
        int before = problems.size();
        int tests = headers.size();
        if (Files.isDirectory(place)) {
            folder(place, 0);
        } else if (isZip(place)) {
            zip(place);
        } else if (Files.exists(place)) {
            file(place);
        }
        if (headers.size() == tests && problems.size() == before) {
            problem(
                    place,
                    Files.exists(place) ? "no crash test" : "nothing there",
                    "files .EV5, .mme, .json or .uds, or archives of them",
                    "Maybe another folder is meant");
        }
    }

    /** @return whether there was a test in the folder itself */
    private boolean folder(Path folder, int depth) {
        if (depth > DEEPEST) {
            problem(folder, "folders in folders", "at most " + DEEPEST, "It was not entered");
            return false;
        }
        List<Path> children = children(folder);
        List<String> files = new ArrayList<>();
        for (Path child : children) {
            String name = child.getFileName().toString();
            if (Files.isRegularFile(child)) {
                files.add(name);
            } else if (PARTS.contains(name.toLowerCase(Locale.ROOT)) && isFolder(child)) {
                children(child).stream()
                        .filter(Files::isRegularFile)
                        .forEach(part -> files.add(name + "/" + part.getFileName()));
            }
        }
        children.stream().filter(Walk::isZip).forEach(this::zip);
        boolean found = tree(new DiskTree(folder, files), tree -> true, isPart(folder));
        for (Path child : children) {
            if (isFolder(child) && !(found && isPart(child))) {
                folder(child, depth + 1);
            }
        }
        return found;
    }

    private static boolean isPart(Path folder) {
        return folder.getFileName() != null
                && PARTS.contains(folder.getFileName().toString().toLowerCase(Locale.ROOT));
    }

    /** Not through links, which may lead round in circles. */
    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isZip(Path path) {
        return path.getFileName() != null
                && path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip")
                && Files.isRegularFile(path);
    }

    private List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException e) {
            problem(folder, FileTree.reason(e), "a folder that can be read", "It was left out");
            return List.of();
        }
    }

    private void zip(Path path) {
        Report report = new Report();
        try (ZipTree tree = ZipTree.open(path, report)) {
            if (!tree(tree, header -> true, false) && report.problems().isEmpty()) {
                problem(path, "no crash test", "files .EV5, .mme, .json or .uds", "It was left out");
            }
        } catch (DamagedFileException e) {
            problems.add(e.problem());
        } catch (IOException e) {
            problem(path, FileTree.reason(e), "an archive that can be read", "Maybe fetch it again");
        }
        problems.addAll(report.problems());
    }

    /** One header file, with the files of samples beside it. */
    private void file(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        List<String> files = new ArrayList<>();
        for (Path child : children(folder)) {
            String name = child.getFileName().toString();
            if (Files.isRegularFile(child)) {
                files.add(name);
            } else if (isPart(child)) {
                children(child).forEach(part -> files.add(name + "/" + part.getFileName()));
            }
        }
        DiskTree tree = new DiskTree(folder, files);
        tree(tree, header -> header.equals(tree.describe(file.getFileName().toString())), true);
    }

    /**
     * @param chosen which headers are meant
     * @param isPart whether files of samples without a header are no surprise
     * @return whether there was a header
     */
    private boolean tree(FileTree tree, Predicate<String> chosen, boolean isPart) {
        List<TestFiles> found = new ArrayList<>(Ev5Set.find(tree));
        found.addAll(IsoSet.find(tree));
        found.addAll(UdsSet.find(tree));
        found.addAll(JsonSet.find(tree, problems));
        found.removeIf(test -> !chosen.test(test.header()));
        found.forEach(this::test);
        if (!isPart) {
            orphans(tree, found);
        }
        return !found.isEmpty();
    }

    /** Reports samples whose header is not there, once a test. */
    private void orphans(FileTree tree, List<TestFiles> found) {
        Set<String> known = new HashSet<>(headers.keySet());
        found.forEach(files -> known.add(id(files.header())));
        for (String path : tree.paths()) {
            if (SAMPLES.matcher(FileTree.name(path)).matches() && known.add(id(path))) {
                problems.add(new Problem(
                        tree.describe(path),
                        0,
                        "",
                        "samples without a header",
                        "a file .EV5, .mme or .json beside them",
                        "They were left out. Maybe the header was not fetched"));
            }
        }
    }

    private static String id(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        String stem = FileTree.stem(name.substring(name.lastIndexOf('!') + 1)).toLowerCase(Locale.ROOT);
        return RawTest.id(stem.endsWith("tsv") ? stem.substring(0, stem.length() - 3) : stem);
    }

    private void test(TestFiles files) {
        try {
            CrashTest test = files.read(words, wanted);
            String first = headers.putIfAbsent(test.id(), files.header());
            if (first == null) {
                consumer.accept(test);
            } else {
                problems.add(new Problem(
                        files.header(),
                        0,
                        "",
                        "test " + test.id() + " again",
                        "each test once",
                        "It was left out, because it was read from " + first));
            }
        } catch (DamagedFileException e) {
            problems.add(e.problem());
        }
    }

    private void problem(Path file, String found, String expected, String cure) {
        problems.add(new Problem(file.toString(), 0, "", found, expected, cure));
    }
}
