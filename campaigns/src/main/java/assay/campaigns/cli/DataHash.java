package assay.campaigns.cli;

import assay.acquisition.Dataset;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** A hash of tests as models see them: whatever changes a training changes it. */
final class DataHash {

    private final MessageDigest digest;

    private DataHash(MessageDigest digest) {
        this.digest = digest;
    }

    /** SHA-256 in hexadecimal. */
    static String of(Dataset known, Optional<Dataset> holdout) {
        try {
            DataHash hash = new DataHash(MessageDigest.getInstance("SHA-256"));
            hash.add(known);
            holdout.ifPresent(hash::add);
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
