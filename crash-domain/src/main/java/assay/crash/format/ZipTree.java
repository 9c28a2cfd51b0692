package assay.crash.format;

import assay.crash.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The files of a zip archive from a stranger. Nothing is unpacked to disk. Refused as a whole are archives that name
 * files outside themselves, that name a file twice, or that are larger inside than any crash test; archives inside the
 * archive are reported and left closed.
 */
final class ZipTree extends FileTree {

    private static final int MOST_ENTRIES = 60_000;
    private static final int LARGEST_DIRECTORY = 32 << 20;
    private static final int LONGEST_NAME = 500;
    private static final long LARGEST_TOTAL = 4L << 30;

    /** Crash tests shrink to a fifth; text of one repeated value to a thousandth, which is harmless as long as it is small. */
    private static final long HARMLESS_TOTAL = 256L << 20;

    private static final int LARGEST_RATIO = 100;

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_LENGTH = 22;

    private final ZipFile zip;
    private final Path path;

    private ZipTree(ZipFile zip, Path path, List<String> paths) {
        super(paths);
        this.zip = zip;
        this.path = path;
    }

    /**
     * Opens an archive and looks at its directory only.
     *
     * @param report gets a problem for each archive in the archive
     * @throws DamagedFileException if the archive is refused
     */
    static ZipTree open(Path path, Report report) {
        ZipFile zip;
        try {
            checkEnd(path);
            zip = new ZipFile(path.toFile());
        } catch (IOException | IllegalArgumentException e) {
            throw refused(path, reason(e), "a zip archive that can be read", "Maybe it was cut: fetch it again");
        }
        try {
            return new ZipTree(zip, path, list(zip, path, report));
        } catch (IOException | RuntimeException e) {
            try {
                zip.close();
            } catch (IOException second) {
                e.addSuppressed(second);
            }
            if (e instanceof DamagedFileException damaged) {
                throw damaged;
            }
            throw refused(path, reason(e), "a zip archive that can be read", "Maybe it was cut: fetch it again");
        }
    }

    /**
     * Looks at the number of entries and the size of the directory before the directory is read into memory. The end
     * record must be the last thing in the file, so that {@link ZipFile} finds the same one.
     */
    private static void checkEnd(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            int tail = (int) Math.min(file.length(), END_LENGTH + 0xFFFF);
            ByteBuffer end = ByteBuffer.allocate(tail).order(ByteOrder.LITTLE_ENDIAN);
            file.seek(file.length() - tail);
            file.readFully(end.array());
            for (int at = tail - END_LENGTH; at >= 0; at--) {
                if (end.getInt(at) != END_SIGNATURE) {
                    continue;
                }
                if (at + END_LENGTH + (end.getShort(at + 20) & 0xFFFF) != tail) {
                    throw refused(path, "bytes behind the end of the archive", "none", "Maybe pack it again");
                }
                int entries = end.getShort(at + 10) & 0xFFFF;
                long directory = end.getInt(at + 12) & 0xFFFFFFFFL;
                if (entries > MOST_ENTRIES) {
                    throw refused(
                            path, entries + " or more files", "at most " + MOST_ENTRIES, "Maybe pack fewer tests");
                }
                if (directory > LARGEST_DIRECTORY) {
                    throw refused(
                            path,
                            "a directory of " + directory + " bytes",
                            "at most " + LARGEST_DIRECTORY,
                            "Maybe it is not a crash test");
                }
                return;
            }
            throw refused(path, "no end of an archive", "a zip archive", "Maybe it was cut: fetch it again");
        }
    }

    private static List<String> list(ZipFile zip, Path path, Report report) throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw refused(path, zip.size() + " files", "at most " + MOST_ENTRIES, "Maybe pack fewer tests");
        }
        List<String> paths = new ArrayList<>();
        Set<String> names = new HashSet<>();
        long total = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName();
            if (isOutside(name)) {
                throw refused(path, "the name " + Report.quote(name), "names inside the archive", "It was not opened");
            }
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw refused(path, Report.quote(name) + " twice", "each file once", "Maybe pack it again");
            }
            total += Math.max(0, entry.getSize());
            if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
                report.add(
                        path + "!" + name, 0, "", "an archive in an archive", "files", "It was left closed. Unpack it");
            } else if (!entry.isDirectory() && !name.startsWith("__MACOSX/")) {
                paths.add(name);
            }
        }
        long packed = Files.size(path);
        if (total > LARGEST_TOTAL || total > HARMLESS_TOTAL && total / LARGEST_RATIO > packed) {
            throw refused(
                    path,
                    "%d bytes packed into %d".formatted(total, packed),
                    "at most %d, and at most %d times the archive".formatted(LARGEST_TOTAL, LARGEST_RATIO),
                    "It was not opened. Maybe it is not a crash test");
        }
        return paths;
    }

    /** Whether a name would be written outside the folder it was unpacked in, on any system. */
    private static boolean isOutside(String name) {
        if (name.isEmpty()
                || name.length() > LONGEST_NAME
                || name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.indexOf(':') >= 0
                || name.chars().anyMatch(Character::isISOControl)) {
            return true;
        }
        for (String part : name.split("/", -1)) {
            if (part.equals("..")) {
                return true;
            }
        }
        return false;
    }

    private static DamagedFileException refused(Path path, String found, String expected, String cure) {
        return new DamagedFileException(new Problem(path.toString(), 0, "", found, expected, cure));
    }

    @Override
    String describe(String entry) {
        return entry.isEmpty() ? path.toString() : path + "!" + entry;
    }

    @Override
    InputStream open(String entry) throws IOException {
        ZipEntry found = zip.getEntry(entry);
        if (found == null) {
            throw new IOException("the entry has gone");
        }
        return zip.getInputStream(found);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
