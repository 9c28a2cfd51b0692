package assay.crash.format;

import assay.crash.Channel;
import assay.crash.CrashTest;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * An EV5 set: {@code NAME.EV5} and one file a curve, {@code NAME.001} and so on.
 *
 * @param path of the header in the tree
 */
record Ev5Set(FileTree tree, String path) implements TestFiles {

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
        NhtsaWords.Samples samples = SampleFiles.of(
                tree, curve -> List.of(String.format(Locale.ROOT, "%s.%03d", FileTree.stem(path), curve)), raw, report);
        return words.test(raw, samples, wanted, report);
    }
}
