package assay.crash.format;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** Files that are only in memory. */
final class MemoryTree extends FileTree {

    private final Map<String, byte[]> files;

    MemoryTree(Map<String, byte[]> files) {
        super(List.copyOf(files.keySet()));
        this.files = files;
    }

    @Override
    String describe(String path) {
        return "memory/" + path;
    }

    @Override
    InputStream open(String path) {
        return new ByteArrayInputStream(files.get(path));
    }

    @Override
    public void close() {}
}
