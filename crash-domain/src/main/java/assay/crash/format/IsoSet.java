package assay.crash.format;

import assay.crash.Channel;
import assay.crash.CrashTest;
import assay.crash.Signal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An ISO-MME set: {@code NAME.mme}, the list {@code CHANNEL/NAME.chn} and {@code CHANNEL/NAME.001} and so on. Fields that
 * ISO 13499 does not know are taken from descriptors {@code .NHTSA ..}, if we wrote the set.
 *
 * @param path of the .mme file in the tree
 */
record IsoSet(FileTree tree, String path) implements TestFiles {

    private static final int LARGEST_CHANNEL_HEADER = 1 << 16;
    private static final Pattern LISTED = Pattern.compile("name of channel (\\d{1,6})");
    private static final Pattern NUMBERED = Pattern.compile("\\d{3,6}");

    static List<TestFiles> find(FileTree tree) {
        return tree.paths().stream()
                .filter(path -> path.toLowerCase(Locale.ROOT).endsWith(".mme"))
                .<TestFiles>map(path -> new IsoSet(tree, path))
                .toList();
    }

    @Override
    public String header() {
        return tree.describe(path);
    }

    @Override
    public CrashTest read(NhtsaWords words, Predicate<Channel> wanted) {
        Report report = new Report();
        IsoHeader header = IsoHeader.of(header(), tree.read(path, FileTree.LARGEST_HEADER));
        IsoTest test = IsoTest.of(header);
        SortedMap<Integer, String> files = files();
        SortedMap<Integer, String> listed = listed(report);
        List<Row> rows = new ArrayList<>();
        Map<String, String> codes = new HashMap<>();
        IsoCodes isoCodes = IsoCodes.load();
        SortedMap<Integer, String> all = new TreeMap<>(listed);
        files.forEach((number, file) -> all.putIfAbsent(number, ""));
        all.forEach((number, name) -> {
            String file = files.get(number);
            if (file == null) {
                rows.add(IsoTest.channel(number, name, IsoHeader.empty(header()), isoCodes));
                report.add(
                        header(),
                        0,
                        "Name of channel " + number,
                        "no file for " + Report.quote(name),
                        "the samples of channel " + number,
                        "It has no samples. Maybe fetch the file");
                return;
            }
            try {
                IsoHeader channel = IsoHeader.of(tree.describe(file), tree.begin(file, LARGEST_CHANNEL_HEADER));
                rows.add(IsoTest.channel(number, name, channel, isoCodes));
                codes.putIfAbsent(channel.get("Channel code").toUpperCase(Locale.ROOT), file);
                codes.putIfAbsent(channel.get("Name of the channel").toUpperCase(Locale.ROOT), file);
            } catch (DamagedFileException e) {
                report.add(e.problem());
            }
        });
        if (listed.isEmpty() && files.isEmpty()) {
            report.add(
                    header(),
                    0,
                    "",
                    "no channels",
                    "a folder CHANNEL beside it",
                    "No channel has samples. Maybe only the description was fetched");
        }
        RawTest raw = test.raw(RawTest.id(FileTree.stem(FileTree.name(path))), rows);
        return words.test(
                raw,
                (channel, row, problems) -> Optional.ofNullable(files.get(channel.number()))
                        .flatMap(file -> samples(file, codes, problems)),
                wanted,
                report);
    }

    /** Number to file, in the folder CHANNEL or, where a set lost its folders, beside the header. */
    private SortedMap<Integer, String> files() {
        String folder = FileTree.folder(path).toLowerCase(Locale.ROOT);
        String stem = FileTree.stem(FileTree.name(path)).toLowerCase(Locale.ROOT) + ".";
        SortedMap<Integer, String> files = new TreeMap<>();
        for (String place : List.of(folder + "channel/", folder)) {
            for (String file : tree.paths()) {
                String lower = file.toLowerCase(Locale.ROOT);
                if (lower.startsWith(place + stem)) {
                    String number = lower.substring(place.length() + stem.length());
                    if (NUMBERED.matcher(number).matches()) {
                        files.putIfAbsent(Integer.parseInt(number), file);
                    }
                }
            }
        }
        return files;
    }

    /** Number to name of the channels in the list. */
    private SortedMap<Integer, String> listed(Report report) {
        SortedMap<Integer, String> listed = new TreeMap<>();
        String stem = FileTree.stem(FileTree.name(path));
        Optional<String> list = tree.find(FileTree.folder(path) + "CHANNEL/" + stem + ".chn")
                .or(() -> tree.find(FileTree.stem(path) + ".chn"));
        if (list.isEmpty()) {
            report.add(
                    header(),
                    0,
                    "",
                    "no file CHANNEL/" + stem + ".chn",
                    "the list of channels",
                    "Channels that have files were read. Maybe the list was not fetched");
            return listed;
        }
        try {
            IsoHeader header = IsoHeader.of(tree.describe(list.get()), tree.read(list.get(), FileTree.LARGEST_HEADER));
            for (IsoHeader.Entry entry : header.entries()) {
                Matcher matcher = LISTED.matcher(entry.descriptor());
                if (matcher.matches()) {
                    listed.putIfAbsent(Integer.parseInt(matcher.group(1)), entry.value());
                }
            }
            String number = header.get("Number of channels");
            if (!number.isEmpty() && Decimals.parse(number).orElse(-1) != listed.size()) {
                report.add(
                        header.file(),
                        header.line("Number of channels"),
                        "Number of channels",
                        Report.quote(number),
                        listed.size() + ", the channels in the list",
                        "Maybe the file was cut: fetch it again");
            }
        } catch (DamagedFileException e) {
            report.add(e.problem());
        }
        return listed;
    }

    private Optional<Signal> samples(String file, Map<String, String> codes, Report report) {
        try {
            byte[] bytes = tree.read(file, FileTree.LARGEST_CHANNEL);
            IsoHeader header = IsoHeader.of(tree.describe(file), bytes);
            IsoChannel channel = new IsoChannel(header, bytes, report);
            boolean empty =
                    header.end() == bytes.length && header.get("Data status").equalsIgnoreCase("no data");
            if (empty || IsoTest.isTime(header)) {
                return Optional.empty();
            }
            String reference = header.get("Reference channel name");
            boolean explicit = header.get("Reference channel").equalsIgnoreCase("explicit")
                    || !reference.isEmpty() && header.get("Sampling interval").isEmpty();
            if (!explicit) {
                return channel.values().flatMap(channel::implicit);
            }
            Optional<String> clock = clock(reference, codes);
            if (clock.isEmpty()) {
                report.add(
                        header.file(),
                        header.line("Reference channel name"),
                        "Reference channel name",
                        reference.isEmpty() ? "nothing" : Report.quote(reference),
                        "the code of a channel of this test with times",
                        "The samples were left out. Maybe the file with the times was not fetched");
                return Optional.empty();
            }
            Optional<double[]> times = times(clock.get(), report);
            return times.flatMap(seconds -> channel.values().flatMap(values -> channel.explicit(seconds, values)));
        } catch (DamagedFileException e) {
            report.add(e.problem());
            return Optional.empty();
        }
    }

    private static Optional<String> clock(String reference, Map<String, String> codes) {
        String name = reference.toUpperCase(Locale.ROOT);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(codes.get(name))
                .or(() -> codes.keySet().stream()
                        .filter(code -> IsoCodes.isCode(code) && IsoCodes.matches(name, code))
                        .sorted()
                        .findFirst()
                        .map(codes::get));
    }

    private Optional<double[]> times(String file, Report report) {
        byte[] bytes = tree.read(file, FileTree.LARGEST_CHANNEL);
        IsoHeader header = IsoHeader.of(tree.describe(file), bytes);
        double factor = IsoUnit.of(header.get("Unit"))
                .filter(unit -> unit.code().equals("SEC"))
                .map(IsoUnit::factor)
                .orElse(1.);
        Optional<double[]> times = new IsoChannel(header, bytes, report).values();
        times.ifPresent(seconds -> {
            for (int k = 0; k < seconds.length; k++) {
                seconds[k] *= factor;
            }
        });
        return times;
    }
}
