package assay.campaigns.cli;

import assay.campaigns.csv.InvalidDataException;
import assay.campaigns.csv.OutputFile;
import assay.campaigns.csv.Problem;
import assay.valuation.Journal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A journal on disk: a header in writing that says what the results belong to, an empty line, and one record per finished piece,
 * written at once when the piece is done. A process that is killed leaves at most one torn record, the last, which is cut off
 * when the file is opened again; so is everything behind a record whose checksum is wrong. One process at a time. Thread-safe.
 *
 * <p>A record: length of its body (int), body (hash of the work: long, piece: int, the result: doubles), CRC-32 of the body
 * (int), all big-endian. In memory are only the places of the results in the file.
 */
final class CheckpointFile implements Journal, AutoCloseable {

    private static final String FIRST_LINE = "assay checkpoint 1";
    private static final int FIXED_BODY = Long.BYTES + Integer.BYTES;
    private static final int LARGEST_BODY = 1 << 30;

    private record Key(long work, int piece) {}

    private record Place(long offset, int doubles) {}

    private final Path file;
    private final FileChannel channel;
    private final Map<Key, Place> places = new HashMap<>();
    private long end;

    private CheckpointFile(Path file, FileChannel channel, long end) {
        this.file = file;
        this.channel = channel;
        this.end = end;
    }

    /**
     * Starts a file, which must not be there.
     *
     * @param header what the results belong to; names without colons, no line breaks
     */
    static CheckpointFile start(Path file, Map<String, String> header) {
        if (Files.exists(file)) {
            throw problem(
                    file, "a file that is there already", "a new file", "Add --resume to go on with it, or delete it");
        }
        byte[] text = text(header).getBytes(StandardCharsets.UTF_8);
        new OutputFile(file).write(out -> out.write(text));
        return open(file, text.length);
    }

    /**
     * Goes on with a file, or starts it if it is not there.
     *
     * @param header as it was started with
     * @throws InvalidDataException if the file belongs to something else: all that differs
     */
    static CheckpointFile resume(Path file, Map<String, String> header) {
        if (!Files.exists(file)) {
            return start(file, header);
        }
        List<String> lines = headerLines(file);
        Map<String, String> found = new LinkedHashMap<>();
        lines.stream()
                .skip(1)
                .filter(line -> line.contains(": "))
                .forEach(line ->
                        found.put(line.substring(0, line.indexOf(": ")), line.substring(line.indexOf(": ") + 2)));
        if (lines.isEmpty() || !lines.get(0).equals(FIRST_LINE)) {
            throw problem(
                    file, "a file of another kind", "a checkpoint of this version", "Maybe another file was meant?");
        }
        List<Problem> problems = new ArrayList<>();
        header.forEach((name, value) -> {
            String other = found.getOrDefault(name, "nothing");
            if (!other.equals(value)) {
                problems.add(Problem.ofFile(
                        file.toString(),
                        "results for %s %s".formatted(name, other),
                        "%s %s".formatted(name, value),
                        "Repeat the command line of the checkpoint, or name another file"));
            }
        });
        if (!problems.isEmpty()) {
            throw new InvalidDataException(problems);
        }
        CheckpointFile checkpoint = open(file, text(header).getBytes(StandardCharsets.UTF_8).length);
        checkpoint.scan();
        return checkpoint;
    }

    private static String text(Map<String, String> header) {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        header.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        return text.append('\n').toString();
    }

    private static List<String> headerLines(Path file) {
        try {
            byte[] start;
            try (var in = Files.newInputStream(file)) {
                start = in.readNBytes(1 << 16);
            }
            String text = new String(start, StandardCharsets.ISO_8859_1);
            int blank = text.indexOf("\n\n");
            return blank < 0
                    ? List.of()
                    : new String(start, 0, blank, StandardCharsets.UTF_8)
                            .lines()
                            .toList();
        } catch (IOException e) {
            throw problem(file, "a file that cannot be read: " + e.getMessage(), "a checkpoint", "");
        }
    }

    private static CheckpointFile open(Path file, long end) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw problem(file, "a checkpoint that another process is writing", "one of one's own", "Wait for it");
            }
            return new CheckpointFile(file, channel, end);
        } catch (IOException e) {
            throw problem(file, "a file that cannot be opened: " + e.getMessage(), "a checkpoint", "");
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Finds the results, and cuts off what is no whole record. */
    private void scan() {
        try {
            long size = channel.size();
            Optional<ByteBuffer> body = body(size);
            while (body.isPresent()) {
                ByteBuffer record = body.get();
                int doubles = (record.remaining() - FIXED_BODY) / Double.BYTES;
                places.put(
                        new Key(record.getLong(), record.getInt()),
                        new Place(end + Integer.BYTES + FIXED_BODY, doubles));
                end += Integer.BYTES + FIXED_BODY + (long) doubles * Double.BYTES + Integer.BYTES;
                body = body(size);
            }
            channel.truncate(end);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The body of the record that begins at the end of the known ones; empty if it is not whole. */
    private Optional<ByteBuffer> body(long size) throws IOException {
        if (size - end < Integer.BYTES) {
            return Optional.empty();
        }
        int length = read(end, Integer.BYTES).getInt();
        boolean possible = length >= FIXED_BODY && length <= LARGEST_BODY && (length - FIXED_BODY) % Double.BYTES == 0;
        if (!possible || size - end < 2L * Integer.BYTES + length) {
            return Optional.empty();
        }
        ByteBuffer body = read(end + Integer.BYTES, length);
        int checksum = read(end + Integer.BYTES + length, Integer.BYTES).getInt();
        return checksum == checksum(body) ? Optional.of(body) : Optional.empty();
    }

    private ByteBuffer read(long offset, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                throw new IOException("it has become shorter");
            }
        }
        return buffer.flip();
    }

    private static int checksum(ByteBuffer body) {
        CRC32 crc = new CRC32();
        crc.update(body.duplicate());
        return (int) crc.getValue();
    }

    /** How many results there are. */
    synchronized int size() {
        return places.size();
    }

    @Override
    public synchronized Optional<double[]> recall(String work, int piece) {
        return Optional.ofNullable(places.get(new Key(hash(work), piece))).map(place -> {
            try {
                double[] result = new double[place.doubles()];
                read(place.offset(), place.doubles() * Double.BYTES)
                        .asDoubleBuffer()
                        .get(result);
                return result;
            } catch (IOException e) {
                throw failed(e);
            }
        });
    }

    @Override
    public synchronized void keep(String work, int piece, double[] result) {
        int length = FIXED_BODY + result.length * Double.BYTES;
        ByteBuffer record = ByteBuffer.allocate(length + 2 * Integer.BYTES);
        record.putInt(length).putLong(hash(work)).putInt(piece);
        for (double x : result) {
            record.putDouble(x);
        }
        record.putInt(checksum(record.duplicate().flip().position(Integer.BYTES)));
        record.flip();
        try {
            long at = end;
            while (record.hasRemaining()) {
                at += channel.write(record, at);
            }
            places.put(new Key(hash(work), piece), new Place(end + Integer.BYTES + FIXED_BODY, result.length));
            end = at;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The first eight bytes of a SHA-256. */
    private static long hash(String work) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(work.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private IllegalStateException failed(IOException e) {
        return new IllegalStateException(
                "checkpoint %s: %s. Maybe the disk is full?".formatted(file, e.getMessage()), e);
    }

    private static InvalidDataException problem(Path file, String found, String expected, String cure) {
        return new InvalidDataException(List.of(Problem.ofFile(file.toString(), found, expected, cure)));
    }

    @Override
    public void close() {
        try (FileChannel closing = channel) {
            closing.force(true);
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
