package assay.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Results of {@link JunkPoolStudy}, a line for each campaign, written when it is finished; a line that is torn is cut off when the file is
 * opened again. Not for two processes at once.
 */
final class JunkPoolFile {

    private static final String HEADER = "set,pool,start,repeat,arm,sound,seconds,accuracies\n";
    private static final int KEY = 5;

    private final Path file;
    private final Set<String> there;

    private JunkPoolFile(Path file, Set<String> there) {
        this.file = file;
        this.there = there;
    }

    static JunkPoolFile open(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, HEADER);
            }
            String text = Files.readString(file);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            if (whole.length() < text.length()) {
                Files.writeString(file, whole);
            }
            return new JunkPoolFile(
                    file,
                    new HashSet<>(whole.lines()
                            .map(line -> List.of(line.split(",")).subList(0, KEY))
                            .map(cells -> String.join(",", cells))
                            .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(String set, String pool, String start, int repeat, String arm) {
        return String.join(",", set, pool, start, Integer.toString(repeat), arm);
    }

    boolean has(String set, String pool, String start, int repeat, String arm) {
        return there.contains(key(set, pool, start, repeat, arm));
    }

    /**
     * @param sound share of what was bought
     * @param accuracies before anything was bought, and after every round
     */
    void append(
            String set,
            String pool,
            String start,
            int repeat,
            String arm,
            double sound,
            double seconds,
            List<Double> accuracies) {
        String key = key(set, pool, start, repeat, arm);
        String line = String.join(
                ",",
                key,
                String.format(Locale.ROOT, "%.4f", sound),
                String.format(Locale.ROOT, "%.2f", seconds),
                accuracies.stream()
                        .map(accuracy -> String.format(Locale.ROOT, "%.4f", accuracy))
                        .collect(Collectors.joining(" ")));
        try {
            Files.writeString(file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        there.add(key);
    }
}
