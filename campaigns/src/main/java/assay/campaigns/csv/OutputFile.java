package assay.campaigns.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/**
 * A file that is written whole or not at all: the bytes go to a temporary file in the same folder, which then takes the
 * name. A symbolic link stays one, and its target is replaced; a pipe or device is written to as it is.
 *
 * @param path where it goes
 */
public record OutputFile(Path path) {

    /** Writes the bytes of a file. */
    @FunctionalInterface
    public interface Content {

        /** The stream is closed by the caller. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Refuses a path that {@link #write} could not write to, so that a command with several outputs fails before the
     * first.
     *
     * @throws InvalidDataException that says what is in the way
     */
    public void check() {
        Path folder = path.toAbsolutePath().getParent();
        if (Files.isDirectory(path) || folder == null) {
            throw unwritable("a folder", "Name a file in it.");
        }
        if (!Files.exists(folder)) {
            throw unwritable("no folder " + folder, "Create the folder first.");
        }
        if (!Files.isDirectory(folder)) {
            throw unwritable("a file at " + folder + ", where its folder should be", "Name another folder.");
        }
        if (Files.exists(path) && !Files.isWritable(path)) {
            throw unwritable("a file that may not be changed", "Name another file, or make it writable.");
        }
        boolean allowed = isStream() ? Files.isWritable(path) : Files.isWritable(folder);
        if (!allowed) {
            throw unwritable("no permission to write in " + folder, "Name a folder that you may write in.");
        }
    }

    /**
     * Writes the file, replacing one of that name.
     *
     * @throws InvalidDataException if it cannot be written; what was there before is left as it is
     */
    public void write(Content content) {
        check();
        try {
            if (isStream()) {
                try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.WRITE)) {
                    content.writeTo(out);
                }
                return;
            }
            Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
            Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
            try {
                try (OutputStream out = Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW)) {
                    content.writeTo(out);
                }
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw unwritable(reason(e), "Maybe the disk is full, or the file is locked?");
        }
    }

    private boolean isStream() {
        return Files.exists(path) && !Files.isRegularFile(path);
    }

    private static String reason(IOException e) {
        String why = e instanceof FileSystemException failed && failed.getReason() != null
                ? failed.getReason()
                : e.getMessage();
        return why == null ? e.getClass().getSimpleName() : why;
    }

    private InvalidDataException unwritable(String found, String cure) {
        return new InvalidDataException(List.of(Problem.ofFile(path.toString(), found, "a file to write", cure)));
    }
}
