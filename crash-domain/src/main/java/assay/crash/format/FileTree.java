package assay.crash.format;

import assay.crash.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Files below one place, in a folder or in an archive, read one at a time. Paths use slashes and are found whatever the
 * case of their letters. Confined to one thread.
 */
abstract class FileTree implements Closeable {

    /** Headers of real tests have 100 kB. */
    static final int LARGEST_HEADER = 4 << 20;

    /** Descriptions in JSON have 1 MB. */
    static final int LARGEST_DESCRIPTION = 16 << 20;

    /** Real tests have up to 640 channels. */
    static final int MOST_RECORDS = 10_000;

    /** The longest channel that NHTSA takes, 110,000 samples, has 4 MB. */
    static final int LARGEST_CHANNEL = 64 << 20;

    private final Map<String, String> paths = new TreeMap<>();

    /** @param paths of all files; of two that differ only in case the first one counts */
    FileTree(List<String> paths) {
        for (String path : paths) {
            this.paths.putIfAbsent(path.toLowerCase(Locale.ROOT), path);
        }
    }

    /** All paths in alphabetical order. */
    final List<String> paths() {
        return List.copyOf(paths.values());
    }

    final Optional<String> find(String path) {
        return Optional.ofNullable(paths.get(path.toLowerCase(Locale.ROOT)));
    }

    /** The path as users can find it; that of the whole place for an empty path. */
    abstract String describe(String path);

    abstract InputStream open(String path) throws IOException;

    /** @throws DamagedFileException if the file has more than {@code limit} bytes or cannot be read */
    final byte[] read(String path, int limit) {
        try (InputStream in = open(path)) {
            byte[] bytes = in.readNBytes(limit);
            if (in.read() >= 0) {
                throw new DamagedFileException(new Problem(
                        describe(path), 0, "", "more than " + limit + " bytes", "at most as many", "It was left out"));
            }
            return bytes;
        } catch (IOException e) {
            throw new DamagedFileException(new Problem(
                    describe(path),
                    0,
                    "",
                    reason(e),
                    "a file that can be read",
                    "It was left out. Maybe fetch it again"));
        }
    }

    /** The first bytes of a file, at most {@code limit}. */
    final byte[] begin(String path, int limit) {
        try (InputStream in = open(path)) {
            return in.readNBytes(limit);
        } catch (IOException e) {
            throw new DamagedFileException(new Problem(
                    describe(path),
                    0,
                    "",
                    reason(e),
                    "a file that can be read",
                    "It was left out. Maybe fetch it again"));
        }
    }

    static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : Report.quote(e.getMessage());
    }

    /** The folder of a path with its slash, or nothing. */
    static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** The last part of a path. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A name without its last extension. */
    static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
