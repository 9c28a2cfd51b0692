package assay.crash.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Where a test is written: a new folder, or a new archive if the name ends in {@code .zip}. Confined to one thread. */
abstract class FileSink implements Closeable {

    /** @param target must not be there yet */
    static FileSink open(Path target) {
        if (Files.exists(target)) {
            throw new IllegalArgumentException(
                    "%s is there already. Maybe choose another name: tests are never overwritten".formatted(target));
        }
        try {
            return target.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip")
                    ? new Archive(new ZipOutputStream(Files.newOutputStream(target)))
                    : new Folder(Files.createDirectories(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param path with slashes */
    abstract void write(String path, String text);

    private static final class Folder extends FileSink {

        private final Path root;

        Folder(Path root) {
            this.root = root;
        }

        @Override
        void write(String path, String text) {
            try {
                Path file = root.resolve(path);
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {}
    }

    private static final class Archive extends FileSink {

        private final ZipOutputStream zip;

        Archive(ZipOutputStream zip) {
            this.zip = zip;
        }

        @Override
        void write(String path, String text) {
            try {
                ZipEntry entry = new ZipEntry(path);
                entry.setTime(0);
                zip.putNextEntry(entry);
                ((OutputStream) zip).write(text.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
