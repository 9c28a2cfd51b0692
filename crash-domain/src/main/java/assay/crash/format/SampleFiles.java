package assay.crash.format;

import assay.crash.Channel;
import assay.crash.Signal;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The samples of a test whose channels have one text file each.
 *
 * @param paths number of a curve to the places where its file may be; the first file that is there counts
 */
record SampleFiles(FileTree tree, IntFunction<List<String>> paths) implements NhtsaWords.Samples {

    /** What the data status of a channel without data is. */
    static final String NO_DATA = "NO";

    /** The files of a test; if there is none at all, that is one problem and not one of each channel. */
    static NhtsaWords.Samples of(FileTree tree, IntFunction<List<String>> paths, RawTest test, Report report) {
        SampleFiles files = new SampleFiles(tree, paths);
        boolean some = test.channels().stream()
                .map(row -> Decimals.parse(row.text("CURNO")).orElse(-1))
                .anyMatch(number -> files.find((int) (double) number).isPresent());
        if (some || test.channels().isEmpty()) {
            return files;
        }
        report.add(
                test.file(),
                0,
                "",
                "no files of samples",
                FileTree.name(paths.apply(1).get(0)) + " and so on beside it",
                "No channel has samples. Maybe only the description was fetched");
        return (channel, row, problems) -> Optional.empty();
    }

    private Optional<String> find(int curve) {
        return paths.apply(curve).stream()
                .map(tree::find)
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public Optional<Signal> read(Channel channel, Row row, Report report) {
        Optional<String> path = find(channel.number());
        if (path.isEmpty()) {
            if (!channel.dataStatus().is(NO_DATA)) {
                report.add(
                        row.file(),
                        row.lineOf("CURNO"),
                        "CURNO",
                        "no file " + FileTree.name(paths.apply(channel.number()).get(0)),
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
