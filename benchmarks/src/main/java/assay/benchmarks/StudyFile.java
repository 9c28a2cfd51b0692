package assay.benchmarks;

import assay.acquisition.trial.LearningCurve;
import assay.acquisition.trial.Replay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Results of the study, a line for each campaign and target model; written when a campaign is finished. A line that is torn, and
 * a campaign that lacks a target model, are cut off when the file is opened again. Not for two processes at once.
 */
final class StudyFile {

    private static final String HEADER = "problem,repeat,strategy,target,metric,labelled,seconds,losses\n";
    private static final int CELLS = 8;

    private final Path file;
    private final Set<String> there;

    private StudyFile(Path file, Set<String> there) {
        this.file = file;
        this.there = there;
    }

    static StudyFile open(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, HEADER);
            }
            String text = Files.readString(file);
            List<String> lines =
                    text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
            Map<String, Integer> targets = new HashMap<>();
            lines.stream().skip(1).forEach(line -> targets.merge(key(line.split(",")), 1, Integer::sum));
            Set<String> there = new HashSet<>(targets.keySet());
            there.removeIf(key -> targets.get(key) < AcquisitionStudy.targets().size());
            List<String> whole = new ArrayList<>(lines);
            whole.subList(1, whole.size()).removeIf(line -> !there.contains(key(line.split(","))));
            if (whole.size() < lines.size() || !text.endsWith("\n")) {
                Files.write(file, whole);
            }
            return new StudyFile(file, there);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(String[] cells) {
        return cells[0] + "," + cells[1] + "," + cells[2];
    }

    boolean has(String problem, int repeat, String strategy) {
        return there.contains(key(new String[] {problem, Integer.toString(repeat), strategy}));
    }

    void append(String problem, int repeat, String strategy, AcquisitionStudy.Result result) {
        StringBuilder lines = new StringBuilder();
        result.stages().forEach((target, stages) -> {
            LearningCurve curve = LearningCurve.of(stages, result.metric(), AcquisitionStudy.ROUNDS);
            List<String> losses = new ArrayList<>();
            for (int round = 0; round <= curve.rounds(); round++) {
                losses.add(String.format(Locale.ROOT, "%.6g", curve.loss(round)));
            }
            lines.append(String.join(
                            ",",
                            problem,
                            Integer.toString(repeat),
                            strategy,
                            target,
                            result.metric().name().toLowerCase(Locale.ROOT),
                            Integer.toString(stages.get(0).labelled()),
                            String.format(Locale.ROOT, "%.3f", result.seconds()),
                            String.join(" ", losses)))
                    .append('\n');
        });
        try {
            Files.writeString(file, lines, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        there.add(key(new String[] {problem, Integer.toString(repeat), strategy}));
    }

    /** The campaigns that one target model learnt from. */
    static List<Replay> replays(Path file, String target) {
        try {
            return Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .filter(cells -> cells.length == CELLS && cells[3].equals(target))
                    .map(StudyFile::replay)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Replay replay(String[] cells) {
        String[] texts = cells[7].split(" ");
        double[] losses = new double[texts.length];
        int[] labelled = new int[texts.length];
        for (int round = 0; round < losses.length; round++) {
            losses[round] = Double.parseDouble(texts[round]);
            labelled[round] = Integer.parseInt(cells[5]) + AcquisitionStudy.BATCH * round;
        }
        return new Replay(cells[0], Integer.parseInt(cells[1]), cells[2], LearningCurve.of(labelled, losses));
    }
}
