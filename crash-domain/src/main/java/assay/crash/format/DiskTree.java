package assay.crash.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of one folder and of its folder CHANNEL, the only one that the formats know. */
final class DiskTree extends FileTree {

    private final Path root;

    /** @param paths relative to {@code root}, with slashes */
    DiskTree(Path root, List<String> paths) {
        super(paths);
        this.root = root;
    }

    @Override
    String describe(String path) {
        return path.isEmpty() ? root.toString() : root.resolve(path).toString();
    }

    @Override
    InputStream open(String path) throws IOException {
        return Files.newInputStream(root.resolve(path));
    }

    @Override
    public void close() {}
}
