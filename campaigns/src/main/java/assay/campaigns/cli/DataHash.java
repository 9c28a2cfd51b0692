package assay.campaigns.cli;

import assay.acquisition.Dataset;
import assay.acquisition.Table;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;

/** A hash of tests as models see them: whatever changes a training changes it. */
final class DataHash {

    private final MessageDigest digest;

    private DataHash(MessageDigest digest) {
        this.digest = digest;
    }

    /** SHA-256 in hexadecimal. */
    static String of(Dataset known, Optional<Dataset> holdout) {
        return of(hash -> {
            hash.add(known);
            holdout.ifPresent(hash::add);
        });
    }

    /** The same of tables as they were read, roles included. */
    static String ofTables(Table known, Optional<Table> others) {
        return of(hash -> {
            hash.add(known);
            others.ifPresent(hash::add);
        });
    }

    private static String of(Consumer<DataHash> content) {
        try {
            DataHash hash = new DataHash(MessageDigest.getInstance("SHA-256"));
            content.accept(hash);
            return HexFormat.of().formatHex(hash.digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void add(Dataset data) {
        add(data.task().toString());
        add(data.size() + " x " + data.features().columns());
        data.ids().forEach(this::add);
        add(data.features().toArray());
        add(data.targets());
    }

    private void add(Table table) {
        add(table.schema().toString());
        for (int row = 0; row < table.size(); row++) {
            for (int column = 0; column < table.schema().columns().size(); column++) {
                add(table.text(row, column));
            }
        }
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private void add(double[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES);
        for (double number : numbers) {
            digest.update(bytes.putDouble(0, number).array());
        }
    }
}
