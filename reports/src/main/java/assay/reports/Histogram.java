package assay.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Counts of values in equally wide bins, as rectangles of a drawing of {@value #WIDTH} x {@value #HEIGHT}.
 *
 * <p>Bins are as wide as Freedman and Diaconis advise (1981), between 8 and 40 of them.
 */
record Histogram(List<Box> boxes, List<Tick> ticks, int highest) {

    static final int WIDTH = 520;
    static final int HEIGHT = 180;
    static final int BASE = 140;
    static final int LEFT = 40;
    static final int TOP = 12;

    private static final int FEWEST = 8;
    private static final int MOST = 40;

    /** A bar: corner, size and what it says. */
    record Box(String x, String y, String width, String height, String says) {}

    /** A labelled place on the axis of values. */
    record Tick(String x, String label) {}

    /** @param sorted finite and ascending */
    static Histogram of(double[] sorted) {
        if (sorted.length == 0) {
            return new Histogram(List.of(), List.of(), 0);
        }
        double least = sorted[0];
        double most = sorted[sorted.length - 1];
        if (least == most) {
            least -= Math.max(Math.abs(least), 1) / 2;
            most += Math.max(Math.abs(most), 1) / 2;
        }
        int[] counts = new int[bins(sorted, most - least)];
        double width = (most - least) / counts.length;
        for (double value : sorted) {
            counts[Math.min(counts.length - 1, (int) ((value - least) / width))]++;
        }
        int highest = 0;
        for (int count : counts) {
            highest = Math.max(highest, count);
        }
        return new Histogram(boxes(counts, highest, least, width), ticks(least, most), highest);
    }

    private static int bins(double[] sorted, double range) {
        double middle = ValueDistribution.quantile(sorted, 0.75) - ValueDistribution.quantile(sorted, 0.25);
        double width = 2 * middle / Math.cbrt(sorted.length);
        return width > 0 ? (int) Math.min(MOST, Math.max(FEWEST, Math.ceil(range / width))) : FEWEST;
    }

    private static List<Box> boxes(int[] counts, int highest, double least, double width) {
        Decimals decimals = Decimals.fitting(least, least + width * counts.length, width);
        double wide = (double) (WIDTH - LEFT - 12) / counts.length;
        List<Box> boxes = new ArrayList<>();
        for (int bin = 0; bin < counts.length; bin++) {
            if (counts[bin] > 0) {
                double height = (double) (BASE - TOP) * counts[bin] / highest;
                boxes.add(new Box(
                        at(LEFT + wide * bin + 0.5),
                        at(BASE - height),
                        at(wide - 1),
                        at(height),
                        "%d %s, value %s to %s"
                                .formatted(
                                        counts[bin],
                                        counts[bin] == 1 ? "test" : "tests",
                                        decimals.write(least + width * bin),
                                        decimals.write(least + width * (bin + 1)))));
            }
        }
        return List.copyOf(boxes);
    }

    private static List<Tick> ticks(double least, double most) {
        Ticks ticks = Ticks.between(least, most);
        double scale = (WIDTH - LEFT - 12) / (most - least);
        return ticks.places().stream()
                .map(place -> new Tick(
                        at(LEFT + (place - least) * scale), ticks.decimals().write(place)))
                .toList();
    }

    private static String at(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }
}
