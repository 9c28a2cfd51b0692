package assay.crash.format;

import assay.crash.Channel;
import assay.crash.CrashTest;
import assay.crash.Signal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An EV5 set: {@code NAME.EV5} and one file a curve, {@code NAME.001} and so on.
 *
 * @param path of the header in the tree
 */
record Ev5Set(FileTree tree, String path) implements TestFiles {

    private static final String NO_DATA = "NO";

    static List<TestFiles> find(FileTree tree) {
        return tree.paths().stream()
                .filter(path -> path.toLowerCase(Locale.ROOT).endsWith(".ev5"))
                .<TestFiles>map(path -> new Ev5Set(tree, path))
                .toList();
    }

    @Override
    public String header() {
        return tree.describe(path);
    }

    @Override
    public CrashTest read(NhtsaWords words, Predicate<Channel> wanted) {
        Report report = new Report();
        TextFile text = TextFile.of(header(), tree.read(path, FileTree.LARGEST_HEADER));
        RawTest raw = Ev5Reader.read(text, RawTest.id(FileTree.stem(FileTree.name(path))), report);
        String stem = FileTree.stem(path);
        return words.test(
                raw,
                (channel, row, problems) ->
                        samples(tree, List.of("%s.%03d".formatted(stem, channel.number())), channel, row, problems),
                wanted,
                report);
    }

    /**
     * The samples of a channel that has a file of text.
     *
     * @param paths where the file may be; the first one that is there counts
     */
    static Optional<Signal> samples(FileTree tree, List<String> paths, Channel channel, Row row, Report report) {
        Optional<String> path =
                paths.stream().map(tree::find).flatMap(Optional::stream).findFirst();
        if (path.isEmpty()) {
            if (!channel.dataStatus().is(NO_DATA)) {
                report.add(
                        row.file(),
                        row.lineOf("CURNO"),
                        "CURNO",
                        "no file " + FileTree.name(paths.get(0)),
                        "the samples of curve " + channel.number(),
                        "It has no samples. Maybe fetch the file, or give the curve the data status NO");
            }
            return Optional.empty();
        }
        try {
            Optional<SampleRange> range = SampleRange.of(row, report);
            return range.flatMap(declared -> SampleText.read(
                    tree.describe(path.get()), tree.read(path.get(), FileTree.LARGEST_CHANNEL), declared, report));
        } catch (DamagedFileException e) {
            report.add(e.problem());
            return Optional.empty();
        }
    }
}
