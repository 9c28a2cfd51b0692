package assay.crash.format;

import assay.crash.Channel;
import assay.crash.CrashTest;
import assay.crash.Signal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The UDS files of one test: those in a folder whose names agree up to the underscore, {@code v02320_001aa0.uds} and so on.
 * Header fields come from the first file that can be read.
 */
record UdsSet(FileTree tree, List<String> paths) implements TestFiles {

    static List<TestFiles> find(FileTree tree) {
        Map<String, List<String>> tests = new LinkedHashMap<>();
        for (String path : tree.paths()) {
            String lower = path.toLowerCase(Locale.ROOT);
            if (lower.endsWith(".uds")) {
                String name = FileTree.name(lower);
                int line = name.indexOf('_');
                String test = FileTree.folder(lower) + (line < 0 ? FileTree.stem(name) : name.substring(0, line));
                tests.computeIfAbsent(test, key -> new ArrayList<>()).add(path);
            }
        }
        return tests.values().stream()
                .<TestFiles>map(paths -> new UdsSet(tree, paths))
                .toList();
    }

    @Override
    public String header() {
        return tree.describe(paths.get(0));
    }

    @Override
    public CrashTest read(NhtsaWords words, Predicate<Channel> wanted) {
        Report report = new Report();
        List<UdsFile> files = new ArrayList<>();
        for (String path : paths) {
            try {
                files.add(UdsReader.read(tree.describe(path), tree.read(path, FileTree.LARGEST_CHANNEL), report));
            } catch (DamagedFileException e) {
                if (paths.size() == 1) {
                    throw e;
                }
                report.add(e.problem());
            }
        }
        if (files.isEmpty()) {
            throw new DamagedFileException(report.problems().get(0));
        }
        UdsFile first = files.get(0);
        List<Row> channels = new ArrayList<>();
        Map<Row, Signal> samples = new HashMap<>();
        for (UdsFile file : files) {
            for (UdsFile.Curve curve : file.curves()) {
                channels.add(curve.row());
                curve.samples().ifPresent(signal -> samples.put(curve.row(), signal));
            }
        }
        for (UdsFile file : files) {
            checkCount(file, channels.size(), report);
        }
        String number = first.test().text("TSTNO");
        RawTest raw = new RawTest(
                first.file(),
                number.equals("0") ? RawTest.id(FileTree.stem(FileTree.name(paths.get(0)))) : RawTest.id("v" + number),
                first.test(),
                first.vehicles(),
                List.of(),
                first.occupants(),
                first.restraints(),
                channels,
                List.of());
        return words.test(raw, (channel, row, problems) -> Optional.ofNullable(samples.get(row)), wanted, report);
    }

    /** NCHAN counts the curves of the file or, where each curve has a file of its own, those of the test. */
    private static void checkCount(UdsFile file, int all, Report report) {
        if (file.declared() != file.curves().size() && file.declared() != all) {
            report.add(
                    file.file(),
                    1,
                    "NCHAN",
                    Integer.toString(file.declared()),
                    "%d curves of the file or %d of the test"
                            .formatted(file.curves().size(), all),
                    "Maybe the file was cut: fetch it again");
        }
    }
}
